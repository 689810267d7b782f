package org.ecart.ui.shell;

import java.util.Arrays;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.store.Passphrase;
import org.ecart.ui.text.Texts;

/** Asks for the passphrase of an encrypted workspace, in the window itself: Enter opens, Escape gives up. */
public final class PassphrasePage {
    private static final double WIDTH = 520;

    private final PasswordField field = new PasswordField();
    private final VBox root = new VBox(10);

    /**
     * @param name of the workspace
     * @param wrong whether the passphrase that was given before did not open it
     * @param given takes the passphrase and clears it
     */
    public PassphrasePage(Texts texts, String name, boolean wrong, Consumer<Passphrase> given, Runnable cancel) {
        Label brand = new Label();
        brand.getStyleClass().add("opening-brand");
        brand.textProperty().bind(texts.bind("ui.brand"));
        Label heading = label("passphrase-heading");
        heading.textProperty().bind(texts.bind("ui.passphrase.heading", name));
        field.setId("passphrase-field");
        field.promptTextProperty().bind(texts.bind("ui.passphrase.field"));
        field.accessibleTextProperty().bind(field.promptTextProperty());
        field.setOnAction(e -> give(given));
        Label complaint = label("passphrase-wrong");
        complaint.getStyleClass().add("complaint");
        complaint.textProperty().bind(texts.bind("ui.passphrase.wrong"));
        complaint.setVisible(wrong);
        complaint.setManaged(wrong);
        Button open = new Button();
        open.setId("passphrase-open");
        open.textProperty().bind(texts.bind("ui.passphrase.open"));
        open.accessibleTextProperty().bind(open.textProperty());
        open.disableProperty().bind(Bindings.isEmpty(field.textProperty()));
        open.setOnAction(e -> give(given));
        Button leave = new Button();
        leave.setId("passphrase-cancel");
        leave.textProperty().bind(texts.bind("ui.passphrase.cancel"));
        leave.accessibleTextProperty().bind(leave.textProperty());
        leave.setCancelButton(true);
        leave.setOnAction(e -> cancel.run());
        root.getChildren().addAll(brand, heading, field, complaint, new HBox(8, open, leave));
        root.setId("passphrase");
        root.getStyleClass().add("opening");
        root.setAlignment(Pos.CENTER_LEFT);
        root.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        return label;
    }

    public Region root() {
        return root;
    }

    /** Lets the typing begin, once the page is on screen. */
    public void focus() {
        field.requestFocus();
    }

    /** Takes the characters one by one: a text made of them could not be overwritten. */
    private void give(Consumer<Passphrase> given) {
        CharSequence typed = field.getCharacters();
        if (typed.length() == 0) {
            return;
        }
        char[] characters = new char[typed.length()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = typed.charAt(i);
        }
        field.clear();
        Passphrase passphrase = Passphrase.of(characters);
        Arrays.fill(characters, '\0');
        given.accept(passphrase);
    }
}
