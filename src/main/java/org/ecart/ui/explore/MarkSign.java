package org.ecart.ui.explore;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** The sign of a confidential cell, told apart by its form: filled, hollow or a triangle. For the screen only. */
final class MarkSign extends Region {
    private static final PseudoClass UNSAFE = PseudoClass.getPseudoClass("unsafe");
    private static final PseudoClass WITH_IT = PseudoClass.getPseudoClass("with-it");
    private static final PseudoClass COMPARED = PseudoClass.getPseudoClass("compared");

    MarkSign() {
        getStyleClass().add("ecart-mark");
        setMouseTransparent(true);
    }

    void show(GridModel.Look look) {
        pseudoClassStateChanged(UNSAFE, look == GridModel.Look.PRIMARY);
        pseudoClassStateChanged(WITH_IT, look == GridModel.Look.SECONDARY);
        pseudoClassStateChanged(COMPARED, look == GridModel.Look.DERIVED);
    }
}
