package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ecart.real.Commands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same persons in two years by commands: who they are comes from one extract, what they do from another. */
class OverTimeTest {
    private static final String CODEBOOK = """
            {"format": "ecart/codebook", "version": 1, "id": "survey", "edition": "1", "labels": "Survey", "source": "-",
             "codeLists": [{"id": "jobs", "codes": [{"code": "yes", "labels": "Yes"}, {"code": "no", "labels": "No"}]}],
             "variables": [
               {"id": "person", "labels": "Person", "role": "person"},
               {"id": "year", "labels": "Year", "role": "period"},
               {"id": "area", "labels": "Area"},
               {"id": "job", "labels": "Job", "codeList": "jobs"}],
             "extracts": [
               {"id": "people", "labels": "People", "population": true,
                "columns": [{"name": "person"}, {"name": "year"}, {"name": "area"}]},
               {"id": "work", "labels": "Work", "columns": [{"name": "person"}, {"name": "year"}, {"name": "job"}]}]}
            """;

    private static final String STUDY = """
            {"format": "ecart/study", "version": 1, "id": "survey", "title": "Survey",
             "policy": %s,
             "indicators": [{"id": "people", "labels": "People", "definition": "-"}],
             "tables": [{"id": "T01", "title": "Who keeps work", "breakdown": {
               "periods": ["2014"], "rows": "job@0y", "columns": "job@1y", "indicator": "people", "totals": true,
               "measures": ["persons"], "also": "1y"}}],
             "charts": [{"id": "C01", "title": "Who keeps work", "kind": "flow", "table": "T01"}]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path root;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static Commands commands;

    @BeforeAll
    static void importTwoYears() throws IOException {
        commands = new Commands(root.resolve("state"));
        write("people14.csv", "person,year,area\na,2014,N\nb,2014,N\nc,2014,S\n");
        write("people15.csv", "person,year,area\na,2015,N\nb,2015,S\nd,2015,S\n");
        write("work14.csv", "person,year,job\na,2014,yes\nb,2014,yes\nc,2014,no\n");
        write("work15.csv", "person,year,job\na,2015,yes\nb,2015,no\nd,2015,yes\n");
        write("codebook.json", CODEBOOK);
        write("open.json", STUDY.formatted("{\"id\": \"none\", \"reason\": \"four invented persons\"}"));
        write("safe.json", STUDY.formatted("{\"id\": \"default\"}"));
        for (String extract : List.of("people", "work")) {
            Commands.Outcome outcome = run(
                    "import",
                    "--workspace",
                    "@ws",
                    "--codebook",
                    "@codebook.json",
                    "@" + extract + "14.csv",
                    "@" + extract + "15.csv");
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        }
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(root.resolve(name), text);
    }

    private static Commands.Outcome run(String... arguments) {
        return commands.run(Stream.of(arguments)
                .map(a -> a.startsWith("@") ? root.resolve(a.substring(1)).toString() : a)
                .toArray(String[]::new));
    }

    private static List<String> table(String... options) {
        String[] all = Stream.concat(
                        Stream.of(
                                "tabulate",
                                "--workspace",
                                "@ws",
                                "--study",
                                "@open.json",
                                "--indicator",
                                "people",
                                "--measures",
                                "persons"),
                        Stream.of(options))
                .toArray(String[]::new);
        Commands.Outcome outcome = run(all);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.out()
                .lines()
                .skip(1)
                .filter(line -> !line.endsWith(",0,"))
                .toList();
    }

    @Test
    void whoIsNewHasAnAreaButNoRecordOfWork() {
        assertThat(table("--period", "2014", "--rows", "area", "--columns", "job", "--also", "1y"))
                .containsExactly("2014,N,yes,2,", "2014,S,no,1,", "2014,S,_N,1,");
        assertThat(table("--period", "2014", "--rows", "job@0y", "--columns", "job@1y", "--also", "1y"))
                .containsExactly("2014,yes,yes,1,", "2014,yes,no,1,", "2014,no,gone,1,", "2014,new,yes,1,");
    }

    @Test
    void aCohortIsWrittenWithItsDate() {
        assertThat(table("--period", "2014,2015", "--rows", "area@at2014", "--cohort", "2014: job = \"yes\""))
                .containsExactly("2014,N,2,", "2015,N,2,");
    }

    @Test
    void whatIsNoDateOrCohortIsTold() {
        for (String[] wrong : List.of(new String[] {"--also", "soon"}, new String[] {"--cohort", "job = \"yes\""})) {
            Commands.Outcome outcome = run(
                    "tabulate",
                    "--workspace",
                    "@ws",
                    "--indicator",
                    "people",
                    "--study",
                    "@open.json",
                    "--period",
                    "2014",
                    "--rows",
                    "area",
                    wrong[0],
                    wrong[1]);
            assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(1);
            assertThat(outcome.err()).contains(wrong[0]);
        }
    }

    @Test
    void aStudyIsWrittenWhereNothingIsProtected() {
        Commands.Outcome outcome = run("run", "@open.json", "--workspace", "@ws", "--out", "@out");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(root.resolve("out/internal"))
                .isDirectoryRecursivelyContaining(file -> file.toString().endsWith(".svg"));
    }

    @Test
    void underAPolicyFewAreNotTold() {
        Commands.Outcome written = run("run", "@safe.json", "--workspace", "@ws", "--out", "@safe");
        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(root.resolve("safe/internal/audit.json")).exists();
        assertThat(root.resolve("safe/T01.csv"))
                .content()
                .contains("2014,yes,yes,,c")
                .doesNotContainPattern(",[1-4],");
    }
}
