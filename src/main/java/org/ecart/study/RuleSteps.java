package org.ecart.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.files.ConditionText;
import org.ecart.i18n.Messages;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Condition.Bound;
import org.ecart.model.Condition.Comparison;
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
     * @param outcome what it gives; none for an age
     */
    record Step(Kind kind, String id, Labels text, Optional<Rules.Outcome> outcome, Condition when) {}

    private RuleSteps(Rules rules, Messages messages) {
        this.rules = rules;
        this.messages = messages;
    }

    static RuleSteps of(Rules rules, Messages messages) {
        RuleSteps made = new RuleSteps(rules, messages);
        Rules.Derivation derivation = rules.derivation();
        if (derivation instanceof Rules.FirstMatch first) {
            made.firstMatch(first);
        } else if (derivation instanceof Rules.Bands bands) {
            made.bands(bands);
        } else if (derivation instanceof Rules.Recode recode) {
            made.recode(recode);
        } else {
            made.age((Rules.Age) derivation);
        }
        return made;
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

    private void firstMatch(Rules.FirstMatch first) {
        for (Rules.Rule rule : first.rules()) {
            Labels text = Labels.same(ConditionText.print(rule.when()));
            steps.add(new Step(Kind.RULE, rule.id(), text, Optional.of(rule.outcome()), rule.when()));
        }
        rest(Kind.ELSE, "study.counts.else", first.otherwise(), Condition.ALL);
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
            rule(group.code(), Condition.and(known, new Condition.In(recode.variable(), group.members())));
        }
        rest(Kind.ELSE, "study.counts.else", recode.grouping().otherwise(), known);
        rest(Kind.UNKNOWN, "study.unknown", recode.unknown(), new Condition.Recorded(recode.variable()));
        rest(Kind.NO_RECORD, "study.no_record", recode.noRecord(), Condition.ALL);
    }

    private void age(Rules.Age age) {
        Labels text = Captions.inAll(l -> messages.text(l, "study.counts.age", age.birthYear()));
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
