package org.ecart.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The frame of a table: periods by rows by columns by layers. Cells are numbered in that order, the last running
 * fastest.
 */
public record TableShape(List<Period> periods, Side rows, Side columns, Side layers) {
    public TableShape {
        periods = List.copyOf(periods);
    }

    /**
     * A variable as a dimension of a table.
     *
     * @param categories every one that it prints, in order, without the total
     * @param rollUp what they are put together from
     */
    public record Dimension(String variable, Labels labels, List<Category> categories, Optional<RollUp> rollUp) {
        public Dimension {
            categories = List.copyOf(categories);
        }

        /** A variable that is no roll-up, or of which nobody asks. */
        public Dimension(String variable, Labels labels, List<Category> categories) {
            this(variable, labels, categories, Optional.empty());
        }

        /** The label of a code, the code itself where it has none. */
        public Labels label(String code) {
            return categories.stream()
                    .filter(c -> c.code().equals(code))
                    .findFirst()
                    .map(Category::labels)
                    .orElseGet(() -> Labels.same(code));
        }
    }

    /**
     * One side of the table.
     *
     * @param entries one tuple a line: a code for each dimension, {@code _T} where the line sums over it; an empty side
     *     has one empty entry
     */
    public record Side(List<Dimension> dimensions, List<List<String>> entries) {
        public static final Side NONE = new Side(List.of(), List.of(List.of()));

        public Side {
            dimensions = List.copyOf(dimensions);
            entries = entries.stream().map(List::copyOf).toList();
        }
    }

    /** The address of a cell: places in the lists of the four sides. */
    public record Address(int period, int row, int column, int layer) {}

    public int size() {
        return periods.size()
                * rows.entries().size()
                * columns.entries().size()
                * layers.entries().size();
    }

    public int index(Address a) {
        int index = a.period();
        index = index * rows.entries().size() + a.row();
        index = index * columns.entries().size() + a.column();
        return index * layers.entries().size() + a.layer();
    }

    public Address address(int index) {
        int rest = index;
        int layer = rest % layers.entries().size();
        rest /= layers.entries().size();
        int column = rest % columns.entries().size();
        rest /= columns.entries().size();
        return new Address(rest / rows.entries().size(), rest % rows.entries().size(), column, layer);
    }

    /** The dimensions of all sides: rows, columns, layers. */
    public List<Dimension> dimensions() {
        List<Dimension> all = new ArrayList<>(rows.dimensions());
        all.addAll(columns.dimensions());
        all.addAll(layers.dimensions());
        return all;
    }

    /** The code of each variable at an address, in the order of {@link #dimensions}. */
    public Map<String, String> codes(Address a) {
        Map<String, String> codes = new LinkedHashMap<>();
        put(codes, rows, a.row());
        put(codes, columns, a.column());
        put(codes, layers, a.layer());
        return codes;
    }

    private static void put(Map<String, String> codes, Side side, int entry) {
        List<String> tuple = side.entries().get(entry);
        for (int d = 0; d < tuple.size(); d++) {
            codes.put(side.dimensions().get(d).variable(), tuple.get(d));
        }
    }
}
