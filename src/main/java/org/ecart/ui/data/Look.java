package org.ecart.ui.data;

import java.nio.file.Path;
import org.ecart.intake.Preview;
import org.ecart.intake.delivery.Dialect;

/**
 * A file as it was looked at.
 *
 * @param preview its beginning, read as is said
 * @param found how it seemed to be written before anything was said
 * @param said what the analyst says of how it is written; the rest is found out
 */
record Look(Preview preview, Dialect found, Dialect.Said said) {
    /** Looks at a file of which nothing is said. */
    static Look at(Path file) {
        Preview preview = Preview.of(file, Dialect.Said.NOTHING);
        return new Look(preview, preview.dialect(), Dialect.Said.NOTHING);
    }

    /** Looks at it again, with something else said. */
    Look as(Dialect.Said now) {
        return new Look(Preview.of(preview.file(), now), found, now);
    }

    /** What would be found where nothing is said; one thing may hang on another that is said. */
    Dialect seeming() {
        Dialect read = preview.dialect();
        return new Dialect(
                said.delimiter().isPresent() ? found.delimiter() : read.delimiter(),
                said.encoding().isPresent() ? found.encoding() : read.encoding(),
                said.decimalSign().isPresent() ? found.decimalSign() : read.decimalSign());
    }
}
