package org.ecart.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecart.attack.Attacker;
import org.ecart.model.Policy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every number of the reference tables that R computed from a public extract, through the commands. The extract does
 * not belong to the project: the test runs where the folder that {@code ecart.real} names is there, and must run where
 * the property is set.
 */
class EusilcTest {
    private static final double RELATIVE = 1e-9;
    private static final Path DATA = Path.of(System.getProperty("ecart.real", "../shared/real"), "eusilc");
    private static final Path OWN = Path.of("src/test/resources/eusilc");
    private static final String FILTER = "known(pl030) and known(pb220a)";

    /** Reference column to indicator and measure. */
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "persons", List.of("employment_rate", "persons"),
            "population", List.of("employment_rate", "weighted"),
            "employed", List.of("employment_rate", "numerator"),
            "unemployed", List.of("unemployment_rate", "numerator"),
            "inactive", List.of("inactivity_rate", "numerator"),
            "employment_rate", List.of("employment_rate", "rate"),
            "activity_rate", List.of("activity_rate", "rate"),
            "unemployment_rate", List.of("unemployment_rate", "rate"),
            "inactivity_rate", List.of("inactivity_rate", "rate"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static Commands commands;

    @BeforeAll
    static void importTheExtract() {
        boolean must = System.getProperty("ecart.real") != null;
        assumeThat(must || Files.exists(DATA)).as("the real extract is at hand").isTrue();
        commands = new Commands(folder);
        Commands.Outcome outcome = commands.run(
                "import",
                "--workspace",
                workspace(),
                "--codebook",
                OWN.resolve("codebook.json").toString(),
                "--period",
                "2006",
                DATA.resolve("eusilc.csv").toString());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("read 14827 = loaded 14827 + rejected 0");
    }

    @Test
    void reproducesTheRatesByCitizenship() throws IOException {
        compareRates("rates-by-citizenship.csv", "pb220a");
    }

    @Test
    void reproducesTheRatesByCitizenshipAndGender() throws IOException {
        compareRates("rates-by-citizenship-gender.csv", "pb220a", "rb090");
    }

    @Test
    void reproducesTheRatesByRegionCitizenshipGenderAndAge() throws IOException {
        compareRates("rates-by-region-citizenship-gender-age.csv", "db040", "pb220a", "rb090", "band");
    }

    @Test
    void reproducesTheGapsAgainstTheReference() throws IOException {
        CsvTable made = tabulate(
                "study-none.json",
                "employment_rate",
                List.of("pb220a"),
                "persons,rate,rate_low,rate_high,gap,ratio,gap_persons,gap_low,gap_high",
                "--reference",
                "pb220a=AT");
        CsvTable expected = reference("employment-gaps-vs-AT.csv", List.of("pb220a"));
        Map<String, String> measures = Map.of(
                "employment_rate", "rate",
                "gap_pp", "gap",
                "ratio", "ratio",
                "persons", "persons",
                "wilson_low", "rate_low",
                "wilson_high", "rate_high",
                "gap_persons_pp", "gap_persons",
                "newcombe_low", "gap_low",
                "newcombe_high", "gap_high");
        Set<String> compared = Set.of("gap", "ratio", "gap_persons", "gap_low", "gap_high");
        expected.rows()
                .forEach((key, row) -> measures.forEach((column, measure) -> {
                    CsvTable.Row cell = made.row(key);
                    if (key.equals(List.of("AT")) && compared.contains(measure)) {
                        assertThat(cell.get(measure + "_status"))
                                .as("%s of the reference itself", measure)
                                .isEqualTo("z");
                    } else {
                        assertEqual(cell.get(measure), row.get(column), key + " " + column);
                    }
                }));
        // The persons in work are the unweighted numerator.
        CsvTable unweighted =
                tabulate("study-none.json", "employment_rate", List.of("pb220a"), "numerator", "--weight", "none");
        expected.rows()
                .forEach((key, row) -> assertEqual(
                        unweighted.row(key).get("numerator"), row.get("employed_persons"), key + " employed"));
    }

    /** Status from pl030, bands from age, citizenship rolled up: only region and gender are as delivered. */
    @Test
    void reproducesThemFromDerivedVariablesAlone() throws IOException {
        compareRates(
                "rates-by-region-citizenship-gender-age.csv",
                List.of("db040", "pb220a", "rb090", "band"),
                List.of("db040", "citizenship", "rb090", "band"));
    }

    private static void compareRates(String file, String... keys) throws IOException {
        compareRates(file, Arrays.asList(keys), Arrays.asList(keys));
    }

    /** @param dimensions what stands for the columns of the reference table */
    private static void compareRates(String file, List<String> columns, List<String> dimensions) throws IOException {
        CsvTable expected = reference(file, columns);
        for (String indicator : List.of("employment_rate", "activity_rate", "unemployment_rate", "inactivity_rate")) {
            CsvTable made = tabulate("study-none.json", indicator, dimensions, "persons,weighted,numerator,rate");
            expected.rows()
                    .forEach((key, row) -> COLUMNS.forEach((column, source) -> {
                        if (source.get(0).equals(indicator)) {
                            compare(made, key, source.get(1), row.get(column), key + " " + column);
                        }
                    }));
            assertNothingElse(made, expected);
        }
    }

    private static void compare(CsvTable made, List<String> key, String measure, String expected, String what) {
        CsvTable.Row cell = made.row(key);
        if (expected.equals("NaN")) {
            assertThat(cell.get(measure + "_status")).as(what).isEqualTo("z");
        } else {
            assertEqual(cell.get(measure), expected, what);
        }
    }

    /** A crossing that the reference does not list has nobody in it. */
    private static void assertNothingElse(CsvTable made, CsvTable expected) {
        made.rows().forEach((key, cell) -> {
            if (!expected.rows().containsKey(key)) {
                assertThat(cell.get("persons")).as(key.toString()).isEqualTo("0");
            }
        });
    }

    /** Employee income of those in work, weighted; the low share counts the three lowest tenths of the country. */
    @Test
    void reproducesTheIncomesByCitizenshipAndGender() throws IOException {
        List<String> keys = List.of("pb220a", "rb090");
        CsvTable expected = reference("income-by-citizenship-gender.csv", keys);
        Map<String, String> amounts =
                Map.of("mean", "mean", "p10", "decile_1", "median", "decile_5", "p90", "decile_9");
        amounts.forEach((column, indicator) -> {
            CsvTable made = tabulate("study-none.json", indicator, keys, "persons,amount");
            compareAll(expected, column, made, "amount");
            compareAll(expected, "persons", made, "persons");
        });
        CsvTable low = tabulate("study-none.json", "low_wage_share", keys, "rate");
        compareAll(expected, "low_wage_share", low, "rate");
        assertThat(expected.rows()).hasSizeGreaterThan(5);
    }

    /** The cuts of everyone, and that each tenth between them holds about a tenth of the weight. */
    @Test
    void reproducesTheDecilesOfAllIncomes() throws IOException {
        CsvTable expected = reference("income-deciles-all.csv", List.of("decile"));
        assertThat(expected.rows()).hasSize(9);
        expected.rows()
                .forEach((key, row) -> assertEqual(
                        tabulate("study-none.json", "decile_" + key.get(0), List.of(), "amount")
                                .row(List.of())
                                .get("amount"),
                        row.get("cut"),
                        "decile " + key));
        CsvTable tenths = tabulate("study-none.json", "employment_rate", List.of("tenth"), "share_table");
        double outside = Double.parseDouble(tenths.row(List.of("none")).get("share_table"));
        for (int tenth = 1; tenth <= 10; tenth++) {
            double share = Double.parseDouble(
                    tenths.row(List.of(Integer.toString(tenth))).get("share_table"));
            assertThat(share).isCloseTo((100 - outside) / 10, within(0.05));
        }
    }

    private static void compareAll(CsvTable expected, String column, CsvTable made, String measure) {
        expected.rows().forEach((key, row) -> compare(made, key, measure, row.get(column), key + " " + column));
    }

    @Test
    void protectsExactlyWhatTheMethodCallsUnsafe() throws IOException {
        List<String> keys = List.of("db040", "pb220a", "rb090", "band");
        CsvTable expected = reference("rates-by-region-citizenship-gender-age.csv", keys);
        CsvTable unweighted =
                tabulate("study-none.json", "employment_rate", keys, "persons,numerator", "--weight", "none");
        CsvTable made = tabulate("study.json", "employment_rate", keys, "persons,rate");
        Set<List<String>> unsafe = new HashSet<>();
        Set<List<String>> suppressed = new HashSet<>();
        for (List<String> key : expected.rows().keySet()) {
            long persons = Long.parseLong(unweighted.row(key).get("persons"));
            long working = Long.parseLong(unweighted.row(key).get("numerator"));
            if (small(persons) || small(working) || small(persons - working) || working == 0 || working == persons) {
                unsafe.add(key);
            }
            CsvTable.Row cell = made.row(key);
            if (cell.get("rate_status").equals("c")) {
                suppressed.add(key);
                assertThat(cell.get("rate") + cell.get("persons"))
                        .as("nothing of %s is told", key)
                        .isEmpty();
            }
        }
        // Without totals no sum is published, so the primary cells are all that goes.
        assertThat(unsafe).hasSizeGreaterThan(50);
        assertThat(suppressed).isEqualTo(unsafe);
    }

    @Test
    void keepsOutsidersFromComputingWhatIsLeftOut() throws IOException {
        List<String> keys = List.of("db040", "pb220a", "rb090");
        String measures = "persons,numerator";
        CsvTable open = tabulate("study-none.json", "employment_rate", keys, measures, "--totals", "--weight", "none");
        CsvTable made = tabulate("study.json", "employment_rate", keys, "persons,rate", "--totals");
        PublishedTable published = PublishedTable.of(open, made);
        assertThat(published.suppressed()).contains(true).contains(false);
        assertThat(Attacker.breaks(published.counts(), published.suppressed(), Policy.DEFAULT))
                .isEmpty();
    }

    private static boolean small(long persons) {
        return persons >= 1 && persons <= 4;
    }

    private static CsvTable tabulate(
            String study, String indicator, List<String> dimensions, String measures, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "tabulate",
                "--workspace",
                workspace(),
                "--study",
                OWN.resolve(study).toString(),
                "--period",
                "2006",
                "--rows",
                String.join(" > ", dimensions),
                "--filter",
                dimensions.contains("band") ? FILTER + " and not band = 'other'" : FILTER,
                "--indicator",
                indicator,
                "--span",
                "18-64",
                "--measures",
                measures));
        arguments.addAll(List.of(more));
        Commands.Outcome outcome = commands.run(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return CsvTable.parse(outcome.out(), dimensions);
    }

    private static CsvTable reference(String file, List<String> keys) throws IOException {
        return CsvTable.parse(Files.readString(DATA.resolve(file)), keys);
    }

    private static void assertEqual(String actual, String expected, String what) {
        double wanted = Double.parseDouble(expected);
        double difference = Math.abs(Double.parseDouble(actual) - wanted);
        // R's own rounding leaves 2e-13 where two equal sums are subtracted: that is a zero.
        double allowed = Math.abs(wanted) < RELATIVE ? RELATIVE : Math.abs(wanted) * RELATIVE;
        assertThat(difference).as("%s: %s for %s", what, actual, expected).isLessThanOrEqualTo(allowed);
    }

    private static String workspace() {
        return folder.resolve("workspace").toString();
    }
}
