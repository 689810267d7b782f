package org.ecart.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.ecart.files.Definitions;
import org.ecart.model.EcartException;
import org.ecart.model.Study;

/** The studies of a workspace: one readable file each, replaced as a whole, so that a kill never leaves half of one. */
public final class StudyFiles {
    private static final String ENDING = ".json";

    private final Path folder;

    /** @param workspace the folder of the workspace */
    public StudyFiles(Path workspace) {
        this.folder = workspace.resolve("studies");
    }

    /** The ids of the studies that are kept, sorted. */
    public List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw EcartException.data("study.files", folder);
        }
    }

    /** Reads a study; a file that is no study is told with the place of the fault. */
    public Study load(String id) {
        return Definitions.file(folder.resolve(id + ENDING), Definitions::study);
    }

    /** Writes a study in the place of what was there. */
    public void save(Study study) {
        Path file = folder.resolve(study.id() + ENDING);
        Path draft = folder.resolve(study.id() + ENDING + ".part");
        try {
            Files.createDirectories(folder);
            Files.write(draft, Definitions.text(study).getBytes(StandardCharsets.UTF_8));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw EcartException.data("study.files", folder);
        }
    }
}
