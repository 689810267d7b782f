package org.ecart.stats;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ecart.model.Breakdown;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.TableShape;
import org.ecart.model.Value;

/**
 * A table with every figure, not yet protected.
 *
 * @param values for each measure one value a cell, numbered as the shape says
 * @param cells the printed cells and their margins with their counts
 * @param comparisons which cells each printed cell is compared with
 * @param divided how the indicator divides the persons of a cell
 * @param unavailable by date the variables that were not delivered for it
 * @param amounts by place; a cell without a figure has none, and a table of no amount has no list
 */
public record ValueTable(
        TableShape shape,
        Map<Measure, List<Value>> values,
        List<Cell> cells,
        Comparisons comparisons,
        Optional<Breakdown.Reference> reference,
        Divided divided,
        Map<Period, Set<String>> unavailable,
        List<Optional<AmountCell>> amounts) {
    /**
     * A cell or margin.
     *
     * @param place its number in the shape, -1 for a margin that is not printed
     * @param told whether a reader learns of its counts: it is printed, or a printed share is computed from it
     * @param codes in the order of the shape's dimensions, {@code _T} where it sums over one
     * @param staying where only those are counted who are counted at another date too: that date
     */
    public record Cell(
            Counts counts, int place, boolean told, Period period, List<String> codes, Optional<Period> staying) {
        public Cell {
            codes = List.copyOf(codes);
        }
    }

    /** What a reader of the table can tell apart among the persons of a cell. */
    public enum Divided {
        /** nothing: a plain count */
        PERSONS,
        /** numerator and rest */
        BINARY,
        /** numerator, rest, and those outside the denominator */
        BINARY_AND_OUTSIDE
    }

    public ValueTable {
        Map<Measure, List<Value>> copy = new LinkedHashMap<>();
        values.forEach((measure, list) -> copy.put(measure, List.copyOf(list)));
        values = copy;
        cells = List.copyOf(cells);
        unavailable = Map.copyOf(unavailable);
        amounts = List.copyOf(amounts);
    }

    /** The same table with other figures. */
    public ValueTable with(Map<Measure, List<Value>> others) {
        return new ValueTable(shape, others, cells, comparisons, reference, divided, unavailable, amounts);
    }

    /**
     * The same table with other amounts.
     *
     * @param changed what becomes of each figure
     */
    public ValueTable withAmounts(UnaryOperator<BigDecimal> changed) {
        Map<Measure, List<Value>> others = new LinkedHashMap<>(values);
        others.replaceAll((measure, column) -> measure.subject() == Measure.Subject.AMOUNT
                ? IntStream.range(0, column.size())
                        .mapToObj(place -> amount(measure, place, column.get(place), changed))
                        .toList()
                : column);
        return with(others);
    }

    private Value amount(Measure measure, int place, Value value, UnaryOperator<BigDecimal> changed) {
        int reference = comparisons.references().get(place);
        Optional<BigDecimal> compared = reference == Comparisons.NONE || reference == place
                ? Optional.empty()
                : amounts.get(reference).map(AmountCell::figure);
        Optional<BigDecimal> figure = Figures.amount(
                measure, amounts.get(place).map(AmountCell::figure).map(changed), compared.map(changed));
        if (value.number().isEmpty()) {
            return value;
        }
        return figure.isEmpty() ? Value.NOT_APPLICABLE : new Value(figure, value.status());
    }
}
