package org.ecart.stats;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ecart.model.AtDate;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Fraction;
import org.ecart.model.Indicator;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Indicator.Summary;
import org.ecart.model.Labels;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Query;
import org.ecart.model.Rules;
import org.ecart.model.Shift;
import org.ecart.model.TableShape.Dimension;

/**
 * A breakdown with everything that its words stand for: rules, categories, weight and who is counted.
 *
 * @param derivations the rules of every derived variable in use, inputs before what reads them
 * @param dimensions the variables on the axes with their known categories
 * @param universe filter, age span and left-out categories together
 * @param weight the weight variable; none = every person weighs 1
 * @param reference what gaps are measured against, where the table has gaps
 * @param measures what is printed
 * @param telling what is asked of single persons about an amount; none = nothing
 * @param also whose persons are counted too
 */
public record TablePlan(
        Breakdown breakdown,
        Indicator indicator,
        List<Rules> derivations,
        List<Dimension> dimensions,
        Condition universe,
        Optional<String> weight,
        Optional<Breakdown.Reference> reference,
        List<Measure> measures,
        Optional<Query.Telling> telling,
        Optional<Query.Also> also) {
    /** The dimension of every query that tells which part of the indicator a person is in. */
    static final String PART = "indicator.part";

    private static final String COUNTED = "following.counted";
    private static final String BOTH = "following.both";
    private static final String IN = "in";
    private static final String OUT = "out";

    public TablePlan {
        derivations = List.copyOf(derivations);
        dimensions = List.copyOf(dimensions);
        measures = List.copyOf(measures);
    }

    /** A plan that asks nothing of single persons. */
    public TablePlan(
            Breakdown breakdown,
            Indicator indicator,
            List<Rules> derivations,
            List<Dimension> dimensions,
            Condition universe,
            Optional<String> weight,
            Optional<Breakdown.Reference> reference,
            List<Measure> measures) {
        this(
                breakdown,
                indicator,
                derivations,
                dimensions,
                universe,
                weight,
                reference,
                measures,
                Optional.empty(),
                Optional.empty());
    }

    /** The same plan with other rules for the derived variables. */
    TablePlan with(List<Rules> others) {
        return new TablePlan(
                breakdown, indicator, others, dimensions, universe, weight, reference, measures, telling, also);
    }

    /** The same plan with other names for its variables; its arrangement, which counts nothing, keeps the old ones. */
    public TablePlan renamed(UnaryOperator<String> name) {
        return new TablePlan(
                breakdown
                        .withRows(breakdown.rows().renamed(name))
                        .withColumns(breakdown.columns().renamed(name))
                        .withLayers(breakdown.layers().renamed(name)),
                indicator.mapped(condition -> condition.renamed(name)),
                derivations.stream()
                        .map(rules -> rules.renamed(name.apply(rules.variable()), rules.labels(), name))
                        .toList(),
                dimensions.stream()
                        .map(d -> new Dimension(name.apply(d.variable()), d.labels(), d.categories()))
                        .toList(),
                universe.renamed(name),
                weight,
                reference.map(r -> new Breakdown.Reference(name.apply(r.variable()), r.code())),
                measures,
                telling,
                also);
    }

    /** Whether a change is split into those who stayed, came and left. */
    public boolean splitsChange() {
        return measures.stream().anyMatch(Measure::splitsChange);
    }

    /** The same plan about those only who are in its universe at another date too. */
    public TablePlan staying(Period other) {
        List<Rules> rules = new ArrayList<>(derivations);
        List<Rules.Rule> counted = List.of(new Rules.Rule(IN, universe, new Rules.Code(IN)));
        rules.add(following(COUNTED, new Rules.FirstMatch(counted, List.of(), OUT)));
        rules.add(following(BOTH, new AtDate(COUNTED, new Shift.Fixed(other), OUT)));
        return new TablePlan(
                breakdown,
                indicator,
                rules,
                dimensions,
                Condition.and(universe, new Condition.In(BOTH, List.of(IN))),
                weight,
                reference,
                measures,
                telling,
                also);
    }

    private static Rules following(String variable, Rules.Derivation derivation) {
        List<Category> codes = Stream.of(IN, OUT)
                .map(code -> Category.of(code, Labels.same(code)))
                .toList();
        List<Category> own = derivation instanceof AtDate ? codes.subList(1, 2) : codes;
        return new Rules(variable, "following", "1", Labels.same(variable), own, derivation);
    }

    /** Every variable that the figures hang on: on the axes, in the indicator and filter, and what these are made of. */
    public Set<String> variables() {
        Set<String> all = new TreeSet<>(breakdown.variables());
        all.addAll(universe.variables());
        all.addAll(indicator.variables());
        for (Rules rules : derivations) {
            all.add(rules.variable());
            all.addAll(rules.derivation().inputs());
        }
        return all;
    }

    Dimension dimension(String variable) {
        return dimensions.stream()
                .filter(d -> d.variable().equals(variable))
                .findFirst()
                .orElseThrow();
    }

    /** Every combination of a block of rows, of columns and of layers: one query each. */
    public List<List<String>> crossings() {
        List<List<String>> all = new ArrayList<>();
        for (List<String> row : blocks(breakdown.rows())) {
            for (List<String> column : blocks(breakdown.columns())) {
                for (List<String> layer : blocks(breakdown.layers())) {
                    Set<String> crossing = new LinkedHashSet<>(row);
                    crossing.addAll(column);
                    crossing.addAll(layer);
                    all.add(List.copyOf(crossing));
                }
            }
        }
        return all;
    }

    private static List<List<String>> blocks(Axis axis) {
        return axis.blocks().isEmpty() ? List.of(List.of()) : axis.blocks();
    }

    /** The question behind one crossing at one date; of a rate its part is the last dimension. */
    Query query(Period period, List<String> crossing) {
        List<Rules> rules = new ArrayList<>(derivations);
        List<String> variables = new ArrayList<>(crossing);
        if (indicator.statistic() instanceof Statistic.Rate rate) {
            rules.add(part(rate));
            variables.add(PART);
        }
        return new Query(new Query.Source(period, weight, also), rules, variables, counted());
    }

    /** Who is in a cell: those whom the indicator counts; of an amount, those whose amount is known. */
    public Condition counted() {
        if (indicator.statistic() instanceof Statistic.OfAmount of) {
            return Condition.and(universe, Condition.and(of.among(), new Condition.Known(of.amount())));
        }
        return indicator.statistic() instanceof Statistic.Count count
                ? Condition.and(universe, count.among())
                : universe;
    }

    /** The question about an amount in the crossings of some of the table's variables. */
    Query amountQuery(Period period, List<String> kept, Statistic.OfAmount statistic) {
        List<Fraction> quantiles =
                statistic.summary() instanceof Summary.Quantile quantile ? List.of(quantile.share()) : List.of();
        return new Query(
                new Query.Source(period, weight, also),
                derivations,
                kept,
                Condition.and(universe, statistic.among()),
                Optional.of(new Query.Amount(statistic.amount(), quantiles, telling)));
    }

    /** What persons contribute to an amount where every person weighs 1. */
    Query unweighted(Period period, List<String> kept, Statistic.OfAmount statistic) {
        return new Query(
                new Query.Source(period, Optional.empty(), also),
                derivations,
                kept,
                Condition.and(universe, statistic.among()),
                Optional.of(new Query.Amount(statistic.amount(), List.of(), telling)));
    }

    /** A rate as one more derived variable: in the numerator, in the rest, or outside the denominator. */
    private static Rules part(Statistic.Rate rate) {
        List<Category> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            parts.add(Category.of(part.name(), Labels.same(part.name())));
        }
        List<Rules.Rule> rules = List.of(
                new Rules.Rule("outside", new Condition.Not(rate.denominator()), new Rules.Code(Part.OUTSIDE.name())),
                new Rules.Rule("numerator", rate.numerator(), new Rules.Code(Part.NUMERATOR.name())));
        Rules.Derivation derivation = new Rules.FirstMatch(rules, List.of(), Part.REST.name());
        return new Rules(PART, "indicator", "1", Labels.same(PART), parts, derivation);
    }
}
