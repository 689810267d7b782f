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

    private static Dimension dimension(String variable) {
        return new Dimension(
                variable, Labels.same(variable), categories(BenchPopulation.CODES.getOrDefault(variable, bands())));
    }

    private static List<Category> categories(List<String> codes) {
        return codes.stream().map(c -> Category.of(c, Labels.same(c))).toList();
    }

    /**
     * The same as SQL: the codes of the dimensions, then the figure. There are several ways to ask.
     *
     * @param year the reference year; 0 = each row has its own, which is the first column of the answer
     */
    List<String> forms(String table, int year, int round) {
        String by = (year == 0 ? "year, " : "") + String.join(", ", dimensions());
        String from = " from " + table;
        return switch (this) {
            case COUNT -> List.of("select " + by + ", count(*)" + from + " group by all");
            case WEIGHTED -> List.of("select " + by + ", sum(weight)" + from + " group by all");
            case MEDIAN ->
                List.of("select " + by + ", quantile_disc(wage, 0.5)" + from
                        + " where position in ('111'::position_code, '112'::position_code) group by all");
            case RATE -> rates(by, table, year == 0 ? "year" : Integer.toString(year), round);
        };
    }

    private static List<String> rates(String by, String table, String year, int round) {
        String bands = BANDS.stream()
                .map(b -> " when " + year + " - birth <= " + b.to() + " then '" + b.code() + "'::band_code")
                .collect(Collectors.joining("", "case", " end"));
        String grouped = by.replace("age_band", bands + " as age_band");
        String where = " from " + table + " where household <> '" + leftOut(round)
                + "'::household_code and birth between " + year + " - 64 and " + year + " - 20";
        String working = WORKING.stream().map(c -> "'" + c + "'::position_code").collect(Collectors.joining(", "));
        String last = "position <= '" + WORKING.get(WORKING.size() - 1) + "'::position_code";
        return List.of(
                "select " + grouped + ", 100.0 * count(*) filter (where position in (" + working + ")) / count(*)"
                        + where + " group by all",
                "select " + grouped + ", 100.0 * avg((" + last + ")::utinyint)" + where + " group by all",
                "select " + by + ", 100.0 * coalesce(sum(n) filter (where position in (" + working
                        + ")), 0) / sum(n) from (select " + grouped + ", position, count(*) as n" + where
                        + " group by all) group by all");
    }

    /** For H2, which has no short form of grouping. */
    String plainSql(String table, int year, int round) {
        String by = String.join(", ", dimensions());
        String working = WORKING.stream().map(c -> "'" + c + "'").collect(Collectors.joining(", "));
        return switch (this) {
            case COUNT -> "select " + by + ", count(*) from " + table + " group by " + by;
            case WEIGHTED -> "select " + by + ", sum(weight) from " + table + " group by " + by;
            case MEDIAN ->
                "select " + by + ", percentile_disc(0.5) within group (order by wage) from " + table
                        + " where position in ('111', '112') group by " + by;
            case RATE -> {
                String bands = BANDS.stream()
                        .map(b -> " when " + year + " - birth <= " + b.to() + " then '" + b.code() + "'")
                        .collect(Collectors.joining("", "case", " end as age_band"));
                yield "select " + by.replace("age_band", bands) + ", 100.0 * sum(case when position in (" + working
                        + ") then 1 else 0 end) / count(*) from " + table + " where household <> '" + leftOut(round)
                        + "' and birth between " + (year - 64) + " and " + (year - 20) + " group by " + by;
            }
        };
    }

    /** The codes of the bands of age. */
    static List<String> bands() {
        return BANDS.stream().map(Rules.Band::code).toList();
    }
}
