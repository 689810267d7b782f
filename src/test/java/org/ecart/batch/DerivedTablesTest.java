package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecart.real.Commands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derived variables from the command line, over the sample and over a delivery without grandparents. */
class DerivedTablesTest {
    private static final String RULES = """
            {"format": "ecart/rules", "version": 1, "variable": "adult", "set": "test", "edition": "1",
             "labels": "Adult", "categories": [{"code": "yes", "labels": "Yes"}, {"code": "no", "labels": "No"}],
             "rules": [{"id": "grown", "when": "age >= 18", "then": "yes"}, {"id": "old", "when": "age > 64", "then": "no"}],
             "else": "no"}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path root;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static Commands commands;

    @BeforeAll
    static void importTheSampleWithAndWithoutGrandparents() throws IOException {
        commands = new Commands(root.resolve("state"));
        try (Stream<String> lines = Files.lines(Path.of("sample-data/kinship.csv"))) {
            // Person and parents stand first.
            Files.writeString(
                    root.resolve("kinship.csv"),
                    lines.map(l -> Arrays.stream(l.split(",", -1)).limit(5).collect(Collectors.joining(",", "", "\n")))
                            .collect(Collectors.joining()));
        }
        take("full", "sample-data/kinship.csv");
        take("parents", root.resolve("kinship.csv").toString());
    }

    private static void take(String workspace, String kinship) {
        done(
                "import",
                "--workspace",
                root.resolve(workspace).toString(),
                "--codebook",
                "sample-data/codebook.json",
                kinship,
                "sample-data/population-2014.csv",
                "sample-data/labour-2014.csv");
    }

    private static Commands.Outcome done(String... arguments) {
        Commands.Outcome outcome = commands.run(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }

    private static List<String> table(String workspace, String rows) {
        return done(
                        "tabulate",
                        "--workspace",
                        root.resolve(workspace).toString(),
                        "--indicator",
                        "population",
                        "--period",
                        "2014",
                        "--measures",
                        "persons",
                        "--rows",
                        rows)
                .out()
                .lines()
                .toList();
    }

    @Test
    void withoutGrandparentsMigrationHistoryIsNotAvailable() {
        assertThat(table("full", "migration_history")).noneMatch(l -> l.endsWith(",x"));
        assertThat(table("parents", "migration_history"))
                .filteredOn(l -> l.startsWith("2014,"))
                .isNotEmpty()
                .allMatch(l -> l.endsWith(",x"));
        assertThat(table("parents", "origin")).noneMatch(l -> l.endsWith(",x"));
    }

    @Test
    void twoEditionsStandInOneTableAndMigrationHistoryFollowsItsOwn() {
        assertThat(table("full", "origin@2017 > origin@2013"))
                .anyMatch(l -> l.startsWith("period,origin@2017,origin@2013,"))
                .anyMatch(l -> l.startsWith("2014,EU13,EU12,"))
                .anyMatch(l -> l.startsWith("2014,MAGH,MAGH,"));
        assertThat(table("full", "migration_history@2013")).hasSizeGreaterThan(10);
        assertThat(table("full", "background > origin_rollup")).hasSizeGreaterThan(5);
    }

    @Test
    void aRuleThatNobodyReachesIsNamed() throws IOException {
        Path file = root.resolve("adult.json");
        Files.writeString(file, RULES);
        Commands.Outcome outcome = commands.run("validate", file.toString());
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("adult=test@1", "old");
        Files.writeString(file, RULES.replace("age > 64", "not known(age)"));
        done("validate", file.toString());
        done("validate", "resources/catalogue/countries-2013.json");
        done("validate", "resources/catalogue/migration-history-monitoring-2017.json");
    }
}
