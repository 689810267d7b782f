package org.ecart.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ecart.Seeds;
import org.ecart.frame.CodeSegment;
import org.ecart.model.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another process is killed while it changes a workspace, at moments spread over the phases that it prints. Afterwards
 * the workspace opens and holds exactly what it held before or all that it was to hold, and does the same again.
 */
class KillTest {
    private static final int ROWS = 15_000;
    private static final int MANY_ROWS = 200_000;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    Path folder;

    @Test
    void anImportKilledAnywhereIsThereOrNot() throws Exception {
        Attack attack = new Attack("take", "", ROWS, 30_000);
        for (String phase : List.of("intake.read", "store.write", "store.align", "store.publish", "store.publish")) {
            attack.kill(phase);
        }
        attack.kill(KilledImport.CLOSING);
    }

    @Tag("attack")
    @Test
    void thirtyKillsOfAnImport() throws Exception {
        Attack attack = new Attack("take", "", MANY_ROWS, Seeds.ofThisRun("kills of an import"));
        for (int i = 0; i < 30; i++) {
            List<String> phases = List.of(
                    "store.write", "store.publish", "store.align", "intake.read", "intake.sort", KilledImport.CLOSING);
            attack.kill(phases.get(i % phases.size()));
        }
        // A kill may come a little late and hit the phase behind the one that was meant.
        for (int more = 0; more < 40 && (attack.hit("store.write") < 5 || attack.hit("store.publish") < 5); more++) {
            attack.kill(attack.hit("store.write") < 5 ? "store.write" : "store.publish");
        }
        System.out.println(attack);
        assertThat(attack.hit("store.write")).isGreaterThanOrEqualTo(5);
        assertThat(attack.hit("store.publish")).isGreaterThanOrEqualTo(5);
    }

    @Tag("attack")
    @Test
    void killsOfAnEncryptedImport() throws Exception {
        kills("take", "correct horse", 6);
    }

    @Tag("attack")
    @Test
    void killsOfAReplacement() throws Exception {
        kills("replace", "", 8);
    }

    @Tag("attack")
    @Test
    void killsOfARemoval() throws Exception {
        kills("remove", "", 8);
    }

    /** Derived columns are written behind one's back; each is there whole or not at all. */
    @Test
    void aKillWhileColumnsAreKeptChangesNothing() throws Exception {
        Attack attack = new Attack("keep", "", ROWS, 20_000);
        for (int i = 0; i < 4; i++) {
            attack.kill(KilledImport.CLOSING);
        }
    }

    @Tag("attack")
    @Test
    void killsWhileColumnsAreKept() throws Exception {
        Attack attack = new Attack("keep", "correct horse", ROWS, Seeds.ofThisRun("kills of keeping"));
        for (int i = 0; i < 20; i++) {
            attack.kill(KilledImport.CLOSING);
        }
        System.out.println(attack);
    }

    /** What was called off is cleared away when the workspace is closed. */
    @Tag("attack")
    @Test
    void killsWhileAWorkspaceIsCompacted() throws Exception {
        Attack attack = new Attack("cancel", "", MANY_ROWS, Seeds.ofThisRun("kills of a compaction"));
        for (int i = 0; i < 8; i++) {
            attack.kill(KilledImport.CLOSING);
        }
        System.out.println(attack);
    }

    private void kills(String what, String passphrase, int count) throws Exception {
        Attack attack = new Attack(what, passphrase, MANY_ROWS, Seeds.ofThisRun("kills of " + what));
        List<String> phases = attack.phases();
        for (int i = 0; i < count; i++) {
            attack.kill(phases.get(i % phases.size()));
        }
        System.out.println(attack);
    }

    /** One thing to do to one workspace, done once without a kill to know how long its phases are and what comes of it. */
    private final class Attack {
        private final String what;
        private final String passphrase;
        private final SplittableRandom random;
        private final long seed;
        private final Path start = folder.resolve("start");
        private final Path place = folder.resolve("w");
        private final List<Path> files;
        private final String before;
        private final String after;
        private final Map<String, Long> lengths = new LinkedHashMap<>();
        private final Map<String, Integer> hits = new TreeMap<>();
        private int kept;
        private int done;
        private int keptColumns;

        Attack(String what, String passphrase, int rows, long seed) throws Exception {
            this.what = what;
            this.passphrase = passphrase;
            this.seed = seed;
            this.random = new SplittableRandom(seed);
            List<Path> first = new ArrayList<>(List.of(delivery("kinship", rows / 2)));
            if (List.of("replace", "remove", "keep").contains(what)) {
                first.add(delivery("population", rows / 2));
            }
            try (Workspace workspace = Workspace.openOrCreate(start, KilledImport.passphrase(passphrase))) {
                KilledImport.act(workspace, "take", first, Progress.NONE);
                before = Content.of(workspace);
            }
            files = List.of(delivery("population", rows), delivery("work", rows / 2));
            begin();
            run(KilledImport.CLOSED, 0);
            hits.clear();
            try (Workspace workspace = Workspace.open(place, KilledImport.passphrase(passphrase))) {
                after = Content.of(workspace);
            }
            assertThat(after.equals(before)).isEqualTo(changesNothing());
        }

        private boolean changesNothing() {
            return what.equals("cancel") || what.equals("keep");
        }

        /** A delivery with as many persons, each with a row. */
        private Path delivery(String extract, int rows) throws IOException {
            StringBuilder text = new StringBuilder();
            SplittableRandom values = new SplittableRandom(rows);
            text.append(
                    switch (extract) {
                        case "kinship" -> "person,father,mother\n";
                        case "work" -> "person,period,job\n";
                        default -> "person,period,sex,birth,entered,wage,weight\n";
                    });
            for (int row = 0; row < rows; row++) {
                text.append("p").append(Long.toHexString(row * 0x9E3779B97F4A7C15L));
                switch (extract) {
                    case "kinship" ->
                        text.append(",c")
                                .append(values.nextInt(200))
                                .append(",c")
                                .append(values.nextInt(200));
                    case "work" -> text.append(",2014,").append(values.nextInt(1000));
                    default ->
                        text.append(",2014,")
                                .append(values.nextBoolean() ? "F," : "M,")
                                .append(values.nextInt(1930, 2000))
                                .append(",2001-01-")
                                .append(values.nextInt(10, 30))
                                .append(',')
                                .append(values.nextInt(10_000))
                                .append('.')
                                .append(values.nextInt(100))
                                .append(",1");
                }
                text.append('\n');
            }
            return Files.writeString(folder.resolve(extract + rows + ".csv"), text);
        }

        List<String> phases() {
            return lengths.keySet().stream()
                    .filter(p -> !p.equals(KilledImport.CLOSED))
                    .toList();
        }

        int hit(String phase) {
            return hits.getOrDefault(phase, 0);
        }

        /** Kills within a phase, and looks at what is left. */
        void kill(String phase) throws Exception {
            double fraction = random.nextDouble();
            begin();
            String last = run(phase, (long) (lengths.getOrDefault(phase, 0L) * fraction));
            String killed = "seed " + seed + ", killed at " + fraction + " of " + phase + ", within " + last;
            try (Workspace workspace = Workspace.open(place, KilledImport.passphrase(passphrase))) {
                String content = Content.of(workspace);
                assertThat(content).as(killed).isIn(before, after);
                boolean undone = content.equals(before);
                kept += undone ? 1 : 0;
                done += undone ? 0 : 1;
                if (last.equals(KilledImport.CLOSING)) {
                    assertThat(content).as(killed + ": it was said to be done").isEqualTo(after);
                }
                assertKeptWhole(workspace, killed);
                if (undone && !changesNothing()) {
                    KilledImport.act(workspace, what, files, Progress.NONE);
                    assertThat(Content.of(workspace))
                            .as(killed + ", and done again")
                            .isEqualTo(after);
                }
            }
            try (Workspace workspace = Workspace.open(place, KilledImport.passphrase(passphrase))) {
                assertThat(Content.of(workspace))
                        .as(killed + ", and opened again")
                        .isEqualTo(after);
            }
            try (Stream<Path> left = Files.list(place)) {
                assertThat(left.map(p -> p.getFileName().toString()))
                        .as(killed)
                        .isSubsetOf("ecart.mv.db", "ecart.key.json");
            }
        }

        private void assertKeptWhole(Workspace workspace, String killed) {
            for (int number = 0; what.equals("keep") && number < KilledImport.KEPT; number++) {
                List<CodeSegment> expected = KilledImport.column(number);
                int column = number;
                workspace.kept(KilledImport.key(workspace, number)).ifPresent(there -> {
                    keptColumns++;
                    assertThat(there.stream().map(SegmentBytes::of))
                            .as(killed + ", column " + column)
                            .containsExactlyElementsOf(
                                    expected.stream().map(SegmentBytes::of).toList());
                });
            }
        }

        /** The workspace as it was before. */
        private void begin() throws IOException {
            Files.createDirectories(place);
            try (Stream<Path> old = Files.list(place)) {
                for (Path file : old.toList()) {
                    Files.delete(file);
                }
            }
            try (Stream<Path> saved = Files.list(start)) {
                for (Path file : saved.toList()) {
                    Files.copy(file, place.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }

        /**
         * Does it in another process, and kills that some time after a phase began.
         *
         * @return the phase in which it was killed
         */
        private String run(String deadly, long nanosLater) throws Exception {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    KilledImport.class.getName(),
                    place.toString(),
                    passphrase,
                    what));
            files.forEach(f -> command.add(f.toString()));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String phase = "";
            try (BufferedReader said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                long began = System.nanoTime();
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    boolean measuring = deadly.equals(KilledImport.CLOSED);
                    assertThat(line).as("what the process says").matches("[a-z.]+");
                    if (measuring && !phase.isEmpty()) {
                        lengths.merge(phase, System.nanoTime() - began, Long::sum);
                    }
                    if (!measuring && line.equals(deadly) && !phase.equals(deadly)) {
                        TimeUnit.NANOSECONDS.sleep(nanosLater);
                        // By its handle: the process itself would close what it has still to say.
                        process.toHandle().destroyForcibly();
                    }
                    phase = line;
                    began = System.nanoTime();
                }
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            hits.merge(phase, 1, Integer::sum);
            return phase;
        }

        @Override
        public String toString() {
            return what + ": killed within " + hits + "; " + kept + " times as before, " + done + " times done; "
                    + keptColumns + " columns kept; phases "
                    + lengths.entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue() / 1_000_000 + " ms")
                            .toList();
        }
    }
}
