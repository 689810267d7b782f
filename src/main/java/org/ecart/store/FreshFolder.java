package org.ecart.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of a workspace that was made only now, so that it can be taken away again.
 *
 * @param made the uppermost folder that was not there before
 * @param keyMade whether the key file was not there before
 */
record FreshFolder(Path folder, Optional<Path> made, boolean keyMade) {
    /** The uppermost folder on the way that is not there yet. */
    static Optional<Path> uppermostMissing(Path folder) {
        Optional<Path> missing = Optional.empty();
        Optional<Path> next = Optional.of(folder.toAbsolutePath());
        while (next.isPresent() && !Files.exists(next.get())) {
            missing = next;
            next = Optional.ofNullable(next.get().getParent());
        }
        return missing;
    }

    /** Deletes the workspace with its folders. */
    void takeAway() {
        try {
            Files.deleteIfExists(folder.resolve(Workspace.FILE));
            if (keyMade) {
                Files.deleteIfExists(folder.resolve(KeyFile.NAME));
            }
            Path upwards = folder.toAbsolutePath();
            while (made.isPresent() && upwards.startsWith(made.get())) {
                Files.deleteIfExists(upwards);
                upwards = Optional.ofNullable(upwards.getParent()).orElseThrow();
            }
        } catch (IOException stillThere) {
            throw new UncheckedIOException(stillThere);
        }
    }
}
