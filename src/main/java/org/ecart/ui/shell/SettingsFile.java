package org.ecart.ui.shell;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.ecart.model.EcartException;
import org.ecart.model.Language;

/** The settings as a small text file. Nothing depends on it: what cannot be read is as if it had never been written. */
public final class SettingsFile {
    private static final double SMALLEST = 400;
    private static final double LARGEST = 20_000;

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    public Settings load() {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(reader);
        } catch (IOException | IllegalArgumentException nothingKept) {
            return Settings.FIRST;
        }
        return new Settings(
                size(kept, "width", Settings.FIRST.width()),
                size(kept, "height", Settings.FIRST.height()),
                flag(kept, "maximized"),
                flag(kept, "dark"),
                Arrays.stream(Language.values())
                        .filter(l -> l.code().equals(kept.getProperty("language")))
                        .findFirst(),
                Optional.ofNullable(kept.getProperty("workspace"))
                        .filter(p -> !p.isBlank())
                        .map(Path::of));
    }

    /** @throws EcartException data, when it cannot be written */
    public void save(Settings settings) {
        List<String> lines = List.of(
                "width=" + Math.round(settings.width()),
                "height=" + Math.round(settings.height()),
                "maximized=" + settings.maximized(),
                "dark=" + settings.dark(),
                "language=" + settings.language().map(Language::code).orElse(""),
                "workspace=" + settings.workspace().map(SettingsFile::escaped).orElse(""));
        try {
            Files.createDirectories(
                    Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file));
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw EcartException.data("ui.settings.unwritable", file);
        }
    }

    private static String escaped(Path path) {
        return path.toString().replace("\\", "\\\\");
    }

    private static boolean flag(Properties kept, String key) {
        return "true".equals(kept.getProperty(key));
    }

    private static double size(Properties kept, String key, double usual) {
        try {
            double size = Double.parseDouble(kept.getProperty(key, ""));
            return size >= SMALLEST && size <= LARGEST ? size : usual;
        } catch (NumberFormatException noNumber) {
            return usual;
        }
    }
}
