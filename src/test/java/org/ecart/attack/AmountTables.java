package org.ecart.attack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Caption;
import org.ecart.model.Condition;
import org.ecart.model.Decimals;
import org.ecart.model.Indicator;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Indicator.Summary;
import org.ecart.model.Labels;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.model.TableShape;
import org.ecart.protect.Draft;
import org.ecart.stats.TableBuilder;
import org.ecart.stats.TablePlan;
import org.ecart.stats.ValueTable;
import org.ecart.tabulate.FrameTabulator;

/** Random persons with wages, and one to three tables of sums and means of them. */
final class AmountTables {
    static final List<String> VARIABLES = List.of("area", "group", "sex");
    private static final Period YEAR = new Period(LocalDate.of(2020, 12, 31));
    private static final Caption CAPTION = new Caption(
            "T",
            Labels.same("T"),
            Labels.same(""),
            List.of(),
            List.of(),
            Labels.same(""),
            Optional.empty(),
            Labels.same("wage"));

    /** For each person the code of each variable. */
    final List<int[]> persons = new ArrayList<>();

    /** Wages in cents. */
    final List<Long> wages = new ArrayList<>();

    final List<Draft> drafts = new ArrayList<>();
    final FrameTabulator tabulator = new FrameTabulator((period, variables) -> frame(), 1);

    /** What a table counts: everybody, or those without the first category of a variable. */
    final List<Optional<Integer>> without = new ArrayList<>();

    AmountTables(SplittableRandom random, Policy policy) {
        int[] sizes = {2 + random.nextInt(4), 2 + random.nextInt(3), 2};
        double skew = 0.5 + 2.5 * random.nextDouble();
        int most = 2 + random.nextInt(14);
        for (int cell = 0; cell < sizes[0] * sizes[1] * sizes[2]; cell++) {
            int[] codes = {cell / (sizes[1] * 2), cell / 2 % sizes[1], cell % 2};
            int count = random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(most);
            for (int p = 0; p < count; p++) {
                persons.add(codes);
                wages.add(Math.round(100 * StrictMath.exp(4 + skew * random.nextDouble() * 3)));
            }
        }
        int tables = 1 + random.nextInt(3);
        for (int t = 0; t < tables; t++) {
            List<String> shuffled = new ArrayList<>(VARIABLES);
            String rows = shuffled.remove(random.nextInt(3));
            boolean two = random.nextInt(4) > 0;
            String columns = shuffled.remove(random.nextInt(2));
            Optional<Integer> left = random.nextInt(3) == 0 ? Optional.of(random.nextInt(3)) : Optional.empty();
            Summary summary = random.nextBoolean() ? new Summary.Sum() : new Summary.Mean();
            without.add(left);
            drafts.add(draft(rows, two ? Optional.of(columns) : Optional.empty(), left, summary, policy));
        }
    }

    private Draft draft(String rows, Optional<String> columns, Optional<Integer> left, Summary summary, Policy policy) {
        Indicator indicator = new Indicator(
                "wage",
                Labels.same("wage"),
                Labels.same(""),
                new Statistic.OfAmount("wage", Condition.ALL, summary),
                Optional.empty());
        Condition universe = left.<Condition>map(
                        v -> new Condition.Not(new Condition.In(VARIABLES.get(v), List.of("0"))))
                .orElse(Condition.ALL);
        Breakdown breakdown = new Breakdown(
                List.of(YEAR),
                new Axis(List.of(List.of(rows))),
                columns.map(c -> new Axis(List.of(List.of(c)))).orElse(Axis.EMPTY),
                Axis.EMPTY,
                Condition.ALL,
                indicator.id(),
                Optional.empty(),
                Optional.empty(),
                new Breakdown.Weight.Default(),
                true,
                true,
                List.of(Measure.AMOUNT));
        TablePlan plan = new TablePlan(
                breakdown,
                indicator,
                List.of(),
                breakdown.variables().stream()
                        .map(v -> new TableShape.Dimension(v, Labels.same(v), List.of()))
                        .toList(),
                universe,
                Optional.empty(),
                Optional.empty(),
                List.of(Measure.AMOUNT),
                Optional.of(policy.amounts().telling()),
                Optional.empty());
        ValueTable values = new TableBuilder(tabulator, Labels.same("unknown"), Labels.same("no record"))
                .build(plan, Progress.NONE);
        return new Draft("T" + drafts.size(), values, Map.of(YEAR, plan), CAPTION, Decimals.DEFAULT, List.of());
    }

    /** The persons of a cell, by their numbers. */
    int[] in(int table, int place) {
        TableShape shape = drafts.get(table).values().shape();
        Map<String, String> codes = shape.codes(shape.address(place));
        return IntStream.range(0, persons.size())
                .filter(p -> without.get(table).stream().allMatch(v -> persons.get(p)[v] != 0))
                .filter(p -> codes.entrySet().stream()
                        .allMatch(e -> e.getValue().equals("_T")
                                || e.getValue()
                                        .equals(Integer.toString(persons.get(p)[VARIABLES.indexOf(e.getKey())]))))
                .toArray();
    }

    private Frame frame() {
        Map<String, CodedColumn> columns = new LinkedHashMap<>();
        for (int v = 0; v < VARIABLES.size(); v++) {
            int place = v;
            int most = persons.stream().mapToInt(p -> p[place]).max().orElse(0);
            Dictionary dictionary = new Dictionary(
                    IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList());
            int[] codes = persons.stream()
                    .mapToInt(p -> dictionary.place(Integer.toString(p[place])).orElseThrow())
                    .toArray();
            columns.put(
                    VARIABLES.get(v),
                    new CodedColumn(dictionary, Set.of(), List.of(CodeSegment.pack(codes, 0, codes.length))));
        }
        long[] elements = wages.stream().mapToLong(Long::longValue).toArray();
        return new Frame(
                YEAR,
                persons.size(),
                columns,
                Map.of("wage", AmountColumn.of(2, List.of(elements))),
                Optional.empty(),
                Set.of());
    }
}
