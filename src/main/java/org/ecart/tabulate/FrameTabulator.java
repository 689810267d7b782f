package org.ecart.tabulate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecart.derive.DerivedFrames;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.model.Query;

/** Counts in this process, over columns in the heap: chunks are shared out among threads, each with its own cells. */
public final class FrameTabulator implements Tabulator {
    /**
     * How many cells are counted, and how.
     *
     * @param dense those that are counted in arrays, in the arrays of all threads together; more are looked up
     * @param most those that may have persons, which are no more than there are rows: more are refused
     */
    record Limits(long dense, long most) {}

    private static final Limits LIMITS = new Limits(1 << 23, 1 << 24);

    /** Cells of each half of the axes where they are looked up. */
    private static final long HALF = 1 << 30;

    private final DerivedFrames frames;
    private final int threads;
    private final Limits limits;

    public FrameTabulator(FrameSource source, int threads) {
        this(source, threads, LIMITS);
    }

    FrameTabulator(FrameSource source, int threads, Limits limits) {
        this.limits = limits;
        this.frames = new DerivedFrames(source, threads);
        this.threads = threads;
    }

    @Override
    public Cube tabulate(Query query, Progress progress) {
        progress.report("tabulate.load", 0);
        Frame frame = frames.frame(query.source().period(), variables(query), query.derivations(), query.universe());
        if (!frame.unavailable().isEmpty()) {
            return Cube.unavailable(frame.unavailable());
        }
        progress.report("tabulate.count", 0);
        return new Count(frame, query, progress).cube();
    }

    private static Set<String> variables(Query query) {
        Set<String> all = new LinkedHashSet<>(query.dimensions());
        all.addAll(query.universe().variables());
        query.source().weight().ifPresent(all::add);
        query.amount().map(Query.Amount::variable).ifPresent(all::add);
        return all;
    }

    /** One tabulation under way. */
    private final class Count {
        private final Frame frame;
        private final Query query;
        private final Progress progress;
        private final List<CodedColumn> axes;
        private final Crossing crossing;
        private final RowWeights weights;

        Count(Frame frame, Query query, Progress progress) {
            this.frame = frame;
            this.query = query;
            this.progress = progress;
            this.axes = query.dimensions().stream().map(frame::coded).toList();
            this.crossing = new Crossing(axes, Universe.columns(query.universe(), frame, threads), threads);
            this.weights = RowWeights.of(frame, query.source().weight());
        }

        Cube cube() {
            CellNumbering numbers = numbers(crossing.cells(0, axes.size()));
            PersonCount counted = pass(numbers).run(() -> new PersonCount(numbers, weights));
            int[] cells = counted.found();
            return new Cube(
                    dimensions(),
                    Arrays.stream(cells).mapToLong(numbers::inCrossing).toArray(),
                    counted.persons(cells),
                    counted.weights(cells),
                    Set.of(),
                    query.amount().map(asked -> amounts(asked, numbers, cells)));
        }

        private CellNumbering numbers(long cells) {
            if (cells <= limits.dense() / threads) {
                return crossing.numbers(0, axes.size(), true);
            }
            int split = 0;
            while (crossing.cells(split, axes.size()) > HALF) {
                split++;
            }
            if (Math.min(cells, frame.rows()) > limits.most() || crossing.cells(0, split) > HALF) {
                throw EcartException.usage(
                        "tabulate.large", String.join(" x ", query.dimensions()), limits.most(), largest());
            }
            return SparseNumbers.of(
                    crossing.numbers(0, split, false),
                    crossing.numbers(split, axes.size(), true),
                    new Pass(frame.rows(), threads, progress));
        }

        /** The axis without which there would be the fewest cells. */
        private String largest() {
            int axis = IntStream.range(0, axes.size())
                    .boxed()
                    .max(Comparator.comparingInt(a -> crossing.places(a).length))
                    .orElseThrow();
            return query.dimensions().get(axis);
        }

        /** By fewer threads where each has very many numbers to count. */
        private Pass pass(Numbering numbers) {
            long most = Math.max(1, limits.dense() / numbers.bound());
            return new Pass(frame.rows(), (int) Math.min(threads, most), progress);
        }

        private Cube.Amounts amounts(Query.Amount asked, Numbering numbers, int[] cells) {
            if (!asked.quantiles().isEmpty() && weights.negative()) {
                throw EcartException.usage(
                        "tabulate.negative", query.source().weight().orElse("1"));
            }
            AmountColumn amount = frame.amount(asked.variable());
            Numbering known = new KnownAmount(numbers, amount);
            AmountCount counted = pass(known).run(() -> new AmountCount(known, amount, weights));
            ExactSums sums = counted.sums(cells);
            ExactSums whole = counted.persons().weights(cells);
            Quantiles quantiles = new Quantiles(amount, asked.quantiles(), whole, cells, known.bound());
            return new Cube.Amounts(
                    counted.persons().persons(cells),
                    whole,
                    IntStream.range(0, cells.length).mapToObj(sums::sum).toList(),
                    quantiles.find(known, this::weigh));
        }

        private ExactSums weigh(Buckets buckets) {
            return pass(buckets)
                    .run(() -> new PersonCount(buckets, weights))
                    .weights(IntStream.range(0, buckets.cells()).toArray());
        }

        private List<Cube.Dimension> dimensions() {
            return IntStream.range(0, axes.size())
                    .mapToObj(a -> new Cube.Dimension(
                            query.dimensions().get(a),
                            Arrays.stream(crossing.places(a))
                                    .mapToObj(axes.get(a).dictionary()::code)
                                    .toList()))
                    .toList();
        }
    }
}
