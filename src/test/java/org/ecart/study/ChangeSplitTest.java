package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ecart.files.Definitions;
import org.ecart.model.Measure;
import org.ecart.model.Progress;
import org.ecart.model.Status;
import org.ecart.model.Study;
import org.ecart.protect.ReleasableTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those who stayed, came and left have to do with the change of a rate and of a gap. */
class ChangeSplitTest {
    private static final List<Measure> PARTS = List.of(Measure.CHANGE_STAYED, Measure.CHANGE_CAME, Measure.CHANGE_LEFT);
    private static final List<Measure> GAP_PARTS =
            List.of(Measure.GAP_CHANGE_STAYED, Measure.GAP_CHANGE_CAME, Measure.GAP_CHANGE_LEFT);

    private static final FewPersons TWO_YEARS = new FewPersons().at(2013, """
                    no,group,job,age
                    1,A,yes,30
                    2,A,no,30
                    3,A,no,30
                    4,A,no,63
                    11,B,yes,30
                    12,B,no,30
                    """).at(2014, """
                    no,group,job,age
                    1,A,yes,31
                    2,A,yes,31
                    4,A,no,64
                    5,A,yes,20
                    11,B,no,31
                    12,B,no,31
                    """);

    private static ReleasableTable table(FewPersons persons, String more) {
        Study study = study("none", more);
        return persons.tables(List.of(), List.of())
                .make(study, study.tables().get(0), Progress.NONE)
                .releasable();
    }

    private static Study study(String policy, String more) {
        return Definitions.study(
                """
                {"format": "ecart/study", "version": 1, "id": "s", "title": "s",
                 "policy": {"id": "%s"%s},
                 "indicators": [{"id": "in_work", "labels": "In work", "definition": "d",
                   "numerator": "job = \\"yes\\"", "denominator": "all"}],
                 "tables": [{"id": "T01", "title": "t", "breakdown": {"periods": ["2013", "2014"], "rows": "group",
                   "indicator": "in_work", "reference": {"variable": "group", "code": "B"}, "totals": true,
                   "measures": ["rate", "change", "change_stayed", "change_came", "change_left", "gap_change",
                     "gap_change_stayed", "gap_change_came", "gap_change_left"]%s}}]}""".formatted(policy, policy.equals("none") ? ", \"reason\": \"invented\"" : "", more));
    }

    private static String figure(ReleasableTable table, Measure measure, int cell) {
        return table.value(measure, cell)
                .number()
                .map(n -> n.setScale(2, RoundingMode.HALF_UP).toPlainString())
                .orElse(table.value(measure, cell).status().toString());
    }

    @Test
    void thoseWhoStayedCameAndLeftMakeTheWholeChange() {
        ReleasableTable table = table(TWO_YEARS, "");
        // Group A: 25 % in 2013, 75 % in 2014. Persons 1, 2 and 4 are there in both: 33 % then, 67 % now.
        int now = 3;
        assertThat(figure(table, Measure.CHANGE, now)).isEqualTo("50.00");
        assertThat(figure(table, Measure.CHANGE_STAYED, now)).isEqualTo("33.33");
        assertThat(figure(table, Measure.CHANGE_CAME, now)).as("person 5").isEqualTo("8.33");
        assertThat(figure(table, Measure.CHANGE_LEFT, now)).as("person 3").isEqualTo("8.33");
        // Group B only has stayers, from 50 % to 0 %.
        assertThat(figure(table, Measure.CHANGE_STAYED, now + 1)).isEqualTo("-50.00");
        assertThat(figure(table, Measure.CHANGE_CAME, now + 1)).isEqualTo("0.00");
        assertThat(figure(table, Measure.GAP_CHANGE, now)).isEqualTo("100.00");
        assertThat(figure(table, Measure.GAP_CHANGE_STAYED, now)).isEqualTo("83.33");
        assertThat(figure(table, Measure.GAP_CHANGE_CAME, now)).isEqualTo("8.33");
        assertThat(figure(table, Measure.GAP_CHANGE_LEFT, now)).isEqualTo("8.33");
        assertThat(table.value(Measure.CHANGE_STAYED, 0).status())
                .as("nothing before the first date")
                .isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void whoGrowsOutOfTheFilterHasLeft() {
        ReleasableTable table = table(TWO_YEARS, ", \"filter\": \"age <= 63\"");
        // Group A: 1 of 4, then 3 of 3. Only persons 1 and 2 are counted in both: 50 % then, 100 % now.
        assertThat(figure(table, Measure.CHANGE_STAYED, 3)).isEqualTo("50.00");
        assertThat(figure(table, Measure.CHANGE_LEFT, 3)).as("persons 3 and 4").isEqualTo("25.00");
        assertThat(figure(table, Measure.CHANGE_CAME, 3)).isEqualTo("0.00");
    }

    /** In each year and group there are 40; of A only 3 are there in both. */
    @Test
    void theFewWhoStayedAreNotTold() {
        FewPersons persons = new FewPersons().at(2013, crowd(1, 40)).at(2014, crowd(38, 77));
        Study study = study("default", "");
        ReleasableTable made = persons.tables(List.of(), List.of())
                .release(study, List.of(), Progress.NONE)
                .tables()
                .get(0)
                .releasable();
        int now = 3;
        assertThat(figure(made, Measure.CHANGE, now)).isEqualTo("0.00");
        assertThat(made.value(Measure.CHANGE_STAYED, now).status()).isEqualTo(Status.CONFIDENTIAL);
        assertThat(made.value(Measure.CHANGE_LEFT, now).status()).isEqualTo(Status.CONFIDENTIAL);
    }

    /** Persons of A with these numbers, and 40 of B who are always there; every other one has a job. */
    private static String crowd(int first, int last) {
        List<String> lines = new ArrayList<>(List.of("no,group,job,age"));
        for (int no = first; no <= last; no++) {
            lines.add(no + ",A," + (no % 2 == 0 ? "yes" : "no") + ",30");
        }
        for (int no = 101; no <= 140; no++) {
            lines.add(no + ",B," + (no % 2 == 0 ? "yes" : "no") + ",30");
        }
        return String.join("\n", lines);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void thePartsAddUp(long seed) {
        Random random = new Random(seed);
        ReleasableTable table = table(new FewPersons().at(2013, persons(random)).at(2014, persons(random)), "");
        for (int cell = 0; cell < table.shape().size(); cell++) {
            adds(table, Measure.CHANGE, PARTS, cell, seed);
            adds(table, Measure.GAP_CHANGE, GAP_PARTS, cell, seed);
        }
    }

    private static void adds(ReleasableTable table, Measure whole, List<Measure> parts, int cell, long seed) {
        List<BigDecimal> numbers = new ArrayList<>();
        parts.forEach(part -> table.value(part, cell).number().ifPresent(numbers::add));
        Optional<BigDecimal> change = table.value(whole, cell).number();
        assertThat(numbers.size()).as("seed %d, cell %d", seed, cell).isEqualTo(change.isPresent() ? parts.size() : 0);
        change.ifPresent(c -> assertThat(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .as("seed %d, cell %d", seed, cell)
                .isCloseTo(c, within(new BigDecimal("1e-25"))));
    }

    private static String persons(Random random) {
        StringBuilder table = new StringBuilder("no,group,job,age\n");
        for (int no = 1; no <= 200; no++) {
            if (random.nextInt(4) > 0) {
                table.append(no)
                        .append(random.nextInt(3) == 0 ? ",A" : ",B")
                        .append(random.nextBoolean() ? ",yes," : ",no,")
                        .append(18 + random.nextInt(47))
                        .append('\n');
            }
        }
        return table.toString();
    }
}
