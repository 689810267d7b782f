package org.ecart.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Columns already read, under a budget of bytes; the one not used for longest goes first.
 *
 * @param <T> what a column is
 */
final class ColumnCache<T> {
    /** What a column is known by; a derived one by its hash, which no variable has for a name. */
    record Key(int population, int partition, String variable) {
        static Key derived(String hash) {
            return new Key(0, 0, "#" + hash);
        }
    }

    private final long budget;
    private final ToLongFunction<T> bytes;
    private final Map<Key, T> columns = new LinkedHashMap<>(16, 0.75f, true);
    private long used;

    ColumnCache(long budget, ToLongFunction<T> bytes) {
        this.budget = budget;
        this.bytes = bytes;
    }

    T get(Key key, Supplier<T> load) {
        return find(key).orElseGet(() -> {
            T loaded = load.get();
            put(key, loaded);
            return loaded;
        });
    }

    Optional<T> find(Key key) {
        return Optional.ofNullable(columns.get(key));
    }

    void put(Key key, T column) {
        Optional.ofNullable(columns.put(key, column)).ifPresent(old -> used -= bytes.applyAsLong(old));
        used += bytes.applyAsLong(column);
        Iterator<T> oldest = columns.values().iterator();
        while (used > budget && columns.size() > 1) {
            used -= bytes.applyAsLong(oldest.next());
            oldest.remove();
        }
    }
}
