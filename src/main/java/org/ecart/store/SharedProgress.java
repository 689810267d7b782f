package org.ecart.store;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ecart.model.Progress;

/** Joins the progress of several files, one after the other, to one, each with the share of its bytes. */
final class SharedProgress {
    private final long[] sizes;
    private final long total;
    private final Progress whole;
    private int next;
    private long before;

    private SharedProgress(long[] sizes, Progress whole) {
        this.sizes = sizes;
        this.total = Math.max(1, Arrays.stream(sizes).sum());
        this.whole = whole;
    }

    /** A file that is not there counts for nothing; it is refused when its turn comes. */
    static SharedProgress of(List<Workspace.Source> sources, Progress whole) {
        return new SharedProgress(
                sources.stream()
                        .map(Workspace.Source::file)
                        .map(Path::toFile)
                        .mapToLong(File::length)
                        .toArray(),
                whole);
    }

    /** The progress of the next file. */
    Progress next() {
        long size = sizes[next++];
        long start = before;
        before += size;
        return (step, fraction) -> whole.report(step, fraction < 0 ? -1 : (start + fraction * size) / total);
    }
}
