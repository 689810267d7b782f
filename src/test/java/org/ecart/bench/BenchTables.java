package org.ecart.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.ecart.model.Rules;
import org.ecart.model.TableShape.Dimension;
import org.ecart.stats.TablePlan;

/** The tables of the benchmark, each as a plan and as SQL; the filter of some differs from round to round. */
enum BenchTables {
    COUNT("2-way count: origin x gender"),
    RATE("5-way employment rate: origin x gender x age x region x education, filtered"),
    WEIGHTED("weighted 3-way table: origin x gender x region"),
    MEDIAN("median daily wage: origin x gender");

    static final List<String> FIVE = List.of("origin", "gender", "age_band", "region", "education");

    private static final List<String> WORKING = List.of("111", "112", "121", "122", "123", "131");
    private static final List<Rules.Band> BANDS = List.of(
            new Rules.Band("20-24", 20, 24),
            new Rules.Band("25-34", 25, 34),
            new Rules.Band("35-44", 35, 44),
            new Rules.Band("45-54", 45, 54),
            new Rules.Band("55-64", 55, 64));

    private final String title;

    BenchTables(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    List<String> dimensions() {
        return switch (this) {
            case COUNT, MEDIAN -> FIVE.subList(0, 2);
            case RATE -> FIVE;
            case WEIGHTED -> List.of("origin", "gender", "region");
        };
    }

    /** The stored columns that a table reads. */
    List<String> columns() {
        return switch (this) {
            case COUNT -> List.of("origin", "gender");
            case RATE -> List.of("origin", "gender", "birth", "region", "education", "household", "position");
            case WEIGHTED -> List.of("origin", "gender", "region", "weight");
            case MEDIAN -> List.of("origin", "gender", "position", "wage");
        };
    }

    private static String leftOut(int round) {
        List<String> all = BenchPopulation.CODES.getOrDefault("household", List.of());
        return all.get(round % all.size());
    }

    TablePlan plan(List<Period> periods, int round) {
        Condition filter = this == RATE
                ? new Condition.And(List.of(
                        new Condition.NotIn("household", List.of(leftOut(round))), age("20", true), age("64", false)))
                : Condition.ALL;
        List<String> dimensions = dimensions();
        Breakdown breakdown = new Breakdown(
                periods,
                new Axis(List.of(dimensions)),
                Axis.EMPTY,
                Axis.EMPTY,
                filter,
                indicator().id(),
                Optional.empty(),
                Optional.empty(),
                new Breakdown.Weight.Default(),
                true,
                false,
                List.of(measure()));
        return new TablePlan(
                breakdown,
                indicator(),
                this == RATE ? List.of(ageRules(), bandRules()) : List.of(),
                dimensions.stream().map(BenchTables::dimension).toList(),
                filter,
                this == WEIGHTED ? Optional.of("weight") : Optional.empty(),
                Optional.empty(),
                List.of(measure()));
    }

    Measure measure() {
        return switch (this) {
            case COUNT -> Measure.PERSONS;
            case RATE -> Measure.RATE;
            case WEIGHTED -> Measure.WEIGHTED;
            case MEDIAN -> Measure.AMOUNT;
        };
    }

    private Indicator indicator() {
        Condition employees = new Condition.In("position", List.of("111", "112"));
        Statistic statistic =
                switch (this) {
                    case COUNT, WEIGHTED -> new Statistic.Count();
                    case RATE -> new Statistic.Rate(new Condition.In("position", WORKING), Condition.ALL);
                    case MEDIAN -> new Statistic.OfAmount("wage", employees, new Summary.Quantile(Fraction.HALF));
                };
        return new Indicator("bench", Labels.same("bench"), Labels.same("bench"), statistic, Optional.empty());
    }

    private static Condition age(String bound, boolean least) {
        return new Condition.Compare(
                "age",
                least ? Condition.Comparison.AT_LEAST : Condition.Comparison.AT_MOST,
                new Condition.Bound.Number(new BigDecimal(bound)));
    }

    private static Rules ageRules() {
        return new Rules("age", "bench", "1", Labels.same("age"), List.of(), new Rules.Age("birth"));
    }

    private static Rules bandRules() {
        List<Category> categories = new ArrayList<>(categories(bands()));
        categories.add(new Category("other", Labels.same("other"), false, false));
        return new Rules(
                "age_band", "bench", "1", Labels.same("age"), categories, new Rules.Bands("age", BANDS, "other"));
    }

    private static List<String> bands() {
        return BANDS.stream().map(Rules.Band::code).toList();
    }

    private static Dimension dimension(String variable) {
        return new Dimension(
                variable, Labels.same(variable), categories(BenchPopulation.CODES.getOrDefault(variable, bands())));
    }

    private static List<Category> categories(List<String> codes) {
        return codes.stream().map(c -> Category.of(c, Labels.same(c))).toList();
    }

    /**
     * The same as SQL: the codes of the dimensions, then the figure.
     *
     * @param year the reference year; 0 = each row has its own, which is the first column of the answer
     */
    String sql(String table, int year, int round) {
        String reference = year == 0 ? "year" : Integer.toString(year);
        String bands = BANDS.stream()
                .map(b -> " when " + reference + " - birth <= " + b.to() + " then '" + b.code() + "'")
                .collect(Collectors.joining("", "case", " end as age_band"));
        String by = (year == 0 ? "year, " : "")
                + dimensions().stream()
                        .map(d -> d.equals("age_band") ? bands : d)
                        .collect(Collectors.joining(", "));
        String names = (year == 0 ? "year, " : "") + String.join(", ", dimensions());
        String working = WORKING.stream().map(c -> "'" + c + "'").collect(Collectors.joining(", "));
        return switch (this) {
            case COUNT -> "select " + by + ", count(*) from " + table + " group by " + names;
            case WEIGHTED -> "select " + by + ", sum(weight) from " + table + " group by " + names;
            case RATE ->
                "select " + by + ", 100.0 * count(*) filter (where position in (" + working + ")) / count(*) from "
                        + table + " where household <> '" + leftOut(round) + "' and birth between " + reference
                        + " - 64 and " + reference + " - 20 group by " + names;
            case MEDIAN ->
                "select " + by + ", quantile_disc(wage, 0.5) from " + table
                        + " where position in ('111', '112') group by " + names;
        };
    }
}
