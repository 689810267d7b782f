package org.ecart.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/** Asks for files; a test answers without a window of the system. */
public interface FileDialogs {
    /** Delimited files to import, packed or not; empty when the user thinks better of it. */
    List<Path> delivered(Window owner);

    /** A definition file to read. */
    Optional<Path> definition(Window owner);

    /** Where to write a definition file. */
    Optional<Path> target(Window owner, String proposed);

    /** Where to write a report. */
    Optional<Path> report(Window owner, String proposed);
}
