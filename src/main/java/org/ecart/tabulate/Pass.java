package org.ecart.tabulate;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.ecart.model.Progress;

/**
 * The way through all chunks of a frame. Each thread adds to a part of its own and takes the next chunk when it is free;
 * parts are sums of whole numbers, so that it does not matter who took which.
 */
record Pass(int chunks, int threads, Progress progress) {
    /** What one thread has found. */
    interface Part<P> {
        void add(int chunk);

        /** Both together; either of them may be changed and used no more. */
        P plus(P other);
    }

    <P extends Part<P>> P run(Supplier<P> fresh) {
        AtomicInteger next = new AtomicInteger();
        return IntStream.range(0, Math.max(1, Math.min(threads, chunks)))
                .parallel()
                .mapToObj(thread -> {
                    P part = fresh.get();
                    for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                        progress.report("tabulate.count", (double) chunk / chunks);
                        part.add(chunk);
                    }
                    return part;
                })
                .reduce(Part::plus)
                .orElseThrow();
    }
}
