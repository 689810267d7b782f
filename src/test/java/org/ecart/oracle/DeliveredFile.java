package org.ecart.oracle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A delivered file before it is written.
 *
 * @param header ids of variables, which are its column names too
 */
record DeliveredFile(String extract, List<String> header, List<List<String>> rows) {
    void write(Path path, char delimiter) throws IOException {
        StringBuilder text = new StringBuilder(line(header, delimiter));
        rows.forEach(row -> text.append(line(row, delimiter)));
        Files.writeString(path, text, StandardCharsets.UTF_8);
    }

    private static String line(List<String> fields, char delimiter) {
        return fields.stream()
                        .map(f -> f.matches("[\\w.-]*") ? f : '"' + f.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(String.valueOf(delimiter)))
                + "\n";
    }
}
