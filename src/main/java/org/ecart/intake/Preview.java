package org.ecart.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ecart.intake.delivery.Delivery;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.EcartException;

/**
 * The beginning of a delivered file and how it is written, for somebody to look at before it is taken in. The rows are
 * persons' values: they are for the screen and for nothing else.
 *
 * @param bytes the size of the file
 * @param bytesPerRow about how long a row is, 1 or more
 * @param rows the first rows
 */
public record Preview(
        Path file, long bytes, double bytesPerRow, Dialect dialect, List<String> header, List<List<String>> rows) {
    /** The rows that are shown. */
    public static final int ROWS = 20;

    public Preview {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * Looks at a file.
     *
     * @param said what is known of how it is written; the rest is found out from its beginning, middle and end
     * @throws EcartException when there is no such file, it is empty, no text, or its header cannot be read
     */
    public static Preview of(Path file, Dialect.Said said) {
        try (Delivery delivery = new Delivery(file, said)) {
            List<List<String>> rows = new ArrayList<>();
            delivery.forEachRow(ROWS, fields -> rows.add(List.copyOf(fields)));
            return new Preview(
                    file, delivery.size(), delivery.bytesPerRow(), delivery.dialect(), delivery.header(), rows);
        }
    }
}
