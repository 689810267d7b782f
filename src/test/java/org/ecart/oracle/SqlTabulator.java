package org.ecart.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecart.model.Fraction;
import org.ecart.model.Progress;
import org.ecart.model.Query;
import org.ecart.tabulate.Contributions;
import org.ecart.tabulate.Cube;
import org.ecart.tabulate.ExactSums;
import org.ecart.tabulate.Sides;
import org.ecart.tabulate.Tabulator;

/** The oracle: the same questions put to H2 as one {@code GROUP BY} over {@code CASE} expressions. */
final class SqlTabulator implements Tabulator {
    private static final int SCALE = 18;
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    private final Connection connection;
    private final OracleTables tables;

    SqlTabulator(Connection connection, OracleTables tables) {
        this.connection = connection;
        this.tables = tables;
    }

    @Override
    public Cube tabulate(Query query, Progress progress) {
        Set<String> absent = new SqlPersons(tables, query.source().period(), query.derivations()).absent(asked(query));
        if (!absent.isEmpty()) {
            return Cube.unavailable(absent);
        }
        List<Cell> cells =
                cells(sql(query, query.dimensions(), "true"), query.dimensions().size());
        List<Cube.Dimension> dimensions = new ArrayList<>();
        for (int d = 0; d < query.dimensions().size(); d++) {
            int place = d;
            Set<String> codes =
                    cells.stream().map(c -> c.codes.get(place)).collect(Collectors.toCollection(LinkedHashSet::new));
            dimensions.add(new Cube.Dimension(query.dimensions().get(d), List.copyOf(codes)));
        }
        List<Cell> found = cells.stream()
                .filter(c -> c.persons != 0)
                .sorted(Comparator.comparingLong(c -> number(dimensions, c.codes)))
                .toList();
        ExactSums weights = new ExactSums(found.size(), SCALE);
        for (int cell = 0; cell < found.size(); cell++) {
            add(weights, cell, found.get(cell).weight);
        }
        long[] numbers =
                found.stream().mapToLong(c -> number(dimensions, c.codes)).toArray();
        return new Cube(
                dimensions,
                numbers,
                found.stream().mapToLong(Cell::persons).toArray(),
                weights,
                Set.of(),
                query.amount().map(a -> amounts(query, a, dimensions, numbers)));
    }

    private static long number(List<Cube.Dimension> dimensions, List<String> cell) {
        long number = 0;
        for (int d = 0; d < dimensions.size(); d++) {
            List<String> codes = dimensions.get(d).codes();
            number = number * codes.size() + codes.indexOf(cell.get(d));
        }
        return number;
    }

    /** A sum can be longer than a long: it goes in as billions and rest. */
    private static void add(ExactSums sums, int number, BigDecimal sum) {
        BigInteger[] parts = sum.setScale(SCALE).unscaledValue().divideAndRemainder(BILLION);
        sums.add(number, parts[0].longValueExact(), BILLION.longValueExact());
        sums.add(number, parts[1].longValueExact(), 1);
    }

    /** Each distinct amount with its persons and weight, in ascending order; cumulated here, as the definition says. */
    private Cube.Amounts amounts(Query query, Query.Amount asked, List<Cube.Dimension> dimensions, long[] numbers) {
        int size = numbers.length;
        String amount = SqlText.name(asked.variable());
        List<List<Cell>> found = new ArrayList<>();
        for (int cell = 0; cell < size; cell++) {
            found.add(new ArrayList<>());
        }
        List<String> by = new ArrayList<>(query.dimensions());
        by.add(asked.variable());
        for (Cell cell : cells(sql(query, by, amount + " is not null") + " order by " + amount, by.size())) {
            int at = Arrays.binarySearch(numbers, number(dimensions, cell.codes));
            if (at >= 0) {
                found.get(at).add(cell);
            }
        }
        long[] persons = new long[size];
        ExactSums weights = new ExactSums(size, SCALE);
        List<BigDecimal> sums = new ArrayList<>();
        List<List<Optional<BigDecimal>>> quantiles = new ArrayList<>();
        asked.quantiles()
                .forEach(share -> quantiles.add(
                        found.stream().map(cells -> quantile(cells, share)).toList()));
        for (int number = 0; number < size; number++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (Cell cell : found.get(number)) {
                persons[number] += cell.persons;
                add(weights, number, cell.weight);
                sum = sum.add(cell.weight.multiply(cell.amount()));
            }
            sums.add(sum);
        }
        Optional<Cube.Told> told = asked.telling()
                .filter(telling -> single(query))
                .map(telling -> new Cube.Told(
                        contributions(query, asked, telling.largest(), dimensions, numbers),
                        quantiles.stream().map(of -> sides(found, of, telling)).toList()));
        return new Cube.Amounts(persons, weights, sums, quantiles, told);
    }

    /** Whether every row of the date stands for one person. */
    private boolean single(Query query) {
        String table = new SqlPersons(tables, query.source().period(), List.of())
                .table(Set.of(), query.source().also(), query.source().weight());
        String rows = "select count(*), 0 from " + table + " f where \"#persons\" <> 1";
        return cells(rows, 0).get(0).persons == 0;
    }

    private List<Contributions> contributions(
            Query query, Query.Amount asked, int largest, List<Cube.Dimension> dimensions, long[] numbers) {
        List<List<BigDecimal>> found = new ArrayList<>();
        for (int cell = 0; cell < numbers.length; cell++) {
            found.add(new ArrayList<>());
        }
        List<String> by = new ArrayList<>(query.dimensions());
        query.source().weight().ifPresent(by::add);
        by.add(asked.variable());
        for (Cell cell : cells(sql(query, by, SqlText.name(asked.variable()) + " is not null"), by.size())) {
            int at = Arrays.binarySearch(numbers, number(dimensions, cell.codes));
            Optional<String> weight = query.source().weight().isEmpty()
                    ? Optional.of("1")
                    : Optional.ofNullable(cell.codes.get(dimensions.size()));
            BigDecimal each = weight.map(BigDecimal::new)
                    .orElse(BigDecimal.ZERO)
                    .multiply(cell.amount())
                    .abs();
            found.get(at).addAll(Collections.nCopies((int) cell.persons, each));
        }
        return found.stream()
                .map(all -> new Contributions(
                        all.stream()
                                .sorted(Comparator.reverseOrder())
                                .limit(largest)
                                .toList(),
                        all.stream().reduce(BigDecimal.ZERO, BigDecimal::add)))
                .toList();
    }

    private static List<Sides> sides(
            List<List<Cell>> found, List<Optional<BigDecimal>> quantiles, Query.Telling telling) {
        List<Sides> sides = new ArrayList<>();
        for (int cell = 0; cell < found.size(); cell++) {
            long below = 0;
            long above = 0;
            for (Cell amount : found.get(cell)) {
                Optional<BigDecimal> quantile = quantiles.get(cell);
                Optional<BigDecimal> rounded = quantile.map(telling::rounded);
                below += under(quantile, amount) && under(rounded, amount) ? amount.persons : 0;
                above += over(quantile, amount) && over(rounded, amount) ? amount.persons : 0;
            }
            sides.add(new Sides(below, above));
        }
        return sides;
    }

    private static boolean under(Optional<BigDecimal> limit, Cell cell) {
        return limit.filter(l -> cell.amount().compareTo(l) < 0).isPresent();
    }

    private static boolean over(Optional<BigDecimal> limit, Cell cell) {
        return limit.filter(l -> cell.amount().compareTo(l) > 0).isPresent();
    }

    private static Optional<BigDecimal> quantile(List<Cell> cells, Fraction share) {
        BigDecimal whole = cells.stream().map(Cell::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal reached = BigDecimal.ZERO;
        for (Cell cell : cells) {
            reached = reached.add(cell.weight);
            if (whole.signum() > 0 && share.reachedBy(reached, whole)) {
                return Optional.of(cell.amount());
            }
        }
        return Optional.empty();
    }

    private static Set<String> asked(Query query) {
        Set<String> all = new HashSet<>(query.dimensions());
        all.addAll(query.universe().variables());
        query.source().weight().ifPresent(all::add);
        query.amount().map(Query.Amount::variable).ifPresent(all::add);
        return all;
    }

    private String sql(Query query, List<String> by, String and) {
        SqlPersons persons = new SqlPersons(tables, query.source().period(), query.derivations());
        String from = persons.table(
                asked(query), query.source().also(), query.source().weight());
        String weight = query.source()
                .weight()
                .map(w -> "coalesce(" + SqlText.name(w) + ", 0)")
                .orElse("1");
        String dimensions = by.stream().map(SqlText::name).map(n -> n + ", ").collect(Collectors.joining());
        String grouping = by.isEmpty()
                ? ""
                : " group by " + by.stream().map(SqlText::name).collect(Collectors.joining(", "));
        return "select " + dimensions + "coalesce(sum(\"#persons\"), 0), coalesce(sum(cast(\"#persons\" * " + weight
                + " as decimal(60, 18))), 0) from " + from + " f where "
                + persons.text().condition(query.universe()) + " and " + and + grouping;
    }

    private List<Cell> cells(String sql, int dimensions) {
        List<Cell> cells = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> codes = new ArrayList<>();
                for (int d = 1; d <= dimensions; d++) {
                    codes.add(rows.getString(d));
                }
                cells.add(new Cell(codes, rows.getLong(dimensions + 1), rows.getBigDecimal(dimensions + 2)));
            }
            return cells;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private record Cell(List<String> codes, long persons, BigDecimal weight) {
        /** Its last code, where the cells are by amount. */
        BigDecimal amount() {
            return new BigDecimal(codes.get(codes.size() - 1));
        }
    }
}
