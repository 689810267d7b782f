package org.ecart.ui.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ecart.model.EcartException;

/** What somebody points at when he means files to import: files, or folders with files. */
final class Delivery {
    private static final List<String> ENDINGS = List.of(".csv", ".txt", ".tsv");

    private Delivery() {}

    /**
     * The files meant, each folder replaced by the delimited files directly in it, by name.
     *
     * @throws EcartException data, when a folder has none or cannot be read
     */
    static List<Path> files(List<Path> pointedAt) {
        List<Path> files = new ArrayList<>();
        for (Path each : pointedAt) {
            if (Files.isDirectory(each)) {
                files.addAll(inside(each));
            } else {
                files.add(each);
            }
        }
        return files;
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(f -> ENDINGS.stream()
                            .anyMatch(e -> f.toString().toLowerCase(Locale.ROOT).endsWith(e)))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw EcartException.data("ui.data.fault.folder", folder);
            }
            return files;
        } catch (IOException unreadable) {
            throw EcartException.data("intake.unreadable", folder);
        }
    }
}
