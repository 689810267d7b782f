package org.ecart.batch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecart.model.EcartException;

/** Text files that a command writes where there were none: all of them or none. */
final class NewFiles {
    private NewFiles() {}

    /**
     * Writes files in UTF-8 and makes the folders that they need.
     *
     * @throws EcartException usage, when one is there already or cannot be written; then none is left
     */
    static void write(Map<Path, String> files) {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Path path = file.getKey();
            try {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.createFile(path);
                written.add(path);
                Files.writeString(path, file.getValue(), StandardOpenOption.TRUNCATE_EXISTING);
            } catch (FileAlreadyExistsException there) {
                remove(written);
                boolean inTheWay = !path.toString().equals(there.getFile());
                throw EcartException.usage(inTheWay ? "batch.out.unwritable" : "batch.out.there", path);
            } catch (IOException unwritable) {
                remove(written);
                throw EcartException.usage("batch.out.unwritable", path);
            }
        }
    }

    private static void remove(List<Path> files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stays) {
                throw EcartException.usage("batch.out.unwritable", file);
            }
        }
    }
}
