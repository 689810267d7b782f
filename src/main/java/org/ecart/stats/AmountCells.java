package org.ecart.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.Category;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Indicator.Summary;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.TableShape;
import org.ecart.tabulate.Cube;
import org.ecart.tabulate.Tabulator;

/**
 * The figure of an amount in the printed cells of one date. A quantile of a margin follows from no other cell, so each
 * kind of margin is a question of its own.
 */
final class AmountCells {
    private final Tabulator tabulator;
    private final TablePlan plan;
    private final Statistic.OfAmount statistic;

    AmountCells(Tabulator tabulator, TablePlan plan, Statistic.OfAmount statistic) {
        this.tabulator = tabulator;
        this.plan = plan;
        this.statistic = statistic;
    }

    /** By the number of a cell; cells without an amount are left out. */
    Map<Integer, AmountCell> of(Period period, TableShape shape, Lattice lattice, Progress progress) {
        Map<Integer, AmountCell> figures = new HashMap<>();
        for (List<String> kept : margins(shape)) {
            Cube cube = tabulator.tabulate(plan.amountQuery(period, kept, statistic), progress);
            Optional<Cube.Told> plain = statistic.summary() instanceof Summary.Quantile
                    ? cube.amounts().flatMap(Cube.Amounts::told)
                    : plan.telling()
                            .map(t -> plan.unweighted(period, kept, statistic))
                            .flatMap(
                                    query -> tabulator.tabulate(query, progress).amounts())
                            .flatMap(Cube.Amounts::told);
            cube.amounts().ifPresent(amounts -> new CubeCells(cube, shape.dimensions())
                    .forEach((categories, part, cell) -> figure(amounts, cell)
                            .ifPresent(figure -> figures.put(
                                    lattice.number(categories), new AmountCell(figure, told(amounts, plain, cell))))));
        }
        return figures;
    }

    /** @param plain of the same cells, where every person weighs 1 */
    private static Optional<AmountCell.Told> told(Cube.Amounts amounts, Optional<Cube.Told> plain, int cell) {
        return amounts.told()
                .flatMap(told -> plain.map(own -> new AmountCell.Told(
                        own.contributions().get(cell),
                        told.contributions().get(cell),
                        told.sides().stream().findFirst().map(sides -> sides.get(cell)))));
    }

    /** The variables that printed cells do not sum over, each combination once. */
    private static Set<List<String>> margins(TableShape shape) {
        Set<List<String>> margins = new HashSet<>();
        for (List<String> row : shape.rows().entries()) {
            for (List<String> column : shape.columns().entries()) {
                for (List<String> layer : shape.layers().entries()) {
                    List<String> codes = new ArrayList<>(row);
                    codes.addAll(column);
                    codes.addAll(layer);
                    List<String> kept = new ArrayList<>();
                    for (int d = 0; d < codes.size(); d++) {
                        if (!codes.get(d).equals(Category.TOTAL)) {
                            kept.add(shape.dimensions().get(d).variable());
                        }
                    }
                    margins.add(kept);
                }
            }
        }
        return margins;
    }

    private Optional<BigDecimal> figure(Cube.Amounts amounts, int cell) {
        if (amounts.persons()[cell] == 0) {
            return Optional.empty();
        }
        if (statistic.summary() instanceof Summary.Sum) {
            return Optional.of(amounts.sums().get(cell));
        }
        if (statistic.summary() instanceof Summary.Mean) {
            BigDecimal weight = amounts.weights().sum(cell);
            return weight.signum() == 0
                    ? Optional.empty()
                    : Optional.of(amounts.sums().get(cell).divide(weight, MathContext.DECIMAL128));
        }
        return amounts.quantiles().get(0).get(cell);
    }
}
