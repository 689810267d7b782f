package org.ecart.tabulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ecart.frame.CodedColumn;

/**
 * What a query crosses, before a row is counted: the stored columns that everything follows from, which of their codes are
 * counted, and what these stand for on each axis. Codes that no row has make no cells.
 */
final class Crossing {
    /** The codes of a stored column: those that rows have, and those among them that no filter leaves out. */
    private record Base(CodedColumn column, BitSet occurring, BitSet counted) {
        boolean filters() {
            return !counted.equals(occurring);
        }
    }

    private final List<CodedColumn> axes;
    private final List<Base> bases = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();

    /** @param filters see {@link Universe} */
    Crossing(List<CodedColumn> axes, List<CodedColumn> filters, int threads) {
        this.axes = axes;
        axes.forEach(axis -> base(axis, threads));
        for (CodedColumn filter : filters) {
            Base base = base(filter, threads);
            base.occurring().stream()
                    .filter(code -> filter.places()[code] != Universe.COUNTED)
                    .forEach(base.counted()::clear);
        }
        for (CodedColumn axis : axes) {
            places.add(base(axis, threads).counted().stream()
                    .map(code -> axis.places()[code])
                    .distinct()
                    .sorted()
                    .toArray());
        }
    }

    private Base base(CodedColumn column, int threads) {
        for (Base base : bases) {
            if (base.column().sharesCodes(column)) {
                return base;
            }
        }
        BitSet occurring = column.occurring(threads);
        Base base = new Base(column, occurring, (BitSet) occurring.clone());
        bases.add(base);
        return base;
    }

    /** How many stored columns leave out rows: each adds as much to the number of a row as there are cells. */
    int filters() {
        return (int) bases.stream().filter(Base::filters).count();
    }

    /** The places on an axis that are crossed, in ascending order. */
    int[] places(int axis) {
        return places.get(axis);
    }

    /**
     * How many cells the axes of a range cross.
     *
     * @return the largest long for all larger numbers
     */
    long cells(int from, int to) {
        if (bases.stream().anyMatch(b -> b.counted().isEmpty())) {
            return 0;
        }
        long product = 1;
        for (int axis = from; axis < to; axis++) {
            int count = places.get(axis).length;
            product = product > Long.MAX_VALUE / count ? Long.MAX_VALUE : product * count;
        }
        return product;
    }

    /**
     * Numbers rows by their cell in the crossing of the axes of a range.
     *
     * @param filtered whether rows that are not counted get a number beyond the cells, or that of any cell
     */
    CellNumbers numbers(int from, int to, boolean filtered) {
        int cells = Math.toIntExact(cells(from, to));
        List<CellNumbers.Table> tables = new ArrayList<>();
        for (Base base : cells == 0 ? List.<Base>of() : bases) {
            int[] adds = adds(base, from, to);
            if (filtered && base.filters()) {
                base.occurring().stream()
                        .filter(code -> !base.counted().get(code))
                        .forEach(code -> adds[code] = cells);
            }
            if (Arrays.stream(adds).anyMatch(added -> added != 0)) {
                tables.add(new CellNumbers.Table(base.column().segments(), base.occurring(), adds));
            }
        }
        return new CellNumbers(tables, cells, filtered ? filters() : 0);
    }

    /** What the codes that are counted add to the number of a cell. */
    private int[] adds(Base base, int from, int to) {
        int[] adds = new int[base.column().places().length];
        int stride = 1;
        for (int axis = to - 1; axis >= from; axis--) {
            if (axes.get(axis).sharesCodes(base.column())) {
                int[] crossed = places.get(axis);
                int[] place = axes.get(axis).places();
                int times = stride;
                base.counted().stream()
                        .forEach(code -> adds[code] += times * Arrays.binarySearch(crossed, place[code]));
            }
            stride *= places.get(axis).length;
        }
        return adds;
    }
}
