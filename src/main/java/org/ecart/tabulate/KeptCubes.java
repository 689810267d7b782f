package org.ecart.tabulate;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ecart.model.Progress;
import org.ecart.model.Query;

/**
 * Answers again what was asked lately, in whatever order the dimensions are now, without counting: so rows and columns change
 * places at no cost. What is kept is forgotten when the data change, and the longest unused first when there is too much.
 */
public final class KeptCubes implements Tabulator {
    private final Tabulator tabulator;
    private final Supplier<?> data;
    private final long most;
    /** The longest unused first. */
    private final Map<Query, Cube> kept = new LinkedHashMap<>(16, 0.75f, true);

    private Optional<Object> of = Optional.empty();
    private long cells;

    /**
     * @param tabulator that counts
     * @param data what answers hang on besides the question, such as the versions of the partitions: equal as long as the
     *     answers are
     * @param most cells that are kept; a cube without any counts as one
     */
    public KeptCubes(Tabulator tabulator, Supplier<?> data, long most) {
        this.tabulator = tabulator;
        this.data = data;
        this.most = most;
    }

    @Override
    public Cube tabulate(Query query, Progress progress) {
        Object before = data.get();
        Query question = sorted(query);
        Optional<Cube> known = find(question, before);
        if (known.isPresent()) {
            return known.get().crossedAs(query.dimensions());
        }
        Cube cube = tabulator.tabulate(query, progress);
        // What an import came in between is of neither the old nor the new data.
        if (data.get().equals(before)) {
            keep(question, before, cube);
        }
        return cube;
    }

    /** The same question whatever the order of its dimensions. */
    private static Query sorted(Query query) {
        List<String> dimensions = query.dimensions().stream().sorted().toList();
        return new Query(query.source(), query.derivations(), dimensions, query.universe(), query.amount());
    }

    private synchronized Optional<Cube> find(Query question, Object now) {
        if (!of.filter(now::equals).isPresent()) {
            kept.clear();
            cells = 0;
            of = Optional.of(now);
        }
        return Optional.ofNullable(kept.get(question));
    }

    private synchronized void keep(Query question, Object now, Cube cube) {
        if (!of.filter(now::equals).isPresent()) {
            return;
        }
        Optional<Cube> before = Optional.ofNullable(kept.put(question, cube));
        cells += size(cube) - before.map(KeptCubes::size).orElse(0L);
        for (Iterator<Cube> oldest = kept.values().iterator(); cells > most; oldest.remove()) {
            cells -= size(oldest.next());
        }
    }

    private static long size(Cube cube) {
        return Math.max(1, cube.size());
    }
}
