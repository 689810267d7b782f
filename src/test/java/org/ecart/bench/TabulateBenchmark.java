package org.ecart.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.TableShape;
import org.ecart.model.Value;
import org.ecart.stats.TableBuilder;
import org.ecart.stats.ValueTable;
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
    private static final int WARM = Integer.getInteger("ecart.bench.warm", 20);
    private static final int THREADS =
            Integer.getInteger("ecart.bench.threads", Runtime.getRuntime().availableProcessors());
    /** Full chunks of 65,536 persons in a year: 107 are 7,012,352 persons. */
    private static final int CHUNKS = Integer.getInteger("ecart.bench.chunks", 107);

    private static final Period YEAR = Period.ofYear(2014);

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
                    beside(duck, table, source, List.of(YEAR), round -> table.sql("person", YEAR.year(), round));
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
                    round -> BenchTables.RATE.sql("persons_years", 0, round));
        }
    }

    private static void beside(
            BenchDuck duck, BenchTables table, FrameSource source, List<Period> periods, IntFunction<String> sql) {
        TableBuilder builder =
                new TableBuilder(new FrameTabulator(source, THREADS), Labels.same("unknown"), Labels.same("no record"));
        for (int round = 0; round < 6; round++) {
            compare(table, answer(builder, table, periods, round), duck.answer(sql.apply(round)));
        }
        List<Double> ecart = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        for (int round = -WARM; round < ROUNDS; round++) {
            int filter = round + WARM;
            double own = millis(() -> builder.build(table.plan(periods, filter), Progress.NONE));
            double other = millis(() -> duck.answer(sql.apply(filter)));
            if (round >= 0) {
                ecart.add(own);
                peer.add(other);
            }
        }
        long bytes = bytes(table, source, periods);
        double plain = plain(table, source, periods);
        say(
                "  %-78s Ecart %7.2f (%7.2f)  DuckDB %8.2f (%8.2f)  ratio %.3f  %.1f GB/s of %.1f",
                table.title(),
                at(ecart, 0.5),
                at(ecart, 0.95),
                at(peer, 0.5),
                at(peer, 0.95),
                at(ecart, 0.5) / at(peer, 0.5),
                bytes / at(ecart, 0.5) / 1e6,
                bytes / plain / 1e6);
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
            bytes += (long) frame.amounts().size() * frame.rows() * Long.BYTES;
        }
        return bytes;
    }

    /** The time of reading the same arrays, every byte once, on as many threads. */
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
        if (sum[0] == 42) {
            say("42");
        }
        return at(times, 0.5);
    }

    private static long sum(Frame frame, int chunk) {
        long sum = 0;
        for (AmountColumn column : frame.amounts().values()) {
            for (long element : column.segments().get(chunk)) {
                sum += element;
            }
        }
        for (CodedColumn column : frame.codes().values()) {
            CodeSegment segment = column.segments().get(chunk);
            for (int row = 0; row < segment.length(); row++) {
                sum += segment.at(row);
            }
        }
        return sum;
    }

    private static double millis(Runnable job) {
        long start = System.nanoTime();
        job.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double at(List<Double> times, double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private static void say(String text, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, text, arguments));
    }
}
