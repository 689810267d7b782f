package org.ecart.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ecart.model.Progress;
import org.ecart.model.Query;
import org.ecart.tabulate.Contributions;
import org.ecart.tabulate.Cube;
import org.ecart.tabulate.Sides;
import org.ecart.tabulate.Tabulator;

/** What a cube says, whatever the order of its codes and its empty cells. */
record Answer(Map<List<String>, Cell> cells, Set<String> unavailable) {
    record Cell(long persons, BigDecimal weight, Optional<Amount> amount) {
        boolean empty() {
            return persons == 0 && weight.signum() == 0;
        }
    }

    record Amount(
            long persons,
            BigDecimal weight,
            BigDecimal sum,
            List<Optional<BigDecimal>> quantiles,
            Optional<Contributions> contributions,
            List<Sides> sides) {
        static Amount of(Cube.Amounts amounts, int cell) {
            return new Amount(
                    amounts.persons()[cell],
                    amounts.weights().sum(cell).stripTrailingZeros(),
                    amounts.sums().get(cell).stripTrailingZeros(),
                    amounts.quantiles().stream()
                            .map(q -> q.get(cell).map(BigDecimal::stripTrailingZeros))
                            .toList(),
                    amounts.told().map(t -> plain(t.contributions().get(cell))),
                    amounts.told().stream()
                            .flatMap(t -> t.sides().stream())
                            .map(s -> s.get(cell))
                            .toList());
        }

        private static Contributions plain(Contributions told) {
            return new Contributions(
                    told.largest().stream().map(BigDecimal::stripTrailingZeros).toList(),
                    told.sum().stripTrailingZeros());
        }
    }

    /** What differs from what was expected, a line a cell. */
    List<String> unlike(Answer expected) {
        List<String> lines = new ArrayList<>();
        if (!unavailable.equals(expected.unavailable)) {
            lines.add("unavailable " + unavailable + " instead of " + expected.unavailable);
        }
        Set<List<String>> keys = new LinkedHashSet<>(cells.keySet());
        keys.addAll(expected.cells.keySet());
        for (List<String> key : keys) {
            Optional<Cell> here = Optional.ofNullable(cells.get(key));
            Optional<Cell> there = Optional.ofNullable(expected.cells.get(key));
            if (!here.equals(there)) {
                lines.add(key + ": " + here + " instead of " + there);
            }
        }
        return lines;
    }

    static Answer of(Tabulator tabulator, Query query) {
        Cube cube = tabulator.tabulate(query, Progress.NONE);
        Map<List<String>, Cell> cells = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        for (int cell = 0; cell < cube.size(); cell++) {
            List<String> codes = cube.codes(cell);
            int place = cell;
            Cell before = cells.put(
                    codes,
                    new Cell(
                            cube.persons()[cell],
                            cube.weight(cell).stripTrailingZeros(),
                            cube.amounts().map(amounts -> Amount.of(amounts, place))));
            assertThat(before).as("another cell of %s", codes).isNull();
        }
        cells.values().removeIf(Cell::empty);
        return new Answer(cells, cube.unavailable());
    }
}
