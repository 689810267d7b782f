package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ecart.model.Category;
import org.ecart.study.Offer;
import org.ecart.ui.text.Texts;

/** Which categories of a variable are counted: a list to check, or codes to write where there is no list. */
final class FilterPopup {
    private static final double WIDTH = 260;
    private static final double HEIGHT = 260;

    private final ExploreViewModel model;
    private final Texts texts;
    private final Sheet sheet = new Sheet();

    FilterPopup(ExploreViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    void show(String variable, Node beside) {
        Optional<Offer.Choice> choice = model.offerProperty().get().find(variable);
        List<Category> categories = choice.map(Offer.Choice::categories).orElse(List.of());
        Label title = new Label(choice.map(c -> texts.get(c.labels())).orElse(variable));
        title.getStyleClass().add("ecart-strong");
        VBox content = new VBox(8, title);
        content.setPrefWidth(WIDTH);
        if (categories.isEmpty()) {
            addCodes(content, variable);
        } else {
            addList(content, variable, categories);
        }
        sheet.show(content, beside);
    }

    private void addList(VBox content, String variable, List<Category> categories) {
        List<String> chosen = model.restriction(variable);
        List<CheckBox> boxes = new ArrayList<>();
        for (Category category : categories) {
            String label = texts.get(category.labels());
            CheckBox box = Named.node(new CheckBox(label), "filter-" + category.code(), label);
            box.setMnemonicParsing(false);
            box.setUserData(category.code());
            box.setSelected(chosen.contains(category.code()));
            boxes.add(box);
        }
        TextField search = field("filter-search", "ui.explore.filter.search");
        search.textProperty()
                .addListener((o, before, now) -> boxes.forEach(b -> {
                    boolean fits = b.getText().toLowerCase(Locale.ROOT).contains(now.toLowerCase(Locale.ROOT));
                    b.setVisible(fits);
                    b.setManaged(fits);
                }));
        VBox list = new VBox(6);
        list.getChildren().addAll(boxes);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(HEIGHT);
        content.getChildren().addAll(search, scroll, buttons(variable, () -> boxes.stream()
                .filter(CheckBox::isSelected)
                .map(b -> b.getUserData().toString())
                .toList()));
    }

    private void addCodes(VBox content, String variable) {
        TextField codes = field("filter-codes", "ui.explore.filter.codes");
        codes.setText(String.join(", ", model.restriction(variable)));
        content.getChildren().addAll(codes, buttons(variable, () -> Arrays.stream(
                        codes.getText().split(",", -1))
                .map(String::strip)
                .filter(c -> !c.isEmpty())
                .distinct()
                .toList()));
    }

    private TextField field(String id, String key) {
        TextField field = Named.node(new TextField(), id, texts.get(key));
        field.setPromptText(texts.get(key));
        return field;
    }

    private HBox buttons(String variable, Supplier<List<String>> codes) {
        Button apply = button("filter-apply", "ui.explore.filter.apply", () -> model.restrict(variable, codes.get()));
        apply.setDefaultButton(true);
        Button all = button("filter-all", "ui.explore.filter.all", () -> model.restrict(variable, List.of()));
        return new HBox(8, apply, all);
    }

    private Button button(String id, String key, Runnable run) {
        Button button = Named.node(new Button(texts.get(key)), id, texts.get(key));
        button.setOnAction(e -> {
            sheet.hide();
            run.run();
        });
        return button;
    }
}
