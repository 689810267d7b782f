package org.ecart.ui.shell;

import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.ecart.ui.action.Actions;
import org.ecart.ui.text.Texts;

/** What stands around the pages. */
public final class Shell {
    private static final Duration MEMORY_EVERY = Duration.seconds(2);

    private final StackPane root = new StackPane();

    /** @param pages every page with its content */
    public Shell(ShellViewModel model, Map<Page, Region> pages, Texts texts, Actions actions) {
        BorderPane frame = new BorderPane();
        frame.setTop(new Toolbar(model, texts, actions).root());
        frame.setLeft(new Rail(model, texts).root());
        frame.setBottom(new VBox(notice(model, texts), new StatusBar(model).root()));
        frame.setCenter(stack(model, pages));
        root.setId("shell");
        root.setAlignment(Pos.TOP_CENTER);
        root.getChildren().addAll(frame, new PaletteView(model.palette(), texts).root());
        watchMemory(model);
    }

    public Region root() {
        return root;
    }

    /** All pages lie on one another and one is seen; so each stays as it was left, and hears of what is dropped. */
    private static StackPane stack(ShellViewModel model, Map<Page, Region> pages) {
        StackPane stack = new StackPane();
        pages.forEach((page, content) -> {
            content.visibleProperty().bind(model.pageProperty().isEqualTo(page));
            content.managedProperty().bind(content.visibleProperty());
            stack.getChildren().add(content);
        });
        return stack;
    }

    private static HBox notice(ShellViewModel model, Texts texts) {
        Label text = new Label();
        text.setId("notice-text");
        text.setWrapText(true);
        text.textProperty().bind(model.noticeText());
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button close = new Button();
        close.setId("notice-close");
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.textProperty().bind(texts.bind("ui.notice.close"));
        close.accessibleTextProperty().bind(close.textProperty());
        close.setOnAction(e -> model.dismiss());
        HBox notice = new HBox(text, close);
        notice.setId("notice");
        notice.getStyleClass().add("notice");
        notice.visibleProperty().bind(model.noticeText().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    /** Looks at the heap now and then, as long as the shell is in a window. */
    private void watchMemory(ShellViewModel model) {
        Runnable look = () -> {
            Runtime runtime = Runtime.getRuntime();
            model.memoryProperty().set(runtime.totalMemory() - runtime.freeMemory());
        };
        Timeline clock = new Timeline(new KeyFrame(MEMORY_EVERY, e -> look.run()));
        clock.setCycleCount(Animation.INDEFINITE);
        root.sceneProperty().addListener((o, before, now) -> {
            if (now == null) {
                clock.stop();
            } else {
                look.run();
                clock.play();
            }
        });
    }
}
