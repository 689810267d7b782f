package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.files.Definitions;
import org.ecart.intake.Deliveries;
import org.ecart.real.Commands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On what terms files are taken in, taken back and corrected. */
class TermsTest {
    private static final String HEADER = "person,period,sex,birth,entered,wage,weight\n";
    private static final String STUDY = """
            {"format": "ecart/study", "version": 1, "id": "jobs", "title": "Jobs",
             "policy": {"id": "none", "reason": "a handful of invented persons"},
             "tables": [{"id": "T01", "title": "Jobs", "breakdown": {"periods": ["2014"], "rows": "job",
                         "indicator": "population", "measures": ["persons"]}}]}
            """;

    private Path folder = Path.of("");

    @BeforeEach
    void prepare(@TempDir Path temporary) throws IOException {
        folder = temporary;
        write("codebook.json", Definitions.text(Deliveries.codebook()));
        write("study.json", STUDY);
        write("p2013.csv", HEADER + "a,2013,F,1980,,1,1\nb,2013,M,1970,,1,1\n");
        write("p2014.csv", HEADER + "b,2014,M,1970,,1,1\nc,2014,M,1960,,1,1\na,2014,F,1980,,1,1\n");
        write("w2014.csv", "person,period,job\na,2014,11\nc,2014,33\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Commands.Outcome run(String command, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of(command, "--workspace", folder.resolve("w").toString()));
        Arrays.stream(more)
                .map(a -> a.startsWith("@") ? folder.resolve(a.substring(1)).toString() : a)
                .forEach(arguments::add);
        return new Commands(folder.resolve("state")).run(arguments.toArray(String[]::new));
    }

    private Commands.Outcome take(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--codebook", "@codebook.json"));
        arguments.addAll(List.of(more));
        return run("import", arguments.toArray(String[]::new));
    }

    private static String done(Commands.Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.err();
    }

    private static void refused(Commands.Outcome outcome, int exitCode, String... says) {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
        assertThat(outcome.err()).contains(says).doesNotContain("Exception");
    }

    /** Persons by job, a line each. */
    private List<String> jobs(String... periods) {
        List<String> arguments =
                new ArrayList<>(List.of("--study", "@study.json", "--rows", "job", "--indicator", "population"));
        List.of(periods).forEach(p -> arguments.addAll(List.of("--period", p)));
        Commands.Outcome outcome = run("tabulate", arguments.toArray(String[]::new));
        done(outcome);
        return outcome.out().lines().skip(1).toList();
    }

    @ParameterizedTest
    @CsvSource({"100, 29, 29", "100, 1, 1", "1000, 7, 0.7", "100, 0, 0", "1000, 57, 5.7", "10, 10, 100"})
    void exactlyTheLimitPassesAndOneMoreDoesNot(int rows, int rejected, String percent) throws IOException {
        write("more.csv", rows(rows, rejected + 1));
        if (rejected < rows) {
            refused(take("--max-rejects", percent, "@more.csv"), 2, "The limit is " + percent + " %", "unreadable");
            assertThat(folder.resolve("w")).doesNotExist();
        }
        write("some.csv", rows(rows, Math.min(rejected, rows - 1)));
        done(take("--max-rejects", percent, "@some.csv"));
    }

    private static String rows(int rows, int rejected) {
        return IntStream.range(0, rows)
                .mapToObj(r -> "p" + r + ",2014,F," + (r < rejected ? "x" : "1980") + ",,1,1\n")
                .collect(Collectors.joining("", HEADER, ""));
    }

    @Test
    void theSameBytesAreTakenInASecondTimeOnlyWhenAsked() throws IOException {
        write("undated.csv", "person,sex,birth,entered,wage,weight\na,F,1980,,1,1\n");
        done(take("--period", "2013", "@undated.csv"));
        refused(take("--period", "2014", "@undated.csv"), 2, "byte by byte", "population, 2013", "--again");
        done(take("--period", "2014", "--again", "@undated.csv"));
        assertThat(run("extracts").out().lines()).hasSize(3);
    }

    @Test
    void aReplacementKeepsTheOldLineAndLinksAnew() throws IOException {
        done(take("@p2013.csv", "@p2014.csv", "@w2014.csv"));
        List<String> before = jobs("2014");
        assertThat(before).hasSize(3);
        List<String> other =
                run("extracts").out().lines().filter(l -> l.contains("2013")).toList();

        write("new.csv", HEADER + "d,2014,F,1990,,1,1\nc,2014,M,1960,,1,1\n");
        done(take("--replace", "population", "2014", "@new.csv"));

        assertThat(jobs("2014")).hasSize(2).isNotEqualTo(before);
        assertThat(jobs("2014").toString()).contains("33").doesNotContain("11");
        List<String> log = run("extracts", "--all")
                .out()
                .lines()
                .filter(l -> l.startsWith("population,2014"))
                .toList();
        assertThat(log).hasSize(2);
        assertThat(log.get(0)).contains(",3,3,0,p2014.csv,").matches(".*,1,2[0-9T:-]+Z$");
        assertThat(log.get(1)).contains(",2,2,0,new.csv,").endsWith(",2,");
        assertThat(run("extracts").out().lines().filter(l -> l.contains("2013")).toList())
                .isEqualTo(other);

        write("jobs.csv", "person,period,job\nd,2014,44\nc,2014,33\n");
        done(take("--replace", "work", "2014", "@jobs.csv"));
        assertThat(jobs("2014").toString()).contains("33", "44");
    }

    @Test
    void whatAReplacementMustBring() {
        done(take("@p2013.csv", "@p2014.csv"));
        String before = run("extracts", "--all").out();
        refused(take("--replace", "population", "2014", "@w2014.csv"), 1, "do not bring population, 2014");
        refused(take("--replace", "work", "2014", "@w2014.csv"), 1, "does not hold work, 2014", "population, 2013");
        refused(take("--replace", "population", "2014", "@p2013.csv"), 2, "population, 2013");
        refused(take("--replace", "population", "2014", "@p2014.csv"), 2, "byte by byte");
        assertThat(run("extracts", "--all").out()).isEqualTo(before);
    }

    @Test
    void whatWasRemovedIsMissedByName() throws IOException {
        write("w2013.csv", "person,period,job\na,2013,11\n");
        done(take("@p2013.csv", "@p2014.csv", "@w2014.csv", "@w2013.csv"));
        assertThat(done(run("remove", "work", "2014"))).contains("Removed: work, 2014");
        assertThat(jobs("2013", "2014"))
                .containsExactly("2013,11,1,,1,", "2013,_N,1,,1,", "2014,11,,x,,x", "2014,_N,,x,,x");

        done(run("remove", "population", "2014"));
        refused(
                run(
                        "tabulate",
                        "--study",
                        "@study.json",
                        "--rows",
                        "sex",
                        "--indicator",
                        "population",
                        "--period",
                        "2014"),
                1,
                "no data for 2014",
                "2013");
        refused(run("remove", "population", "2014"), 1, "does not hold population, 2014");
        assertThat(run("extracts", "--all").out().lines()).hasSize(5);

        done(take("@p2014.csv", "@w2014.csv"));
        assertThat(jobs("2014").toString()).contains("11", "33");
    }

    @Test
    void theStudiesThatAreTouchedAreListedFirst() throws IOException {
        done(take("@p2013.csv", "@p2014.csv", "@w2014.csv"));
        Files.createDirectories(folder.resolve("w/studies"));
        Files.writeString(folder.resolve("w/studies/jobs.json"), STUDY);

        assertThat(run("remove", "--dry-run", "work", "2014").err().lines())
                .containsExactly("work, 2014 is used by study jobs, tables T01.");
        assertThat(run("remove", "population", "2013").err().lines())
                .containsExactly(
                        "population, 2013 is used by no study of the workspace.", "Removed: population, 2013.");
        write("new.csv", HEADER + "c,2014,M,1960,,1,1\n");
        assertThat(take("--replace", "population", "2014", "@new.csv")
                        .err()
                        .lines()
                        .findFirst())
                .contains("population, 2014 is used by study jobs, tables T01.");
        assertThat(run("remove", "work", "2014").err().lines())
                .containsExactly("work, 2014 is used by study jobs, tables T01.", "Removed: work, 2014.");
    }

    @Test
    void aVariableThatCameLaterIsNotAvailableBeforeAndNotZero() {
        done(take("@p2013.csv", "@p2014.csv"));
        done(take("@w2014.csv"));
        assertThat(jobs("2014").toString()).contains("11", "33");
        assertThat(jobs("2013", "2014"))
                .containsExactly(
                        "2013,11,,x,,x",
                        "2013,33,,x,,x",
                        "2013,_N,,x,,x",
                        "2014,11,1,,1,",
                        "2014,33,1,,1,",
                        "2014,_N,1,,1,");
    }
}
