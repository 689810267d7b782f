package org.ecart.tabulate;

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
        Frame frame = frames.frame(query.source().period(), variables(query), query.derivations(), query.universe());
        if (!frame.unavailable().isEmpty()) {
            return Cube.unavailable(frame.unavailable());
        }
        progress.report("tabulate.count", 0);
        return new Count(frame, query, new Pass(frame.chunks(), threads, progress)).cube();
    }

    private static Set<String> variables(Query query) {
        Set<String> all = new LinkedHashSet<>(query.dimensions());
        all.addAll(query.universe().variables());
        query.source().weight().ifPresent(all::add);
        query.amount().map(Query.Amount::variable).ifPresent(all::add);
        return all;
    }

    /** One tabulation under way. */
    private static final class Count {
        private final Frame frame;
        private final Query query;
        private final Pass pass;
        private final List<CodedColumn> axes;
        private final int cells;
        private final CellNumbers numbers;
        private final RowWeights weights;

        Count(Frame frame, Query query, Pass pass) {
            this.frame = frame;
            this.query = query;
            this.pass = pass;
            this.axes = query.dimensions().stream().map(frame::coded).toList();
            this.cells = cells();
            this.numbers = new CellNumbers(frame, query, cells);
            this.weights = RowWeights.of(frame, query.source().weight());
        }

        private int cells() {
            long product = 1;
            for (CodedColumn axis : axes) {
                product *= axis.dictionary().size();
                if (product > LARGEST) {
                    throw EcartException.usage("tabulate.large", String.join(" x ", query.dimensions()), LARGEST);
                }
            }
            return (int) product;
        }

        Cube cube() {
            PersonCount counted = pass.run(() -> new PersonCount(frame, numbers, weights));
            return new Cube(
                    dimensions(),
                    counted.persons(cells),
                    counted.weights(cells),
                    Set.of(),
                    query.amount().map(this::amounts));
        }

        private Cube.Amounts amounts(Query.Amount asked) {
            if (!asked.quantiles().isEmpty() && weights.negative()) {
                throw EcartException.usage(
                        "tabulate.negative", query.source().weight().orElse("1"));
            }
            AmountColumn amount = frame.amount(asked.variable());
            Numbering known = new KnownAmount(numbers, amount);
            AmountCount counted = pass.run(
                    () -> new AmountCount(new PersonCount(frame, known, weights), amount, weights, known.bound()));
            ExactSums sums = counted.sums(cells);
            ExactSums whole = counted.persons().weights(cells);
            Quantiles quantiles = new Quantiles(amount, asked.quantiles(), whole, cells, known.bound());
            return new Cube.Amounts(
                    counted.persons().persons(cells),
                    whole,
                    IntStream.range(0, cells).mapToObj(sums::sum).toList(),
                    quantiles.find(known, this::weigh));
        }

        private ExactSums weigh(Buckets buckets) {
            return pass.run(() -> new PersonCount(frame, buckets, weights)).weights(buckets.count());
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
}
