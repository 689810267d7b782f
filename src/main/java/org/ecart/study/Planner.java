package org.ecart.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecart.files.Catalogue;
import org.ecart.model.Breakdown;
import org.ecart.model.Category;
import org.ecart.model.Codebook;
import org.ecart.model.Condition;
import org.ecart.model.Condition.Bound;
import org.ecart.model.Condition.Comparison;
import org.ecart.model.Counted;
import org.ecart.model.Cuts;
import org.ecart.model.DatedName;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Measure;
import org.ecart.model.Rules;
import org.ecart.model.Shift;
import org.ecart.model.Span;
import org.ecart.model.Study;
import org.ecart.model.TableShape.Dimension;
import org.ecart.model.Variable;
import org.ecart.stats.TablePlan;

/** Finds what the words of a breakdown stand for; a word that stands for nothing is told with what there is. */
final class Planner {
    /** The dimension and category that gaps are measured against where nothing else is said. */
    private static final Breakdown.Reference USUAL_REFERENCE = new Breakdown.Reference("origin", "BE");

    private final Codebook codebook;
    private final Catalogue catalogue;
    private final Study study;
    private final VariableNames names;
    private final CodesCheck codes;
    private final Delivered delivered;
    private final Counted counted;

    /** A planner that knows no data. */
    Planner(Codebook codebook, Catalogue catalogue, Study study) {
        this(codebook, catalogue, study, Delivered.NONE);
    }

    Planner(Codebook codebook, Catalogue catalogue, Study study, Delivered delivered) {
        this(codebook, catalogue.with(study), study, delivered, Counted.USUAL);
    }

    private Planner(Codebook codebook, Catalogue catalogue, Study study, Delivered delivered, Counted counted) {
        this.codebook = codebook;
        this.catalogue = catalogue;
        this.study = study;
        this.counted = counted;
        this.names = new VariableNames(codebook, catalogue, study, counted.also());
        this.codes = new CodesCheck(names, delivered);
        this.delivered = delivered;
    }

    TablePlan plan(Breakdown breakdown) {
        // What "absent" means hangs on whose persons are counted too.
        return breakdown.counted().equals(counted)
                ? planned(breakdown)
                : new Planner(codebook, catalogue, study, delivered, breakdown.counted()).planned(breakdown);
    }

    private TablePlan planned(Breakdown breakdown) {
        Indicator indicator = catalogue.indicator(breakdown.indicator()).mapped(VariableNames::plain);
        List<Measure> measures = measures(breakdown, indicator);
        checkAxes(breakdown);
        study.ruleSets().forEach(this::checkChoice);
        Derivable derivable = new Derivable(names);
        study.breaks().forEach(b -> b.variables().forEach(derivable::require));
        List<Dimension> dimensions = new ArrayList<>();
        for (String variable : breakdown.variables()) {
            derivable.need(variable);
            if (names.isAmount(variable)) {
                throw EcartException.usage("study.not_a_dimension", variable);
            }
            dimensions.add(dimension(breakdown, variable));
        }
        Condition universe = universe(breakdown, indicator);
        universe.variables().forEach(derivable::need);
        codes.check(breakdown.filter());
        codes.check(breakdown.arrangement());
        indicator.variables().forEach(derivable::need);
        codes.check(indicator);
        Condition who = counted.cohort()
                .map(cohort -> within(cohort.who(), span(breakdown, indicator)))
                .orElse(Condition.ALL);
        Following following = new Following(counted, who);
        following.who().variables().forEach(derivable::need);
        codes.check(following.who());
        AmountsCompared amounts = new AmountsCompared(names::isAmount);
        amounts.check(universe);
        amounts.check(following.who());
        indicator.conditions().forEach(amounts::check);
        derivable.inOrder().forEach(amounts::check);
        checkRows(breakdown, indicator, derivable.inOrder());
        if (measures.stream().anyMatch(Measure::splitsChange)) {
            universe.variables().forEach(derivable::requireUncut);
        }
        List<Rules> rules = new ArrayList<>(derivable.inOrder());
        rules.addAll(following.rules(indicator));
        Set<String> all = new TreeSet<>(breakdown.variables());
        all.addAll(universe.variables());
        all.addAll(indicator.variables());
        rules.forEach(r -> all.addAll(r.derivation().inputs()));
        return new TablePlan(
                breakdown,
                following.of(indicator),
                rules,
                dimensions,
                following.within(universe),
                weight(breakdown),
                reference(breakdown, dimensions, measures),
                measures,
                Optional.of(study.policy()).filter(policy -> !policy.isNone()).map(policy -> policy.amounts()
                        .telling()),
                following.also(codebook, all));
    }

    /**
     * A question beside a table: who is counted, and the rules that this and some variables need.
     *
     * @param derivations inputs before what reads them
     */
    record Selection(List<Rules> derivations, Condition universe) {
        Selection {
            derivations = List.copyOf(derivations);
        }
    }

    /** The rules of a derived variable as they are written, with their inputs named as they are read here. */
    Rules rules(String variable) {
        return names.require(variable);
    }

    /** Finds what a question about some variables needs. */
    Selection select(Set<String> variables, Condition filter, Optional<Span> span) {
        study.ruleSets().forEach(this::checkChoice);
        Derivable derivable = new Derivable(names);
        variables.forEach(derivable::need);
        Condition universe = within(filter, span);
        universe.variables().forEach(derivable::need);
        codes.check(filter);
        return new Selection(derivable.inOrder(), universe);
    }

    /** The categories that a table leaves out as undetermined, by variable. */
    Map<String, List<String>> leftOut(Breakdown breakdown) {
        Map<String, List<String>> leftOut = new LinkedHashMap<>();
        for (String variable : breakdown.showUndetermined() ? Set.<String>of() : breakdown.variables()) {
            List<String> codes = new ArrayList<>();
            names.categories(variable).stream()
                    .filter(c -> c.undetermined() || c.missing())
                    .map(Category::code)
                    .forEach(codes::add);
            codes.add(Category.UNKNOWN);
            leftOut.put(variable, codes);
        }
        return leftOut;
    }

    /** The age span that a table uses. */
    static Optional<Span> span(Breakdown breakdown, Indicator indicator) {
        return breakdown.span().or(indicator::span);
    }

    /** What variables and codes are called in the conditions of a table. */
    VariableNames names(Breakdown breakdown) {
        return new VariableNames(codebook, catalogue, study, breakdown.counted().also());
    }

    /** The label of a variable, derived or not. */
    Labels label(String variable) {
        return names.label(variable);
    }

    /** A row that stands for several persons does not say what each of them has (METHOD, section 1). */
    private void checkRows(Breakdown breakdown, Indicator indicator, List<Rules> rules) {
        boolean quantile = indicator.statistic() instanceof Indicator.Statistic.OfAmount of
                && of.summary() instanceof Indicator.Summary.Quantile;
        if (quantile || rules.stream().anyMatch(set -> set.derivation() instanceof Cuts)) {
            breakdown.periods().stream()
                    .filter(delivered::aggregated)
                    .findFirst()
                    .ifPresent(period -> {
                        throw EcartException.usage("study.aggregated", period);
                    });
        }
    }

    private static List<Measure> measures(Breakdown breakdown, Indicator indicator) {
        if (breakdown.measures().isEmpty()) {
            return List.of(Measure.PERSONS, indicator.usual());
        }
        for (Measure measure : breakdown.measures()) {
            if (!indicator.has(measure)) {
                String there = Arrays.stream(Measure.values())
                        .filter(indicator::has)
                        .map(Measure::id)
                        .collect(Collectors.joining(", "));
                throw EcartException.usage("study.measure_not_had", measure.id(), indicator.id(), there);
            }
        }
        boolean shares = breakdown.measures().contains(Measure.SHARE);
        if (shares
                && Collections.disjoint(
                        breakdown.variables(), breakdown.arrangement().shareOf())) {
            throw EcartException.usage("study.share_of", String.join(", ", breakdown.variables()));
        }
        return breakdown.measures();
    }

    private static void checkAxes(Breakdown breakdown) {
        if (breakdown.periods().isEmpty()) {
            throw EcartException.usage("study.no_period");
        }
        Set<String> seen = new LinkedHashSet<>();
        for (Set<String> axis : List.of(
                breakdown.rows().variables(),
                breakdown.columns().variables(),
                breakdown.layers().variables())) {
            for (String variable : axis) {
                if (!seen.add(variable)) {
                    throw EcartException.usage("study.two_axes", variable);
                }
            }
        }
    }

    /** A choice is checked also where the table does not need it: a name with a typo would choose nothing. */
    private void checkChoice(String variable, String chosen) {
        if (catalogue.rules().stream().noneMatch(r -> r.variable().equals(variable))) {
            String there = catalogue.rules().stream()
                    .map(Rules::variable)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw EcartException.usage("study.rule_variable", variable, there);
        }
        catalogue.rulesFor(variable, Optional.of(chosen));
    }

    private Dimension dimension(Breakdown breakdown, String variable) {
        List<String> leftOut = leftOut(breakdown).getOrDefault(variable, List.of());
        List<Category> shown = names.categories(variable).stream()
                .filter(c -> !leftOut.contains(c.code()))
                .filter(c -> !neverAbsent(variable, c))
                .toList();
        return new Dimension(variable, names.label(variable), shown, new RollUps(names).of(variable));
    }

    /** Everyone of a cohort is there at its start, and without others everyone at the date of the table. */
    private boolean neverAbsent(String variable, Category category) {
        return DatedName.of(variable)
                .map(DatedName::shift)
                .filter(shift -> category.code()
                        .equals(DatedRules.absent(shift, counted.also()).code()))
                .filter(shift -> counted.cohort()
                                .map(cohort -> shift.equals(new Shift.Fixed(cohort.start())))
                                .orElse(false)
                        || counted.also().isEmpty() && shift.equals(new Shift.Years(0)))
                .isPresent();
    }

    private Condition universe(Breakdown breakdown, Indicator indicator) {
        // A cohort is of an age at its start, and is followed whatever age it comes to.
        Optional<Span> span = breakdown.counted().cohort().isPresent() ? Optional.empty() : span(breakdown, indicator);
        Condition universe = within(breakdown.filter(), span);
        for (Map.Entry<String, List<String>> entry : leftOut(breakdown).entrySet()) {
            universe = Condition.and(universe, new Condition.Not(new Condition.In(entry.getKey(), entry.getValue())));
        }
        return universe;
    }

    private Condition within(Condition filter, Optional<Span> span) {
        if (span.isPresent() && !names.known(Span.AGE)) {
            throw EcartException.usage("study.no_age", span.get());
        }
        Condition plain = VariableNames.plain(filter);
        return span.map(s -> Condition.and(plain, within(s))).orElse(plain);
    }

    private static Condition within(Span span) {
        return new Condition.And(List.of(
                new Condition.Compare(Span.AGE, Comparison.AT_LEAST, new Bound.Number(BigDecimal.valueOf(span.from()))),
                new Condition.Compare(Span.AGE, Comparison.AT_MOST, new Bound.Number(BigDecimal.valueOf(span.to())))));
    }

    private Optional<String> weight(Breakdown breakdown) {
        if (breakdown.weight() instanceof Breakdown.Weight.None) {
            return Optional.empty();
        }
        if (breakdown.weight() instanceof Breakdown.Weight.Of of) {
            boolean isWeight = codebook.variable(of.variable())
                            .filter(v -> v.role() == Variable.Role.WEIGHT)
                            .isPresent()
                    && codebook.population().columnOf(of.variable()).isPresent();
            if (!isWeight) {
                throw EcartException.usage("study.not_a_weight", of.variable());
            }
            return Optional.of(of.variable());
        }
        return codebook.withRole(codebook.population(), Variable.Role.WEIGHT).map(Variable::id);
    }

    /** Origin, under whichever rule set it is in the table. */
    private static Breakdown.Reference usualReference(List<Dimension> dimensions) {
        String usual = USUAL_REFERENCE.variable();
        return dimensions.stream()
                .map(Dimension::variable)
                .filter(v -> v.equals(usual) || v.startsWith(usual + "@"))
                .findFirst()
                .map(v -> new Breakdown.Reference(v, USUAL_REFERENCE.code()))
                .orElse(USUAL_REFERENCE);
    }

    private Optional<Breakdown.Reference> reference(
            Breakdown breakdown, List<Dimension> dimensions, List<Measure> measures) {
        boolean compares = measures.stream().anyMatch(Measure::comparesWithReference);
        if (!compares && breakdown.reference().isEmpty()) {
            return Optional.empty();
        }
        Breakdown.Reference wanted = breakdown.reference().orElseGet(() -> usualReference(dimensions));
        Optional<Dimension> axis = dimensions.stream()
                .filter(d -> d.variable().equals(wanted.variable()))
                .findFirst();
        if (axis.isEmpty() && !compares) {
            return Optional.empty();
        }
        Dimension dimension = axis.orElseThrow(() -> EcartException.usage(
                breakdown.reference().isPresent() ? "study.reference_axis" : "study.no_reference", wanted.variable()));
        // Without a code list any code may be meant; it is found or not when the table is made.
        boolean listed = names.values(wanted.variable()).isEmpty()
                || dimension.categories().stream().anyMatch(c -> c.code().equals(wanted.code()));
        if (!listed) {
            throw EcartException.usage(
                    "study.reference_code",
                    wanted.code(),
                    wanted.variable(),
                    String.join(
                            ", ",
                            dimension.categories().stream().map(Category::code).toList()));
        }
        if (compares && breakdown.arrangement().hidden(wanted.variable()).contains(wanted.code())) {
            throw EcartException.usage("study.reference_hidden", wanted.code(), wanted.variable());
        }
        return compares ? Optional.of(wanted) : Optional.empty();
    }
}
