package org.ecart.tabulate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
        Frame frame = frames.frame(query.source(), variables(query), query.derivations(), query.universe());
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
            if (query.amount().isPresent()) {
                return amounts(query.amount().get(), numbers);
            }
            PersonCount counted = pass(numbers).run(() -> new PersonCount(numbers, weights));
            return cube(numbers, counted, counted.found(), Optional.empty());
        }

        private Cube cube(CellNumbering numbers, PersonCount counted, int[] cells, Optional<Cube.Amounts> amounts) {
            return new Cube(
                    dimensions(),
                    Arrays.stream(cells).mapToLong(numbers::inCrossing).toArray(),
                    counted.persons(cells),
                    counted.weights(cells),
                    Set.of(),
                    amounts);
        }

        private CellNumbering numbers(long cells) {
            if (cells <= limits.dense() / threads) {
                return crossing.numbers(0, axes.size(), true);
            }
            int split = 0;
            while (crossing.cells(split, axes.size()) > HALF / (crossing.filters() + 1)) {
                split++;
            }
            if (Math.min(cells, frame.rows()) > limits.most() || crossing.cells(0, split) > HALF) {
                throw EcartException.usage(TOO_LARGE, String.join(" x ", query.dimensions()), limits.most(), largest());
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

        private Cube amounts(Query.Amount asked, CellNumbering numbers) {
            boolean quantiles = !asked.quantiles().isEmpty();
            if (quantiles && weights.negative()) {
                throw EcartException.usage(
                        "tabulate.negative", query.source().weight().orElse("1"));
            }
            AmountColumn amount = frame.amount(asked.variable());
            Buckets first = Quantiles.first(numbers, amount, quantiles);
            AmountCount counted = pass(first).run(() -> new AmountCount(numbers, amount, first, weights));
            int[] cells = counted.persons().found();
            int[] buckets = Arrays.stream(cells).map(c -> c << first.bits()).toArray();
            ExactSums weighed = weight(first, counted.inBuckets());
            ExactSums whole = weighed.pooled(buckets, 1 << first.bits());
            ExactSums sums = counted.sums(cells);
            long[] known = counted.inBuckets().persons(buckets, 1 << first.bits());
            List<List<Optional<BigDecimal>>> found = new Quantiles(amount, asked.quantiles(), first, whole, cells)
                    .find(first, weighed, of -> weight(of, pass(of).run(() -> new PersonCount(of, weights))));
            Cube.Amounts amounts = new Cube.Amounts(
                    known,
                    whole,
                    IntStream.range(0, cells.length).mapToObj(sums::sum).toList(),
                    found,
                    asked.telling()
                            .filter(t -> weights.single())
                            .map(t -> told(t, amount, numbers, cells, known, found)));
            return cube(numbers, counted.persons(), cells, Optional.of(amounts));
        }

        private Cube.Told told(
                Query.Telling telling,
                AmountColumn amount,
                Numbering numbers,
                int[] cells,
                long[] known,
                List<List<Optional<BigDecimal>>> quantiles) {
            Largest largest =
                    pass(numbers).run(() -> new Largest(numbers, amount, weights.weight(), telling.largest()));
            List<Contributions> contributions = IntStream.range(0, cells.length)
                    .mapToObj(cell -> largest.of(cells[cell], known[cell]))
                    .toList();
            List<List<Sides>> sides = quantiles.stream()
                    .map(of -> SideCount.of(numbers, amount, cells, of, telling))
                    .map(start -> pass(numbers).run(start::fresh))
                    .map(counted -> Arrays.stream(cells).mapToObj(counted::at).toList())
                    .toList();
            return new Cube.Told(contributions, sides);
        }

        private static ExactSums weight(Buckets buckets, PersonCount counted) {
            return counted.weights(IntStream.range(0, buckets.cells()).toArray());
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
