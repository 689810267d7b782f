package org.ecart.frame;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How rows are cut: every chunk but the last holds {@link #SIZE} rows. */
public final class Chunks {
    /** Rows in a full chunk. */
    public static final int SIZE = 65_536;

    private Chunks() {}

    /** The number of chunks that hold {@code rows} rows. */
    public static int count(int rows) {
        return (int) (((long) rows + SIZE - 1) / SIZE);
    }

    /** The number of rows in chunk {@code chunk} of a column of {@code rows} rows. */
    public static int length(int chunk, int rows) {
        return Math.min(SIZE, rows - chunk * SIZE);
    }

    /**
     * Makes something of each chunk, in the order of chunks. Whoever is free takes the next one; what comes out does not
     * depend on how many there are.
     *
     * @param threads that work at the same time, at most
     */
    public static <T> List<T> map(int chunks, int threads, IntFunction<T> work) {
        AtomicInteger next = new AtomicInteger();
        Map<Integer, T> made = new ConcurrentSkipListMap<>();
        IntStream.range(0, Math.min(threads, chunks)).parallel().forEach(thread -> {
            for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                made.put(chunk, work.apply(chunk));
            }
        });
        return List.copyOf(made.values());
    }
}
