package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ecart.files.Definitions;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Study;
import org.ecart.protect.Protection;
import org.ecart.ui.explore.ExploreViewModel.Shown;
import org.ecart.ui.task.InlineTasks;
import org.ecart.ui.task.TaskRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExploreViewModelTest extends OnSample {
    private ExploreViewModel model;

    @BeforeEach
    void open() {
        sample.fail(false);
        sample.saved().clear();
        model = new ExploreViewModel(sample.study(), sample, new InlineTasks());
    }

    @Test
    void theFirstTableIsThereAndMayLeave() {
        Shown shown = model.shownProperty().get().orElseThrow();
        assertThat(shown.table().caption().number()).isEqualTo("T01");
        assertThat(shown.marks()).hasSize(shown.table().shape().size());
        assertThat(model.releasable()).contains(shown.last().orElseThrow().releasable());
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void aVariableIsNestedStackedMovedAndTaken() {
        model.put(Shelf.ROWS, "gender", true);
        assertThat(model.breakdown().rows()).hasToString("origin > gender");
        model.put(Shelf.ROWS, "region", false);
        assertThat(model.breakdown().rows()).hasToString("origin > gender + region");
        model.put(Shelf.COLUMNS, "gender", false);
        assertThat(model.breakdown().rows()).hasToString("origin + region");
        model.putWithin(Shelf.ROWS, "gender", "origin");
        assertThat(model.breakdown().rows()).hasToString("origin > gender + region");
        assertThat(model.breakdown().columns()).hasToString("");
        model.take("region");
        assertThat(model.breakdown().rows()).hasToString("origin > gender");
        model.swapRowsAndColumns();
        assertThat(model.breakdown().columns()).hasToString("origin > gender");
        assertThat(model.failureProperty().get()).isEmpty();
    }

    @Test
    void everyEditIsUndoneBackToTheFirstStudy() {
        Study first = model.study();
        List<Runnable> edits = edits();
        List<String> after = new ArrayList<>();
        for (Runnable edit : edits) {
            String before = Definitions.text(model.study()) + model.table().id();
            edit.run();
            String now = Definitions.text(model.study()) + model.table().id();
            assertThat(now).as("edit " + after.size()).isNotEqualTo(before);
            after.add(now);
        }
        for (int i = 0; i < edits.size(); i++) {
            model.undo();
        }
        assertThat(model.study()).isEqualTo(first);
        assertThat(Definitions.text(model.study())).isEqualTo(Definitions.text(first));
        assertThat(model.table().id()).isEqualTo("T01");
        assertThat(model.nothingToUndoProperty().get()).isTrue();
        for (String text : after) {
            model.redo();
            assertThat(Definitions.text(model.study()) + model.table().id()).isEqualTo(text);
        }
        assertThat(model.nothingToRedoProperty().get()).isTrue();
        assertThat(sample.saved()).last().isEqualTo(model.study());
    }

    private List<Runnable> edits() {
        return List.of(
                () -> model.put(Shelf.COLUMNS, "gender", false),
                () -> model.put(Shelf.ROWS, "region", true),
                () -> model.putWithin(Shelf.COLUMNS, "region", "gender"),
                () -> model.take("region"),
                () -> model.restrict("region", List.of(firstCode("region"))),
                () -> model.restrict("region", List.of()),
                () -> model.restrict("gender", List.of(firstCode("gender"))),
                () -> model.removeFilter(model.filters().get(0)),
                () -> model.toggle(Period.ofYear(2013)),
                () -> model.toggle(Measure.RATIO),
                () -> model.setTotals(false),
                () -> model.setUndetermined(false),
                () -> model.setReference("gender", firstCode("gender")),
                model::clearReference,
                () -> model.setIndicator(otherIndicator()),
                model::swapRowsAndColumns,
                () -> model.rename("T01", Language.FR, "Un autre titre"),
                model::duplicate,
                () -> model.select("T02"));
    }

    private String firstCode(String variable) {
        return model.offerProperty()
                .get()
                .find(variable)
                .orElseThrow()
                .categories()
                .get(0)
                .code();
    }

    private String otherIndicator() {
        return model.offerProperty().get().indicators().stream()
                .map(i -> i.id())
                .filter(i -> !i.equals(model.breakdown().indicator()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReferenceThatIsOnNoAxisGoesWithItsGaps() {
        model.put(Shelf.COLUMNS, "gender", false);
        model.take("origin");
        assertThat(model.breakdown().reference()).isEmpty();
        assertThat(model.breakdown().measures()).containsExactly(Measure.PERSONS, Measure.RATE);
        assertThat(model.failureProperty().get()).isEmpty();
        model.setReference("gender", firstCode("gender"));
        assertThat(model.breakdown().reference()).contains(new Breakdown.Reference("gender", firstCode("gender")));
        assertThat(model.breakdown().measures()).contains(Measure.GAP);
        assertThat(model.shownProperty().get()).isPresent();
    }

    @Test
    void aChosenFilterReplacesTheOneBefore() {
        model.restrict("gender", List.of("1", "2"));
        model.restrict("gender", List.of("1"));
        assertThat(model.filters()).containsExactly(new Condition.In("gender", List.of("1")));
        assertThat(model.restriction("gender")).containsExactly("1");
        model.restrict("gender", List.of());
        assertThat(model.filters()).isEmpty();
        assertThat(model.breakdown().filter()).isEqualTo(Condition.ALL);
    }

    @Test
    void theLastDateAndTheLastMeasureStay() {
        model.toggle(Period.ofYear(2014));
        assertThat(model.breakdown().periods()).containsExactly(Period.ofYear(2014));
        for (Measure measure : model.measures()) {
            model.toggle(measure);
        }
        assertThat(model.measures()).hasSize(1);
    }

    @Test
    void aVeryLargeTableWaitsForAWord() {
        sample.fail(true); // nothing is counted here: municipality by country would take long to protect
        model.put(Shelf.COLUMNS, "municipality", false);
        sample.fail(false);
        model.put(Shelf.LAYERS, "nationality_at_birth", false);
        assertThat(model.largeCellsProperty().get()).isGreaterThan(ExploreViewModel.LARGE);
        assertThat(model.shownProperty().get()).isEmpty();
        assertThat(model.failureProperty().get()).isEmpty();
        assertThat(model.releasable()).isEmpty();
        model.take("municipality");
        assertThat(model.largeCellsProperty().get()).isZero();
        assertThat(model.shownProperty().get()).isPresent();
    }

    @Test
    void aVeryLargeTableIsMadeAtAWord() {
        sample.fail(true);
        model.put(Shelf.COLUMNS, "municipality", false);
        model.put(Shelf.LAYERS, "nationality_at_birth", false);
        assertThat(model.failureProperty().get()).as("not tried yet").isEmpty();
        model.makeLarge();
        assertThat(model.largeCellsProperty().get()).isZero();
        assertThat(model.failureProperty().get()).as("tried now").isPresent();
    }

    @Test
    void figuresAreMarkedInTheJobAndShownBeforeTheirProtectionIsDone() {
        Queue tasks = new Queue();
        ExploreViewModel slow = new ExploreViewModel(sample.study(), sample, tasks);
        assertThat(slow.shownProperty().get()).isEmpty();
        tasks.next();
        Shown first = slow.shownProperty().get().orElseThrow();
        assertThat(first.last()).isEmpty();
        assertThat(first.marks()).contains(Protection.PRIMARY).doesNotContain(Protection.SECONDARY);
        assertThat(slow.releasable()).isEmpty();
        assertThat(slow.busyProperty().get()).isTrue();
        tasks.next();
        assertThat(slow.shownProperty().get().orElseThrow().marks()).contains(Protection.SECONDARY);
        assertThat(slow.releasable()).isPresent();
    }

    /** Runs a job when it is told to. */
    private static final class Queue implements TaskRunner {
        private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
        private final InlineTasks inline = new InlineTasks();

        @Override
        public <T> Running run(Job<T> job, Listener<T> listener) {
            waiting.add(() -> inline.run(job, listener));
            return () -> {};
        }

        void next() {
            waiting.remove().run();
        }
    }

    @Test
    void aFailureStandsInThePlaceOfTheTableUntilItIsUndone() {
        sample.fail(true);
        model.setTotals(false);
        assertThat(model.shownProperty().get()).isEmpty();
        assertThat(model.failureProperty().get()).get().isInstanceOf(EcartException.class);
        assertThat(model.busyProperty().get()).isFalse();
        sample.fail(false);
        model.undo();
        assertThat(model.failureProperty().get()).isEmpty();
        assertThat(model.shownProperty().get()).isPresent();
    }

    @Test
    void aNewChangeStopsTheWorkForTheOneBefore() {
        Waiting tasks = new Waiting();
        ExploreViewModel slow = new ExploreViewModel(sample.study(), sample, tasks);
        slow.setTotals(false);
        assertThat(tasks.cancelled).isEqualTo(1);
        assertThat(slow.busyProperty().get()).isTrue();
        assertThat(slow.releasable()).isEmpty();
    }

    /** Starts nothing and counts what is cancelled. */
    private static final class Waiting implements TaskRunner {
        private int cancelled;

        @Override
        public <T> Running run(Job<T> job, Listener<T> listener) {
            return () -> cancelled++;
        }
    }

    @Test
    void sortingBelongsToTheViewAndNotToTheStudy() {
        Study before = model.study();
        model.sortedByGapProperty().set(true);
        model.selectedCellProperty().set(OptionalInt.of(3));
        assertThat(model.study()).isEqualTo(before);
        assertThat(model.nothingToUndoProperty().get()).isTrue();
        model.setTotals(false);
        assertThat(model.selectedCellProperty().get()).isEmpty();
        assertThat(model.sortedByGapProperty().get()).isTrue();
    }

    @Test
    void aCopyHasTheNextFreeNumber() {
        model.duplicate();
        assertThat(model.table().id()).isEqualTo("T04");
        assertThat(model.study().table("T04").map(Study.Table::breakdown))
                .isEqualTo(Optional.of(sample.study().tables().get(0).breakdown()));
    }
}
