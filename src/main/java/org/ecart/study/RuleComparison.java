package org.ecart.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.model.Span;
import org.ecart.model.TableShape.Address;
import org.ecart.model.Value;
import org.ecart.protect.Preview;

/**
 * Two rule sets side by side: who moves from which group to which, and what that does to the headline. Every list of
 * tallies has one entry a period, none where an input was not delivered for it. For the analyst's own look (decision
 * 0009): no writer of a release takes it.
 *
 * @param span the ages that are counted, in the flow too; none = everyone
 * @param threshold counts of 1 to threshold - 1 are marked small; 1 = none are
 * @param population everyone counted
 * @param flows from group to group, only those with persons, in print order of both sides
 * @param unavailable by date the variables that were not delivered for it
 */
public record RuleComparison(
        Side a,
        Side b,
        Indicator indicator,
        Optional<Span> span,
        int threshold,
        List<Period> periods,
        List<Optional<Tally>> population,
        List<Flow> flows,
        Map<Period, Set<String>> unavailable) {
    /**
     * What is asked.
     *
     * @param a the first rule set, written as in {@link RuleReport.Question}; {@code b} may be of another variable
     * @param filter who is counted
     * @param indicator a rate
     * @param span overrides that of the indicator
     * @param reference the category that gaps are measured against, on the side that has it; else {@code BE}, else the
     *     first
     */
    public record Question(
            String a,
            String b,
            List<Period> periods,
            Condition filter,
            String indicator,
            Optional<Span> span,
            Optional<String> reference) {
        public static final String USUAL_INDICATOR = "employment_rate";

        public Question {
            periods = List.copyOf(periods);
        }

        /** The employment rate of everyone of its ages at some dates. */
        public static Question of(String a, String b, List<Period> periods) {
            return new Question(a, b, periods, Condition.ALL, USUAL_INDICATOR, Optional.empty(), Optional.empty());
        }
    }

    /**
     * One rule set.
     *
     * @param groups its categories with their persons: the margin of the flow
     * @param headline the ordinary table of persons, rate and gap by group and date, weighted as such tables are, with
     *     cells marked that are unsafe by themselves
     */
    public record Side(Rules rules, List<Group> groups, Preview headline) {
        public Side {
            groups = List.copyOf(groups);
        }
    }

    /** A category of one side. */
    public record Group(Category category, List<Optional<Tally>> persons) {
        public Group {
            persons = List.copyOf(persons);
        }
    }

    /** Persons of group {@code from} under A and of group {@code to} under B; the share is that of all. */
    public record Flow(String from, String to, List<Optional<Tally>> persons) {
        public Flow {
            persons = List.copyOf(persons);
        }
    }

    /**
     * A group's figures under both rule sets; groups of the same code of one variable stand on one line.
     *
     * @param years one entry a period
     */
    public record Headline(String code, Labels labels, List<Pair> years) {
        public Headline {
            years = List.copyOf(years);
        }
    }

    /** The same date under A and B; none where the side has no such group. */
    public record Pair(Optional<Figures> a, Optional<Figures> b) {}

    /** Rate in percent and gap in points, exact, or the status in their place. */
    public record Figures(Value rate, Value gap) {}

    public RuleComparison {
        periods = List.copyOf(periods);
        population = List.copyOf(population);
        flows = List.copyOf(flows);
        unavailable = Map.copyOf(unavailable);
    }

    /**
     * Rates and gaps side by side: the groups of A in their order, then those that only B has. Where A and B are of
     * different variables, the same code is not the same group, and none share a line.
     */
    public List<Headline> headlines() {
        boolean same = VariableNames.base(a.rules().variable())
                .equals(VariableNames.base(b.rules().variable()));
        List<String> ofA = codes(a.headline());
        List<Headline> lines = new ArrayList<>();
        for (String code : ofA) {
            lines.add(headline(code, a, Optional.of(a), same ? Optional.of(b) : Optional.empty()));
        }
        for (String code : codes(b.headline())) {
            if (!same || !ofA.contains(code)) {
                lines.add(headline(code, b, Optional.empty(), Optional.of(b)));
            }
        }
        return lines;
    }

    private Headline headline(String code, Side named, Optional<Side> left, Optional<Side> right) {
        List<Pair> years = IntStream.range(0, periods.size())
                .mapToObj(p -> new Pair(
                        left.flatMap(side -> figures(side.headline(), code, p)),
                        right.flatMap(side -> figures(side.headline(), code, p))))
                .toList();
        return new Headline(
                code, named.headline().shape().rows().dimensions().get(0).label(code), years);
    }

    private static List<String> codes(Preview table) {
        return table.shape().rows().entries().stream().map(e -> e.get(0)).toList();
    }

    private static Optional<Figures> figures(Preview table, String code, int period) {
        int row = codes(table).indexOf(code);
        if (row < 0) {
            return Optional.empty();
        }
        int cell = table.shape().index(new Address(period, row, 0, 0));
        return Optional.of(new Figures(table.value(Measure.RATE, cell), table.value(Measure.GAP, cell)));
    }
}
