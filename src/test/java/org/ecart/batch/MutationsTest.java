package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecart.Seeds;
import org.ecart.files.Definitions;
import org.ecart.intake.Deliveries;
import org.ecart.real.Commands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A good file with damage of every kind: it is loaded as far as its rows are good, or refused in one sentence. Never a
 * stack trace, never a wait, never a value of a person in what is said, and after a refusal the workspace is as it was.
 */
class MutationsTest {
    private static final int MUTATIONS = 300;
    private static final int MANY_MUTATIONS = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Pattern COUNTS = Pattern.compile("read ([0-9]+) = loaded ([0-9]+) \\+ rejected ([0-9]+)");

    private Path folder = Path.of("");
    private Path workspace = Path.of("");
    private Path codebook = Path.of("");
    private Path database = Path.of("");
    private Path saved = Path.of("");
    private String held = "";

    @BeforeEach
    void place(@TempDir Path temporary) throws IOException {
        folder = temporary;
        workspace = folder.resolve("w");
        codebook = folder.resolve("codebook.json");
        Files.writeString(codebook, Definitions.text(Deliveries.codebook()));
        Path before = folder.resolve("before.csv");
        Files.writeString(before, "person,father,mother\nHELD1,BE,FR\nHELD2,MA,BE\n");
        Commands.Outcome outcome = run("import", "--codebook", codebook.toString(), before.toString());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        held = run("extracts").out();
        database = workspace.resolve("ecart.mv.db");
        saved = Files.copy(database, folder.resolve("saved"));
    }

    @Test
    void threeHundredDamagedFilesAreLoadedOrRefused() throws IOException {
        attack(20_000, MUTATIONS);
    }

    @Tag("attack")
    @Test
    void tenThousandDamagedFilesAreLoadedOrRefused() throws IOException {
        attack(Seeds.ofThisRun("damaged files"), MANY_MUTATIONS);
    }

    private void attack(long from, int count) throws IOException {
        SplittableRandom seeds = new SplittableRandom(from);
        int loaded = 0;
        for (int i = 0; i < count; i++) {
            long seed = seeds.nextLong();
            loaded += attack(seed) ? 1 : 0;
        }
        System.out.println(loaded + " of " + count + " damaged files were loaded");
        assertThat(loaded).isBetween(count / 10, count - count / 10);
    }

    /** Whether it was loaded. */
    private boolean attack(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        Path file = folder.resolve("delivered");
        Mutation mutation = Mutation.of(random);
        Files.write(file, mutation.damaged());
        List<String> arguments = new ArrayList<>(List.of("--codebook", codebook.toString(), file.toString()));
        if (random.nextBoolean()) {
            arguments.addAll(List.of("--max-rejects", "100"));
        }
        Commands.Outcome outcome = assertTimeoutPreemptively(
                LONGEST, () -> run("import", arguments.toArray(String[]::new)), () -> "seed " + seed);
        String said = outcome.err() + outcome.out();
        assertThat(outcome.exitCode()).as("seed %d: %s %s", seed, said, log()).isIn(0, 2);
        assertThat(said).as("seed %d", seed).doesNotContain("Exception", "\tat ");
        if (!mutation.tellingHeader()) {
            assertThat(withoutCodes(said)).as("seed %d", seed).doesNotContain(Mutation.PERSON, Mutation.WAGE);
        }
        if (outcome.exitCode() == 2) {
            assertThat(run("extracts").out()).as("seed %d", seed).isEqualTo(held);
            return false;
        }
        Matcher counts = COUNTS.matcher(said);
        assertThat(counts.find()).as("seed %d: %s", seed, said).isTrue();
        assertThat(Long.parseLong(counts.group(2)) + Long.parseLong(counts.group(3)))
                .as("seed %d: %s", seed, said)
                .isEqualTo(Long.parseLong(counts.group(1)));
        Files.copy(saved, database, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    /** Codes that are in no code list are told on purpose; with a quote gone astray they may hold anything. */
    private static String withoutCodes(String said) {
        return said.replaceAll("(?s)not in the codebook.*", "");
    }

    private String log() {
        try {
            return Files.exists(folder.resolve("state/ecart.log"))
                    ? Files.readString(folder.resolve("state/ecart.log"))
                    : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    private Commands.Outcome run(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "--workspace", workspace.toString()));
        arguments.addAll(List.of(more));
        return new Commands(folder.resolve("state")).run(arguments.toArray(String[]::new));
    }
}
