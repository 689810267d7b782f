package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecart.model.Language;
import org.ecart.real.Commands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted workspaces as a script or somebody at a terminal meets them. */
class PassphraseTest {
    private static final String RIGHT = "correct horse é";
    private static final String CODEBOOK = "sample-data/codebook.json";
    private static final String KINSHIP = "sample-data/kinship.csv";

    private Path folder = Path.of("");
    private Path workspace = Path.of("");

    @BeforeEach
    void place(@TempDir Path folder) {
        this.folder = folder;
        this.workspace = folder.resolve("w");
    }

    /** An environment and a terminal at which these lines are typed. */
    private static final class Told implements Secrets {
        private final Optional<String> variable;
        private final List<String> typed;
        private final List<String> questions = new ArrayList<>();

        Told(Optional<String> variable, String... typed) {
            this.variable = variable;
            this.typed = new ArrayList<>(List.of(typed));
        }

        @Override
        public Optional<String> environment(String name) {
            return name.equals("ECART_PASSPHRASE") ? variable : Optional.empty();
        }

        @Override
        public Optional<char[]> ask(String question) {
            questions.add(question);
            return typed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(typed.remove(0).toCharArray());
        }
    }

    private static Told environment(String passphrase) {
        return new Told(Optional.of(passphrase));
    }

    private static Told terminal(String... typed) {
        return new Told(Optional.empty(), typed);
    }

    private Commands.Outcome run(Secrets secrets, String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "--workspace", workspace.toString()));
        arguments.addAll(List.of(more));
        Commands.Outcome outcome =
                new Commands(folder.resolve("state"), Language.EN, secrets).run(arguments.toArray(String[]::new));
        assertThat(outcome.out() + outcome.err()).doesNotContain(RIGHT, "hoarse", "Exception");
        return outcome;
    }

    private Commands.Outcome make(Secrets secrets, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--codebook", CODEBOOK, KINSHIP));
        arguments.addAll(List.of(more));
        return run(secrets, "import", arguments.toArray(String[]::new));
    }

    private void made(Secrets secrets, String... more) {
        Commands.Outcome outcome = make(secrets, more);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("is encrypted", "ecart.key.json");
    }

    private void opens(Secrets secrets, String... more) {
        Commands.Outcome outcome = run(secrets, "extracts", more);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("kinship");
    }

    private static void refused(Commands.Outcome outcome, int exitCode, String... says) {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(exitCode);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).as(outcome.err()).hasSize(1);
        assertThat(outcome.err()).contains(says);
    }

    private String file(String content) throws IOException {
        Path file = folder.resolve("passphrase.txt");
        Files.writeString(file, content, StandardCharsets.UTF_8);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return file.toString();
    }

    @Test
    void aNewWorkspaceIsEncryptedWhenThereIsAPassphrase() throws IOException {
        made(environment(RIGHT));

        opens(environment(RIGHT));
        opens(terminal(RIGHT));
        opens(terminal(), "--passphrase-file", file(RIGHT));
        opens(terminal(), "--passphrase-file", file("\uFEFF" + RIGHT + "\r\nand a note\n"));
        opens(environment("another"), "--passphrase-file", file(RIGHT + "\n"));
    }

    @Test
    void everyCommandTakesIt() throws IOException {
        made(environment(RIGHT));
        Commands.Outcome population = run(
                terminal(),
                "import",
                "--passphrase-file",
                file(RIGHT),
                "--codebook",
                CODEBOOK,
                "sample-data/population-2014.csv",
                "sample-data/labour-2014.csv");
        assertThat(population.exitCode()).as(population.err()).isZero();
        assertThat(population.err()).doesNotContain("is encrypted");

        String[] table = {"--period", "2014", "--rows", "origin", "--indicator", "employment_rate"};
        Commands.Outcome tabulated = run(environment(RIGHT), "tabulate", table);
        assertThat(tabulated.exitCode()).as(tabulated.err()).isZero();
        refused(run(environment("hoarse"), "tabulate", table), 2, "does not open");
        String[] release = {
            "sample-data/study.json", "--out", folder.resolve("out").toString()
        };
        refused(run(environment("hoarse"), "run", release), 2, "does not open");
    }

    @Test
    void aNewOneIsAskedForTwice() {
        refused(make(terminal(RIGHT, "correct hoarse"), "--encrypt"), 1, "not the same");
        assertThat(workspace).doesNotExist();

        Told terminal = terminal(RIGHT, RIGHT);
        made(terminal, "--encrypt");
        assertThat(terminal.questions).hasSize(2);
        assertThat(terminal.questions.get(0)).contains(workspace.toString());

        opens(terminal(RIGHT));
    }

    @Test
    void whoDoesNotKnowItIsRefused() throws IOException {
        made(environment(RIGHT));

        refused(run(terminal(), "extracts"), 2, "is encrypted", "ECART_PASSPHRASE", "--passphrase-file");
        refused(run(terminal("correct hoarse"), "extracts"), 2, "does not open", workspace.toString());
        refused(run(environment("correct hoarse"), "extracts"), 2, "does not open");
        refused(run(terminal(), "extracts", "--passphrase-file", file("hoarse")), 2, "does not open");
    }

    @Test
    void aPlainWorkspaceTakesNone() {
        Commands.Outcome plain = make(terminal());
        assertThat(plain.exitCode()).as(plain.err()).isZero();
        assertThat(plain.err()).doesNotContain("encrypted");

        refused(run(environment(RIGHT), "extracts"), 2, "is not encrypted");
        refused(
                run(terminal(), "import", "--encrypt", "--codebook", CODEBOOK, "sample-data/labour-2014.csv"),
                2,
                "is not encrypted");
        Told nobodyAsked = terminal();
        opens(nobodyAsked);
        assertThat(nobodyAsked.questions).isEmpty();
    }

    @Test
    void encryptingWithoutAPassphraseIsRefused() {
        refused(make(terminal(), "--encrypt"), 1, "ECART_PASSPHRASE");
        refused(make(environment("")), 1, "passphrase is empty");
        assertThat(workspace).doesNotExist();
    }

    @Test
    void aFileThatHoldsNoneIsRefused() throws IOException {
        refused(make(terminal(), "--passphrase-file", folder.resolve("none").toString()), 1, "none");
        refused(make(terminal(), "--passphrase-file", folder.toString()), 1, folder.toString());
        refused(make(terminal(), "--passphrase-file", file("\nsecond line")), 1, "passphrase is empty");
        Path latin = Files.write(folder.resolve("latin"), RIGHT.getBytes(StandardCharsets.ISO_8859_1));
        refused(make(terminal(), "--passphrase-file", latin.toString()), 1, "latin", "UTF-8");
        assertThat(workspace).doesNotExist();
    }

    @Test
    void aFileThatOthersMayReadIsWarnedAbout() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        String file = file(RIGHT);
        Commands.Outcome alone = make(terminal(), "--passphrase-file", file);
        assertThat(alone.err()).doesNotContain("Warning");

        Files.setPosixFilePermissions(Path.of(file), PosixFilePermissions.fromString("rw-r-----"));
        Commands.Outcome others = run(terminal(), "extracts", "--passphrase-file", file);
        assertThat(others.exitCode()).isZero();
        assertThat(others.err()).startsWith("Warning").contains(file);
    }

    @Test
    void itIsNoArgumentAndNotRepeatedWhenSomebodyTries() {
        refused(run(terminal(), "extracts", "--passphrase=" + RIGHT), 1, "no option --passphrase here");
        refused(run(terminal(), "extracts", "--passphrase", RIGHT), 1, "no option --passphrase here");
    }

    @Test
    void aRefusedImportLeavesNeitherWorkspaceNorKey() {
        Commands.Outcome outcome = run(environment(RIGHT), "import", "--codebook", CODEBOOK, "sample-data/nothing.csv");

        refused(outcome, 1, "nothing.csv");
        assertThat(workspace).doesNotExist();
    }

    @Test
    void nothingOfItIsWrittenDown() throws IOException {
        made(environment("Kq9xV2mZr7"));
        opens(environment("Kq9xV2mZr7"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("Kq9xV2mZr7");
            }
        }
    }
}
