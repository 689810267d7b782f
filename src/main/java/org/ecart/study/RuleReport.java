package org.ecart.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.model.Span;

/**
 * What one rule set does to the persons counted, by date. Every list of tallies has one entry a period, none where an
 * input was not delivered for it. For the analyst's own look (decision 0009): no writer of a release takes it.
 *
 * @param rules the rule set, as it was applied
 * @param threshold counts of 1 to threshold - 1 are marked small; 1 = none are
 * @param population everyone counted
 * @param lines one for each rule, band or group in order, then the rest; each person is in exactly one
 * @param outcomes what came out, in print order; each person is in exactly one
 * @param conflicts pairs of rules of which the earlier decided and the later held too, only those with persons
 * @param unmapped codes that are in no group of their grouping
 * @param unavailable by date the variables that were not delivered for it
 */
public record RuleReport(
        Rules rules,
        int threshold,
        List<Period> periods,
        List<Optional<Tally>> population,
        List<Line> lines,
        List<Outcome> outcomes,
        List<Conflict> conflicts,
        List<Unmapped> unmapped,
        Map<Period, Set<String>> unavailable) {
    /**
     * What is asked.
     *
     * @param rules {@code origin} for the set that the study uses, or {@code origin=monitoring@2017},
     *     {@code origin@2017}, {@code origin@monitoring@2017}
     * @param filter who is counted
     * @param span the ages that are counted; none = everyone
     */
    public record Question(String rules, List<Period> periods, Condition filter, Optional<Span> span) {
        public Question {
            periods = List.copyOf(periods);
        }

        /** Everyone at some dates. */
        public static Question of(String rules, List<Period> periods) {
            return new Question(rules, periods, Condition.ALL, Optional.empty());
        }
    }

    /** Why a person is in a line. */
    public enum Kind {
        /** a rule, band or group of codes decided */
        RULE,
        /** nothing decided: the "else" */
        ELSE,
        /** the value is not known (recodes and ages) */
        UNKNOWN,
        /** the person has no row in the extract that holds the variable (recodes and ages) */
        NO_RECORD
    }

    /**
     * One rule and what it decided.
     *
     * @param id the id of the rule, the code of the band or group; empty for the other kinds
     * @param text what the rule says: its label, else its condition
     * @param outcome what it gives; none for an age, which is a number
     */
    public record Line(
            Kind kind, String id, Labels text, Optional<Rules.Outcome> outcome, List<Optional<Tally>> persons) {
        public Line {
            persons = List.copyOf(persons);
        }
    }

    /** A category that came out. */
    public record Outcome(Category category, List<Optional<Tally>> persons) {
        public Outcome {
            persons = List.copyOf(persons);
        }
    }

    /**
     * Persons whom a later rule would have matched too. A rule that holds for everyone conflicts with none.
     *
     * @param decided the place in {@code lines} of the rule that decided
     * @param later the place of the rule that would have matched
     */
    public record Conflict(int decided, int later, List<Optional<Tally>> persons) {
        public Conflict {
            persons = List.copyOf(persons);
        }
    }

    /**
     * A code that a grouping does not know.
     *
     * @param persons those with the code; for an empty field ({@code _U}, {@code _N} or a missing code) none are told,
     *     unless a rule asked for its group
     * @param decided those whom the code brought into the grouping's "else"
     */
    public record Unmapped(
            String variable,
            String grouping,
            String code,
            List<Optional<Tally>> persons,
            List<Optional<Tally>> decided) {
        public Unmapped {
            persons = List.copyOf(persons);
            decided = List.copyOf(decided);
        }
    }

    public RuleReport {
        periods = List.copyOf(periods);
        population = List.copyOf(population);
        lines = List.copyOf(lines);
        outcomes = List.copyOf(outcomes);
        conflicts = List.copyOf(conflicts);
        unmapped = List.copyOf(unmapped);
        unavailable = Map.copyOf(unavailable);
    }
}
