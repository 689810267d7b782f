package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.ecart.model.Language;
import org.ecart.protect.PrintedTable;
import org.ecart.ui.explore.GridArea.Place;
import org.ecart.ui.task.InlineTasks;
import org.ecart.ui.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The grid stays light and quick whatever the table. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before each test
class GridTest {
    private static final int MOST_NODES = 4_000;
    private static final long MOST_MILLIS = 200;

    @TempDir
    private static Path folder;

    private Grid grid;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        grid = new Grid(
                new Texts(Sample.MESSAGES, Language.EN),
                cell -> {},
                (cell, beside) -> {},
                (categories, owner, x, y) -> {});
        Scene scene = new Scene((Parent) grid.view(), 1000, 600);
        scene.getStylesheets().addAll("/ui/light.css", "/ui/ecart.css");
        stage.setScene(scene);
        stage.show();
    }

    private static PrintedTable like(String name) {
        try (Sample sample = new Sample(folder.resolve(name))) {
            return new ExploreViewModel(sample.study(), sample, new InlineTasks())
                    .shownProperty()
                    .get()
                    .orElseThrow()
                    .table();
        }
    }

    private static long nodes(Node node) {
        return 1
                + (node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream()
                                .mapToLong(GridTest::nodes)
                                .sum()
                        : 0);
    }

    private GridArea area() {
        return (GridArea) grid.view();
    }

    /** Goes from corner to corner in steps and gives the longest of them in milliseconds. */
    private long longestStep(FxRobot robot, int lines, int columns) {
        AtomicLong longest = new AtomicLong();
        for (int step = 0; step <= 60; step++) {
            Place place = new Place((lines - 1) * step / 60, (columns - 1) * step / 60);
            robot.interact(() -> {
                long start = System.nanoTime();
                area().reveal(place);
                area().applyCss();
                area().layout();
                longest.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
                assertThat(area().cell(place)).get().satisfies(c -> assertThat(
                                c.getText().replace(",", ""))
                        .isEqualTo(Integer.toString(place.row() * columns + place.column())));
            });
        }
        return longest.get();
    }

    @Test
    void twoThousandLinesOfThreeHundredColumnsScrollSmoothly(FxRobot robot) {
        GridModel model = WideTable.grid(like("smooth"), 2_000, 300);
        robot.interact(() -> grid.show(model));
        longestStep(robot, 2_000, 300); // the first time through, much is not compiled yet
        assertThat(longestStep(robot, 2_000, 300)).isLessThan(MOST_MILLIS);
        assertThat(nodes(grid.view())).isLessThan(MOST_NODES);
    }

    @Test
    void aHundredThousandColumnsTakeNoMoreNodesThanAreInView(FxRobot robot) {
        GridModel model = WideTable.grid(like("wide"), 3, 100_000);
        robot.interact(() -> grid.show(model));
        longestStep(robot, 3, 100_000);
        assertThat(nodes(grid.view())).isLessThan(MOST_NODES / 4);
    }
}
