package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.files.Definitions;
import org.ecart.model.Category;
import org.ecart.model.Measure;
import org.ecart.model.Progress;
import org.ecart.model.Status;
import org.ecart.model.Study;
import org.ecart.protect.ReleasableTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tables of several dates tell of the same persons must be left out of all of them (docs/decisions/0016-dates-together.md). */
class LinkedDatesTest {
    private static final List<String> REGIONS = List.of("B", "W", "X");
    private static final List<String> JOBS = List.of("work", "seek", "none");
    private static final String WITHOUT_X = ", \"filter\": \"region != \\\"X\\\"\"";
    private static final String BOTH_YEARS = """
            "rows": "region", "columns": "job@0y > job@1y", "indicator": "people", "totals": true, "measures": ["persons"],
            "also": "1y", "periods": """;
    private static final String YEAR = """
            "rows": "region", "columns": "job", "indicator": "people", "totals": true, "measures": ["persons"],
            "periods": ["2013"]""";

    /** All 19 of W are gone, and 3 of B: 22 printed less 19. Nobody moves, and 40 are new in B. */
    @Test
    void theGoneLessACategoryAllOfWhichAreGone() {
        List<String> before = new ArrayList<>(List.of("no,region,job"));
        List<String> after = new ArrayList<>(before);
        for (int no = 1; no <= 159; no++) {
            String person = no + (no <= 19 ? ",W," : ",B,") + JOBS.get(no % 2);
            if (no <= 119) {
                before.add(person);
            }
            if (no > 22) {
                after.add(person);
            }
        }
        Tables tables = new FewPersons()
                .at(2013, String.join("\n", before))
                .at(2014, String.join("\n", after))
                .tables(List.of(), List.of());
        String leaving = """
                "periods": ["2013"], "rows": "", "columns": "job@1y", "indicator": "people", "totals": true,
                "measures": ["persons"]""";
        String regions = """
                "periods": ["2013", "2014"], "rows": "region", "indicator": "people", "measures": ["persons"]""";

        assertThat(leftOut(tables, leaving)).isZero();
        assertThat(leftOut(tables, regions)).isZero();
        assertThat(leftOut(tables, leaving, regions)).isPositive();
    }

    /** Where everybody lives is the same in both years; what he does in 2014 is told by the table of 2013 too. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void oneYearAsTheSecondOfTwoAndAsTheFirst(long seed) {
        ReleasableTable table =
                release(crowd(seed, 3), BOTH_YEARS + "[\"2013\", \"2014\"]").get(0);

        told(table, cell -> cell.period().equals("2013") && cell.code("job@0y").equals(Category.TOTAL))
                .forEach((cell, status) -> assertThat(told(
                                        table,
                                        same -> same.period().equals("2014")
                                                && same.code("region").equals(cell.code("region"))
                                                && same.code("job@0y").equals(cell.code("job@1y"))
                                                && same.code("job@1y").equals(Category.TOTAL)
                                                && JOBS.contains(cell.code("job@1y")))
                                .values())
                        .as("%s", cell)
                        .allMatch(status::equals));
    }

    /** Only of those of one region the one table says nothing, or the other. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aFilterLeavesOutNobodyElse(long seed) {
        Tables persons = crowd(seed, 2);
        sameOfBothYearsAndOne(release(persons, BOTH_YEARS + "[\"2013\"]" + WITHOUT_X, YEAR));
        sameOfBothYearsAndOne(release(persons, BOTH_YEARS + "[\"2013\"]", YEAR + WITHOUT_X));
    }

    private static void sameOfBothYearsAndOne(List<ReleasableTable> tables) {
        told(tables.get(1), cell -> List.of("B", "W").contains(cell.code("region")) && JOBS.contains(cell.code("job")))
                .forEach((cell, status) -> assertThat(told(
                                        tables.get(0),
                                        same -> same.code("region").equals(cell.code("region"))
                                                && same.code("job@0y").equals(cell.code("job"))
                                                && same.code("job@1y").equals(Category.TOTAL))
                                .values())
                        .as("%s", cell)
                        .containsExactly(status));
    }

    /** A cell of a table. */
    private record Cell(String period, Map<String, String> codes) {
        String code(String variable) {
            return codes.getOrDefault(variable, Category.TOTAL);
        }
    }

    private static Map<Cell, Status> told(ReleasableTable table, Predicate<Cell> those) {
        return IntStream.range(0, table.shape().size())
                .boxed()
                .filter(place -> those.test(cell(table, place)))
                .collect(Collectors.toMap(place -> cell(table, place), place -> table.value(Measure.PERSONS, place)
                        .status()));
    }

    private static Cell cell(ReleasableTable table, int place) {
        var address = table.shape().address(place);
        return new Cell(
                table.shape().periods().get(address.period()).toString(),
                table.shape().codes(address));
    }

    /** Persons of three regions, most of them of the first, who keep to where they live, and often to what they do. */
    private static Tables crowd(long seed, int years) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> lines = new ArrayList<>();
        IntStream.range(0, years).forEach(y -> lines.add(new ArrayList<>(List.of("no,region,job"))));
        for (int no = 1; no <= 300; no++) {
            String region = REGIONS.get(skewed(random));
            String job = "";
            for (int y = 0; y < years; y++) {
                boolean stays = y > 0 && random.nextInt(4) > 0;
                if (!stays) {
                    job = random.nextInt(8) == 0 ? "" : JOBS.get(skewed(random));
                }
                if (!job.isEmpty()) {
                    lines.get(y).add(no + "," + region + "," + job);
                }
            }
        }
        FewPersons persons = new FewPersons();
        IntStream.range(0, years).forEach(y -> persons.at(2013 + y, String.join("\n", lines.get(y))));
        return persons.tables(List.of(), List.of());
    }

    private static int skewed(SplittableRandom random) {
        double draw = random.nextDouble();
        return (int) (3 * draw * draw);
    }

    private static long leftOut(Tables tables, String... breakdowns) {
        return release(tables, breakdowns).stream()
                .flatMap(table -> told(table, cell -> true).values().stream())
                .filter(Status.CONFIDENTIAL::equals)
                .count();
    }

    /** A release of tables that nobody breaks. */
    private static List<ReleasableTable> release(Tables tables, String... breakdowns) {
        String all = IntStream.range(0, breakdowns.length)
                .mapToObj(t -> "{\"id\": \"T%d\", \"title\": \"t\", \"breakdown\": {%s}}".formatted(t, breakdowns[t]))
                .collect(Collectors.joining(", "));
        Study study = Definitions.study("""
                {"format": "ecart/study", "version": 1, "id": "s", "title": "s", "policy": {"id": "default"},
                 "indicators": [{"id": "people", "labels": "People", "definition": "all"}], "tables": [%s]}
                """.formatted(all));
        Released released = tables.release(study, List.of(), Progress.NONE);
        assertThat(released.audit().broken()).isEmpty();
        return released.tables().stream().map(made -> made.releasable()).toList();
    }
}
