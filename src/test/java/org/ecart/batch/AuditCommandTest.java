package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ecart.files.Definitions;
import org.ecart.model.AuditReport;
import org.ecart.model.AuditReport.Kind;
import org.ecart.model.Policy;
import org.ecart.real.Commands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release of the sample, and what somebody could have done to it. */
class AuditCommandTest {
    private static final Path SAMPLE = Path.of("sample-data");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path root;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static Commands commands;

    private static final int MOST_TRIED = 5;

    /** Many small cells, and the same cells in two tables. */
    private static final String FINE = """
            {"format": "ecart/study", "version": 1, "id": "fine", "title": "Fine", "outputs": ["en"],
             "policy": "default", "tables": [%s, %s, %s]}
            """.formatted(
                    table("T01", "province > origin_rollup", "", "employment_rate"),
                    table("T02", "origin", "age_band", "population"),
                    table("T03", "province", "", "unemployment_rate"));

    private static String table(String id, String rows, String columns, String indicator) {
        String measures = indicator.equals("population") ? "[\"persons\"]" : "[\"persons\", \"rate\"]";
        return """
                {"id": "%s", "title": "T", "breakdown": {"periods": ["2014"], "rows": "%s"%s, "indicator": "%s",
                 "undetermined": true, "totals": true, "measures": %s}}
                """.formatted(
                        id, rows, columns.isEmpty() ? "" : ", \"columns\": \"" + columns + "\"", indicator, measures);
    }

    @BeforeAll
    static void makeReleases() throws IOException {
        commands = new Commands(root.resolve("state"));
        Files.writeString(root.resolve("policy.json"), Definitions.text(Policy.DEFAULT));
        String sample = Files.readString(SAMPLE.resolve("study.json"));
        make(sample, "");
        make(FINE, "fine-");
    }

    /** A release and the same without protection, from a workspace of their own. */
    private static void make(String study, String name) throws IOException {
        Path workspace = root.resolve(name + "w");
        List<String> arguments = new ArrayList<>(List.of("import", "--codebook", "sample-data/codebook.json"));
        arguments.addAll(List.of("--workspace", workspace.toString()));
        try (Stream<Path> files = Files.list(SAMPLE)) {
            files.map(Path::toString).filter(f -> f.endsWith(".csv")).sorted().forEach(arguments::add);
        }
        assertThat(commands.run(arguments.toArray(String[]::new)).exitCode()).isZero();
        Path written = root.resolve(name + "study.json");
        Files.writeString(written, study);
        run(written, workspace, name + "release");
        String open = "\"policy\": {\"id\": \"none\", \"reason\": \"a test\"}";
        Files.writeString(written, study.replace("\"policy\": \"default\"", open));
        run(written, workspace, name + "open");
    }

    private static void run(Path study, Path workspace, String out) {
        Commands.Outcome outcome = commands.run(
                "run",
                study.toString(),
                "--workspace",
                workspace.toString(),
                "--out",
                root.resolve(out).toString());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    }

    private static Commands.Outcome audit(Path release, String... more) {
        List<String> arguments = new ArrayList<>(List.of("audit", release.toString()));
        arguments.addAll(List.of("--policy", root.resolve("policy.json").toString()));
        arguments.addAll(List.of(more));
        return commands.run(arguments.toArray(String[]::new));
    }

    /** A copy of the release to do something to. */
    private static Path copy(String of, String name) throws IOException {
        Path release = root.resolve(of);
        try (Stream<Path> files = Files.walk(release)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = root.resolve(name).resolve(release.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
        return root.resolve(name);
    }

    /** Cells of a kind by table, as the audit names them. */
    private static List<List<Object>> cells(String of, Kind kind) {
        AuditReport report = Definitions.file(root.resolve(of + "release/internal/audit.json"), Definitions::audit);
        List<List<Object>> cells = new ArrayList<>();
        for (AuditReport.Table table : report.tables()) {
            table.leftOut().stream()
                    .filter(cell -> cell.kind() == kind && cell.printed())
                    .forEach(cell -> cells.add(List.of(table.id(), cell)));
        }
        return cells.subList(0, Math.min(MOST_TRIED, cells.size()));
    }

    /** Puts the true figures where there was [c]. */
    private static void print(String of, Path release, List<Object> address) throws IOException {
        AuditReport.LeftOut cell = (AuditReport.LeftOut) address.get(1);
        Path file = release.resolve(address.get(0) + ".json");
        JsonNode table = JSON.readTree(file.toFile());
        JsonNode open = JSON.readTree(
                root.resolve(of + "open/internal/" + address.get(0) + ".json").toFile());
        for (int c = 0; c < table.get("cells").size(); c++) {
            JsonNode there = table.get("cells").get(c);
            if (there.get("period").textValue().equals(cell.period().toString())
                    && there.get("codes").equals(JSON.valueToTree(cell.codes()))) {
                ((ObjectNode) there).set("values", open.get("cells").get(c).get("values"));
            }
        }
        Files.writeString(file, table.toPrettyString());
    }

    @Test
    void aReleaseAsItWasWrittenIsSafe() throws IOException {
        Commands.Outcome outcome = audit(
                root.resolve("release"), "--json", root.resolve("verdict.json").toString());
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out().lines()).hasSize(4).allMatch(line -> line.matches("(T0[123]: .*: safe|Safe: .*)"));
        assertThat(outcome.err()).isEmpty();
        assertThat(JSON.readTree(root.resolve("verdict.json").toFile())
                        .get("safe")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void aReleaseOfManySmallCellsIsSafeToo() {
        Commands.Outcome outcome = audit(root.resolve("fine-release"));
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.err()).as("what it could not look at").contains("T03: its rates");
        assertThat(outcome.out()).containsPattern("T01: [0-9]{2} cells printed, [0-9]+ left out: safe");
    }

    /** In T03 a rate is one of the active only, which files do not tell. */
    @ParameterizedTest
    @ValueSource(strings = {"", "fine-"})
    void anyUnsafeCellInPrintIsFound(String of) throws IOException {
        int number = 0;
        for (List<Object> cell : cells(of, Kind.PRIMARY)) {
            if (of.isEmpty() || !cell.get(0).equals("T03")) {
                Path release = copy(of + "release", of + "primary" + number++);
                print(of, release, cell);
                Commands.Outcome outcome = audit(release);
                assertThat(outcome.exitCode()).as("%s: %s", cell, outcome.out()).isEqualTo(3);
                assertThat(outcome.out()).contains("what is printed is unsafe");
                assertThat(outcome.err()).contains(cell.get(0) + ".json");
            }
        }
        assertThat(number).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fine-"})
    void aSecondaryCellInPrintGivesAnUnsafeOneAway(String of) throws IOException {
        int number = 0;
        int found = 0;
        for (List<Object> cell : cells(of, Kind.SECONDARY)) {
            Path release = copy(of + "release", of + "secondary" + number++);
            print(of, release, cell);
            Commands.Outcome outcome = audit(release);
            assertThat(outcome.exitCode()).as("%s: %s", cell, outcome.out()).isIn(2, 3);
            found += outcome.exitCode() == 3 ? 1 : 0;
        }
        System.out.printf("%d of %d secondary cells in print are found%n", found, number);
        assertThat(found).isPositive();
    }

    @Test
    void withoutItsInternalFolderItSaysWhatItCouldNotSee() throws IOException {
        Path release = copy("release", "public");
        try (Stream<Path> files = Files.list(release.resolve("internal"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Commands.Outcome outcome = audit(release);
        assertThat(outcome.exitCode()).as(outcome.out()).isZero();
        assertThat(outcome.err()).contains("manifest.json", "study.json", "audit.json");
    }

    @Test
    void aFileThatWasTouchedIsNamed() throws IOException {
        Path release = copy("release", "touched");
        Files.writeString(release.resolve("T01.csv"), "nothing");
        Files.delete(release.resolve("fr/C01.svg"));
        Commands.Outcome outcome = audit(release);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("T01.csv, fr/C01.svg");
    }

    /** A copy without a manifest, in which a line of T01.csv is another one. */
    private static Path csv(String name, String find, String instead) throws IOException {
        Path release = copy("fine-release", name);
        Files.delete(release.resolve("internal/manifest.json"));
        Path file = release.resolve("T01.csv");
        String text = Files.readString(file);
        assertThat(text).containsPattern(find);
        Files.writeString(file, text.replaceFirst(find, instead));
        return release;
    }

    /** A cell of T01 without numbers, as the CSV has it and as it is named. */
    private static List<String> hidden() throws IOException {
        String line = Files.readAllLines(root.resolve("fine-release/T01.csv")).stream()
                .filter(l -> l.endsWith(",,c,,c"))
                .findFirst()
                .orElseThrow();
        String[] fields = line.split(",");
        return List.of(line, "%s, province %s, origin_rollup %s".formatted(fields[0], fields[1], fields[2]));
    }

    @Test
    void aNumberInTheCsvThatTheJsonKeepsConfidentialFalls() throws IOException {
        List<String> hidden = hidden();
        Path release = csv("csv-told", hidden.get(0), hidden.get(0).replace(",,c,,c", ",987654,,,c"));
        Commands.Outcome outcome = audit(release);
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(3);
        assertThat(outcome.out())
                .contains("T01: ", "1 cells fall", "  " + hidden.get(1) + ": confidential in T01.json");
        assertThat(outcome.err()).contains("Not as the release was written: T01.csv");
        assertThat(outcome.out() + outcome.err()).doesNotContain("987654");
    }

    @Test
    void anotherStatusOrNumberInTheCsvIsNamed() throws IOException {
        List<String> hidden = hidden();
        Path status = csv("csv-status", hidden.get(0), hidden.get(0).replace(",,c,,c", ",,x,,c"));
        Path number = csv("csv-number", "(?m)^(2014,[^,]+,[^,]+,)[0-9]+,,", "$1987654,,");
        for (Path release : List.of(status, number)) {
            Path verdict = root.resolve(release.getFileName() + "-verdict.json");
            Commands.Outcome outcome = audit(release, "--json", verdict.toString());
            assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
            assertThat(outcome.err()).contains("T01.csv, 2014, province ", "not as in T01.json");
            assertThat(outcome.out() + outcome.err()).doesNotContain("987654");
            JsonNode told = JSON.readTree(verdict.toFile()).get("different");
            assertThat(told).hasSize(1);
            assertThat(told.get(0).get("table").textValue()).isEqualTo("T01");
            assertThat(told.get(0).get("told").booleanValue()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?m)^period", "(?m)^2014,.*\\n", "(?m)^2014,"})
    void aCsvWithOtherColumnsOrCellsIsNamed(String gone) throws IOException {
        Commands.Outcome outcome = audit(csv("csv-gone" + gone.hashCode(), gone, ""));
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
        assertThat(outcome.err()).contains("Not as the release was written: T01.csv");
    }

    @Test
    void aCsvWithoutItsJsonIsNamed() throws IOException {
        Path release = csv("csv-alone", "period", "period");
        Files.delete(release.resolve("T01.json"));
        Commands.Outcome outcome = audit(release);
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
        assertThat(outcome.err()).contains("Not as the release was written: T01.csv");
    }

    @Test
    void aStricterPolicyIsAskedFor() throws IOException {
        Path strict = root.resolve("strict.json");
        Files.writeString(strict, "{\"format\": \"ecart/policy\", \"version\": 1, \"id\": \"s\", \"threshold\": 500}");
        Commands.Outcome outcome =
                commands.run("audit", root.resolve("release").toString(), "--policy", strict.toString());
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void theLedgerListsAReleaseAndSaysWhyItWasForgotten() throws IOException {
        String study = JSON.readTree(
                        root.resolve("fine-release/internal/audit.json").toFile())
                .get("study")
                .textValue();
        String[] list = {"releases", "--workspace", root.resolve("fine-w").toString()};
        Commands.Outcome listed = commands.run(list);
        assertThat(listed.out().lines()).hasSize(2);
        assertThat(listed.out().lines().skip(1))
                .allMatch(line -> line.matches("[0-9a-f]{64}," + study + ",20.*,3,.*,,"));

        String release = listed.out().lines().skip(1).findFirst().orElseThrow().substring(0, 10);
        Commands.Outcome forgotten =
                commands.run("releases", list[1], list[2], "--forget", release, "--reason", "only a test");
        assertThat(forgotten.exitCode()).as(forgotten.err()).isZero();
        assertThat(forgotten.err()).contains(release, study);
        assertThat(commands.run(list).out()).contains("only a test");
    }

    @Test
    void whatIsNoReleaseIsRefused() {
        Commands.Outcome outcome = audit(root.resolve("w"));
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("holds no release");
        assertThat(audit(root.resolve("nowhere")).exitCode()).isEqualTo(1);
    }
}
