package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ecart.chart.Charts;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.model.EcartException;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.protect.ReleasableTable;
import org.junit.jupiter.api.Test;

/** Seven persons over three years, as tables of a study file: any variable of another date, who is new, and cohorts. */
class FollowedTablesTest {
    private static final String NO_POLICY = "{\"id\": \"none\", \"reason\": \"invented\"}";

    private static final Tables TABLES =
            new FewPersons().at(2013, """
                    no,region,job,born
                    1,B,yes,1980
                    2,B,yes,1990
                    3,B,no,1988
                    4,W,no,1988
                    5,W,no,1970
                    """).at(2014, """
                    no,region,job,born
                    1,B,yes,1980
                    2,W,yes,1990
                    3,B,yes,1988
                    4,W,no,1988
                    6,W,yes,1995
                    """).at(2015, """
                    no,region,job,born
                    1,B,yes,1980
                    2,W,yes,1990
                    4,W,yes,1988
                    6,W,no,1995
                    7,B,yes,1960
                    """).tables(List.of(), List.of());

    private static Study study(String policy, String breakdown) {
        return Definitions.study("""
                {"format": "ecart/study", "version": 1, "id": "s", "title": "s", "policy": %s,
                 "indicators": [
                   {"id": "people", "labels": "People", "definition": "all"},
                   {"id": "in_work", "labels": "In work", "definition": "d",
                    "numerator": "job = \\"yes\\"", "denominator": "all"},
                   {"id": "finds_work", "labels": "Finds work", "definition": "d",
                    "numerator": "job@1y = \\"yes\\"", "denominator": "job = \\"no\\""}],
                 "tables": [{"id": "T01", "title": "t", "breakdown": {%s}}]}
                """.formatted(policy, breakdown));
    }

    private static ReleasableTable table(String breakdown) {
        Study study = study(NO_POLICY, breakdown);
        assertThat(Definitions.study(Definitions.text(study)))
                .as("written and read again")
                .isEqualTo(study);
        return TABLES.make(study, study.tables().get(0), Progress.NONE).releasable();
    }

    /** Each cell as its date, codes and figure. */
    private static List<String> cells(ReleasableTable table, Measure measure) {
        List<String> cells = new ArrayList<>();
        for (int cell = 0; cell < table.shape().size(); cell++) {
            var address = table.shape().address(cell);
            String figure = table.value(measure, cell)
                    .number()
                    .map(n -> n.stripTrailingZeros().toPlainString())
                    .orElse(table.value(measure, cell).status().toString());
            cells.add(table.shape().periods().get(address.period()) + " "
                    + String.join(" ", table.shape().codes(address).values()) + " " + figure);
        }
        return cells;
    }

    @Test
    void anyVariableMayBeReadAYearLater() {
        ReleasableTable table = table("""
                "periods": ["2013"], "rows": "region", "columns": "region@1y", "indicator": "people",
                "measures": ["persons"]""");
        // Person 2 moves from B to W; person 5 is gone.
        assertThat(cells(table, Measure.PERSONS))
                .contains("2013 B B 2", "2013 B W 1", "2013 W W 1", "2013 W gone 1", "2013 W B 0");
        assertThat(table.shape().dimensions().get(1).labels().in(Language.EN)).isEqualTo("region (one year later)");
    }

    @Test
    void whoIsNewAndWhoIsGoneStandInOneTable() {
        ReleasableTable table = table("""
                "periods": ["2013"], "rows": "job@0y", "columns": "job@1y", "indicator": "people",
                "measures": ["persons"], "also": "1y\"""");
        assertThat(cells(table, Measure.PERSONS))
                .filteredOn(cell -> !cell.endsWith(" 0"))
                .containsExactlyInAnyOrder(
                        "2013 yes yes 2", "2013 no yes 1", "2013 no no 1", "2013 no gone 1", "2013 new yes 1");
        assertThat(notes(table)).anyMatch(note -> note.contains("one year later") && note.contains("counted too"));
    }

    @Test
    void theNewHaveTheRegionThatTheyHaveWhereTheyAre() {
        ReleasableTable table = table("""
                "periods": ["2013"], "rows": "job@0y", "columns": "region", "indicator": "people",
                "measures": ["persons"], "also": "1y\"""");
        assertThat(cells(table, Measure.PERSONS)).contains("2013 new W 1", "2013 new B 0");
    }

    @Test
    void aRateIsThatOfThoseWhoAreThere() {
        // Without the new: 3, 4 and 5 had no work, 3 finds it. In 2015 nothing is known of the year after.
        assertThat(cells(table("""
                "periods": ["2013", "2015"], "rows": "", "indicator": "finds_work", "measures": ["denominator", "rate"],
                "also": "1y\""""), Measure.DENOMINATOR)).first().isEqualTo("2013  3");
        assertThat(cells(table("""
                "periods": ["2015"], "rows": "", "indicator": "finds_work", "measures": ["rate"]"""), Measure.RATE)).containsExactly("2015  NOT_AVAILABLE");
    }

    @Test
    void aCohortIsFollowedThroughTheYears() {
        ReleasableTable table = table("""
                "periods": ["2013", "2014", "2015"], "rows": "region@at2013", "indicator": "in_work",
                "measures": ["denominator", "rate"], "cohort": {"date": "2013", "who": "born >= 1980"}""");
        // Of 1, 2, 3 of B one is gone in 2015; person 4 of W finds work then.
        assertThat(cells(table, Measure.DENOMINATOR))
                .contains("2013 B 3", "2014 B 3", "2015 B 2", "2013 W 1", "2014 W 1", "2015 W 1");
        assertThat(cells(table, Measure.RATE)).contains("2014 B 100", "2014 W 0", "2015 B 100", "2015 W 100");
        assertThat(new Charts(Messages.load())
                        .lines(table, Language.EN)
                        .panels()
                        .get(0)
                        .lines())
                .as("a line a region over the years")
                .hasSize(2)
                .allMatch(line -> line.points().size() == 3);
        assertThat(notes(table))
                .anyMatch(note -> note.equals("Cohort: persons for whom in 2013: born ≥ 1980."))
                .anyMatch(note -> note.equals("Fixed at the start of the cohort: region."));
        assertThat(table.caption().subtitle().in(Language.EN)).isEqualTo("In work, cohort of 2013, 2013, 2014, 2015");
    }

    @Test
    void gapsOfACohortAreToAGroupOfItsStart() {
        ReleasableTable table = table("""
                "periods": ["2013", "2015"], "rows": "region@at2013", "indicator": "in_work", "measures": ["gap"],
                "reference": {"variable": "region@at2013", "code": "B"},
                "cohort": {"date": "2013", "who": "born >= 1980"}""");
        assertThat(cells(table, Measure.GAP)).anyMatch(cell -> cell.startsWith("2013 W -66.6"));
        assertThat(cells(table, Measure.GAP)).contains("2015 W 0");
    }

    @Test
    void aCohortHasItsAgeAtTheStart() {
        // Person 1 comes to 65 and stays, person 2 is 20 a year too late.
        Tables two = new FewPersons()
                .at(2013, "no,job,age\n1,yes,64\n2,yes,19\n3,no,20")
                .at(2014, "no,job,age\n1,no,65\n2,yes,20\n3,yes,21")
                .tables(List.of(), List.of());
        Study study = study(NO_POLICY, """
                "periods": ["2013", "2014"], "rows": "", "indicator": "in_work", "measures": ["denominator", "rate"],
                "span": "20-64", "cohort": {"date": "2013", "who": "all"}""");
        ReleasableTable table =
                two.make(study, study.tables().get(0), Progress.NONE).releasable();
        assertThat(cells(table, Measure.DENOMINATOR)).containsExactly("2013  2", "2014  2");
        assertThat(cells(table, Measure.RATE)).containsExactly("2013  50", "2014  50");
        assertThat(notes(table)).contains("Age span at the start of the cohort: 20-64.");
    }

    @Test
    void whereACohortLivesMayBeReadEachYear() {
        ReleasableTable table = table("""
                "periods": ["2013", "2014"], "rows": "region", "indicator": "people",
                "measures": ["persons"], "cohort": {"date": "2013", "who": "born >= 1980"}""");
        assertThat(cells(table, Measure.PERSONS)).contains("2013 B 3", "2014 B 2", "2013 W 1", "2014 W 2");
        assertThat(notes(table)).contains("Read anew at each date: region.");
    }

    @Test
    void thoseOfACohortWhoLeaveMayBeCountedAsGone() {
        ReleasableTable table = table("""
                "periods": ["2013", "2015"], "rows": "job@0y", "indicator": "people", "also": "at2013",
                "measures": ["persons"], "cohort": {"date": "2013", "who": "all"}""");
        assertThat(cells(table, Measure.PERSONS))
                .filteredOn(cell -> !cell.endsWith(" 0"))
                .containsExactlyInAnyOrder("2013 yes 2", "2013 no 3", "2015 yes 3", "2015 gone 2");
    }

    /** 60 persons of 2013 are there in 2014 too, and 2 are new: the table of 2014 less the transition. */
    @Test
    void aTransitionIsProtectedTogetherWithTheTablesOfItsYears() {
        FewPersons persons = new FewPersons().at(2013, crowd(60)).at(2014, crowd(62));
        String year =
                "{\"id\": \"T02\", \"title\": \"t\", \"breakdown\": {\"periods\": [\"2014\"], \"indicator\": \"people\", "
                        + "\"rows\": \"\", \"measures\": [\"persons\"]}}";
        Study alone = study("\"default\"", """
                "periods": ["2013"], "rows": "", "columns": "job@1y", "indicator": "people", "totals": true,
                "measures": ["persons"]""");
        Study both = Definitions.study(
                Definitions.text(alone).replaceFirst("\"tables\" ?: ?\\[", "\"tables\": [" + year + ", "));

        assertThat(leftOut(persons, alone)).isZero();
        assertThat(leftOut(persons, both)).isPositive();
    }

    /** How many cells are left out of a release that nobody breaks. */
    private static long leftOut(FewPersons persons, Study study) {
        Released released = persons.tables(List.of(), List.of()).release(study, List.of(), Progress.NONE);
        assertThat(released.audit().broken()).isEmpty();
        return released.tables().stream()
                .flatMap(made -> cells(made.releasable(), Measure.PERSONS).stream())
                .filter(cell -> cell.endsWith("CONFIDENTIAL"))
                .count();
    }

    private static String crowd(int persons) {
        List<String> lines = new ArrayList<>(List.of("no,region,job,born"));
        for (int no = 1; no <= persons; no++) {
            lines.add(no + ",B," + (no % 3 == 0 ? "yes" : "no") + ",1980");
        }
        return String.join("\n", lines);
    }

    @Test
    void itIsWrittenWhereNothingIsProtected() {
        Study study = study(NO_POLICY, """
                "periods": ["2013"], "rows": "job@0y", "columns": "job@1y", "indicator": "people",
                "measures": ["persons"], "also": "1y\"""");
        assertThat(TABLES.release(study, List.of(), Progress.NONE).tables()).hasSize(1);
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        assertThatThrownBy(() -> study(NO_POLICY, """
                "periods": ["2013"], "rows": "region", "indicator": "people", "also": "next year\"""")).isInstanceOf(EcartException.class);
        assertThatThrownBy(() -> table("""
                "periods": ["2013"], "rows": "hair@1y", "indicator": "people\"""")).isInstanceOf(EcartException.class);
    }

    private static List<String> notes(ReleasableTable table) {
        return table.caption().notes().stream()
                .map(note -> note.in(Language.EN))
                .collect(Collectors.toList());
    }

    /** Labels are looked at in one language here; that all are there is tested with the messages. */
    @Test
    void theAbsentAreNamed() {
        Labels labels = table("""
                "periods": ["2013"], "rows": "job@1y", "indicator": "people", "measures": ["persons"]""").shape().dimensions().get(0).label("gone");
        assertThat(labels.in(Language.EN)).isEqualTo("No longer in the population");
    }
}
