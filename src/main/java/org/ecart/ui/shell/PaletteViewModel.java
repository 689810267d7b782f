package org.ecart.ui.shell;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ecart.ui.action.Action;
import org.ecart.ui.action.Actions;
import org.ecart.ui.text.Texts;
import org.ecart.ui.text.Words;

/** The command palette: type some of the words, go up and down, perform. */
public final class PaletteViewModel {
    private final Actions actions;
    private final Texts texts;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Action> matches = FXCollections.observableArrayList();
    private final IntegerProperty selected = new SimpleIntegerProperty();

    PaletteViewModel(Actions actions, Texts texts) {
        this.actions = actions;
        this.texts = texts;
        query.addListener((o, before, now) -> search());
        open.addListener((o, before, now) -> {
            query.set("");
            search();
        });
        texts.languageProperty().addListener((o, before, now) -> search());
    }

    public BooleanProperty openProperty() {
        return open;
    }

    public StringProperty queryProperty() {
        return query;
    }

    /** The actions whose names, or else ids, have all the words that were typed. */
    public ObservableList<Action> matches() {
        return matches;
    }

    /** The place of the selected one among the matches. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Goes up (-1) or down (1), round at the ends. */
    public void move(int by) {
        if (!matches.isEmpty()) {
            selected.set(Math.floorMod(selected.get() + by, matches.size()));
        }
    }

    /** Closes the palette and does what is selected; what cannot be done now leaves it open. */
    public void perform() {
        Optional<Action> chosen =
                selected.get() < matches.size() ? Optional.of(matches.get(selected.get())) : Optional.<Action>empty();
        chosen.filter(a -> !a.disabled().get()).ifPresent(action -> {
            open.set(false);
            action.perform();
        });
    }

    private void search() {
        matches.setAll(actions.all().stream()
                .filter(a -> Words.allIn(query.get(), texts.get(a.key()) + " " + a.id()))
                .toList());
        selected.set(0);
    }
}
