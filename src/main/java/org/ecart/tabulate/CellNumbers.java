package org.ecart.tabulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ecart.frame.CodeSegment;

/**
 * The number of the cell that each row is counted in. All that hangs on one stored column is one table of it: what its code
 * adds to the number, and for a code that is left out as much as there are cells. So a row that is not counted gets a number
 * beyond the cells without being asked for, and whoever counts throws away what lies there.
 */
final class CellNumbers implements CellNumbering {
    /** Numbers up to here are left as they are; beyond, rows that are not counted share a few. */
    private static final int SPREAD = 1 << 16;

    /** Packed tables that rows are counted by at once, at most. */
    private static final int PACKED = 3;

    /** How many they share: neighbouring rows do not wait for each other. */
    private static final int SHARED = 64;

    /**
     * A stored column.
     *
     * @param occurring the codes that rows have
     * @param adds what each code adds to a row's number
     */
    record Table(List<CodeSegment> segments, BitSet occurring, int[] adds) {
        int least() {
            return occurring.nextSetBit(0);
        }

        int range() {
            return occurring.length() - least();
        }

        boolean narrow() {
            return segments.stream().allMatch(CodeSegment.Bytes.class::isInstance);
        }
    }

    private final List<Table> wide = new ArrayList<>();
    private final List<PackedTable> packed;
    private final int cells;
    private final int bound;
    private final boolean shared;

    /** @param filters tables that leave out rows */
    CellNumbers(List<Table> tables, int cells, int filters) {
        List<Table> narrow = new ArrayList<>();
        tables.forEach(table -> (table.narrow() ? narrow : wide).add(table));
        this.packed = PackedTable.of(narrow);
        this.cells = cells;
        this.shared = filters > 0 && cells * (filters + 1L) > SPREAD;
        // Where nobody is counted all rows have the first number, which is of no cell.
        this.bound = shared ? cells + SHARED : Math.max(1, cells * (filters + 1));
    }

    @Override
    public List<PackedTable> packed() {
        return wide.isEmpty() && !shared && packed.size() <= PACKED ? packed : List.of();
    }

    @Override
    public int cells() {
        return cells;
    }

    @Override
    public long inCrossing(int cell) {
        return cell;
    }

    @Override
    public int bound() {
        return bound;
    }

    @Override
    public void write(Rows rows, int[] into) {
        if (packed.isEmpty()) {
            Arrays.fill(into, 0);
        } else {
            byte[] buffer = new byte[Rows.MOST];
            int together = Math.min(2, packed.size());
            if (together == 2) {
                packed.get(0).setBoth(packed.get(1), rows, buffer, into);
            } else {
                packed.get(0).set(rows, buffer, into);
            }
            packed.subList(together, packed.size()).forEach(table -> table.add(rows, buffer, into));
        }
        wide.forEach(table -> table.segments().get(rows.chunk()).addTo(into, rows.count(), rows.from(), table.adds()));
        if (shared) {
            for (int i = 0; i < rows.count(); i++) {
                into[i] = into[i] < cells ? into[i] : cells + i % SHARED;
            }
        }
    }
}
