package org.ecart.ui.explore;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;

/** What shows a figure. There are only as many as are in view; each is given another figure when the grid moves. */
final class GridCell extends Label {
    private static final PseudoClass UNSAFE = PseudoClass.getPseudoClass("unsafe");
    private static final PseudoClass WITH_IT = PseudoClass.getPseudoClass("with-it");
    private static final PseudoClass COMPARED = PseudoClass.getPseudoClass("compared");
    private static final PseudoClass TAKES_PART = PseudoClass.getPseudoClass("takes-part");
    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass IN_HAND = PseudoClass.getPseudoClass("in-hand");

    private final MarkSign sign = new MarkSign();
    private GridModel.Look look = GridModel.Look.PLAIN;
    private int row = -1;
    private int column = -1;

    GridCell() {
        getStyleClass().add("ecart-cell");
        setAccessibleRole(AccessibleRole.TABLE_CELL);
        setManaged(false);
        setGraphic(sign);
        setContentDisplay(ContentDisplay.TEXT_ONLY);
    }

    /** Its place among the lines of the grid. */
    int row() {
        return row;
    }

    /** Its place among the columns of figures. */
    int column() {
        return column;
    }

    GridModel.Look look() {
        return look;
    }

    /** Shows nothing until it is given a figure. */
    void forget() {
        row = -1;
        column = -1;
    }

    /** @param spoken what a screen reader says */
    void show(int atRow, int atColumn, GridModel.Cell cell, String spoken) {
        row = atRow;
        column = atColumn;
        look = cell.look();
        setText(cell.text());
        setAccessibleText(spoken);
        sign.show(look);
        setContentDisplay(GridModel.Look.CONFIDENTIAL.contains(look) ? ContentDisplay.LEFT : ContentDisplay.TEXT_ONLY);
        pseudoClassStateChanged(UNSAFE, look == GridModel.Look.PRIMARY);
        pseudoClassStateChanged(WITH_IT, look == GridModel.Look.SECONDARY);
        pseudoClassStateChanged(COMPARED, look == GridModel.Look.DERIVED);
        pseudoClassStateChanged(ABSENT, look == GridModel.Look.ABSENT);
    }

    /**
     * Marks it.
     *
     * @param inHand whether the keyboard is at it
     * @param takesPart whether a cell that is asked about could be computed with it
     */
    void mark(boolean selected, boolean inHand, boolean takesPart) {
        pseudoClassStateChanged(TAKES_PART, takesPart);
        pseudoClassStateChanged(SELECTED, selected);
        pseudoClassStateChanged(IN_HAND, inHand);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ROW_INDEX -> row;
            case COLUMN_INDEX -> column;
            case SELECTED -> getPseudoClassStates().contains(SELECTED);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
