package org.ecart.ui;

import atlantafx.base.theme.PrimerLight;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.ecart.i18n.Messages;
import org.ecart.model.Language;
import org.ecart.protect.ReleasableTable;

/** The window: a finished table and its chart side by side. */
public final class Workbench {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 720;
    private static final double CHART_WIDTH = 620;

    private final String name;
    private final GapViewModel model;
    private final byte[] chart;

    /**
     * @param name what stands in the window's frame
     * @param chart a PNG of the table's chart
     */
    public Workbench(String name, ReleasableTable table, byte[] chart, Messages messages, Language language) {
        this.name = name;
        this.model = new GapViewModel(table, messages, language);
        this.chart = chart.clone();
    }

    /** Starts the toolkit, shows the window and waits until it is closed. */
    public void show() throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        Platform.startup(() -> {
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            Stage stage = new Stage();
            stage.setTitle(name);
            stage.setScene(new Scene(content(), WIDTH, HEIGHT));
            stage.setOnHidden(e -> closed.countDown());
            stage.show();
        });
        closed.await();
        Platform.exit();
    }

    BorderPane content() {
        Label title = new Label(model.title());
        title.setStyle("-fx-font-size: 18px; -fx-font-weight: bold;");
        title.setWrapText(true);
        VBox head = new VBox(4, title, new Label(model.subtitle()));
        head.setPadding(new Insets(12, 16, 8, 16));
        VBox foot = new VBox(2);
        foot.setPadding(new Insets(8, 16, 12, 16));
        model.notes().forEach(n -> foot.getChildren().add(new Label(n)));
        SplitPane sides = new SplitPane(table(), chart());
        sides.setDividerPositions(0.5);
        BorderPane pane = new BorderPane(sides);
        pane.setTop(head);
        pane.setBottom(foot);
        return pane;
    }

    private TableView<List<String>> table() {
        TableView<List<String>> table = new TableView<>();
        for (int c = 0; c < model.heads().size(); c++) {
            int place = c;
            TableColumn<List<String>, String> column =
                    new TableColumn<>(model.heads().get(c));
            column.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(row.getValue().get(place)));
            column.setSortable(false);
            column.setPrefWidth(c == 0 ? 190 : 90);
            column.setStyle(c == 0 ? "" : "-fx-alignment: CENTER-RIGHT;");
            table.getColumns().add(column);
        }
        table.getItems().setAll(model.rows());
        table.setId("gap-table");
        return table;
    }

    private ScrollPane chart() {
        ImageView view = new ImageView(new Image(new ByteArrayInputStream(chart)));
        view.setPreserveRatio(true);
        view.setFitWidth(CHART_WIDTH);
        view.setSmooth(true);
        ScrollPane pane = new ScrollPane(view);
        pane.setFitToWidth(true);
        return pane;
    }
}
