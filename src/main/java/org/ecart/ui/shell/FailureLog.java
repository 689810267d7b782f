package org.ecart.ui.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;

/** Where defects are written down with their traces, each once. */
public final class FailureLog {
    private final Path file;
    private final Set<Throwable> written = Collections.newSetFromMap(new WeakHashMap<>());

    public FailureLog(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** Writes a defect; one that was written before is not written again. */
    public synchronized void write(Throwable defect) {
        if (!written.add(defect)) {
            return;
        }
        StringWriter trace = new StringWriter();
        defect.printStackTrace(new PrintWriter(trace));
        String entry = Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n" + trace + "\n";
        try {
            Files.createDirectories(
                    Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file));
            Files.writeString(
                    file, entry, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException noLog) {
            // Nothing is left to tell it to; the notice on screen still says that something went wrong.
        }
    }
}
