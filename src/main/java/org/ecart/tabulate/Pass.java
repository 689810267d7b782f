package org.ecart.tabulate;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.ecart.frame.Chunks;
import org.ecart.model.Progress;

/**
 * The way through all rows of a frame. Each thread adds to a part of its own and takes the next chunk when it is free;
 * parts are sums of whole numbers, so that it does not matter who took which.
 */
record Pass(int rows, int threads, Progress progress) {
    /** What one thread has found. */
    interface Part<P> {
        void add(Rows rows);

        /** Both together; either of them may be changed and used no more. */
        P plus(P other);
    }

    <P extends Part<P>> P run(Supplier<P> fresh) {
        int chunks = Chunks.count(rows);
        AtomicInteger next = new AtomicInteger();
        return IntStream.range(0, Math.max(1, Math.min(threads, chunks)))
                .parallel()
                .mapToObj(thread -> {
                    P part = fresh.get();
                    for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                        progress.report("tabulate.count", (double) chunk / chunks);
                        add(chunk, part);
                    }
                    return part;
                })
                .reduce(Part::plus)
                .orElseThrow();
    }

    private void add(int chunk, Part<?> part) {
        int length = Chunks.length(chunk, rows);
        for (int from = 0; from < length; from += Rows.MOST) {
            part.add(new Rows(chunk, from, Math.min(Rows.MOST, length - from)));
        }
    }
}
