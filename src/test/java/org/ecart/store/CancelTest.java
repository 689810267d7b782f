package org.ecart.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.intake.Deliveries;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is called off, at each moment at which it can be. */
class CancelTest {
    private static final String KINSHIP = "person,father,mother\nz,FR,FR\na,BE,IT\n";
    private static final String POPULATION = """
            person,period,sex,birth,entered,wage,weight
            b,2014,M,1970,,,2.25
            c,2014,X,1960,1999-12-31,7,3
            a,2014,F,1980,2001-01-31,10.5,1
            a,2013,F,1980,2001-01-31,9,1
            """;
    private static final String WORK = "person,period,job\nnew,2014,22\na,2014,11\n";

    @Test
    void whereverItIsCalledOffTheWorkspaceIsAsItWasAndImportsAgain(@TempDir Path folder) throws IOException {
        Path kinship = Deliveries.file(folder, KINSHIP);
        Path population = Deliveries.file(folder, POPULATION);
        Path work = Deliveries.file(folder, WORK);
        List<String> steps = new ArrayList<>();
        String expected;
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("uncancelled"))) {
            take(workspace, Progress.NONE, kinship);
            take(workspace, (step, fraction) -> steps.add(step), work, population);
            expected = Content.of(workspace);
        }
        assertThat(steps).contains("intake.read", "intake.sort", "store.write", "store.align", "store.publish");

        for (int k = 0; k < steps.size(); k++) {
            Path place = folder.resolve("cancelled" + k);
            String before;
            try (Workspace workspace = Workspace.openOrCreate(place)) {
                take(workspace, Progress.NONE, kinship);
                before = Content.of(workspace);
                Progress stop = stopAt(k);
                assertThatThrownBy(() -> take(workspace, stop, work, population))
                        .as("cancelled at %d, %s", k, steps.get(k))
                        .isInstanceOf(Progress.Cancelled.class);
                assertThat(Content.of(workspace)).isEqualTo(before);
            }
            try (Workspace workspace = Workspace.open(place)) {
                assertThat(Content.of(workspace)).isEqualTo(before);
                take(workspace, Progress.NONE, work, population);
                assertThat(Content.of(workspace))
                        .as("imported after it was cancelled at %d, %s", k, steps.get(k))
                        .isEqualTo(expected);
            }
        }
    }

    /** Persons and codes of a cancelled import are persons' data as much as its rows. */
    @Test
    void nothingOfAnImportThatWasCalledOffIsKept(@TempDir Path folder) throws IOException {
        Path population = Deliveries.file(folder, POPULATION);
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            assertThatThrownBy(() -> take(
                            workspace,
                            (step, fraction) -> {
                                if (step.equals("store.publish")) {
                                    throw new Progress.Cancelled();
                                }
                            },
                            population))
                    .isInstanceOf(Progress.Cancelled.class);
        }
        try (Database database = Database.open(folder.resolve("w"), false)) {
            for (String table : List.of("partition", "segment", "alignment", "person", "dictionary", "report")) {
                assertThat(database.query("select count(*) from " + table, row -> row.getInt(1)))
                        .as(table)
                        .containsExactly(0);
            }
        }
    }

    private static Progress stopAt(int report) {
        int[] reports = {0};
        return (step, fraction) -> {
            if (reports[0]++ == report) {
                throw new Progress.Cancelled();
            }
        };
    }

    private static void take(Workspace workspace, Progress progress, Path... files) {
        workspace.take(
                new Workspace.Import(
                        List.of(files),
                        Deliveries.codebook(),
                        Dialect.Said.NOTHING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.<Period>empty(),
                        "an analyst",
                        "2026-01-01T00:00:00Z"),
                progress);
    }
}
