package org.ecart.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.TableShape;
import org.ecart.model.Value;
import org.ecart.tabulate.FrameTabulator;
import org.junit.jupiter.api.Test;

/** Ten persons in three groups; who is in or out of work is in the denominator. */
class TableBuilderTest {
    private static final Period YEAR = Period.ofYear(2014);
    private static final Period LATER = Period.ofYear(2015);

    private static final List<List<String>> PERSONS = List.of(
            List.of("A", "F", "work"),
            List.of("A", "M", "work"),
            List.of("A", "M", "none"),
            List.of("A", "M", "none"),
            List.of("B", "F", "none"),
            List.of("B", "F", "none"),
            List.of("B", "F", "none"),
            List.of("B", "M", "work"),
            List.of("A", "M", "away"),
            List.of("C", "F", "away"));

    /** Everyone weighs 1, but the one of B who works 2.5. */
    private static final long[] WEIGHTS = {10, 10, 10, 10, 10, 10, 10, 25, 10, 10};

    private static final Indicator RATE = new Indicator(
            "rate",
            Labels.same("rate"),
            Labels.same("rate"),
            new Indicator.Statistic.Rate(
                    new Condition.In("job", List.of("work")), new Condition.In("job", List.of("work", "none"))),
            Optional.empty());

    private static final Indicator COUNT = new Indicator(
            "count", Labels.same("count"), Labels.same("count"), new Indicator.Statistic.Count(), Optional.empty());

    @Test
    void ratesOfGroupsAndOfAll() {
        ValueTable table = table(List.of(List.of("group")), "A", Measure.PERSONS, Measure.DENOMINATOR, Measure.RATE);

        assertThat(printed(table, Measure.PERSONS)).isEqualTo("A 5, B 4, C 1, _T 10");
        assertThat(printed(table, Measure.DENOMINATOR)).isEqualTo("A 4, B 4, C 0, _T 8");
        assertThat(printed(table, Measure.RATE)).isEqualTo("A 50, B 25, C [z], _T 37.5");
    }

    @Test
    void gapsAgainstAGroupThatIsNotComparedWithItself() {
        ValueTable table = table(List.of(List.of("group")), "A", Measure.GAP, Measure.RATIO, Measure.MISSING);

        assertThat(printed(table, Measure.GAP)).isEqualTo("A [z], B -25, C [z], _T -12.5");
        assertThat(printed(table, Measure.RATIO)).isEqualTo("A [z], B 0.5, C [z], _T 0.75");
        assertThat(printed(table, Measure.MISSING)).isEqualTo("A [z], B 1, C [z], _T 1");
    }

    @Test
    void aTotalUsesItsOwnRateSoThatMissingPersonsDoNotAddUp() {
        ValueTable table = table(List.of(List.of("group", "sex")), "A", Measure.RATE, Measure.MISSING);

        assertThat(printed(table, Measure.RATE))
                .isEqualTo("A F 100, A M 33.3333, A _T 50, B F 0, B M 100, B _T 25, C F [z], C M [z], C _T [z],"
                        + " _T F 25, _T M 50, _T _T 37.5");
        // Women of B: 3 x 100 % - 0; men: 1 x 33.3 % - 1; together 4 x 50 % - 1.
        assertThat(printed(table, Measure.MISSING))
                .isEqualTo("A F [z], A M [z], A _T [z], B F 3, B M -0.6667, B _T 1, C F [z], C M [z], C _T [z],"
                        + " _T F 3, _T M -0.6667, _T _T 1");
    }

    @Test
    void aReferenceWithNobodyInTheDenominatorComparesWithNothing() {
        ValueTable table = table(List.of(List.of("group")), "C", Measure.GAP, Measure.MISSING, Measure.GAP_LOW);

        for (Measure measure : List.of(Measure.GAP, Measure.MISSING, Measure.GAP_LOW)) {
            assertThat(printed(table, measure)).isEqualTo("A [z], B [z], C [z], _T [z]");
        }
    }

    @Test
    void aRatioToARateOfNoughtIsNotApplicable() {
        ValueTable table = builtOver(
                plan(List.of(List.of("sex", "group")), "B", Optional.empty(), List.of(YEAR), RATE, Measure.RATIO));

        assertThat(printed(table, Measure.RATIO)).startsWith("F A [z], F B [z], F C [z], F _T [z], M A 0.3333, ");
    }

    @Test
    void weightsCountInRatesAndGapsButNotInIntervals() {
        ValueTable table = builtOver(plan(
                List.of(List.of("group")),
                "A",
                Optional.of("w"),
                List.of(YEAR),
                RATE,
                Measure.PERSONS,
                Measure.WEIGHTED,
                Measure.NUMERATOR,
                Measure.RATE,
                Measure.GAP,
                Measure.GAP_PERSONS));

        assertThat(printed(table, Measure.PERSONS)).isEqualTo("A 5, B 4, C 1, _T 10");
        assertThat(printed(table, Measure.WEIGHTED)).isEqualTo("A 5, B 5.5, C 1, _T 11.5");
        assertThat(printed(table, Measure.NUMERATOR)).isEqualTo("A 2, B 2.5, C 0, _T 4.5");
        assertThat(printed(table, Measure.RATE)).isEqualTo("A 50, B 45.4545, C [z], _T 47.3684");
        assertThat(printed(table, Measure.GAP)).isEqualTo("A [z], B -4.5455, C [z], _T -2.6316");
        assertThat(printed(table, Measure.GAP_PERSONS)).isEqualTo("A [z], B -25, C [z], _T -12.5");
    }

    @Test
    void stackedBlocksShareTheTotalOfAll() {
        ValueTable table = table(List.of(List.of("group"), List.of("sex")), "A", Measure.PERSONS);

        assertThat(printed(table, Measure.PERSONS)).isEqualTo("A _T 5, B _T 4, C _T 1, _T F 5, _T M 5, _T _T 10");
        assertThat(table.cells()).hasSize(6);
    }

    @Test
    void crossingsThatShareAMarginMeetInIt() {
        ValueTable table = table(List.of(List.of("group", "sex"), List.of("sex", "job")), "A", Measure.PERSONS);

        assertThat(printed(table, Measure.PERSONS)).contains("_T F _T 5", "A F _T 1", "_T F none 3", "_T _T _T 10");
        // 4 x 3 cells of group and sex, 3 x 4 of sex and job; three of them are the same.
        assertThat(table.cells()).hasSize(12 + 12 - 3);
    }

    @Test
    void aDateForWhichAVariableWasNotDeliveredIsNotAvailable() {
        ValueTable table = builtOver(plan(
                List.of(List.of("group")),
                "A",
                Optional.empty(),
                List.of(YEAR, LATER),
                RATE,
                Measure.RATE,
                Measure.GAP));

        assertThat(printed(table, Measure.RATE)).isEqualTo("A 50, B 25, C [z], _T 37.5, A [x], B [x], C [x], _T [x]");
        assertThat(printed(table, Measure.GAP)).isEqualTo("A [z], B -25, C [z], _T -12.5, A [x], B [x], C [x], _T [x]");
        assertThat(table.unavailable()).isEqualTo(Map.of(LATER, Set.of("job")));
    }

    @Test
    void aTableSaysWhatItTellsApart() {
        List<List<String>> rows = List.of(List.of("group"));

        assertThat(table(rows, "A", Measure.PERSONS).divided()).isEqualTo(ValueTable.Divided.PERSONS);
        assertThat(table(rows, "A", Measure.RATE).divided()).isEqualTo(ValueTable.Divided.BINARY);
        assertThat(table(rows, "A", Measure.PERSONS, Measure.RATE).divided())
                .isEqualTo(ValueTable.Divided.BINARY_AND_OUTSIDE);
        assertThat(builtOver(plan(rows, "A", Optional.empty(), List.of(YEAR), COUNT, Measure.PERSONS))
                        .divided())
                .isEqualTo(ValueTable.Divided.PERSONS);
    }

    @Test
    void aCountHasEveryoneInTheNumerator() {
        ValueTable table =
                builtOver(plan(List.of(List.of("job")), "A", Optional.empty(), List.of(YEAR), COUNT, Measure.PERSONS));

        assertThat(printed(table, Measure.PERSONS)).isEqualTo("away 2, none 5, work 3, _T 10");
        assertThat(table.cells()).allSatisfy(c -> assertThat(c.counts().persons(Part.NUMERATOR))
                .isEqualTo(c.counts().persons()));
    }

    /** Each figure of a measure with its row, to four decimals. */
    private static String printed(ValueTable table, Measure measure) {
        List<String> all = new ArrayList<>();
        List<Value> values = Optional.ofNullable(table.values().get(measure)).orElseThrow();
        for (int cell = 0; cell < values.size(); cell++) {
            List<String> row = table.shape()
                    .rows()
                    .entries()
                    .get(table.shape().address(cell).row());
            String figure = values.get(cell)
                    .number()
                    .map(n -> n.setScale(4, RoundingMode.HALF_UP))
                    .map(n -> n.signum() == 0 ? BigDecimal.ZERO : n.stripTrailingZeros())
                    .map(BigDecimal::toPlainString)
                    .orElse(values.get(cell).status().mark());
            all.add(String.join(" ", row) + " " + figure);
        }
        return String.join(", ", all);
    }

    private static int total(ValueTable table) {
        for (int c = 0; c < table.cells().size(); c++) {
            if (table.cells().get(c).counts().persons() == PERSONS.size()) {
                return c;
            }
        }
        throw new AssertionError("no total");
    }

    private static ValueTable table(List<List<String>> rows, String reference, Measure... measures) {
        return builtOver(plan(rows, reference, Optional.empty(), List.of(YEAR), RATE, measures));
    }

    private static ValueTable builtOver(TablePlan plan) {
        FrameTabulator tabulator = new FrameTabulator(TableBuilderTest::frame, 2);
        return new TableBuilder(tabulator, Labels.same("unknown"), Labels.same("no record")).build(plan, Progress.NONE);
    }

    private static TablePlan plan(
            List<List<String>> rows,
            String reference,
            Optional<String> weight,
            List<Period> periods,
            Indicator indicator,
            Measure... measures) {
        Breakdown breakdown = new Breakdown(
                periods,
                new Axis(rows),
                Axis.EMPTY,
                Axis.EMPTY,
                Condition.ALL,
                indicator.id(),
                Optional.empty(),
                Optional.of(new Breakdown.Reference("group", reference)),
                new Breakdown.Weight.Default(),
                true,
                true,
                List.of(measures));
        boolean compares = List.of(measures).stream().anyMatch(Measure::comparesWithReference);
        return new TablePlan(
                breakdown,
                indicator,
                List.of(),
                breakdown.variables().stream()
                        .map(v -> new TableShape.Dimension(v, Labels.same(v), List.of()))
                        .toList(),
                Condition.ALL,
                weight,
                compares ? breakdown.reference() : Optional.empty(),
                List.of(measures));
    }

    /** The ten persons; a year later jobs were not delivered. */
    private static Frame frame(Period period, Set<String> variables) {
        Map<String, CodedColumn> columns = new LinkedHashMap<>();
        List<String> names = List.of("group", "sex", "job");
        for (int v = 0; v < names.size(); v++) {
            int place = v;
            Dictionary dictionary = new Dictionary(
                    PERSONS.stream().map(p -> p.get(place)).distinct().toList());
            int[] codes = PERSONS.stream()
                    .mapToInt(p -> dictionary.place(p.get(place)).orElseThrow())
                    .toArray();
            columns.put(
                    names.get(v),
                    new CodedColumn(dictionary, Set.of(), List.of(CodeSegment.pack(codes, 0, codes.length))));
        }
        Set<String> unavailable = new TreeSet<>();
        if (period.equals(LATER) && variables.contains("job")) {
            columns.remove("job");
            unavailable.add("job");
        }
        Map<String, AmountColumn> amounts = new HashMap<>();
        amounts.put("w", AmountColumn.of(1, List.of(WEIGHTS)));
        return new Frame(period, PERSONS.size(), columns, amounts, Optional.empty(), unavailable);
    }
}
