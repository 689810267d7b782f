package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ecart.files.Definitions;
import org.ecart.model.AuditReport;
import org.ecart.model.AuditReport.Kind;
import org.ecart.model.Policy;
import org.ecart.real.Commands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release of the sample, and what somebody could have done to it. */
class AuditCommandTest {
    private static final Path SAMPLE = Path.of("sample-data");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path root;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static Commands commands;

    @BeforeAll
    static void makeARelease() throws IOException {
        commands = new Commands(root.resolve("state"));
        List<String> arguments = new ArrayList<>(List.of("import", "--codebook", "sample-data/codebook.json"));
        arguments.addAll(List.of("--workspace", root.resolve("w").toString()));
        try (Stream<Path> files = Files.list(SAMPLE)) {
            files.map(Path::toString).filter(f -> f.endsWith(".csv")).sorted().forEach(arguments::add);
        }
        assertThat(commands.run(arguments.toArray(String[]::new)).exitCode()).isZero();
        String study = Files.readString(SAMPLE.resolve("study.json"));
        Files.writeString(
                root.resolve("open.json"),
                study.replace("\"policy\": \"default\"", "\"policy\": {\"id\": \"none\", \"reason\": \"a test\"}"));
        run(SAMPLE.resolve("study.json"), "release");
        run(root.resolve("open.json"), "open");
        Files.writeString(root.resolve("policy.json"), Definitions.text(Policy.DEFAULT));
    }

    private static void run(Path study, String out) {
        Commands.Outcome outcome = commands.run(
                "run",
                study.toString(),
                "--workspace",
                root.resolve("w").toString(),
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
    private static Path copy(String name) throws IOException {
        Path release = root.resolve("release");
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
    private static List<List<Object>> cells(Kind kind) {
        AuditReport report = Definitions.file(root.resolve("release/internal/audit.json"), Definitions::audit);
        List<List<Object>> cells = new ArrayList<>();
        for (AuditReport.Table table : report.tables()) {
            table.leftOut().stream()
                    .filter(cell -> cell.kind() == kind && cell.printed())
                    .forEach(cell -> cells.add(List.of(table.id(), cell)));
        }
        return cells;
    }

    /** Puts the true figures where there was [c]. */
    private static void print(Path release, List<Object> address) throws IOException {
        AuditReport.LeftOut cell = (AuditReport.LeftOut) address.get(1);
        Path file = release.resolve(address.get(0) + ".json");
        JsonNode table = JSON.readTree(file.toFile());
        JsonNode open = JSON.readTree(
                root.resolve("open/internal/" + address.get(0) + ".json").toFile());
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
    void anyUnsafeCellInPrintIsFound() throws IOException {
        int number = 0;
        for (List<Object> cell : cells(Kind.PRIMARY)) {
            Path release = copy("primary" + number++);
            print(release, cell);
            Commands.Outcome outcome = audit(release);
            assertThat(outcome.exitCode()).as("%s: %s", cell, outcome.out()).isEqualTo(3);
            assertThat(outcome.out()).contains("what is printed is unsafe");
            assertThat(outcome.err()).contains(cell.get(0) + ".json");
        }
        assertThat(number).isPositive();
    }

    @Test
    void aSecondaryCellInPrintGivesAnUnsafeOneAway() throws IOException {
        int number = 0;
        Set<Integer> codes = new LinkedHashSet<>();
        for (List<Object> cell : cells(Kind.SECONDARY)) {
            Path release = copy("secondary" + number++);
            print(release, cell);
            Commands.Outcome outcome = audit(release);
            codes.add(outcome.exitCode());
        }
        assertThat(codes).contains(3);
    }

    @Test
    void withoutItsInternalFolderItSaysWhatItCouldNotSee() throws IOException {
        Path release = copy("public");
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
        Path release = copy("touched");
        Files.writeString(release.resolve("T01.csv"), "nothing");
        Files.delete(release.resolve("fr/C01.svg"));
        Commands.Outcome outcome = audit(release);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains("T01.csv, fr/C01.svg");
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
    void whatIsNoReleaseIsRefused() {
        Commands.Outcome outcome = audit(root.resolve("w"));
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("holds no release");
        assertThat(audit(root.resolve("nowhere")).exitCode()).isEqualTo(1);
    }
}
