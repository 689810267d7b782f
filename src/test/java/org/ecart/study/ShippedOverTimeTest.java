package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ecart.files.Catalogue;
import org.ecart.files.Definitions;
import org.ecart.model.Measure;
import org.ecart.model.Progress;
import org.ecart.model.Status;
import org.ecart.model.Study;
import org.ecart.protect.ReleasableTable;
import org.junit.jupiter.api.Test;

/** Who enters, leaves and keeps work by the shipped indicators: a few persons of 35, born Belgian or in the Maghreb. */
class ShippedOverTimeTest {
    private static final Tables TABLES = new FewPersons()
            .at(2012, """
                    no,birth_year,origin,position_q1,position_q2,position_q3,position
                    1,1977,BE,111,111,111,111
                    2,1977,BE,111,111,111,111
                    3,1977,BE,21,21,111,111
                    4,1977,BE,21,21,21,21
                    5,1977,MAG,111,111,111,111
                    6,1977,MAG,31,31,31,31
                    7,1977,MAG,31,31,,31
                    8,1977,MAG,_N,_N,_N,_N
                    """)
            .at(2013, """
                    no,birth_year,origin,position
                    1,1977,BE,111
                    2,1977,BE,121
                    3,1977,BE,21
                    4,1977,BE,111
                    5,1977,MAG,31
                    6,1977,MAG,111
                    8,1977,MAG,_N
                    """)
            .at(2014, """
                    no,birth_year,origin,position
                    1,1977,BE,111
                    2,1977,BE,21
                    3,1977,BE,111
                    4,1977,BE,111
                    5,1977,MAG,31
                    6,1977,MAG,111
                    8,1977,MAG,_N
                    """)
            .tables(Catalogue.shipped().rules(), Catalogue.shipped().indicators());

    private static ReleasableTable table(String indicator, String years) {
        Study study = Definitions.study("""
                {"format": "ecart/study", "version": 1, "id": "s", "title": "s",
                 "policy": {"id": "none", "reason": "invented"},
                 "tables": [{"id": "T01", "title": "t", "breakdown": {"periods": ["%s"], "rows": "origin",
                   "indicator": "%s", "measures": ["denominator", "rate", "gap"],
                   "reference": {"variable": "origin", "code": "BE"}}}]}""".formatted(years, indicator));
        return TABLES.make(study, study.tables().get(0), Progress.NONE).releasable();
    }

    private static List<String> figures(ReleasableTable table, Measure measure) {
        List<String> figures = new ArrayList<>();
        for (int cell = 0; cell < table.shape().size(); cell++) {
            figures.add(table.value(measure, cell)
                    .number()
                    .map(n -> n.stripTrailingZeros().toPlainString())
                    .orElse(table.value(measure, cell).status().toString()));
        }
        return figures;
    }

    @Test
    void whoHasNoWorkMayFindSomeWithinAYear() {
        // BE: 4 finds work. MAG: of 6, 7 and 8 only 6 does; 7 is gone, 8 has no labour market record.
        ReleasableTable table = table("enters_work", "2012");
        assertThat(figures(table, Measure.DENOMINATOR)).containsExactly("1", "3");
        assertThat(figures(table, Measure.RATE).get(0)).isEqualTo("100");
        assertThat(figures(table, Measure.GAP).get(1)).startsWith("-66.666");
    }

    @Test
    void whoHasWorkMayLoseIt() {
        // BE: of 1, 2 and 3 the last has none a year later. MAG: 5 has none.
        ReleasableTable table = table("leaves_work", "2012");
        assertThat(figures(table, Measure.DENOMINATOR)).containsExactly("3", "1");
        assertThat(figures(table, Measure.RATE).get(0)).startsWith("33.333");
        assertThat(figures(table, Measure.GAP).get(1)).startsWith("66.666");
    }

    @Test
    void theLastYearHasNoRatesOfEnteringAndLeaving() {
        for (String indicator : List.of("enters_work", "leaves_work", "stable_three_years")) {
            ReleasableTable table = table(indicator, "2012\", \"2014");
            assertThat(table.value(Measure.RATE, 0).status()).isEqualTo(Status.NORMAL);
            assertThat(table.value(Measure.RATE, table.shape().size() - 1).status())
                    .isEqualTo(Status.NOT_AVAILABLE);
        }
    }

    @Test
    void theYearIsStableWithWorkOnAllFourQuarterDays() {
        // BE: 1 and 2 of four. MAG: 5 of 5 and 6; of 7 and 8 not all four days are known.
        ReleasableTable table = table("stable_year", "2012");
        assertThat(figures(table, Measure.DENOMINATOR)).containsExactly("4", "2");
        assertThat(figures(table, Measure.RATE)).containsExactly("50", "50");
    }

    @Test
    void threeYearsAreStableWithWorkAtEachOfTheirEnds() {
        // BE: 1 of four; 2 and 3 lack one, 4 the first. MAG: none of 5, 6 and 8; 7 is gone.
        ReleasableTable table = table("stable_three_years", "2012");
        assertThat(figures(table, Measure.DENOMINATOR)).containsExactly("4", "3");
        assertThat(figures(table, Measure.RATE)).containsExactly("25", "0");
    }
}
