package org.ecart.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.ecart.model.EcartException;

/** A file with counts that are not protected: it is only written inside a folder called {@code internal}. */
final class InternalFile {
    private static final Path INTERNAL = Path.of("internal");

    private final Path file;

    /** @throws EcartException usage, when the file would lie outside such a folder */
    InternalFile(Path file) {
        Path normal = file.toAbsolutePath().normalize();
        if (!inside(normal) || !inside(real(normal))) {
            throw EcartException.usage("batch.derive.outside", file);
        }
        this.file = normal;
    }

    /** Writes it where there was none. */
    void write(String text) {
        NewFiles.write(Map.of(file, text));
    }

    private static boolean inside(Path file) {
        return Optional.ofNullable(file.getParent())
                .filter(folder ->
                        StreamSupport.stream(folder.spliterator(), false).anyMatch(INTERNAL::equals))
                .isPresent();
    }

    /** Where a link leads, as far as the way to the file is there already. */
    private static Path real(Path file) {
        Optional<Path> there = Optional.ofNullable(file.getParent());
        while (there.isPresent() && !Files.exists(there.get())) {
            there = Optional.ofNullable(there.get().getParent());
        }
        try {
            return there.isPresent()
                    ? there.get().toRealPath().resolve(there.get().relativize(file))
                    : file;
        } catch (IOException unreadable) {
            throw EcartException.usage("batch.out.unwritable", file);
        }
    }
}
