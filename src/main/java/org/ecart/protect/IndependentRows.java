package org.ecart.protect;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecart.protect.LinearSolver.Program;
import org.ecart.protect.LinearSolver.Row;

/**
 * A linear program without the rows that follow from others: the same sum of what may still change is known from many tables, and
 * most totals are sums of known parts. A solver takes several times as long with them. Elimination is modulo a large prime: that a row
 * seems to follow which does not is as good as impossible, and a witness is checked by adding up all the same.
 */
final class IndependentRows {
    private static final long PRIME = (1L << 31) - 1;
    /** In a larger program only equal rows are left out: to eliminate takes longer than to solve. */
    private static final long MOST_ENTRIES = 4_000_000;

    /** One of all variables that are in the same rows, with the same or the opposite coefficients; by variable its column, or none. */
    private final Map<Integer, Integer> columns = new HashMap<>();
    /** By column what begins with it. */
    private final Map<Integer, Reduced> reduced = new HashMap<>();

    /** A combination of rows whose first entry is 1. */
    private record Reduced(int[] columns, long[] entries) {}

    private IndependentRows(List<Row> rows) {
        Map<Integer, List<Integer>> entries = new LinkedHashMap<>();
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            for (int i = 0; i < row.variables().size(); i++) {
                List<Integer> own = entries.computeIfAbsent(row.variables().get(i), key -> new ArrayList<>());
                own.add(r);
                own.add(row.coefficients().get(i));
            }
        }
        Map<List<Integer>, Integer> known = new HashMap<>();
        entries.forEach((variable, own) -> {
            int sign = IntStream.range(0, own.size())
                    .filter(i -> i % 2 == 1)
                    .map(i -> Integer.signum(own.get(i)))
                    .filter(signum -> signum != 0)
                    .findFirst()
                    .orElse(1);
            IntStream.range(0, own.size()).filter(i -> i % 2 == 1).forEach(i -> own.set(i, sign * own.get(i)));
            if (known.putIfAbsent(own, variable) == null) {
                columns.put(variable, columns.size());
            }
        });
    }

    static Program of(Program program) {
        Map<List<List<Integer>>, Row> distinct = new LinkedHashMap<>();
        for (Row row : program.rows()) {
            distinct.merge(
                    List.of(row.variables(), row.coefficients()),
                    row,
                    (one, other) -> new Row(
                            one.variables(),
                            one.coefficients(),
                            Math.max(one.lower(), other.lower()),
                            Math.min(one.upper(), other.upper())));
        }
        List<Row> rows = new ArrayList<>(distinct.values());
        List<Row> fixed = rows.stream()
                .filter(row -> row.lower() == 0 && row.upper() == 0)
                .sorted(Comparator.comparing(row -> row.variables().size()))
                .toList();
        IndependentRows independent = new IndependentRows(fixed);
        if ((long) fixed.size() * independent.columns.size() > MOST_ENTRIES) {
            return new Program(program.variables(), rows);
        }
        Set<Row> following = new HashSet<>();
        for (Row row : fixed) {
            if (!independent.add(row)) {
                following.add(row);
            }
        }
        rows.removeIf(following::contains);
        return new Program(program.variables(), rows);
    }

    /** Says whether the row does not follow from those before. */
    private boolean add(Row row) {
        long[] entries = new long[columns.size()];
        for (int i = 0; i < row.variables().size(); i++) {
            Integer column = columns.get(row.variables().get(i));
            if (column != null) {
                entries[column] =
                        Math.floorMod(entries[column] + row.coefficients().get(i), PRIME);
            }
        }
        for (int column = 0; column < entries.length; column++) {
            if (entries[column] != 0) {
                Reduced before = reduced.get(column);
                if (before == null) {
                    reduced.put(column, reduced(entries, column));
                    return true;
                }
                long times = PRIME - entries[column];
                for (int i = 0; i < before.columns().length; i++) {
                    int at = before.columns()[i];
                    entries[at] = (entries[at] + times * before.entries()[i]) % PRIME;
                }
            }
        }
        return false;
    }

    private static Reduced reduced(long[] entries, int first) {
        long inverse = BigInteger.valueOf(entries[first])
                .modInverse(BigInteger.valueOf(PRIME))
                .longValueExact();
        int[] columns = IntStream.range(first, entries.length)
                .filter(column -> entries[column] != 0)
                .toArray();
        return new Reduced(
                columns,
                Arrays.stream(columns)
                        .mapToLong(column -> entries[column] * inverse % PRIME)
                        .toArray());
    }
}
