package org.ecart.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One table as the analyst defines it.
 *
 * @param span overrides the indicator's age span
 * @param reference the group that gaps are measured against
 * @param showUndetermined whether undetermined categories are shown; their number is printed either way
 * @param totals whether each dimension also has its total
 * @param measures what is printed; none = the usual ones of the indicator
 * @param arrangement how categories are shown
 * @param counted who is counted beside or among the persons of each date
 */
public record Breakdown(
        List<Period> periods,
        Axis rows,
        Axis columns,
        Axis layers,
        Condition filter,
        String indicator,
        Optional<Span> span,
        Optional<Reference> reference,
        Weight weight,
        boolean showUndetermined,
        boolean totals,
        List<Measure> measures,
        Arrangement arrangement,
        Counted counted) {
    /** A category of a dimension that others are compared with. */
    public record Reference(String variable, String code) {}

    /** Which weight counts. */
    public sealed interface Weight {
        /** The population extract's weight column, where it has one; else 1. */
        record Default() implements Weight {}

        /** Every person counts as 1. */
        record None() implements Weight {}

        record Of(String variable) implements Weight {}
    }

    public Breakdown {
        periods = List.copyOf(periods);
        for (Period period : periods) {
            if (periods.indexOf(period) != periods.lastIndexOf(period)) {
                throw EcartException.usage("model.twice", period);
            }
        }
        measures = List.copyOf(new LinkedHashSet<>(measures));
    }

    /** A breakdown of the persons of each date. */
    public Breakdown(
            List<Period> periods,
            Axis rows,
            Axis columns,
            Axis layers,
            Condition filter,
            String indicator,
            Optional<Span> span,
            Optional<Reference> reference,
            Weight weight,
            boolean showUndetermined,
            boolean totals,
            List<Measure> measures,
            Arrangement arrangement) {
        this(
                periods,
                rows,
                columns,
                layers,
                filter,
                indicator,
                span,
                reference,
                weight,
                showUndetermined,
                totals,
                measures,
                arrangement,
                Counted.USUAL);
    }

    /** A breakdown with its categories as the codebook has them. */
    public Breakdown(
            List<Period> periods,
            Axis rows,
            Axis columns,
            Axis layers,
            Condition filter,
            String indicator,
            Optional<Span> span,
            Optional<Reference> reference,
            Weight weight,
            boolean showUndetermined,
            boolean totals,
            List<Measure> measures) {
        this(
                periods,
                rows,
                columns,
                layers,
                filter,
                indicator,
                span,
                reference,
                weight,
                showUndetermined,
                totals,
                measures,
                Arrangement.USUAL);
    }

    /** The same breakdown at other dates. */
    public Breakdown withPeriods(List<Period> periods) {
        return comparing(periods, reference);
    }

    /** The same breakdown against another reference. */
    public Breakdown withReference(Optional<Reference> reference) {
        return comparing(periods, reference);
    }

    /** The same breakdown with other rows. */
    public Breakdown withRows(Axis rows) {
        return crossing(rows, columns, layers);
    }

    /** The same breakdown with other columns. */
    public Breakdown withColumns(Axis columns) {
        return crossing(rows, columns, layers);
    }

    /** The same breakdown with other layers. */
    public Breakdown withLayers(Axis layers) {
        return crossing(rows, columns, layers);
    }

    /** The same breakdown of other persons. */
    public Breakdown withFilter(Condition filter) {
        return measuring(filter, indicator, span);
    }

    /** The same breakdown of another indicator. */
    public Breakdown withIndicator(String indicator) {
        return measuring(filter, indicator, span);
    }

    /** The same breakdown over other ages. */
    public Breakdown withSpan(Optional<Span> span) {
        return measuring(filter, indicator, span);
    }

    /** The same breakdown with or without undetermined categories. */
    public Breakdown withUndetermined(boolean showUndetermined) {
        return showing(showUndetermined, totals, measures, arrangement);
    }

    /** The same breakdown with or without totals. */
    public Breakdown withTotals(boolean totals) {
        return showing(showUndetermined, totals, measures, arrangement);
    }

    /** The same breakdown with other measures. */
    public Breakdown withMeasures(List<Measure> measures) {
        return showing(showUndetermined, totals, measures, arrangement);
    }

    /** The same breakdown with its categories shown in another way. */
    public Breakdown withArrangement(Arrangement arrangement) {
        return showing(showUndetermined, totals, measures, arrangement);
    }

    /** The same breakdown where others are counted. */
    public Breakdown withCounted(Counted counted) {
        return new Breakdown(
                periods,
                rows,
                columns,
                layers,
                filter,
                indicator,
                span,
                reference,
                weight,
                showUndetermined,
                totals,
                measures,
                arrangement,
                counted);
    }

    /** All variables on the axes, rows first. */
    public Set<String> variables() {
        Set<String> all = new LinkedHashSet<>(rows.variables());
        all.addAll(columns.variables());
        all.addAll(layers.variables());
        return all;
    }

    private Breakdown comparing(List<Period> periods, Optional<Reference> reference) {
        return new Breakdown(
                periods,
                rows,
                columns,
                layers,
                filter,
                indicator,
                span,
                reference,
                weight,
                showUndetermined,
                totals,
                measures,
                arrangement,
                counted);
    }

    private Breakdown crossing(Axis rows, Axis columns, Axis layers) {
        return new Breakdown(
                periods,
                rows,
                columns,
                layers,
                filter,
                indicator,
                span,
                reference,
                weight,
                showUndetermined,
                totals,
                measures,
                arrangement,
                counted);
    }

    private Breakdown measuring(Condition filter, String indicator, Optional<Span> span) {
        return new Breakdown(
                periods,
                rows,
                columns,
                layers,
                filter,
                indicator,
                span,
                reference,
                weight,
                showUndetermined,
                totals,
                measures,
                arrangement,
                counted);
    }

    private Breakdown showing(
            boolean showUndetermined, boolean totals, List<Measure> measures, Arrangement arrangement) {
        return new Breakdown(
                periods,
                rows,
                columns,
                layers,
                filter,
                indicator,
                span,
                reference,
                weight,
                showUndetermined,
                totals,
                measures,
                arrangement,
                counted);
    }
}
