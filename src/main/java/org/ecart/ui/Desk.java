package org.ecart.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.Region;
import org.ecart.model.Study;
import org.ecart.ui.action.Actions;
import org.ecart.ui.data.DataView;
import org.ecart.ui.data.DataViewModel;
import org.ecart.ui.explore.ExploreView;
import org.ecart.ui.explore.ExploreViewModel;
import org.ecart.ui.release.ReleaseView;
import org.ecart.ui.release.ReleaseViewModel;
import org.ecart.ui.shell.FailureLog;
import org.ecart.ui.shell.Page;
import org.ecart.ui.shell.Shell;
import org.ecart.ui.shell.ShellViewModel;
import org.ecart.ui.task.Lanes;
import org.ecart.ui.task.TaskRunner;
import org.ecart.ui.text.Controls;
import org.ecart.ui.text.Texts;
import org.ecart.ui.variables.VariablesView;
import org.ecart.ui.variables.VariablesViewModel;

/** An open workspace on screen: its screens and the shell around them, wired. */
final class Desk {
    /** A workspace with the way into it, as opening it gives them. */
    record Opened(Workspaces.Opened workspace, SessionAnalysis analysis) {}

    private final Opened opened;
    private final Lanes lanes;
    private final Texts texts;
    private final Actions actions;
    private final ShellViewModel shell;
    private final ExploreViewModel explore;
    private final VariablesViewModel variables;
    private final ReleaseViewModel release;
    private long rows;
    private final Shell view;

    /** @param actions gets those of the screens */
    Desk(Opened opened, BooleanProperty dark, Lanes lanes, Texts texts, Actions actions, FailureLog log) {
        this.opened = opened;
        this.lanes = lanes;
        this.texts = texts;
        this.actions = actions;
        Workspaces.Opened workspace = opened.workspace();
        this.rows = workspace.rows();
        this.shell = new ShellViewModel(place(workspace.study()), dark, texts, actions, log);
        this.explore = new ExploreViewModel(workspace.study(), opened.analysis(), lanes.tables());
        shell.millisProperty().bind(explore.millisProperty());
        explore.failureProperty().addListener((o, before, now) -> now.ifPresent(shell::note));
        DataViewModel data = new DataViewModel(
                workspace.session().workspace(), () -> Optional.of(explore.study()), lanes.imports(), this::imported);
        data.failureProperty().addListener((o, before, now) -> now.ifPresent(shell::note));
        data.importProperty()
                .addListener((o, before, now) ->
                        now.ifPresent(begun -> shell.pageProperty().set(Page.DATA)));
        this.variables =
                new VariablesViewModel(new SessionVariables(workspace.session()), explore.history(), lanes.counts());
        variables.failureProperty().addListener((o, before, now) -> now.ifPresent(shell::failed));
        // with the imports: the data stay as they are while a release is made
        this.release =
                new ReleaseViewModel(new SessionRelease(workspace.session()), explore.history(), lanes.imports());
        release.failureProperty().addListener((o, before, now) -> now.ifPresent(shell::note));
        explore.changes().addListener(o -> follow());
        explore.offerProperty().addListener(o -> follow());
        follow();
        Map<Page, Region> pages = new EnumMap<>(Page.class);
        addHistory();
        ExploreView explored = new ExploreView(explore, texts, seen(Page.EXPLORE));
        explored.darkProperty().bind(dark);
        pages.put(Page.EXPLORE, explored.root());
        pages.put(Page.DATA, new DataView(data, texts, seen(Page.DATA)).root());
        pages.put(Page.VARIABLES, new VariablesView(variables, new Controls(texts), seen(Page.VARIABLES)).root());
        pages.put(
                Page.RELEASE,
                new ReleaseView(release, explore.offerProperty(), new Controls(texts), seen(Page.RELEASE)).root());
        this.view = new Shell(shell, pages, texts, actions);
    }

    /** Actions of a page, which is brought in sight before they do anything. */
    private Actions seen(Page page) {
        return actions.inSight(() -> shell.pageProperty().set(page));
    }

    /** Back and forth over every change of the study, in sight of what changes: Explore, unless another page shows it. */
    private void addHistory() {
        Actions seen = actions.inSight(() -> {
            Page page = shell.pageProperty().get();
            if (page != Page.VARIABLES && page != Page.RELEASE) {
                shell.pageProperty().set(Page.EXPLORE);
            }
        });
        seen.add("undo", Optional.of("Shortcut+Z"), explore.nothingToUndoProperty(), explore::undo);
        seen.add("redo", Optional.of("Shortcut+Shift+Z"), explore.nothingToRedoProperty(), explore::redo);
    }

    private ShellViewModel.Place place(Study study) {
        return new ShellViewModel.Place(opened.workspace().name(), study.title(), rows, study.policy());
    }

    private void follow() {
        variables.follow(explore.offerProperty().get());
        shell.placeProperty().set(place(explore.study()));
    }

    /** After an import: other codes, other dates, other figures. */
    private void imported() {
        Workspaces.Opened workspace = opened.workspace();
        lanes.tables()
                .run(
                        progress -> {
                            opened.analysis().renew(explore.study());
                            return Workspaces.rows(workspace.session());
                        },
                        TaskRunner.Listener.of(
                                now -> {
                                    rows = now;
                                    follow();
                                    explore.refresh();
                                    variables.refresh();
                                    release.refresh();
                                },
                                shell::failed));
    }

    Region root() {
        return view.root();
    }

    Actions actions() {
        return actions;
    }

    ShellViewModel shell() {
        return shell;
    }

    ExploreViewModel explore() {
        return explore;
    }

    VariablesViewModel variables() {
        return variables;
    }

    ReleaseViewModel release() {
        return release;
    }

    Workspaces.Opened workspace() {
        return opened.workspace();
    }
}
