package org.ecart.tabulate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ecart.derive.Conditions;
import org.ecart.derive.DerivedFrames;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.frame.RowMask;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.model.Query;

/** Counts in this process, over columns in the heap: chunks are shared out among threads, each with its own cells. */
public final class FrameTabulator implements Tabulator {
    /** More cells than this are refused: every thread keeps an array of them. */
    static final int LARGEST = 1 << 24;

    private final DerivedFrames frames;
    private final int threads;

    public FrameTabulator(FrameSource source, int threads) {
        this.frames = new DerivedFrames(source, threads);
        this.threads = threads;
    }

    @Override
    public Cube tabulate(Query query, Progress progress) {
        progress.report("tabulate.load", 0);
        Frame frame = frames.frame(query.source().period(), variables(query), query.derivations());
        if (!frame.unavailable().isEmpty()) {
            return Cube.unavailable(frame.unavailable());
        }
        Conditions universe = new Conditions(frame.period(), frame.rows(), frame.codes());
        universe.prepare(query.universe());
        List<CodedColumn> axes = query.dimensions().stream().map(frame::coded).toList();
        Count count = new Count(frame, query, universe, axes, cells(query, axes));
        progress.report("tabulate.count", 0);
        return count.run(progress);
    }

    private static Set<String> variables(Query query) {
        Set<String> all = new LinkedHashSet<>(query.dimensions());
        all.addAll(query.universe().variables());
        query.source().weight().ifPresent(all::add);
        return all;
    }

    private static int cells(Query query, List<CodedColumn> axes) {
        long cells = 1;
        for (CodedColumn axis : axes) {
            cells *= axis.dictionary().size();
            if (cells > LARGEST) {
                throw EcartException.usage("tabulate.large", String.join(" x ", query.dimensions()), LARGEST);
            }
        }
        return (int) cells;
    }

    /** One tabulation under way. */
    private final class Count {
        private final Frame frame;
        private final Query query;
        private final Conditions universe;
        private final List<CodedColumn> axes;
        private final int cells;
        private final Optional<AmountColumn> weight;

        Count(Frame frame, Query query, Conditions universe, List<CodedColumn> axes, int cells) {
            this.frame = frame;
            this.query = query;
            this.universe = universe;
            this.axes = axes;
            this.cells = cells;
            this.weight = query.source().weight().map(frame::amount);
        }

        Cube run(Progress progress) {
            AtomicInteger nextChunk = new AtomicInteger();
            int[][] tables = tables();
            Part whole = IntStream.range(0, threads)
                    .parallel()
                    .mapToObj(thread -> {
                        Part part = new Part(cells, scale());
                        for (int c = nextChunk.getAndIncrement(); c < frame.chunks(); c = nextChunk.getAndIncrement()) {
                            progress.report("tabulate.count", (double) c / frame.chunks());
                            add(part, tables, c);
                        }
                        return part;
                    })
                    .reduce(Part::plus)
                    .orElseGet(() -> new Part(cells, scale()));
            return new Cube(dimensions(), whole.persons, whole.weights, Set.of());
        }

        private int scale() {
            return weight.map(AmountColumn::scale).orElse(0);
        }

        /** For each axis what a code adds to the cell number. */
        private int[][] tables() {
            int[][] tables = new int[axes.size()][];
            int stride = 1;
            for (int a = axes.size() - 1; a >= 0; a--) {
                tables[a] = new int[axes.get(a).dictionary().size()];
                for (int place = 0; place < tables[a].length; place++) {
                    tables[a][place] = place * stride;
                }
                stride *= tables[a].length;
            }
            return tables;
        }

        private void add(Part part, int[][] tables, int chunk) {
            int length = Chunks.length(chunk, frame.rows());
            int[] cell = new int[length];
            for (int a = 0; a < tables.length; a++) {
                axes.get(a).segments().get(chunk).addTo(cell, tables[a]);
            }
            RowMask counted = universe.select(query.universe(), chunk);
            Optional<long[]> persons = frame.persons().map(p -> p.segments().get(chunk));
            Optional<long[]> weights = weight.map(w -> w.segments().get(chunk));
            for (int row = 0; row < length; row++) {
                if (counted.has(row)) {
                    long times = persons.isPresent() ? persons.get()[row] : 1;
                    part.persons[cell[row]] += times;
                    long weightOfOne = weights.isPresent() ? weights.get()[row] : 1;
                    if (weightOfOne != AmountColumn.UNKNOWN) {
                        part.weights.add(cell[row], weightOfOne, times);
                    }
                }
            }
        }

        private List<Cube.Dimension> dimensions() {
            return IntStream.range(0, axes.size())
                    .mapToObj(a -> new Cube.Dimension(
                            query.dimensions().get(a),
                            IntStream.range(0, axes.get(a).dictionary().size())
                                    .mapToObj(axes.get(a).dictionary()::code)
                                    .toList()))
                    .toList();
        }
    }

    /** What one thread has counted. */
    private static final class Part {
        private final long[] persons;
        private final ExactSums weights;

        Part(int cells, int scale) {
            persons = new long[cells];
            weights = new ExactSums(cells, scale);
        }

        Part plus(Part other) {
            for (int cell = 0; cell < persons.length; cell++) {
                persons[cell] += other.persons[cell];
            }
            weights.addAll(other.weights);
            return this;
        }
    }
}
