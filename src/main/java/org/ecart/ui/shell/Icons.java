package org.ecart.ui.shell;

import javafx.scene.shape.SVGPath;

/** The few drawings of the shell: thin lines on a field of 20 by 20. */
enum Icons {
    DATA("M3 5 C3 2.5 17 2.5 17 5 C17 7.5 3 7.5 3 5 Z M3 5 V15 C3 17.5 17 17.5 17 15 V5 M3 10 C3 12.5 17 12.5 17 10"),
    VARIABLES("M14.5 4 C14 2 11 2 10.5 5 L8.5 15 C8 18 5 18 4.5 16 M6 8.5 H13.5"),
    EXPLORE("M3 3 H17 V17 H3 Z M3 7.7 H17 M3 12.3 H17 M7.7 3 V17 M12.3 3 V17"),
    RELEASE("M5 2.5 H12 L15.5 6 V17.5 H5 Z M12 2.5 V6 H15.5 M8 10 H12.5 M8 13 H12.5"),
    UNDO("M7 4 L3 8 L7 12 M3 8 H12 C18 8 18 16 12 16 H9"),
    REDO("M13 4 L17 8 L13 12 M17 8 H8 C2 8 2 16 8 16 H11"),
    SEARCH("M8.5 3 A5.5 5.5 0 1 0 8.5 14 A5.5 5.5 0 1 0 8.5 3 M12.5 12.5 L17 17"),
    THEME("M15.5 12.5 A7 7 0 1 1 7.5 3.5 A6 6 0 0 0 15.5 12.5 Z");

    private final String path;

    Icons(String path) {
        this.path = path;
    }

    /** A drawing of it; colour and line come from the stylesheet. */
    SVGPath draw() {
        SVGPath drawing = new SVGPath();
        drawing.setContent(path);
        drawing.getStyleClass().add("icon");
        return drawing;
    }
}
