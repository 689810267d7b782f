package org.ecart.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.ui.text.Texts;

/** A page that only lists: a heading, a sentence, and lines under the heads of their columns. */
public final class PlainPage {
    /** Longer texts may be wrapped, down to a width in pixels; shorter ones stay in one line. */
    private static final int SHORT = 24;

    private static final double NARROWEST = 180;

    private final GridPane grid = new GridPane();
    private final ScrollPane root;
    private final Texts texts;
    private final List<String> heads;
    private final Supplier<List<List<String>>> lines;

    /**
     * @param id of the page; its heading is {@code ui.<id>.title}
     * @param sentence below the heading
     * @param heads message keys
     * @param lines read again whenever the language changes, and by {@link #refresh}
     */
    public PlainPage(
            Page id,
            ObservableValue<String> sentence,
            List<String> heads,
            Supplier<List<List<String>>> lines,
            Texts texts) {
        this.texts = texts;
        this.heads = heads;
        this.lines = lines;
        Label title = new Label();
        title.getStyleClass().add("page-title");
        title.textProperty().bind(texts.bind("ui." + id.id() + ".title"));
        Label text = new Label();
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.textProperty().bind(sentence);
        grid.getStyleClass().add("plain-grid");
        VBox content = new VBox(title, text, grid);
        content.getStyleClass().add("plain-page");
        root = new ScrollPane(content);
        root.setId(id.id());
        root.setFitToWidth(true);
        root.accessibleTextProperty().bind(title.textProperty());
        texts.languageProperty().addListener(o -> refresh());
        refresh();
    }

    public ScrollPane root() {
        return root;
    }

    /** Reads the lines again. */
    public void refresh() {
        grid.getChildren().clear();
        for (int c = 0; c < heads.size(); c++) {
            grid.add(cell(texts.get(heads.get(c)), "plain-head"), c, 0);
        }
        List<List<String>> now = lines.get();
        for (int r = 0; r < now.size(); r++) {
            for (int c = 0; c < heads.size(); c++) {
                grid.add(cell(now.get(r).get(c), "plain-cell"), c, r + 1);
            }
        }
    }

    private static Label cell(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        boolean sentence = text.length() > SHORT;
        label.setWrapText(sentence);
        label.setMinWidth(sentence ? NARROWEST : Region.USE_PREF_SIZE);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return label;
    }
}
