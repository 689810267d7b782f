package org.ecart.bench;

import static org.ecart.bench.Timing.at;
import static org.ecart.bench.Timing.millis;
import static org.ecart.bench.Timing.say;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.model.Condition;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Query;
import org.ecart.model.TableShape;
import org.ecart.model.Value;
import org.ecart.stats.TableBuilder;
import org.ecart.stats.ValueTable;
import org.ecart.store.Workspace;
import org.ecart.tabulate.FrameTabulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tables from a plan to finished, labelled figures, beside DuckDB's best query on narrow and ENUM columns in memory and the
 * same number of threads. What both give is compared cell by cell before anything is timed, and nothing is kept from one
 * round to the next.
 */
@Tag("bench")
class TabulateBenchmark {
    private static final int ROUNDS = Integer.getInteger("ecart.bench.rounds", 50);
    private static final int WARM = Integer.getInteger("ecart.bench.warm", 50);
    private static final int THREADS =
            Integer.getInteger("ecart.bench.threads", Runtime.getRuntime().availableProcessors());
    /** Full chunks of 65,536 persons in a year: 107 are 7,012,352 persons. */
    private static final int CHUNKS = Integer.getInteger("ecart.bench.chunks", 107);

    private static final int FIRST_USE = Integer.getInteger("ecart.bench.firstuse", 1_000_000);

    private static final Period YEAR = Period.ofYear(2014);

    /** Rows up to which H2 is asked too, a few times. */
    private static final int LARGEST_H2 = 1_100_000;

    private static final int H2_ROUNDS = 3;

    @Test
    void tablesBesideDuckDb() throws IOException, SQLException {
        BenchPopulation persons = new BenchPopulation(CHUNKS, 1);
        try (BenchDuck duck = new BenchDuck(THREADS)) {
            duck.fill(persons.years());
            say("%d threads, %d rounds after %d to warm up; median (p95) in ms", THREADS, ROUNDS, WARM);
            for (int chunks : List.of(Math.max(1, CHUNKS / 7), CHUNKS, 4 * CHUNKS)) {
                duck.first("person", chunks * Chunks.SIZE);
                say("%,d persons", chunks * Chunks.SIZE);
                FrameSource source = persons.first(chunks);
                for (BenchTables table : BenchTables.values()) {
                    beside(duck, table, source, List.of(YEAR), round -> table.forms("person", YEAR.year(), round));
                }
                if (chunks * Chunks.SIZE <= LARGEST_H2) {
                    h2(duck, source);
                }
                duck.drop("person");
            }
            say("%,d persons in four years", 4 * persons.rowsAYear());
            List<Period> periods =
                    BenchPopulation.YEARS.stream().map(Period::ofYear).toList();
            beside(
                    duck,
                    BenchTables.RATE,
                    persons.years(),
                    periods,
                    round -> BenchTables.RATE.forms("persons_years", 0, round));
        }
    }

    private static void beside(
            BenchDuck duck,
            BenchTables table,
            FrameSource source,
            List<Period> periods,
            IntFunction<List<String>> forms)
            throws SQLException {
        TableBuilder builder = builder(source);
        int form = fastest(duck, forms);
        for (int round = 0; round < 6; round++) {
            compare(
                    table,
                    answer(builder, table, periods, round),
                    duck.answer(forms.apply(round).get(form)));
        }
        List<Double> ecart = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        List<Double> untuned = new ArrayList<>();
        for (int round = -WARM; round < ROUNDS; round++) {
            int filter = round + WARM;
            double own = millis(() -> builder.build(table.plan(periods, filter), Progress.NONE));
            double other = millis(() -> duck.answer(forms.apply(filter).get(form)));
            duck.tuned(false);
            double plainly = millis(() -> duck.answer(forms.apply(filter).get(0)));
            duck.tuned(true);
            if (round >= 0) {
                ecart.add(own);
                peer.add(other);
                untuned.add(plainly);
            }
        }
        long bytes = bytes(table, source, periods);
        double plain = plain(table, source, periods);
        say(
                "  %-78s Ecart %7.2f (%7.2f)  DuckDB %8.2f (%8.2f)  ratio %.3f  as it comes %8.2f, ratio %.3f"
                        + "  %.1f GB/s, %.1f plainly read",
                table.title(),
                at(ecart, 0.5),
                at(ecart, 0.95),
                at(peer, 0.5),
                at(peer, 0.95),
                at(ecart, 0.5) / at(peer, 0.5),
                at(untuned, 0.5),
                at(ecart, 0.5) / at(untuned, 0.5),
                bytes / at(ecart, 0.5) / 1e6,
                bytes / plain / 1e6);
    }

    private static TableBuilder builder(FrameSource source) {
        return new TableBuilder(new FrameTabulator(source, THREADS), Labels.same("unknown"), Labels.same("no record"));
    }

    /** The way to ask that takes the peer the least time. */
    private static int fastest(BenchDuck duck, IntFunction<List<String>> forms) {
        int fastest = 0;
        double least = Double.MAX_VALUE;
        for (int form = 0; form < forms.apply(0).size(); form++) {
            for (int round = 0; round < 6; round++) {
                String sql = forms.apply(round).get(form);
                double time = millis(() -> duck.answer(sql));
                if (time < least) {
                    least = time;
                    fastest = form;
                }
            }
        }
        return fastest;
    }

    private static void h2(BenchDuck duck, FrameSource source) throws IOException, SQLException {
        try (BenchH2 h2 = new BenchH2(duck, "person")) {
            for (BenchTables table : BenchTables.values()) {
                String sql = table.plainSql("person", YEAR.year(), 0);
                compare(table, answer(builder(source), table, List.of(YEAR), 0), h2.answer(sql));
                List<Double> times = new ArrayList<>();
                for (int round = 0; round < H2_ROUNDS; round++) {
                    times.add(millis(() -> h2.answer(sql)));
                }
                say("  %-78s H2 %10.2f", table.title(), at(times, 0.5));
            }
        }
    }

    /** What a table costs while its columns are still in the database, and once they are in the heap. */
    @Test
    void firstUseOfColumns() throws IOException {
        List<Path> files = BenchFiles.of(FIRST_USE, 1);
        Path folder = Files.createTempDirectory("ecart-bench");
        try {
            try (Workspace workspace = Workspace.openOrCreate(folder)) {
                BenchFiles.take(workspace, files, Progress.NONE);
            }
            try (Workspace workspace = Workspace.open(folder)) {
                Query query = new Query(
                        new Query.Source(Period.ofYear(2011), Optional.empty()),
                        List.of(),
                        List.of("gender", "region", "household", "position", "education"),
                        Condition.ALL);
                FrameTabulator tabulator = new FrameTabulator(workspace, THREADS);
                double first = millis(() -> tabulator.tabulate(query, Progress.NONE));
                List<Double> later = new ArrayList<>();
                for (int round = -WARM; round < ROUNDS; round++) {
                    later.add(millis(() -> tabulator.tabulate(query, Progress.NONE)));
                }
                say(
                        "%,d persons of a workspace, five columns: first use %.1f ms, later %.2f ms",
                        FIRST_USE, first, at(later.subList(WARM, later.size()), 0.5));
            }
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Map<List<String>, Double> answer(
            TableBuilder builder, BenchTables table, List<Period> periods, int round) {
        ValueTable built = builder.build(table.plan(periods, round), Progress.NONE);
        TableShape shape = built.shape();
        Map<List<String>, Double> cells = new HashMap<>();
        for (int place = 0; place < shape.size(); place++) {
            TableShape.Address address = shape.address(place);
            List<String> key = new ArrayList<>();
            if (periods.size() > 1) {
                key.add(Integer.toString(periods.get(address.period()).year()));
            }
            key.addAll(shape.codes(address).values());
            Value value = Optional.ofNullable(built.values().get(table.measure()))
                    .orElseThrow()
                    .get(place);
            value.number().ifPresent(number -> cells.put(key, number.doubleValue()));
        }
        return cells;
    }

    /** DuckDB has no cells without persons, and amounts in units of their last decimal. */
    private static void compare(BenchTables table, Map<List<String>, Double> own, Map<List<String>, Double> other) {
        double unit = table == BenchTables.WEIGHTED ? 1000 : table == BenchTables.MEDIAN ? 100 : 1;
        other.forEach((key, figure) -> {
            double found = Optional.ofNullable(own.get(key)).orElse(Double.NaN);
            if (!(Math.abs(found - figure / unit) <= 1e-9 * Math.abs(found))) {
                throw new AssertionError(table + " " + key + ": " + found + ", in DuckDB " + figure / unit);
            }
        });
        own.forEach((key, figure) -> {
            if (!other.containsKey(key) && figure != 0) {
                throw new AssertionError(table + " " + key + ": " + figure + ", in DuckDB nothing");
            }
        });
    }

    private static long bytes(BenchTables table, FrameSource source, List<Period> periods) {
        long bytes = 0;
        for (Period period : periods) {
            Frame frame = source.frame(period, Set.copyOf(table.columns()));
            bytes += frame.codes().values().stream()
                    .flatMap(c -> c.segments().stream())
                    .mapToLong(s -> (long) s.length() * s.width())
                    .sum();
            bytes += frame.amounts().values().stream()
                    .flatMap(c -> c.segments().stream())
                    .mapToLong(s -> (long) s.length() * s.width())
                    .sum();
        }
        return bytes;
    }

    /** The time of reading the same arrays, every byte once, on as many threads: they are copied. */
    private static double plain(BenchTables table, FrameSource source, List<Period> periods) {
        List<Double> times = new ArrayList<>();
        long[] sum = new long[1];
        for (int round = 0; round < 30; round++) {
            times.add(millis(() -> {
                for (Period period : periods) {
                    Frame frame = source.frame(period, Set.copyOf(table.columns()));
                    sum[0] += Chunks.map(frame.chunks(), THREADS, chunk -> sum(frame, chunk)).stream()
                            .mapToLong(Long::longValue)
                            .sum();
                }
            }));
        }
        // Told once in a long while, so that the reading cannot be left out.
        if (sum[0] == 42) {
            say("42");
        }
        return at(times, 0.5);
    }

    private static long sum(Frame frame, int chunk) {
        long[] wide = new long[Chunks.SIZE];
        ByteBuffer near = ByteBuffer.allocate(Chunks.SIZE * Integer.BYTES);
        long sum = 0;
        for (AmountColumn column : frame.amounts().values()) {
            column.segments().get(chunk).read(0, Chunks.SIZE, wide);
            sum += wide[0];
        }
        for (CodedColumn column : frame.codes().values()) {
            column.segments().get(chunk).write(near.clear());
            sum += near.get(0);
        }
        return sum;
    }
}
