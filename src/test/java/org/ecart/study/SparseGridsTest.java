package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
import org.ecart.protect.Protection;
import org.junit.jupiter.api.Test;

/**
 * Tables with so many combinations that only those are listed in which somebody is: sixteen conditions, two sexes, and who
 * works.
 */
class SparseGridsTest {
    private static final int CONDITIONS = 16;
    private static final String ALL_HOLD = "1,".repeat(CONDITIONS);

    /** Men: none of 7 works. Women: 8 of 16. Not counted: one person for each condition that does not hold. */
    private static String persons() {
        String names =
                IntStream.range(0, CONDITIONS).mapToObj(i -> "x" + i + ",").collect(Collectors.joining());
        String others = IntStream.range(0, CONDITIONS)
                .mapToObj(i -> "1,".repeat(i) + "0," + "1,".repeat(CONDITIONS - 1 - i) + "F,y\n")
                .collect(Collectors.joining());
        return names + "sex,works\n"
                + (ALL_HOLD + "M,n\n").repeat(7)
                + (ALL_HOLD + "F,y\n").repeat(8)
                + (ALL_HOLD + "F,n\n").repeat(8)
                + others;
    }

    private static Study.Table table(String id, String rows, Condition filter) {
        Breakdown breakdown = new Breakdown(
                List.of(Period.ofYear(2014)),
                AxisText.parse(rows),
                Axis.EMPTY,
                Axis.EMPTY,
                filter,
                "working",
                Optional.empty(),
                Optional.empty(),
                new Breakdown.Weight.Default(),
                true,
                true,
                List.of(Measure.PERSONS, Measure.RATE));
        return new Study.Table(id, Labels.same(id), List.of(), breakdown);
    }

    /** Were the women in print beside all, anybody could tell that none of the men works. The second table counts everybody. */
    @Test
    void a_part_of_nobody_is_not_taken_for_one_in_which_nobody_can_be() {
        String allHold = IntStream.range(0, CONDITIONS)
                .mapToObj(i -> "x" + i + " = \"1\"")
                .collect(Collectors.joining(" and "));
        Indicator working = new Indicator(
                "working",
                Labels.same("Working"),
                Labels.same("those who work"),
                new Indicator.Statistic.Rate(ConditionText.parse("works = \"y\""), Condition.ALL),
                Optional.empty());
        Study study = Study.bare()
                .withTables(
                        List.of(table("T01", "sex", ConditionText.parse(allHold)), table("T02", "", Condition.ALL)));
        Released released = new FewPersons()
                .at(2014, persons())
                .tables(List.of(), List.of(working))
                .release(study, List.of(), Progress.NONE);

        List<Protection> marks = released.tables().get(0).marks();
        assertThat(marks).containsOnlyOnce(Protection.PRIMARY).contains(Protection.SECONDARY);
        assertThat(released.audit().broken()).isEmpty();
        assertThat(released.audit().tables().get(0).attacked())
                .allSatisfy(cell -> assertThat(cell.finding().inAnyCase()).isEmpty());
    }
}
