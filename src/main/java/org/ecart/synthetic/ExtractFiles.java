package org.ecart.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.model.EcartException;

/**
 * The files of one run. They are written beside their final names and take these at the end, all or none; closed
 * before {@link #publish()}, they are gone.
 */
final class ExtractFiles implements AutoCloseable {
    private static final String UNFINISHED = ".part";

    private final Path directory;
    private final boolean directoryMade;
    private final List<Path> targets = new ArrayList<>();
    private final List<CsvFile> files = new ArrayList<>();
    private boolean published;

    ExtractFiles(Path directory) throws IOException {
        Optional<Path> there = Optional.of(directory.toAbsolutePath());
        while (there.isPresent() && !Files.exists(there.get())) {
            there = Optional.ofNullable(there.get().getParent());
        }
        if (there.isPresent() && !Files.isDirectory(there.get())) {
            throw EcartException.usage("synthetic.not_a_directory", directory);
        }
        this.directory = directory;
        this.directoryMade = !Files.exists(directory);
        Files.createDirectories(directory);
    }

    CsvFile create(String name, String header) throws IOException {
        Path target = directory.resolve(name);
        if (Files.exists(target)) {
            throw EcartException.usage("synthetic.file_exists", target);
        }
        targets.add(target);
        CsvFile file = new CsvFile(Files.newOutputStream(unfinished(target)), header);
        files.add(file);
        return file;
    }

    void publish() throws IOException {
        closeAll();
        List<Path> moved = new ArrayList<>();
        try {
            for (Path target : targets) {
                Files.move(unfinished(target), target);
                moved.add(target);
            }
            published = true;
        } finally {
            if (!published) {
                delete(moved);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (published) {
            return;
        }
        try {
            closeAll();
        } finally {
            delete(targets.stream().map(ExtractFiles::unfinished).toList());
            if (directoryMade) {
                Files.deleteIfExists(directory);
            }
        }
    }

    private void closeAll() throws IOException {
        while (!files.isEmpty()) {
            files.remove(files.size() - 1).close();
        }
    }

    private static void delete(List<Path> paths) throws IOException {
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }

    private static Path unfinished(Path target) {
        return target.resolveSibling(target.getFileName() + UNFINISHED);
    }
}
