package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ecart.model.Language;
import org.ecart.model.Policy;
import org.ecart.protect.CellAudit;
import org.ecart.protect.Protection;
import org.ecart.ui.explore.PassportText.Entry;
import org.ecart.ui.task.InlineTasks;
import org.ecart.ui.task.TaskRunner;
import org.ecart.ui.text.Texts;
import org.junit.jupiter.api.Test;

/** What an analyst is told of a cell that is left out. */
class CellAuditViewModelTest extends OnSample {
    private static int cell(ExploreViewModel model, Protection kind) {
        return model.shownProperty().get().orElseThrow().marks().indexOf(kind);
    }

    private static CellAuditText words(ExploreViewModel model, int cell, Language language) {
        CellAudit audit = model.audit().auditProperty().get().orElseThrow();
        return new CellAuditText(
                model.shownProperty().get().orElseThrow(),
                cell,
                audit,
                Policy.DEFAULT_THRESHOLD,
                new Texts(Sample.MESSAGES, language));
    }

    @Test
    void aSmallGroupAndTheOneThatGoesWithItShareOneSum() {
        ExploreViewModel model = new ExploreViewModel(sample.study(), sample, new InlineTasks());
        int primary = cell(model, Protection.PRIMARY);
        int secondary = cell(model, Protection.SECONDARY);
        model.audit().ask(primary);
        CellAuditText small = words(model, primary, Language.EN);
        assertThat(small.reasons()).singleElement().asString().startsWith("Left out: fewer than 5 persons");
        assertThat(small.intervals()).extracting(Entry::name).contains("Denominator", "Numerator");
        assertThat(small.intervals()).extracting(Entry::text).allMatch(t -> t.matches("[0-9,]+ to [0-9,]+"));
        assertThat(small.sums()).singleElement().satisfies(sum -> {
            assertThat(sum.name()).isEqualTo("Origin");
            assertThat(sum.text())
                    .startsWith("15 printed: Total, Belgian, ")
                    .contains("and 9 more")
                    .endsWith("left out with it: Foreign, not classified");
        });
        assertThat(small.takingPart()).hasSize(15).doesNotContain(primary, secondary);
        model.audit().ask(secondary);
        CellAuditText with = words(model, secondary, Language.FR);
        assertThat(with.reasons()).containsExactly("Omise pour qu’une autre cellule ne puisse être calculée.");
        assertThat(with.takingPart()).isEqualTo(small.takingPart());
    }

    @Test
    void anAmountThatTellsTooMuchOfOnePersonSaysSo() {
        ExploreViewModel model = new ExploreViewModel(sample.study(), sample, new InlineTasks());
        model.setIndicator("median_wage");
        int primary = cell(model, Protection.PRIMARY);
        model.audit().ask(primary);
        assertThat(model.audit().failureProperty().get()).isEmpty();
        CellAuditText words = words(model, primary, Language.EN);
        assertThat(words.reasons()).contains("Left out: its amount would tell too much of one person.");
        assertThat(words.reasons()).noneMatch(r -> r.contains("must not leave"));
    }

    /** Of a mean it is its sum that can be computed: whoever knows the persons divides it. */
    @Test
    void ofAnAmountItIsToldWhatItsSumCanBe() {
        ExploreViewModel model = new ExploreViewModel(sample.study(), sample, new InlineTasks());
        model.setIndicator("mean_wage");
        int primary = cell(model, Protection.PRIMARY);
        model.audit().ask(primary);
        Entry sum = words(model, primary, Language.EN).intervals().get(0);
        assertThat(sum.name()).isEqualTo("Sum of the amount");
        assertThat(sum.text()).matches("[0-9,]+ to [0-9,]+");
    }

    @Test
    void aPrintedCellIsNotAskedAboutAndAnotherTableForgetsTheAnswer() {
        ExploreViewModel model = new ExploreViewModel(sample.study(), sample, new InlineTasks());
        model.audit().ask(cell(model, Protection.SAFE));
        assertThat(model.audit().auditProperty().get()).isEmpty();
        assertThat(model.audit().busyProperty().get()).isFalse();
        model.audit().ask(cell(model, Protection.PRIMARY));
        assertThat(model.audit().auditProperty().get()).isPresent();
        model.swapRowsAndColumns();
        assertThat(model.audit().auditProperty().get()).isEmpty();
    }

    /** Runs everything at once but what is asked of a cell, which is only begun. */
    private static final class Waiting implements TaskRunner {
        private final InlineTasks inline = new InlineTasks();
        private final List<String> cancelled = new ArrayList<>();
        private boolean held;

        @Override
        public <T> Running run(Job<T> job, Listener<T> listener) {
            return held ? () -> cancelled.add("job") : inline.run(job, listener);
        }
    }

    @Test
    void whatIsAskedCanBeGivenUp() {
        Waiting tasks = new Waiting();
        ExploreViewModel model = new ExploreViewModel(sample.study(), sample, tasks);
        tasks.held = true;
        model.audit().ask(cell(model, Protection.PRIMARY));
        assertThat(model.audit().busyProperty().get()).isTrue();
        model.audit().forget();
        assertThat(tasks.cancelled).containsExactly("job");
        assertThat(model.audit().busyProperty().get()).isFalse();
    }
}
