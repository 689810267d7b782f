package org.ecart.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.files.Catalogue;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Category;
import org.ecart.model.Codebook;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator;
import org.ecart.model.Measure;
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.ecart.model.Span;
import org.ecart.model.Study;
import org.ecart.protect.Preview;
import org.ecart.study.RuleComparison.Flow;
import org.ecart.study.RuleComparison.Group;
import org.ecart.study.RuleComparison.Question;
import org.ecart.study.RuleComparison.Side;
import org.ecart.tabulate.Tabulator;

/** Puts two rule sets side by side: the flow as one question to the engine, the headline as two ordinary tables. */
final class RuleComparisons {
    private static final String BELGIAN = "BE";
    private static final String A = "a.";
    private static final String B = "b.";

    private final Codebook codebook;
    private final Catalogue shipped;
    private final Tabulator tabulator;
    private final Tables tables;
    private final Delivered delivered;

    RuleComparisons(Codebook codebook, Catalogue shipped, Tabulator tabulator, Tables tables, Delivered delivered) {
        this.codebook = codebook;
        this.shipped = shipped;
        this.tabulator = tabulator;
        this.tables = tables;
        this.delivered = delivered;
    }

    RuleComparison compare(Study study, Question question, Progress progress) {
        RuleNames names = new RuleNames(codebook, shipped, study);
        RuleNames.Found foundA = names.find(question.a());
        RuleNames.Found foundB = names.find(question.b());
        Rules a = foundA.rules();
        Rules b = foundB.rules();
        Indicator indicator = shipped.with(study).indicator(question.indicator());
        Optional<Span> span = question.span().or(indicator::span);
        List<Rules> derivations = derivations(study, question, span, foundA, foundB);
        Preview headlineA = headline(foundA, question, progress);
        Preview headlineB = headline(foundB, question, progress);

        Condition universe =
                planner(study).select(Set.of(), question.filter(), span).universe();
        Asking asking = new Asking(tabulator, question.periods(), universe, study.policy(), progress);
        List<Crossing> flow = asking.ask(derivations, List.of(A + a.variable(), B + b.variable()));
        return new RuleComparison(
                new Side(a, groups(a, flow, 0, asking), headlineA),
                new Side(b, groups(b, flow, 1, asking), headlineB),
                indicator,
                span,
                study.policy().threshold(),
                question.periods(),
                asking.population(),
                flows(a, b, flow, asking),
                asking.unavailable());
    }

    /** The rules of who is counted as the study has them, and those of both sides under names of their own. */
    private List<Rules> derivations(
            Study study, Question question, Optional<Span> span, RuleNames.Found a, RuleNames.Found b) {
        List<Rules> all = new ArrayList<>(
                planner(study).select(Set.of(), question.filter(), span).derivations());
        for (Rules side : List.of(a.rules(), b.rules())) {
            if (side.categories().isEmpty()) {
                throw EcartException.usage("study.compare.no_groups", side.key());
            }
            // Who is counted must not hang on what is compared, or the two sides would count different persons.
            if (all.stream()
                    .map(r -> VariableNames.base(r.variable()))
                    .anyMatch(VariableNames.base(side.variable())::equals)) {
                throw EcartException.usage("study.compare.filter", side.variable());
            }
        }
        all.addAll(Apart.named(A, chain(a)));
        all.addAll(Apart.named(B, chain(b)));
        return all;
    }

    private List<Rules> chain(RuleNames.Found side) {
        return planner(side.study())
                .select(Set.of(side.rules().variable()), Condition.ALL, Optional.empty())
                .derivations();
    }

    private Planner planner(Study study) {
        return new Planner(codebook, shipped, study, delivered);
    }

    private Preview headline(RuleNames.Found found, Question question, Progress progress) {
        Rules side = found.rules();
        List<String> codes = side.categories().stream().map(Category::code).toList();
        String reference =
                question.reference().filter(codes::contains).orElse(codes.contains(BELGIAN) ? BELGIAN : codes.get(0));
        Breakdown breakdown = new Breakdown(
                question.periods(),
                new Axis(List.of(List.of(side.variable()))),
                Axis.EMPTY,
                Axis.EMPTY,
                question.filter(),
                question.indicator(),
                question.span(),
                Optional.of(new Breakdown.Reference(side.variable(), reference)),
                new Breakdown.Weight.Default(),
                true,
                false,
                List.of(Measure.PERSONS, Measure.RATE, Measure.GAP));
        return tables.draft(found.study(), breakdown, progress).preview();
    }

    private static List<Group> groups(Rules side, List<Crossing> flow, int dimension, Asking asking) {
        List<Map<String, Long>> persons = flow.stream()
                .map(c -> c.by(codes -> true, codes -> codes.get(dimension)))
                .toList();
        return side.categories().stream()
                .map(c -> new Group(c, asking.tallies(persons, c.code())))
                .toList();
    }

    private static List<Flow> flows(Rules a, Rules b, List<Crossing> flow, Asking asking) {
        List<Map<List<String>, Long>> persons =
                flow.stream().map(Crossing::cells).toList();
        List<Flow> flows = new ArrayList<>();
        for (Category from : a.categories()) {
            for (Category to : b.categories()) {
                List<String> codes = List.of(from.code(), to.code());
                if (persons.stream().anyMatch(p -> p.containsKey(codes))) {
                    flows.add(new Flow(from.code(), to.code(), asking.tallies(persons, codes)));
                }
            }
        }
        return flows;
    }
}
