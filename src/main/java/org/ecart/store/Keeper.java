package org.ecart.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.DerivedKey;
import org.ecart.model.EcartException;

/**
 * Writes derived columns on a thread of its own, so that no table waits for it. It keeps only what can be kept without
 * harm: nothing while an import is at work, nothing on a disk that is nearly full, and no more at a time than a while of
 * writing. A failure means that a column is not kept.
 */
final class Keeper {
    /** Columns that wait to be written may take so many bytes; what comes then is left out. */
    private static final long MOST_WAITING = 128L << 20;

    /** H2 closes a database that it could not write to: so much has to be free, besides what is written. */
    private static final long FREE = 256L << 20;

    private static final long LONGEST_WAIT_SECONDS = 30;

    private final Database database;
    private final KeptColumns kept;
    private final Path file;
    private final Lock changing;
    private final AtomicLong waiting = new AtomicLong();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(job -> {
        Thread made = new Thread(job, "keeper");
        made.setDaemon(true);
        return made;
    });

    /** @param changing held by who changes what the workspace holds */
    Keeper(Database database, KeptColumns kept, Path file, Lock changing) {
        this.database = database;
        this.kept = kept;
        this.file = file;
        this.changing = changing;
    }

    void keep(DerivedKey key, List<CodeSegment> column) {
        long bytes = KeptColumns.bytes(column);
        if (waiting.addAndGet(bytes) > MOST_WAITING) {
            waiting.addAndGet(-bytes);
            return;
        }
        submit(bytes, () -> kept.write(key, column));
    }

    void touch(DerivedKey key) {
        submit(0, () -> kept.touch(key));
    }

    private void submit(long bytes, Runnable change) {
        try {
            thread.execute(() -> {
                if (hasRoom(bytes)) {
                    alone(change);
                }
                waiting.addAndGet(-bytes);
            });
        } catch (RejectedExecutionException closed) {
            waiting.addAndGet(-bytes);
        }
    }

    /** An import must not wait for long, nor find its rows committed by somebody else. */
    private void alone(Runnable change) {
        if (!changing.tryLock()) {
            return;
        }
        try {
            change.run();
            database.commit();
        } catch (EcartException | IllegalStateException notKept) {
            rollback();
        } finally {
            changing.unlock();
        }
    }

    private void rollback() {
        try {
            database.rollback();
        } catch (EcartException | IllegalStateException outOfReach) {
            // Then nothing of it was written either.
            return;
        }
    }

    private boolean hasRoom(long bytes) {
        try {
            return Files.isWritable(file) && Files.getFileStore(file).getUsableSpace() > FREE + 4 * bytes;
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Waits for what was begun, and takes no more. */
    void finish() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
