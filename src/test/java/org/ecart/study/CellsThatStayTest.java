package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.model.Language;
import org.ecart.model.Progress;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases of the sample whose tables tell much of each other, and how many of their safe cells stay in print. The
 * decisions on linked tables and on several dates quote these figures.
 */
class CellsThatStayTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static Session session;

    @BeforeAll
    static void openTheSample() {
        session = new SampleStudy(Path.of("sample-data"))
                .open(folder.resolve("workspace"), Messages.load(), "2014-12-31T00:00:00Z", Progress.NONE);
    }

    @AfterAll
    static void close() {
        session.close();
    }

    private static Kept kept(String name, String tables) {
        Released made = session.tables().release(Definitions.study("""
                        {"format": "ecart/study", "version": 1, "id": "s", "title": "s", "policy": {"id": "default"},
                         "tables": [%s]}
                        """.formatted(tables)), List.of(), Progress.NONE);
        Kept kept = Kept.of(made.tables());
        System.out.println(name + ": " + kept);
        for (ProtectedTable table : made.tables()) {
            String title = table.releasable().caption().title().in(Language.EN);
            System.out.println("  " + title + ": " + Kept.of(List.of(table)));
        }
        assertThat(made.audit().broken()).isEmpty();
        assertThat(made.audit().budgetSpent()).isFalse();
        assertThat(made.tables()).allSatisfy(table -> assertThat(table.marks()).doesNotContain(Protection.FALLBACK));
        return kept;
    }

    /** A transition by position and one by origin and gender, a split change and a cohort beside a yearly table. */
    @Test
    void fourYearsThatHangTogether() {
        Kept kept = kept("four years that hang together", """
                {"id": "T01", "title": "Each year", "breakdown": {
                  "periods": ["2011", "2012", "2013", "2014"], "rows": "origin_rollup", "indicator": "employment_rate",
                  "measures": ["denominator", "rate", "gap", "change"], "totals": true,
                  "reference": {"variable": "origin_rollup", "code": "BE"}}},
                {"id": "T02", "title": "Who keeps work", "breakdown": {
                  "periods": ["2013"], "rows": "origin_rollup > status", "columns": "status@1y",
                  "indicator": "population", "measures": ["persons", "share_row"], "totals": true, "span": "18-64"}},
                {"id": "T03", "title": "Who finds work", "breakdown": {
                  "periods": ["2011", "2012", "2013"], "rows": "origin", "columns": "gender",
                  "indicator": "enters_work", "measures": ["denominator", "rate"], "totals": true}},
                {"id": "T04", "title": "What a change is made of", "breakdown": {
                  "periods": ["2012", "2013"], "rows": "origin_rollup", "indicator": "employment_rate",
                  "measures": ["rate", "change", "change_stayed", "change_came", "change_left"], "totals": true}},
                {"id": "T05", "title": "Those who sought work in 2011", "breakdown": {
                  "periods": ["2011", "2012", "2013", "2014"], "rows": "origin_rollup", "indicator": "employment_rate",
                  "measures": ["denominator", "rate"], "totals": true,
                  "cohort": {"date": "2011", "who": "status = \\"unemployed\\""}}}
                """);
        assertThat(kept.share()).isGreaterThan(20);
    }

    /** The same persons by three age spans and under three filters. */
    @Test
    void spansAndFiltersThatSubtract() {
        Kept kept = kept("spans and filters", """
                {"id": "T01", "title": "18-64", "breakdown": {
                  "periods": ["2014"], "rows": "origin", "columns": "gender", "indicator": "employment_rate",
                  "span": "18-64", "totals": true, "measures": ["persons", "rate"]}},
                {"id": "T02", "title": "20-64", "breakdown": {
                  "periods": ["2014"], "rows": "origin", "columns": "gender", "indicator": "employment_rate",
                  "span": "20-64", "totals": true, "measures": ["persons", "rate"]}},
                {"id": "T03", "title": "Women", "breakdown": {
                  "periods": ["2014"], "rows": "origin", "columns": "province", "indicator": "population",
                  "span": "20-64", "filter": "gender = \\"2\\"", "totals": true, "measures": ["persons"]}},
                {"id": "T04", "title": "Provinces", "breakdown": {
                  "periods": ["2014"], "rows": "origin", "columns": "province", "indicator": "population",
                  "span": "18-64", "totals": true, "measures": ["persons"]}},
                {"id": "T05", "title": "Without the undetermined", "breakdown": {
                  "periods": ["2014"], "rows": "origin_rollup", "columns": "province", "indicator": "employment_rate",
                  "span": "25-54", "undetermined": false, "totals": true, "measures": ["persons", "rate"]}},
                {"id": "T06", "title": "Without Brussels", "breakdown": {
                  "periods": ["2014"], "rows": "origin", "indicator": "activity_rate",
                  "span": "18-64", "filter": "region != \\"04000\\"", "totals": true, "measures": ["persons", "rate"]}}
                """);
        assertThat(kept.share()).isGreaterThan(65);
    }
}
