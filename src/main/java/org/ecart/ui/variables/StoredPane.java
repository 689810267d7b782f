package org.ecart.ui.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.model.Category;
import org.ecart.ui.text.Controls;
import org.ecart.ui.text.Words;

/** A variable of the codebook: what it is, and its codes. */
final class StoredPane {
    private final VBox root = new VBox(6);
    private final Wording wording;
    private final Label heading = new Label();
    private final Label description = new Label();
    private final Label lacking = new Label();
    private final TextField filter;
    private final CategoryTable codes;
    private Optional<Entry> shown = Optional.empty();

    StoredPane(Controls controls) {
        this.wording = new Wording(controls.texts());
        this.codes = new CategoryTable(controls, "variables-categories", Optional.empty());
        this.filter = controls.named(new TextField(), "variables-filter", "ui.variables.filter");
        filter.promptTextProperty().bind(controls.texts().bind("ui.variables.filter"));
        filter.setMaxWidth(260);
        filter.textProperty().addListener(o -> fill());
        heading.setId("variables-heading");
        heading.getStyleClass().add("variables-title");
        description.setId("variables-description");
        description.getStyleClass().add("muted");
        description.setWrapText(true);
        description.setMinHeight(Region.USE_PREF_SIZE);
        lacking.setId("variables-lacking");
        lacking.getStyleClass().add("variables-lacking");
        lacking.managedProperty().bind(lacking.textProperty().isNotEmpty());
        VBox.setVgrow(codes.root(), Priority.ALWAYS);
        root.getStyleClass().add("variables-one");
        root.getChildren().addAll(heading, description, lacking, filter, codes.root());
        controls.texts().languageProperty().addListener(o -> shown.ifPresent(this::write));
    }

    Region root() {
        return root;
    }

    void show(Entry entry) {
        if (!shown.map(Entry::id).equals(Optional.of(entry.id()))) {
            filter.clear();
        }
        shown = Optional.of(entry);
        write(entry);
        fill();
    }

    private void write(Entry entry) {
        heading.setText(wording.heading(entry));
        description.setText(wording.description(entry));
        lacking.setText(wording.lacking(entry));
    }

    private void fill() {
        List<Category> all = new ArrayList<>();
        shown.ifPresent(e -> {
            all.addAll(e.codes());
            if (e.source() instanceof Entry.Stored stored) {
                all.addAll(stored.groups());
            }
        });
        filter.setVisible(!all.isEmpty());
        filter.setManaged(!all.isEmpty());
        codes.show(all.stream()
                .filter(c -> Words.allIn(
                        filter.getText(),
                        c.code() + "\n" + String.join("\n", c.labels().texts().values())))
                .toList());
    }
}
