package org.ecart.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.files.ConditionText;
import org.ecart.i18n.Messages;
import org.ecart.model.AtDate;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Condition.Bound;
import org.ecart.model.Condition.Comparison;
import org.ecart.model.Cuts;
import org.ecart.model.Labels;
import org.ecart.model.Rules;
import org.ecart.study.RuleReport.Kind;

/**
 * Any derivation as an ordered list of conditions of which the first that holds decides; the last holds for everyone.
 * What decided a person is then one more derived variable, which any engine can count by.
 */
final class RuleSteps {
    /** The variable whose codes are the places of the steps. */
    static final String DECIDED = "counts.decided";

    private static final String ALSO = "counts.also.";
    private static final String YES = "1";
    private static final String NO = "0";

    private final Rules rules;
    private final Messages messages;
    private final List<Step> steps = new ArrayList<>();

    /**
     * One step.
     *
     * @param outcome what it gives; none for what comes from the data, as an age does
     */
    record Step(Kind kind, String id, Labels text, Optional<Rules.Outcome> outcome, Condition when) {}

    /**
     * A variable whose codes go by groups.
     *
     * @param grouping which groups
     */
    record Grouped(String variable, Rules.Grouping grouping) {}

    private RuleSteps(Rules rules, Messages messages) {
        this.rules = rules;
        this.messages = messages;
    }

    /** @param rules as they are written, not yet resolved: their texts are read from there */
    static RuleSteps of(Rules rules, Messages messages) {
        RuleSteps made = new RuleSteps(rules, messages);
        Rules.Derivation derivation = rules.derivation();
        if (derivation instanceof Rules.FirstMatch first) {
            made.firstMatch(first, (Rules.FirstMatch) rules.resolved().derivation());
        } else if (derivation instanceof Rules.Crosswalk crosswalk) {
            made.crosswalk(crosswalk, (Rules.FirstMatch) rules.resolved().derivation());
        } else if (derivation instanceof Rules.Bands bands) {
            made.bands(bands);
        } else if (derivation instanceof Rules.Recode recode) {
            made.recode(recode);
        } else if (derivation instanceof Cuts cuts) {
            made.cuts(cuts);
        } else if (derivation instanceof AtDate at) {
            made.atDate(at);
        } else {
            made.age((Rules.Age) derivation);
        }
        return made;
    }

    /** What goes by groups, each with the codes of the steps whose outcome is such a group; none where it is only asked. */
    Map<Grouped, Set<String>> grouped() {
        Map<Grouped, Set<String>> grouped = new LinkedHashMap<>();
        if (rules.derivation() instanceof Rules.Recode recode) {
            grouped.put(new Grouped(recode.variable(), recode.grouping()), places(s -> s.kind() == Kind.ELSE));
        } else if (rules.resolved().derivation() instanceof Rules.FirstMatch first) {
            for (Step step : steps) {
                Optional<Rules.GroupOf> of =
                        step.outcome().filter(Rules.GroupOf.class::isInstance).map(Rules.GroupOf.class::cast);
                of.ifPresent(o ->
                        grouped.put(new Grouped(o.variable(), first.grouping(o.grouping())), places(s -> s.outcome()
                                .equals(step.outcome()))));
            }
        }
        if (rules.derivation() instanceof Rules.FirstMatch written) {
            written.rules().forEach(rule -> asked(written, rule.when()).forEach(g -> grouped.putIfAbsent(g, Set.of())));
        }
        return grouped;
    }

    private Set<String> places(Predicate<Step> wanted) {
        return IntStream.range(0, steps.size())
                .filter(s -> wanted.test(steps.get(s)))
                .mapToObj(RuleSteps::code)
                .collect(Collectors.toSet());
    }

    private static List<Grouped> asked(Rules.FirstMatch written, Condition condition) {
        List<Grouped> asked = new ArrayList<>();
        condition.mapped(part -> {
            if (part instanceof Condition.InGroup in) {
                asked.add(new Grouped(in.variable(), written.grouping(in.grouping())));
            } else if (part instanceof Condition.NotInGroup in) {
                asked.add(new Grouped(in.variable(), written.grouping(in.grouping())));
            }
            return part;
        });
        return asked;
    }

    List<Step> all() {
        return List.copyOf(steps);
    }

    /** The places of the steps that another one before them can keep from deciding, and that not everyone meets. */
    List<Integer> contested() {
        boolean ordered = rules.derivation() instanceof Rules.FirstMatch || rules.derivation() instanceof Rules.Bands;
        return IntStream.range(1, steps.size())
                .filter(s -> ordered && steps.get(s).kind() == Kind.RULE)
                .filter(s -> !(steps.get(s).when() instanceof Condition.All))
                .boxed()
                .toList();
    }

    /** The variable that says which step decided. */
    Rules decided() {
        List<Rules.Rule> before = new ArrayList<>();
        for (int s = 0; s < steps.size() - 1; s++) {
            before.add(new Rules.Rule(code(s), steps.get(s).when(), new Rules.Code(code(s))));
        }
        return helper(
                DECIDED,
                IntStream.range(0, steps.size()).mapToObj(RuleSteps::code).toList(),
                new Rules.FirstMatch(before, List.of(), code(steps.size() - 1)));
    }

    /** The variable that says whether a step holds, whatever decided. */
    Rules also(int step) {
        Rules.Rule holds = new Rules.Rule(YES, steps.get(step).when(), new Rules.Code(YES));
        return helper(ALSO + step, List.of(YES, NO), new Rules.FirstMatch(List.of(holds), List.of(), NO));
    }

    static boolean holds(String code) {
        return code.equals(YES);
    }

    /** How {@link #DECIDED} writes a place. */
    static String code(int step) {
        return Integer.toString(step);
    }

    private Rules helper(String variable, List<String> codes, Rules.Derivation derivation) {
        List<Category> categories =
                codes.stream().map(c -> Category.of(c, Labels.same(c))).toList();
        return new Rules(variable, rules.set(), rules.edition(), Labels.same(variable), categories, derivation);
    }

    private void firstMatch(Rules.FirstMatch written, Rules.FirstMatch resolved) {
        for (int r = 0; r < written.rules().size(); r++) {
            Rules.Rule rule = written.rules().get(r);
            Labels text = rule.labels().orElseGet(() -> Labels.same(ConditionText.print(rule.when())));
            Condition when = resolved.rules().get(r).when();
            steps.add(new Step(Kind.RULE, rule.id(), text, Optional.of(rule.outcome()), when));
        }
        rest(Kind.ELSE, "study.counts.else", written.otherwise(), Condition.ALL);
    }

    /** The unknown and those without a record, then old codes, then new ones. */
    private void crosswalk(Rules.Crosswalk crosswalk, Rules.FirstMatch spelledOut) {
        Condition noRecord = new Condition.Not(new Condition.Recorded(crosswalk.variable()));
        for (Rules.Rule rule : spelledOut.rules()) {
            if (rule.outcome() instanceof Rules.Code code) {
                boolean absent = rule.when().equals(noRecord);
                rest(
                        absent ? Kind.NO_RECORD : Kind.UNKNOWN,
                        absent ? "study.no_record" : "study.unknown",
                        code.code(),
                        rule.when());
            } else {
                String key = rule.when() instanceof Condition.All ? "study.counts.later" : "study.counts.until";
                Labels text = Captions.inAll(l -> messages.text(l, key, crosswalk.until()));
                steps.add(new Step(Kind.RULE, rule.id(), text, Optional.of(rule.outcome()), rule.when()));
            }
        }
        rest(Kind.ELSE, "study.counts.else", spelledOut.otherwise(), Condition.ALL);
    }

    private void bands(Rules.Bands bands) {
        for (Rules.Band band : bands.bands()) {
            Condition within = new Condition.And(List.of(
                    compare(bands.variable(), Comparison.AT_LEAST, band.from()),
                    compare(bands.variable(), Comparison.AT_MOST, band.to())));
            rule(band.code(), within);
        }
        rest(Kind.ELSE, "study.counts.else", bands.otherwise(), Condition.ALL);
    }

    private static Condition compare(String variable, Comparison comparison, int bound) {
        return new Condition.Compare(variable, comparison, new Bound.Number(BigDecimal.valueOf(bound)));
    }

    private void recode(Rules.Recode recode) {
        Condition known = new Condition.Known(recode.variable());
        for (Rules.Group group : recode.grouping().groups()) {
            // A group of groups has no codes of its own.
            if (group.members().isEmpty()) {
                continue;
            }
            rule(group.code(), Condition.and(known, new Condition.In(recode.variable(), group.members())));
        }
        rest(Kind.ELSE, "study.counts.else", recode.grouping().otherwise(), known);
        rest(Kind.UNKNOWN, "study.unknown", recode.unknown(), new Condition.Recorded(recode.variable()));
        rest(Kind.NO_RECORD, "study.no_record", recode.noRecord(), Condition.ALL);
    }

    /** Where the cuts lie is known only once the amounts are; the classes themselves can be counted. */
    private void cuts(Cuts cuts) {
        for (int part = 1; part <= cuts.parts(); part++) {
            String code = Integer.toString(part);
            rule(code, new Condition.In(rules.variable(), List.of(code)));
        }
        rest(Kind.ELSE, "study.counts.else", cuts.otherwise(), Condition.ALL);
    }

    /** Whoever is not there, then whatever is read there. */
    private void atDate(AtDate at) {
        rule(at.absent(), new Condition.In(rules.variable(), List.of(at.absent())));
        read(Captions.inAll(l -> messages.text(l, "study.counts.at", at.variable())));
    }

    private void age(Rules.Age age) {
        read(Captions.inAll(l -> messages.text(l, "study.counts.age", age.birthYear())));
    }

    /** A variable whose codes come from the data. */
    private void read(Labels text) {
        String id = rules.variable();
        steps.add(new Step(Kind.RULE, id, text, Optional.empty(), new Condition.Known(id)));
        steps.add(new Step(
                Kind.UNKNOWN,
                "",
                Captions.labels(messages, "study.unknown"),
                Optional.empty(),
                new Condition.Recorded(id)));
        steps.add(new Step(
                Kind.NO_RECORD, "", Captions.labels(messages, "study.no_record"), Optional.empty(), Condition.ALL));
    }

    private void rule(String code, Condition when) {
        steps.add(new Step(Kind.RULE, code, label(code), Optional.of(new Rules.Code(code)), when));
    }

    private void rest(Kind kind, String key, String code, Condition when) {
        steps.add(new Step(kind, "", Captions.labels(messages, key), Optional.of(new Rules.Code(code)), when));
    }

    private Labels label(String code) {
        return rules.categories().stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .map(Category::labels)
                .orElseGet(() -> Labels.same(code));
    }
}
