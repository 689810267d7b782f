package org.ecart.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.files.Catalogue;
import org.ecart.i18n.Messages;
import org.ecart.model.Category;
import org.ecart.model.Codebook;
import org.ecart.model.Labels;
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.study.RuleReport.Conflict;
import org.ecart.study.RuleReport.Line;
import org.ecart.study.RuleReport.Outcome;
import org.ecart.study.RuleReport.Unmapped;
import org.ecart.tabulate.Tabulator;

/** Counts what a rule set does. Everything is asked of the engine as further derived variables (docs/rules.md). */
final class RuleCounts {
    /** So many rules are tried at once on whether they would have matched too: the crossing stays small. */
    private static final int TOGETHER = 4;

    /** Ages in their order; other codes by length and letters, which is an order too. */
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final Codebook codebook;
    private final Catalogue shipped;
    private final Tabulator tabulator;
    private final Messages messages;
    private final Delivered delivered;

    RuleCounts(Codebook codebook, Catalogue shipped, Tabulator tabulator, Messages messages, Delivered delivered) {
        this.codebook = codebook;
        this.shipped = shipped;
        this.tabulator = tabulator;
        this.messages = messages;
        this.delivered = delivered;
    }

    RuleReport report(Study study, RuleReport.Question question, Progress progress) {
        RuleNames.Found found = new RuleNames(codebook, shipped, study).find(question.rules());
        Rules rules = found.rules();
        Planner planner = new Planner(codebook, shipped, found.study(), delivered);
        Planner.Selection selection = planner.select(Set.of(rules.variable()), question.filter(), question.span());
        Asking asking = new Asking(tabulator, question.periods(), selection.universe(), study.policy(), progress);
        RuleSteps steps = RuleSteps.of(planner.rules(rules.variable()), messages);
        return new Count(rules, selection.derivations(), steps, asking).report(question, study);
    }

    /** One report under way. */
    private final class Count {
        private final Rules rules;
        private final List<Rules> derivations;
        private final Asking asking;
        private final RuleSteps steps;

        Count(Rules rules, List<Rules> derivations, RuleSteps steps, Asking asking) {
            this.rules = rules;
            this.derivations = derivations;
            this.asking = asking;
            this.steps = steps;
        }

        RuleReport report(RuleReport.Question question, Study study) {
            List<Crossing> decided = ask(List.of(steps.decided()), List.of(RuleSteps.DECIDED, rules.variable()));
            return new RuleReport(
                    rules,
                    study.policy().threshold(),
                    question.periods(),
                    asking.population(),
                    lines(by(decided, 0)),
                    outcomes(by(decided, 1)),
                    conflicts(),
                    unmapped(),
                    asking.unavailable());
        }

        private List<Crossing> ask(List<Rules> helpers, List<String> dimensions) {
            List<Rules> all = new ArrayList<>(derivations);
            all.addAll(helpers);
            return asking.ask(all, dimensions);
        }

        private List<Line> lines(List<Map<String, Long>> persons) {
            List<Line> lines = new ArrayList<>();
            for (RuleSteps.Step step : steps.all()) {
                lines.add(new Line(
                        step.kind(),
                        step.id(),
                        step.text(),
                        step.outcome(),
                        asking.tallies(persons, RuleSteps.code(lines.size()))));
            }
            return lines;
        }

        private List<Outcome> outcomes(List<Map<String, Long>> persons) {
            Set<String> found = new TreeSet<>(BY_NUMBER);
            persons.forEach(p -> found.addAll(p.keySet()));
            rules.categories().forEach(c -> found.remove(c.code()));
            List<Category> categories = new ArrayList<>(rules.categories());
            Map<String, String> last = Map.of(Category.NO_RECORD, "study.no_record", Category.UNKNOWN, "study.unknown");
            found.stream()
                    .filter(code -> !last.containsKey(code))
                    .forEach(code -> categories.add(Category.of(code, Labels.same(code))));
            found.stream()
                    .filter(last::containsKey)
                    .forEach(code ->
                            categories.add(Category.of(code, Captions.labels(messages, last.getOrDefault(code, "")))));
            return categories.stream()
                    .map(c -> new Outcome(c, asking.tallies(persons, c.code())))
                    .toList();
        }

        private List<Conflict> conflicts() {
            List<Integer> contested = steps.contested();
            List<Conflict> conflicts = new ArrayList<>();
            for (int from = 0; from < contested.size(); from += TOGETHER) {
                List<Integer> some = contested.subList(from, Math.min(contested.size(), from + TOGETHER));
                conflicts.addAll(conflicts(some));
            }
            conflicts.sort(Comparator.comparingInt(Conflict::decided).thenComparingInt(Conflict::later));
            return conflicts;
        }

        private List<Conflict> conflicts(List<Integer> laters) {
            List<Rules> helpers = new ArrayList<>(List.of(steps.decided()));
            laters.forEach(later -> helpers.add(steps.also(later)));
            List<Crossing> crossings =
                    ask(helpers, helpers.stream().map(Rules::variable).toList());
            List<Conflict> conflicts = new ArrayList<>();
            for (int l = 0; l < laters.size(); l++) {
                int axis = l + 1;
                List<Map<String, Long>> also = crossings.stream()
                        .map(c -> c.by(codes -> RuleSteps.holds(codes.get(axis)), codes -> codes.get(0)))
                        .toList();
                for (int decided = 0; decided < laters.get(l); decided++) {
                    String code = RuleSteps.code(decided);
                    if (also.stream().anyMatch(persons -> persons.containsKey(code))) {
                        conflicts.add(new Conflict(decided, laters.get(l), asking.tallies(also, code)));
                    }
                }
            }
            return conflicts;
        }

        private List<Unmapped> unmapped() {
            List<Unmapped> all = new ArrayList<>();
            steps.grouped().forEach((grouped, places) -> all.addAll(unmapped(grouped, places)));
            return all;
        }

        private List<Unmapped> unmapped(RuleSteps.Grouped grouped, Set<String> places) {
            Set<String> members = new LinkedHashSet<>();
            grouped.grouping().groups().forEach(g -> members.addAll(g.members()));
            List<Crossing> crossings = ask(List.of(steps.decided()), List.of(RuleSteps.DECIDED, grouped.variable()));
            List<Map<String, Long>> decided = crossings.stream()
                    .map(c -> c.by(k -> places.contains(k.get(0)) && !members.contains(k.get(1)), k -> k.get(1)))
                    .toList();
            // Of a crosswalk the codes of other dates are in another list.
            boolean onlyDecided = rules.derivation() instanceof Rules.Crosswalk;
            Set<String> empty = empty(grouped.variable());
            List<Map<String, Long>> persons = onlyDecided
                    ? decided
                    : crossings.stream()
                            .map(c ->
                                    c.by(k -> !members.contains(k.get(1)) && !empty.contains(k.get(1)), k -> k.get(1)))
                            .toList();
            Set<String> codes = new TreeSet<>();
            persons.forEach(p -> codes.addAll(p.keySet()));
            decided.forEach(p -> codes.addAll(p.keySet()));
            Comparator<String> mostFirst =
                    Comparator.comparingLong(code -> -total(persons, code) - total(decided, code));
            return codes.stream()
                    .sorted(mostFirst.thenComparing(Comparator.naturalOrder()))
                    .map(code -> new Unmapped(
                            grouped.variable(),
                            grouped.grouping().id(),
                            code,
                            asking.tallies(persons, code),
                            asking.tallies(decided, code)))
                    .toList();
        }

        /** The codes that stand for no value. */
        private Set<String> empty(String variable) {
            Optional<Rules> derived = derivations.stream()
                    .filter(r -> r.variable().equals(variable))
                    .findFirst();
            Collection<Category> categories = derived.map(Rules::categories)
                    .or(() -> codebook.variable(variable).map(codebook::categoriesOf))
                    .orElse(List.of());
            Set<String> empty = new TreeSet<>(List.of(Category.UNKNOWN, Category.NO_RECORD));
            categories.stream().filter(Category::missing).map(Category::code).forEach(empty::add);
            return empty;
        }
    }

    private static long total(List<Map<String, Long>> persons, String code) {
        return persons.stream().mapToLong(p -> p.getOrDefault(code, 0L)).sum();
    }

    private static List<Map<String, Long>> by(List<Crossing> crossings, int dimension) {
        return crossings.stream()
                .map(c -> c.by(codes -> true, codes -> codes.get(dimension)))
                .toList();
    }
}
