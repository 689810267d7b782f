package org.ecart.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import org.ecart.model.Language;

/**
 * What the workbench remembers of the last time.
 *
 * @param width of the window, in pixels
 * @param language of the interface; none = the system's
 * @param workspace the last one; none = the sample
 */
public record Settings(
        double width,
        double height,
        boolean maximized,
        boolean dark,
        Optional<Language> language,
        Optional<Path> workspace) {
    /** Before there is anything to remember. */
    public static final Settings FIRST = new Settings(1280, 720, false, false, Optional.empty(), Optional.empty());

    public Settings withWindow(double newWidth, double newHeight, boolean nowMaximized) {
        return new Settings(newWidth, newHeight, nowMaximized, dark, language, workspace);
    }

    public Settings withLook(boolean nowDark, Language chosen) {
        return new Settings(width, height, maximized, nowDark, Optional.of(chosen), workspace);
    }

    public Settings withWorkspace(Optional<Path> last) {
        return new Settings(width, height, maximized, dark, language, last);
    }
}
