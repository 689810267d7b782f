package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.files.AxisText;
import org.ecart.files.ConditionText;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.protect.Audit;
import org.ecart.protect.CellAudit;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protection;
import org.ecart.protect.Quantity;
import org.junit.jupiter.api.Test;

/** Why a cell is left out, and what can be computed of it from those that are printed. */
class CellAuditTest {
    /** Three persons in b, so another town must go with it; all in b and d are at work. */
    private static TableDraft draft(Indicator indicator, Measure measure) {
        StringBuilder persons = new StringBuilder("town,work\n");
        add(persons, "a,1", 20);
        add(persons, "a,0", 20);
        add(persons, "b,1", 3);
        add(persons, "c,1", 8);
        add(persons, "c,0", 9);
        if (measure == Measure.RATE) {
            add(persons, "d,1", 30);
        }
        Breakdown breakdown = new Breakdown(
                List.of(Period.ofYear(2014)),
                AxisText.parse("town"),
                Axis.EMPTY,
                Axis.EMPTY,
                Condition.ALL,
                indicator.id(),
                Optional.empty(),
                Optional.empty(),
                new Breakdown.Weight.Default(),
                true,
                true,
                List.of(measure));
        return new FewPersons()
                .at(2014, persons.toString())
                .tables(List.of(), List.of(indicator))
                .draft(Study.bare(), breakdown, Progress.NONE);
    }

    private static Indicator indicator(String id, Indicator.Statistic statistic) {
        return new Indicator(id, Labels.same(id), Labels.same(id), statistic, Optional.empty());
    }

    private static void add(StringBuilder persons, String line, int times) {
        IntStream.range(0, times).forEach(i -> persons.append(line).append('\n'));
    }

    @Test
    void aPrimaryCellHasTheIntervalThatItsSumsLeave() {
        TableDraft draft = draft(indicator("people", new Indicator.Statistic.Count(Condition.ALL)), Measure.PERSONS);
        ProtectedTable made = draft.protect(Progress.NONE);
        int primary = made.marks().indexOf(Protection.PRIMARY);
        int secondary = made.marks().indexOf(Protection.SECONDARY);
        CellAudit audit = draft.audit(made, primary, Progress.NONE);
        assertThat(audit.few()).containsExactly(Quantity.PERSONS);
        assertThat(audit.nobody()).isEmpty();
        assertThat(audit.succeed()).isEmpty();
        // 60 in all less 40 in a: 20 in b and c together
        assertThat(audit.counts()).singleElement().satisfies(count -> {
            assertThat(count.quantity()).isEqualTo(Quantity.PERSONS);
            Audit.Bounds bounds = count.bounds().orElseThrow();
            assertThat(bounds.low()).isZero();
            assertThat(bounds.high()).hasValue(20);
            assertThat(bounds.exact()).isTrue();
        });
        int total = made.marks().size() - 1;
        assertThat(audit.relations()).singleElement().satisfies(sum -> {
            assertThat(sum.total()).isEqualTo(total);
            assertThat(sum.addends()).containsExactlyInAnyOrder(0, 1, 2).contains(primary, secondary);
        });
        CellAudit other = draft.audit(made, secondary, Progress.NONE);
        assertThat(other.few()).isEmpty();
        assertThat(other.nobody()).isEmpty();
        assertThat(other.relations()).isEqualTo(audit.relations());
    }

    @Test
    void aGroupThatIsAllAtWorkIsTold() {
        Indicator atWork =
                indicator("at_work", new Indicator.Statistic.Rate(ConditionText.parse("work = \"1\""), Condition.ALL));
        TableDraft draft = draft(atWork, Measure.RATE);
        ProtectedTable made = draft.protect(Progress.NONE);
        CellAudit few = draft.audit(made, 1, Progress.NONE);
        assertThat(few.few()).contains(Quantity.TOTAL, Quantity.NUMERATOR);
        assertThat(few.nobody()).containsExactly(Quantity.REST);
        CellAudit everybody = draft.audit(made, 3, Progress.NONE);
        assertThat(everybody.few()).isEmpty();
        assertThat(everybody.nobody()).containsExactly(Quantity.REST);
        assertThat(everybody.counts()).extracting(CellAudit.Count::quantity).startsWith(Quantity.TOTAL);
        assertThat(everybody.counts()).allSatisfy(count -> assertThat(count.bounds())
                .hasValueSatisfying(
                        b -> assertThat(b.high().orElse(Long.MAX_VALUE)).isGreaterThan(b.low())));
    }
}
