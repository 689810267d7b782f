package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.files.ConditionText;
import org.ecart.model.Category;
import org.ecart.model.Counted;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Shift;
import org.ecart.model.Span;
import org.ecart.model.TableShape.Address;
import org.ecart.protect.PrintedTable;
import org.ecart.ui.task.InlineTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other dates, the new and cohorts in Explore, on the sample of four years. */
class FollowingTest extends OnSample {
    private static final Shift LATER = new Shift.Years(1);

    private ExploreViewModel model;

    @BeforeEach
    void open() {
        sample.fail(false);
        model = new ExploreViewModel(sample.study(), sample, new InlineTasks());
        model.take("origin");
        model.edit(b -> b.withPeriods(List.of(Period.ofYear(2012))).withMeasures(List.of(Measure.PERSONS)));
        model.setIndicator("population");
    }

    @Test
    void aTransitionIsShownAndMayLeave() {
        model.put(Shelf.ROWS, "status", false);
        model.edit(b -> FollowingEdits.crossed(b, "status", LATER));
        assertThat(model.breakdown().columns()).hasToString("status@1y");
        assertThat(model.failureProperty().get()).isEmpty();
        PrintedTable table = model.shownProperty().get().orElseThrow().table();
        assertThat(table.shape().columns().entries()).contains(List.of("gone"));
        assertThat(model.refusal()).isEmpty();
        assertThat(model.releasable()).isPresent();
    }

    @Test
    void theNewAreCountedWhereTheLaterYearIsRead() {
        model.put(Shelf.ROWS, "status", false);
        model.put(Shelf.COLUMNS, "status_1y", false);
        long before = persons();
        String read = model.offerProperty().get().readThere("status_1y");
        model.edit(b -> FollowingEdits.counting(b, read, Optional.of(LATER)));
        assertThat(model.breakdown().rows()).hasToString("status@0y");
        assertThat(model.breakdown().counted().also()).contains(LATER);
        assertThat(model.failureProperty().get()).isEmpty();
        assertThat(model.shownProperty()
                        .get()
                        .orElseThrow()
                        .table()
                        .shape()
                        .rows()
                        .entries())
                .contains(List.of("new"));
        assertThat(persons()).isGreaterThan(before);
        model.edit(FollowingEdits::notCounting);
        assertThat(model.breakdown().rows()).hasToString("status");
        assertThat(persons()).isEqualTo(before);
    }

    @Test
    void aVariableIsReadAtAnotherDateInItsPlace() {
        model.put(Shelf.ROWS, "region", false);
        model.put(Shelf.ROWS, "gender", true);
        model.edit(b -> FollowingEdits.dated(b, "region", Optional.of(LATER)));
        assertThat(model.breakdown().rows()).hasToString("region@1y > gender");
        assertThat(model.offerProperty()
                        .get()
                        .find("region@1y")
                        .orElseThrow()
                        .labels()
                        .in(Language.EN))
                .endsWith(" (one year later)");
        model.edit(b -> FollowingEdits.dated(b, "region@1y", Optional.empty()));
        assertThat(model.breakdown().rows()).hasToString("region > gender");
    }

    @Test
    void aFilterBecomesACohort() {
        var filter = ConditionText.parse("gender = \"1\"");
        model.filter(Optional.empty(), filter);
        model.edit(b -> FollowingEdits.cohort(b, filter, Period.ofYear(2011)));
        assertThat(model.filters()).isEmpty();
        assertThat(model.breakdown().counted().cohort()).contains(new Counted.Cohort(Period.ofYear(2011), filter));
        assertThat(model.failureProperty().get()).isEmpty();
        long there = persons();
        model.edit(b -> FollowingEdits.leavers(b, true));
        assertThat(model.failureProperty().get()).isEmpty();
        assertThat(persons()).isGreaterThan(there);
        model.edit(FollowingEdits::noCohort);
        assertThat(model.breakdown().counted()).isEqualTo(Counted.USUAL);
        assertThat(persons()).isGreaterThan(there);
    }

    @Test
    void whoTurnedTwentyFiveIsFollowed() {
        model = new ExploreViewModel(Sample.unprotected(sample.study(), "few persons"), sample, new InlineTasks());
        model.take("origin");
        model.setIndicator("employment_rate");
        model.edit(b -> b.withSpan(Optional.of(new Span(18, 64)))
                .withPeriods(
                        Stream.of(2011, 2012, 2013, 2014).map(Period::ofYear).toList())
                .withCounted(Counted.USUAL.withCohort(
                        Optional.of(new Counted.Cohort(Period.ofYear(2011), ConditionText.parse("age = 25"))))));
        model.put(Shelf.ROWS, "age", false);
        assertThat(model.failureProperty().get()).isEmpty();
        PrintedTable table = model.shownProperty().get().orElseThrow().table();
        for (int year = 0; year < 4; year++) {
            List<String> ages = new ArrayList<>();
            for (int row = 0; row < table.shape().rows().entries().size(); row++) {
                int cell = table.shape().index(new Address(year, row, 0, 0));
                if (table.value(Measure.PERSONS, cell).number().orElseThrow().signum() > 0) {
                    ages.addAll(table.shape().rows().entries().get(row));
                }
            }
            ages.remove(Category.TOTAL);
            assertThat(ages).as("" + (2011 + year)).containsExactly(Integer.toString(25 + year));
        }
    }

    private long persons() {
        PrintedTable table = model.shownProperty().get().orElseThrow().table();
        return IntStream.range(0, table.shape().size())
                .mapToLong(cell -> table.value(Measure.PERSONS, cell)
                        .number()
                        .map(n -> n.longValueExact())
                        .orElse(0L))
                .sum();
    }
}
