package org.ecart.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Columns already read, under a budget of bytes; the one not used for longest goes first.
 *
 * @param <T> what a column is
 */
final class ColumnCache<T> {
    /** What a column is known by. */
    record Key(int population, int partition, String variable) {}

    private final long budget;
    private final ToLongFunction<T> bytes;
    private final Map<Key, T> columns = new LinkedHashMap<>(16, 0.75f, true);
    private long used;

    ColumnCache(long budget, ToLongFunction<T> bytes) {
        this.budget = budget;
        this.bytes = bytes;
    }

    T get(Key key, Supplier<T> load) {
        T known = columns.get(key);
        if (known != null) {
            return known;
        }
        T loaded = load.get();
        columns.put(key, loaded);
        used += bytes.applyAsLong(loaded);
        Iterator<T> oldest = columns.values().iterator();
        while (used > budget && columns.size() > 1) {
            used -= bytes.applyAsLong(oldest.next());
            oldest.remove();
        }
        return loaded;
    }
}
