package org.ecart.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecart.derive.DerivedFrames;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Frame;
import org.ecart.intake.Deliveries;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.AtDate;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.ecart.model.Shift;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What persons have at another date, in a workspace: kept, and made anew when either date is imported anew. */
class KeptOtherDatesTest {
    private static final String HEAD = "person,period,sex,birth,entered,wage,weight\n";
    private static final String POPULATION_2013 = HEAD + """
            a,2013,F,1980,2001-01-31,1,1
            b,2013,M,1970,2001-01-31,1,1
            c,2013,F,1960,2001-01-31,1,1
            """;
    private static final String POPULATION_2014 = HEAD + """
            d,2014,F,1980,2001-01-31,1,1
            b,2014,M,1970,2001-01-31,1,1
            a,2014,F,1980,2001-01-31,1,1
            """;
    private static final String WORK_2014 = """
            person,period,job
            a,2014,baker
            d,2014,smith
            """;

    private static final Rules NEXT_JOB = new Rules(
            "next_job",
            "test",
            "1",
            Labels.same("job a year later"),
            List.of(Category.of("gone", Labels.same("gone"))),
            new AtDate("job", new Shift.Years(1), "gone"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    Path folder;

    @Test
    void isKeptAndFoundAgainInALaterSession() throws IOException {
        try (Workspace workspace = filled()) {
            assertThat(codes(workspace)).containsExactly("baker", "_N", "gone");
        }
        try (Database database = Database.open(place(), false)) {
            assertThat(database.query("select 1 from kept where whole", row -> 1))
                    .hasSize(1);
        }
        try (Workspace workspace = Workspace.open(place())) {
            assertThat(codes(workspace)).containsExactly("baker", "_N", "gone");
        }
    }

    @Test
    void newCodesOfLaterFilesChangeNothingOfWhatWasKept() throws IOException {
        try (Workspace workspace = filled()) {
            assertThat(codes(workspace)).containsExactly("baker", "_N", "gone");
            take(workspace, Terms.USUAL, "person,period,job\na,2013,miller\n");
            assertThat(codes(workspace)).containsExactly("baker", "_N", "gone");
        }
    }

    @Test
    void isMadeAnewWhenTheOtherDateIsImportedAnew() throws IOException {
        try (Workspace workspace = filled()) {
            codes(workspace);
            take(workspace, replacing("work"), WORK_2014.replace("a,2014,baker", "b,2014,baker"));
            assertThat(codes(workspace)).containsExactly("_N", "baker", "gone");
            take(workspace, replacing("population"), POPULATION_2014.replace("b,2014", "c,2014"));
            assertThat(codes(workspace)).containsExactly("_N", "gone", "_N");
        }
    }

    @Test
    void isUnavailableAsLongAsTheOtherDateIsNotThere() throws IOException {
        try (Workspace workspace = Workspace.openOrCreate(place())) {
            take(workspace, Terms.USUAL, POPULATION_2013);
            assertThat(frame(workspace).unavailable()).containsExactly("next_job");
            take(workspace, Terms.USUAL, POPULATION_2014);
            assertThat(frame(workspace).unavailable())
                    .as("without the extract of jobs")
                    .containsExactly("next_job");
            take(workspace, Terms.USUAL, WORK_2014);
            assertThat(codes(workspace)).containsExactly("baker", "_N", "gone");
        }
    }

    private static Terms replacing(String extract) {
        return new Terms(0.01, false, Optional.of(new Terms.Held(extract, Optional.of(Period.ofYear(2014)))));
    }

    private Workspace filled() throws IOException {
        Workspace workspace = Workspace.openOrCreate(place());
        for (String text : List.of(POPULATION_2013, POPULATION_2014, WORK_2014)) {
            take(workspace, Terms.USUAL, text);
        }
        return workspace;
    }

    private static Frame frame(Workspace workspace) {
        return new DerivedFrames(workspace, 2)
                .frame(Period.ofYear(2013), Set.of("next_job"), List.of(NEXT_JOB), Condition.ALL);
    }

    private static List<String> codes(Workspace workspace) {
        CodedColumn column = frame(workspace).coded("next_job");
        List<String> codes = new ArrayList<>();
        for (int row = 0; row < column.segments().get(0).length(); row++) {
            codes.add(column.code(row));
        }
        return codes;
    }

    private Path place() {
        return folder.resolve("w");
    }

    private void take(Workspace workspace, Terms terms, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("delivered.csv"), text);
        workspace.take(
                new Workspace.Import(
                        List.of(new Workspace.Source(
                                file, Dialect.Said.NOTHING, Optional.empty(), Optional.empty(), Optional.empty())),
                        Deliveries.codebook(),
                        terms,
                        "an analyst",
                        "2026-01-02T00:00:00Z"),
                Progress.NONE);
    }
}
