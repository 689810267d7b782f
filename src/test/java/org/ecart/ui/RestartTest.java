package org.ecart.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.i18n.Messages;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.study.SampleStudy;
import org.ecart.study.Session;
import org.ecart.ui.explore.ExploreViewModel;
import org.ecart.ui.explore.Shelf;
import org.ecart.ui.task.InlineTasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done is there again after a kill: nothing is kept only in memory. */
class RestartTest {
    private final Messages messages = Messages.load();
    private final List<RuntimeException> notSaved = new ArrayList<>();

    private ExploreViewModel explore(Workspaces.Opened opened) {
        SessionAnalysis analysis = new SessionAnalysis(opened.session(), new InlineTasks(), notSaved::add);
        return new ExploreViewModel(opened.study(), analysis, new InlineTasks());
    }

    @Test
    void theNextStartHasTheStudyAsItWas(@TempDir Path state) {
        Workspaces workspaces = new Workspaces(new SampleStudy(Path.of("sample-data")), state, messages);
        Workspaces.Opened first = workspaces.open(Optional.empty(), Progress.NONE);
        Study edited;
        // A kill leaves a workspace open; here it must be closed, for one process may have it open only once.
        try (Session session = first.session()) {
            ExploreViewModel explore = explore(first);
            assertThat(explore.shownProperty().get()).isPresent();
            explore.put(Shelf.COLUMNS, "gender", false);
            explore.duplicate();
            edited = explore.study();
            assertThat(session.studies().load("sample")).isEqualTo(edited);
        }
        Workspaces.Opened again = workspaces.open(Optional.empty(), Progress.NONE);
        try (Session session = again.session()) {
            assertThat(again.study()).isEqualTo(edited);
            assertThat(explore(again).study()).isEqualTo(edited);
            assertThat(session.firstStudy()).isEqualTo(edited);
        }
        assertThat(notSaved).isEmpty();
    }

    @Test
    void aWorkspaceWithoutAStudyBeginsWithOneTableByOrigin(@TempDir Path state) {
        Workspaces workspaces = new Workspaces(new SampleStudy(Path.of("sample-data")), state, messages);
        workspaces.open(Optional.empty(), Progress.NONE).session().close();
        Workspaces.Opened opened = workspaces.open(Optional.of(state.resolve("sample")), Progress.NONE);
        try (Session session = opened.session()) {
            assertThat(session.studies().ids()).isEmpty();
            Study study = opened.study();
            assertThat(study.tables()).hasSize(1);
            assertThat(study.tables().get(0).breakdown().rows().variables()).containsExactly("origin");
            assertThat(study.tables().get(0).breakdown().periods()).hasSize(1);
            assertThat(explore(opened).shownProperty().get()).isPresent();
        }
    }
}
