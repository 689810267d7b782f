package org.ecart.ui.data;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.ecart.ui.action.Action;
import org.ecart.ui.action.Actions;

/**
 * What can be done with the list of extracts.
 *
 * @param start begins an import
 * @param report shows the report of the chosen line
 * @param remove asks whether to remove the chosen line
 */
record ExtractActions(Action start, Action report, Action remove) {
    /** Adds the actions of the list. */
    static ExtractActions of(DataViewModel model, Actions actions, Action start) {
        BooleanBinding elsewhere = Bindings.createBooleanBinding(
                () -> model.importProperty().get().isPresent()
                        || model.keptProperty().get().isPresent(),
                model.importProperty(),
                model.keptProperty());
        Action report = actions.add(
                "data.report",
                Optional.empty(),
                elsewhere.or(Bindings.createBooleanBinding(
                        () -> model.selectedProperty().get().isEmpty(), model.selectedProperty())),
                model::openReport);
        Action remove = actions.add(
                "data.remove",
                Optional.empty(),
                elsewhere.or(Bindings.createBooleanBinding(() -> !model.removable(), model.selectedProperty())),
                model::askRemoval);
        actions.add("data.log", Optional.empty(), elsewhere, () -> model.logShownProperty()
                .set(!model.logShownProperty().get()));
        return new ExtractActions(start, report, remove);
    }
}
