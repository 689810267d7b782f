package org.ecart.ui;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.scene.layout.Region;
import org.ecart.ui.action.Actions;
import org.ecart.ui.data.DataView;
import org.ecart.ui.data.DataViewModel;
import org.ecart.ui.explore.ExploreView;
import org.ecart.ui.explore.ExploreViewModel;
import org.ecart.ui.shell.FailureLog;
import org.ecart.ui.shell.Page;
import org.ecart.ui.shell.PlainPage;
import org.ecart.ui.shell.Shell;
import org.ecart.ui.shell.ShellViewModel;
import org.ecart.ui.shell.StudyPages;
import org.ecart.ui.task.Lanes;
import org.ecart.ui.task.TaskRunner;
import org.ecart.ui.text.Texts;

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
    private final Shell view;

    /** @param actions gets those of the screens */
    Desk(Opened opened, BooleanProperty dark, Lanes lanes, Texts texts, Actions actions, FailureLog log) {
        this.opened = opened;
        this.lanes = lanes;
        this.texts = texts;
        this.actions = actions;
        Workspaces.Opened workspace = opened.workspace();
        this.shell = new ShellViewModel(place(workspace.rows()), dark, texts, actions, log);
        this.explore = new ExploreViewModel(workspace.study(), opened.analysis(), lanes.tables());
        shell.millisProperty().bind(explore.millisProperty());
        explore.failureProperty().addListener((o, before, now) -> now.ifPresent(shell::note));
        DataViewModel data = new DataViewModel(workspace.session().workspace(), lanes.imports(), this::imported);
        data.failureProperty().addListener((o, before, now) -> now.ifPresent(shell::note));
        data.importProperty()
                .addListener((o, before, now) ->
                        now.ifPresent(begun -> shell.pageProperty().set(Page.DATA)));
        ExploreView explored = new ExploreView(explore, texts, actions);
        explored.darkProperty().bind(dark);
        Map<Page, Region> pages = new EnumMap<>(Page.class);
        pages.put(Page.EXPLORE, explored.root());
        pages.put(Page.DATA, new DataView(data, texts, actions).root());
        pages.put(Page.VARIABLES, variables());
        pages.put(Page.RELEASE, release());
        this.view = new Shell(shell, pages, texts, actions);
    }

    private ShellViewModel.Place place(long rows) {
        Workspaces.Opened workspace = opened.workspace();
        return new ShellViewModel.Place(
                workspace.name(),
                workspace.study().title(),
                rows,
                workspace.study().policy());
    }

    private Region variables() {
        StudyPages lists = new StudyPages();
        return new PlainPage(
                        Page.VARIABLES,
                        List.of(
                                "ui.variables.variable",
                                "ui.variables.set",
                                "ui.variables.edition",
                                "ui.variables.categories"),
                        () -> lists
                                .ruleSets(
                                        explore.study(), explore.offerProperty().get())
                                .stream()
                                .map(r -> List.of(
                                        texts.get(r.variable()),
                                        r.set(),
                                        r.edition(),
                                        texts.numbers().whole(r.categories())))
                                .toList(),
                        explore.offerProperty(),
                        texts)
                .root();
    }

    private Region release() {
        StudyPages lists = new StudyPages();
        return new PlainPage(
                        Page.RELEASE,
                        List.of("ui.release.number", "ui.release.kind", "ui.release.name"),
                        () -> lists.items(explore.study()).stream()
                                .map(i -> List.of(i.id(), texts.get(i.kind()), texts.get(i.title())))
                                .toList(),
                        explore.changes(),
                        texts)
                .root();
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
                                rows -> {
                                    shell.placeProperty().set(place(rows));
                                    explore.refresh();
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

    Workspaces.Opened workspace() {
        return opened.workspace();
    }
}
