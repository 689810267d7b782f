package org.ecart.ui.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.ui.text.Texts;

/** What is on screen while a workspace is opened, and why one could not be. */
public final class OpeningPage {
    private static final double WIDTH = 520;

    private final Texts texts;
    private final VBox root = new VBox(10);
    private final Label heading = new Label();
    private final Label step = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final HBox buttons = new HBox(8);

    public OpeningPage(Texts texts) {
        this.texts = texts;
        Label brand = new Label();
        brand.getStyleClass().add("opening-brand");
        brand.textProperty().bind(texts.bind("ui.brand"));
        heading.setId("opening-heading");
        heading.setWrapText(true);
        step.setId("opening-step");
        step.getStyleClass().add("muted");
        bar.setId("opening-bar");
        bar.setPrefWidth(WIDTH);
        bar.accessibleTextProperty().bind(step.textProperty());
        root.getChildren().addAll(brand, heading, bar, step, buttons);
        root.setId("opening");
        root.getStyleClass().add("opening");
        root.setAlignment(Pos.CENTER_LEFT);
        root.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    }

    public Region root() {
        return root;
    }

    /**
     * Shows that something is being opened.
     *
     * @param key the message key of what it is
     */
    public void opening(String key, Runnable cancel) {
        heading.textProperty().bind(texts.bind(key));
        step.textProperty().unbind();
        step.setText("");
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        working(true);
        buttons.getChildren().setAll(button("opening-cancel", "ui.opening.cancel", cancel));
    }

    /** Shows how far it is; see the listener of a task. */
    public void progress(String key, double fraction) {
        step.textProperty().bind(texts.bind(key));
        bar.setProgress(fraction);
    }

    /** Shows why it could not be opened, with what to do next. */
    public void failed(String sentence, Runnable again, Optional<Runnable> sample, Runnable other) {
        heading.textProperty().unbind();
        heading.setText(sentence);
        working(false);
        buttons.getChildren().setAll(button("opening-again", "ui.opening.again", again));
        sample.ifPresent(s -> buttons.getChildren().add(button("opening-sample", "ui.action.open_sample", s)));
        buttons.getChildren().add(button("opening-other", "ui.action.open_workspace", other));
    }

    private void working(boolean now) {
        bar.setVisible(now);
        bar.setManaged(now);
        step.setVisible(now);
        step.setManaged(now);
    }

    private Button button(String id, String key, Runnable run) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.accessibleTextProperty().bind(button.textProperty());
        button.setOnAction(e -> run.run());
        return button;
    }
}
