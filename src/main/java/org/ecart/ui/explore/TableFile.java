package org.ecart.ui.explore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ecart.chart.Charts;
import org.ecart.export.CsvWriter;
import org.ecart.export.XlsxWriter;
import org.ecart.i18n.Messages;
import org.ecart.model.ChartSpec;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.protect.ReleasableTable;

/** The kinds of file that a protected table can be kept in. */
enum TableFile {
    CSV,
    XLSX,
    PNG,
    SVG;

    /** The ending of its name, without the dot. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Writes the table, or its chart, in the place of what was there. */
    void write(ReleasableTable table, ChartSpec chart, Language language, Messages messages, Path file) {
        try {
            Files.write(file, bytes(table, chart, language, messages));
        } catch (IOException unwritable) {
            throw EcartException.data("ui.explore.export.unwritable", file);
        }
    }

    private byte[] bytes(ReleasableTable table, ChartSpec chart, Language language, Messages messages)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (this) {
            case CSV -> CsvWriter.write(table, false, out);
            case XLSX -> XlsxWriter.write(table, language, messages, out);
            case PNG -> out.writeBytes(new Charts(messages).png(chart, table, language));
            case SVG -> out.writeBytes(new Charts(messages).svg(chart, table, language));
        }
        return out.toByteArray();
    }
}
