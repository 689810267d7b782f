package org.ecart.ui.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ecart.model.EcartException;
import org.ecart.store.ReportJson;

/** Texts that the analyst keeps in files of his own. */
final class SavedText {
    private SavedText() {}

    /** @throws EcartException data, when the file cannot be written */
    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw EcartException.data("ui.data.fault.unwritable", file);
        }
    }

    /** Writes reports as {@code ecart import --report} does. */
    static Path reports(Path file, List<FileReport> reports) {
        return write(
                file, ReportJson.text(reports.stream().map(FileReport::report).toList()));
    }
}
