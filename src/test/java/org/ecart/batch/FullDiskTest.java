package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ecart.Seeds;
import org.ecart.files.Definitions;
import org.ecart.intake.Deliveries;
import org.ecart.real.Commands;
import org.ecart.store.Content;
import org.ecart.store.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import on a disk that fills up: a process whose files may not grow over a limit, and as root a disk that is small.
 * One sentence, exit code 2, and once there is room the workspace opens with what it held.
 */
class FullDiskTest {
    private static final int ROWS = 30_000;
    private static final int BLOCK = 1024;

    private Path folder = Path.of("");
    private String codebook = "";
    private String delivery = "";

    /** @param said on both outputs */
    private record Ended(int exitCode, String said) {}

    @BeforeEach
    void prepare(@TempDir Path temporary) throws IOException {
        folder = temporary;
        codebook = Files.writeString(folder.resolve("codebook.json"), Definitions.text(Deliveries.codebook()))
                .toString();
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("person,period,sex,birth,entered,wage,weight\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(Long.toHexString(random.nextLong())).append(",2014,F,").append(random.nextInt(1930, 2000));
            text.append(",,").append(random.nextInt(1_000_000)).append(",1\n");
        }
        delivery = Files.writeString(folder.resolve("population.csv"), text).toString();
    }

    @Test
    void aWorkspaceThatMayNotGrowIsAsItWas() throws Exception {
        attack(List.of(0.05, 0.4));
    }

    @Tag("attack")
    @Test
    void aWorkspaceThatMayNotGrowIsAsItWasWhereverItStops() throws Exception {
        SplittableRandom random = new SplittableRandom(Seeds.ofThisRun("full disks"));
        attack(random.doubles(20).boxed().toList());
    }

    private void attack(List<Double> shares) throws Exception {
        assumeThat(limited(folder, 1 << 20, "--version").exitCode())
                .as("bash and its limits")
                .isZero();
        Path start = held(folder.resolve("start"));
        long from = database(start) / BLOCK;
        Path whole = copy(start, "whole");
        assertThat(imported(whole, delivery).exitCode()).isZero();
        long to = database(whole) / BLOCK;
        String before = content(start);
        String after = content(whole);
        int refused = 0;
        for (double share : shares) {
            Path workspace = copy(start, "w" + share);
            long limit = from + 1 + (long) (share * (to - from));
            Ended ended = limited(
                    folder, limit, "import", "--workspace", workspace.toString(), "--codebook", codebook, delivery);
            String where = "files of at most " + limit + " blocks, " + from + " to " + to + ": " + ended.said();
            // A file may need a little more one time than another.
            if (ended.exitCode() != 0) {
                refused++;
                assertRefused(ended, where);
                assertThat(content(workspace)).as(where).isEqualTo(before);
                assertThat(imported(workspace, delivery).exitCode()).as(where).isZero();
            }
            assertThat(content(workspace)).as(where).isEqualTo(after);
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aWorkspaceThatCannotEvenBeBegunLeavesNothing() throws Exception {
        assumeThat(limited(folder, 1 << 20, "--version").exitCode())
                .as("bash and its limits")
                .isZero();
        for (int limit : List.of(2, 16)) {
            Path workspace = folder.resolve("new" + limit);
            Ended ended = limited(
                    folder, limit, "import", "--workspace", workspace.toString(), "--codebook", codebook, delivery);
            assertRefused(ended, "files of at most " + limit + " blocks: " + ended.said());
            assertThat(workspace).as("limit " + limit).doesNotExist();
            assertThat(imported(workspace, delivery).exitCode())
                    .as("limit " + limit)
                    .isZero();
        }
    }

    @Tag("attack")
    @Test
    void aSmallDiskThatIsFullLeavesTheWorkspaceAsItWas() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(ran("mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", disk.toString()))
                .as("a small disk")
                .isTrue();
        try {
            Path workspace = held(disk.resolve("w"));
            String before = content(workspace);
            Commands.Outcome outcome = imported(workspace, delivery);
            assertRefused(new Ended(outcome.exitCode(), outcome.out() + outcome.err()), outcome.err());
            assertThat(ran("mount", "-o", "remount,size=20m", disk.toString())).isTrue();
            assertThat(content(workspace)).isEqualTo(before);
            assertThat(imported(workspace, delivery).exitCode()).isZero();
        } finally {
            assertThat(ran("umount", disk.toString())).isTrue();
        }
    }

    private static boolean ran(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static void assertRefused(Ended ended, String where) {
        assertThat(ended.exitCode()).as(where).isEqualTo(2);
        assertThat(ended.said().lines()).as(where).hasSize(1);
        assertThat(ended.said()).contains("disk is full");
    }

    /** A workspace that holds an extract. */
    private Path held(Path workspace) throws IOException {
        Path kinship = Files.writeString(folder.resolve("kinship.csv"), "person,father,mother\nz,FR,FR\n");
        assertThat(imported(workspace, kinship.toString()).exitCode()).isZero();
        return workspace;
    }

    private Commands.Outcome imported(Path workspace, String file) {
        return new Commands(folder.resolve("state"))
                .run("import", "--workspace", workspace.toString(), "--codebook", codebook, file);
    }

    private static long database(Path workspace) throws IOException {
        return Files.size(workspace.resolve("ecart.mv.db"));
    }

    private Path copy(Path workspace, String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        Files.copy(workspace.resolve("ecart.mv.db"), copy.resolve("ecart.mv.db"));
        return copy;
    }

    private static String content(Path workspace) {
        try (Workspace open = Workspace.open(workspace)) {
            return Content.of(open);
        }
    }

    /** Runs a command in a process whose files may have so many blocks. */
    private static Ended limited(Path folder, long blocks, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f " + blocks + " && exec \"$@\"", "-"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                CommandProcess.class.getName(),
                folder.resolve("state").toString()));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Ended(process.exitValue(), said);
        } catch (IOException noSuchProgram) {
            return new Ended(-1, "");
        }
    }
}
