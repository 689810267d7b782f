package org.ecart.ui.data;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.ecart.model.Extract;
import org.ecart.ui.text.Controls;

/** What each file is, and as what each of its columns is loaded. */
final class ColumnsStep {
    private static final double FILES_WIDTH = 180;

    private final BorderPane root = new BorderPane();
    private final ImportViewModel model;
    private final Controls controls;
    private final FileDialogs dialogs;
    private final Wording wording;
    private final ListView<FilePlan> files;
    private final ComboBox<Extract> extract;
    private final TextField period;
    private final ColumnGrid grid;
    private final PreviewTable preview;
    private final HBox dated;
    private final DialectChoices dialect;
    /** Kept here so that it lives as long as the page, which the language only knows weakly. */
    private final InvalidationListener relabel = o -> show();

    private boolean showing;

    ColumnsStep(ImportViewModel model, Controls controls, FileDialogs dialogs) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        this.wording = new Wording(controls.texts());
        this.files = files();
        this.extract = extract();
        this.period = period();
        this.grid = new ColumnGrid(model, controls);
        this.preview = new PreviewTable(controls);
        this.dialect = new DialectChoices(model, controls);
        this.dated = new HBox(8, controls.label("data-field", "ui.data.period"), period);
        dated.setAlignment(Pos.CENTER_LEFT);
        dated.managedProperty().bind(dated.visibleProperty());
        SplitPane sides = new SplitPane(grid.root(), preview.root());
        sides.setDividerPositions(0.58);
        SplitPane.setResizableWithParent(grid.root(), false);
        VBox body = new VBox(8, written(), said(), sides, absent(), new RejectLimit(model, controls).root());
        body.getStyleClass().add("import-file");
        VBox.setVgrow(sides, Priority.ALWAYS);
        root.setCenter(body);
        root.getStyleClass().add("import-body");
        model.plansProperty().addListener((o, before, now) -> show());
        model.selectedProperty().addListener((o, before, now) -> show());
        controls.texts().languageProperty().addListener(new WeakInvalidationListener(relabel));
        show();
    }

    Region root() {
        return root;
    }

    /** The file and how it is written. */
    private HBox written() {
        Label facts = new Label();
        facts.setId("import-facts");
        facts.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.plan()
                                .map(p -> p.name() + " \u00b7 "
                                        + wording.size(p.preview().bytes()))
                                .orElse(""),
                        model.plansProperty(),
                        model.selectedProperty(),
                        controls.texts().languageProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        dialect.root().setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(12, facts, space, dialect.root());
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox said() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(
                8,
                controls.label("data-field", "ui.data.extract"),
                extract,
                dated,
                space,
                controls.button("import-mapping-load", "ui.data.mapping.load", () -> dialogs.definition(
                                root.getScene().getWindow())
                        .ifPresent(model::loadMapping)),
                controls.button("import-mapping-save", "ui.data.mapping.save", this::save));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void save() {
        String proposed = model.plan()
                .flatMap(FilePlan::extract)
                .map(e -> "mapping-" + e.id() + ".json")
                .orElse("mapping.json");
        dialogs.target(root.getScene().getWindow(), proposed).ifPresent(model::saveMapping);
    }

    private Label absent() {
        Label absent = new Label();
        absent.setId("import-absent");
        absent.getStyleClass().add("data-muted");
        absent.setWrapText(true);
        absent.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.plan()
                                .filter(p -> !p.absent().isEmpty())
                                .map(p -> controls.texts().get("ui.data.absent", String.join(", ", p.absent())))
                                .orElse(""),
                        model.plansProperty(),
                        model.selectedProperty(),
                        controls.texts().languageProperty()));
        absent.managedProperty().bind(absent.textProperty().isNotEmpty());
        return absent;
    }

    private ListView<FilePlan> files() {
        ListView<FilePlan> list = controls.named(new ListView<>(), "import-plans", "ui.data.files");
        list.getStyleClass().add("import-plans");
        list.setPrefWidth(FILES_WIDTH);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(FilePlan plan, boolean empty) {
                super.updateItem(plan, empty);
                boolean none = empty || plan == null;
                setText(none ? "" : (plan.fault().isEmpty() ? "\u2713 " : "! ") + plan.name());
            }
        });
        list.getSelectionModel().selectedIndexProperty().addListener((o, before, now) -> {
            if (!showing && now.intValue() >= 0) {
                model.select(now.intValue());
            }
        });
        return list;
    }

    private ComboBox<Extract> extract() {
        ComboBox<Extract> box = controls.named(new ComboBox<>(), "import-extract", "ui.data.extract");
        box.setPrefWidth(280);
        box.valueProperty().addListener((o, before, now) -> {
            if (!showing && now != null) {
                model.chooseExtract(now);
            }
        });
        return box;
    }

    private TextField period() {
        TextField field = controls.named(new TextField(), "import-period", "ui.data.period");
        field.setPrefColumnCount(8);
        field.promptTextProperty().bind(controls.texts().bind("ui.data.period.prompt"));
        field.textProperty().addListener((o, before, now) -> {
            if (!showing) {
                model.typePeriod(now);
            }
        });
        return field;
    }

    /** Shows the plan that is looked at; nothing that is set here is the analyst's doing. */
    private void show() {
        showing = true;
        model.plan().ifPresent(plan -> {
            root.setLeft(model.plansProperty().get().size() > 1 ? files : null);
            files.getItems().setAll(model.plansProperty().get());
            files.getSelectionModel().select(model.selectedProperty().get().intValue());
            // A value that stays the same is not written again in another language.
            extract.setValue(null);
            extract.setConverter(new ExtractNames());
            if (!extract.getItems().equals(plan.codebook().extracts())) {
                extract.getItems().setAll(plan.codebook().extracts());
            }
            extract.setValue(plan.extract().orElse(null));
            dated.setVisible(plan.needsPeriod());
            if (!period.getText().strip().equals(plan.period())) {
                period.setText(plan.period());
            }
            grid.show(plan);
            preview.show(plan.preview());
            dialect.show(plan.look());
        });
        showing = false;
    }

    /** Extracts by their names in the language of the interface. */
    private final class ExtractNames extends StringConverter<Extract> {
        @Override
        public String toString(Extract shown) {
            return shown == null ? "" : controls.texts().get(shown.labels());
        }

        @Override
        public Extract fromString(String text) {
            throw new UnsupportedOperationException("extracts are chosen, not typed");
        }
    }
}
