package org.ecart.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.frame.PersonSegment;
import org.ecart.frame.Persons;
import org.ecart.model.Period;

/**
 * Invented persons over some years as columns in the heap: one in thirty leaves each year, as many come, and one in seven of
 * the others changes status. Nothing that is derived is kept.
 */
final class BenchYears implements FrameSource {
    static final List<String> STATUS = List.of("employed", "unemployed", "inactive", "unknown");
    static final List<String> ORIGIN = List.of("BE", "EU14", "EU13", "CAND", "MAGH", "AFR", "ASIA", "UND");

    private static final int STAY_OF_30 = 29;
    private static final int SAME_OF_7 = 6;

    private final Map<Integer, Year> years = new HashMap<>();

    private record Year(int[] persons, Map<String, CodedColumn> columns, List<PersonSegment> rows) {}

    /** @param persons about how many there are in each year */
    BenchYears(int persons, int first, int last, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int all = persons + (last - first) * persons / 30;
        int[] origin = random.ints(all, 0, ORIGIN.size())
                .map(o -> random.nextInt(3) > 0 ? 0 : o)
                .toArray();
        int[] status = random.ints(all, 0, STATUS.size()).toArray();
        boolean[] there = new boolean[all];
        Arrays.fill(there, 0, persons, true);
        for (int year = first; year <= last; year++) {
            years.put(year, year(origin, status, there));
            for (int person = 0; person < all; person++) {
                there[person] = there[person] ? random.nextInt(30) < STAY_OF_30 : random.nextInt(10) == 0;
                status[person] = random.nextInt(7) < SAME_OF_7 ? status[person] : random.nextInt(STATUS.size());
            }
        }
    }

    private static Year year(int[] origin, int[] status, boolean[] there) {
        int[] persons = new int[there.length];
        int count = 0;
        for (int person = 0; person < there.length; person++) {
            if (there[person]) {
                persons[count++] = person;
            }
        }
        int rows = count;
        int[] of = Arrays.copyOf(persons, rows);
        return new Year(
                of,
                Map.of(
                        "origin",
                                column(
                                        ORIGIN,
                                        Arrays.stream(of).map(p -> origin[p]).toArray()),
                        "status",
                                column(
                                        STATUS,
                                        Arrays.stream(of).map(p -> status[p]).toArray())),
                IntStream.range(0, Chunks.count(rows))
                        .mapToObj(chunk -> PersonSegment.pack(
                                Arrays.copyOfRange(of, chunk * Chunks.SIZE, Math.min(rows, (chunk + 1) * Chunks.SIZE))))
                        .toList());
    }

    private static CodedColumn column(List<String> codes, int[] values) {
        int[] places = Arrays.stream(values).map(v -> Dictionary.FIRST + v).toArray();
        return new CodedColumn(new Dictionary(codes), Set.of(), segments(places));
    }

    private static List<CodeSegment> segments(int[] codes) {
        List<CodeSegment> segments = new ArrayList<>();
        for (int from = 0; from < codes.length; from += Chunks.SIZE) {
            segments.add(CodeSegment.pack(codes, from, Math.min(codes.length, from + Chunks.SIZE)));
        }
        return List.copyOf(segments);
    }

    @Override
    public Frame frame(Period period, Set<String> variables) {
        Year year = Optional.ofNullable(years.get(period.year())).orElseThrow();
        Map<String, CodedColumn> columns = new HashMap<>(year.columns());
        columns.keySet().retainAll(variables);
        return new Frame(period, year.persons().length, columns, Map.of(), Optional.empty(), Set.of());
    }

    @Override
    public Optional<Persons> persons(Period period) {
        return Optional.ofNullable(years.get(period.year())).map(y -> new Persons(Optional.empty(), y::rows));
    }

    /** A table {@code y2011} for each year, with narrow columns: the places of the codes. */
    void fill(Connection connection) throws SQLException, IOException {
        Path file = Files.createTempFile("ecart-bench", ".csv");
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<Integer, Year> entry : years.entrySet()) {
                write(file, entry.getValue());
                statement.execute("create table y" + entry.getKey() + " as select * from read_csv('" + file
                        + "', header = false, columns = {'person': 'integer', 'origin': 'utinyint', 'status':"
                        + " 'utinyint'})");
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file, Year year) throws IOException {
        CodedColumn origin = Optional.ofNullable(year.columns().get("origin")).orElseThrow();
        CodedColumn status = Optional.ofNullable(year.columns().get("status")).orElseThrow();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int row = 0; row < year.persons().length; row++) {
                out.append(year.persons()[row] + "," + place(origin, row) + "," + place(status, row) + "\n");
            }
        }
    }

    private static int place(CodedColumn column, int row) {
        return column.segments().get(row / Chunks.SIZE).at(row % Chunks.SIZE) - Dictionary.FIRST;
    }
}
