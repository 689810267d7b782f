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
    private static final List<String> PACKED = List.of(".gz", ".zip");
    private static final List<String> PLAIN = List.of(".csv", ".txt", ".tsv");

    private Delivery() {}

    /**
     * The files meant, each folder replaced by the delimited and packed files directly in it, by name.
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

    /** Whether a file is packed, by its name: its size then says nothing of its rows. */
    static boolean packed(Path file) {
        return endsWith(file, PACKED);
    }

    private static boolean endsWith(Path file, List<String> endings) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(f -> endsWith(f, PLAIN) || packed(f))
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
