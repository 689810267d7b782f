package org.ecart.bench;

import static org.ecart.bench.Timing.say;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ecart.model.Progress;
import org.ecart.real.Commands;
import org.ecart.store.Workspace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Taking files in, beside DuckDB on the same files, with as many threads. Ecart's time runs from opening a new workspace
 * to its being closed: checks, coding, person numbers, sorting, forced flush. DuckDB's runs from the first statement to
 * the end of its CHECKPOINT.
 */
@Tag("bench")
class ImportBenchmark {
    private static final int ROUNDS = Integer.getInteger("ecart.bench.rounds", 3);
    private static final String SIZES = System.getProperty("ecart.bench.sizes", "1000000x1,7000000x1,7000000x4");
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final Path folder = Path.of("target", "bench", "out");

    @Test
    void importBesideDuckDb() throws IOException, SQLException {
        say(
                "threads %d, heap %d MB, %d rounds, medians",
                THREADS, Runtime.getRuntime().maxMemory() >> 20, ROUNDS);
        for (String size : SIZES.split(",")) {
            int persons = Integer.parseInt(size.replaceFirst("x.*", ""));
            int years = Integer.parseInt(size.replaceFirst(".*x", ""));
            compare(BenchFiles.of(persons, years), (long) persons * years);
        }
    }

    private void compare(List<Path> files, long rows) throws IOException, SQLException {
        List<Double> ecart = new ArrayList<>();
        List<Double> typed = new ArrayList<>();
        List<Double> text = new ArrayList<>();
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        long kept = 0;
        long peer = 0;
        for (int round = 0; round < ROUNDS; round++) {
            clear();
            ecart.add(seconds(() -> takeIn(files)));
            kept = Files.size(folder.resolve("workspace").resolve("ecart.mv.db"));
            typed.add(seconds(() -> duckDb(files, false)));
            peer = Files.size(folder.resolve("typed.duckdb"));
            text.add(seconds(() -> duckDb(files, true)));
        }
        say("%,d rows x 20 columns, %,d MB in %d file(s)", rows, bytes >> 20, files.size());
        say(
                "  Ecart %.2f s (%,.0f rows/s), DuckDB typed %.2f s, DuckDB text %.2f s: ratio %.2f to typed, %.2f to text",
                median(ecart),
                rows / median(ecart),
                median(typed),
                median(text),
                median(ecart) / median(typed),
                median(ecart) / median(text));
        say(
                "  kept in %,d MB = %.2f of the files' bytes (DuckDB %,d MB); opened, with its first table: %.2f s",
                kept >> 20, (double) kept / bytes, peer >> 20, seconds(this::openAndTabulate));
    }

    private void takeIn(List<Path> files) {
        Map<String, Double> phases = new TreeMap<>();
        long[] last = {System.nanoTime()};
        String[] phase = {"open"};
        Progress progress = (step, fraction) -> {
            long now = System.nanoTime();
            phases.merge(phase[0], (now - last[0]) / 1e9, Double::sum);
            last[0] = now;
            phase[0] = step;
        };
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("workspace"))) {
            BenchFiles.take(workspace, files, progress);
            progress.report("close", -1);
        }
        progress.report("", -1);
        say("    %s", phases);
    }

    private void openAndTabulate() {
        Commands.Outcome outcome = new Commands(folder)
                .run(
                        "tabulate",
                        "--workspace",
                        folder.resolve("workspace").toString(),
                        "--period",
                        "2011",
                        "--rows",
                        "gender",
                        "--indicator",
                        "population");
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException(outcome.err());
        }
    }

    private void duckDb(List<Path> files, boolean text) {
        Path file = folder.resolve(text ? "text.duckdb" : "typed.duckdb");
        String list = String.join(", ", files.stream().map(f -> "'" + f + "'").toList());
        String types = text ? "all_varchar = true" : "header = true";
        try {
            Files.deleteIfExists(file);
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
                    Statement statement = connection.createStatement()) {
                statement.execute("set threads = " + THREADS);
                statement.execute("create table t as select * from read_csv([" + list + "], " + types + ")");
                statement.execute("checkpoint");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void clear() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(folder);
    }

    private static double seconds(Runnable job) {
        long start = System.nanoTime();
        job.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }
}
