package org.ecart.tabulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecart.frame.CodeSegment;

/**
 * Columns with few codes as one: what the codes of a row make together fits into a byte, which is computed for eight rows
 * at once; one table then says what they add to the row's number.
 */
final class PackedTable {
    private static final int BYTES = 1 << Byte.SIZE;

    private final List<CellNumbers.Table> columns = new ArrayList<>();
    private final List<Integer> factors = new ArrayList<>();
    private int[] adds = {0};

    /** As few as they fit into. */
    static List<PackedTable> of(List<CellNumbers.Table> tables) {
        List<PackedTable> packed = new ArrayList<>();
        for (CellNumbers.Table table : tables) {
            PackedTable fitting = packed.stream()
                    .filter(p -> p.adds.length * table.range() <= BYTES)
                    .findFirst()
                    .orElseGet(() -> {
                        packed.add(new PackedTable());
                        return packed.get(packed.size() - 1);
                    });
            fitting.add(table);
        }
        return packed;
    }

    private void add(CellNumbers.Table table) {
        int before = adds.length;
        columns.add(table);
        factors.add(before);
        int[] all = Arrays.copyOf(adds, before * table.range());
        for (int i = 0; i < all.length; i++) {
            all[i] = adds[i % before] + table.adds()[table.least() + i / before];
        }
        adds = all;
    }

    /** What each byte adds to a row's number. */
    int[] adds() {
        return adds;
    }

    /** Writes what the codes of each row make together. */
    void write(Rows rows, byte[] into) {
        Arrays.fill(into, (byte) 0);
        for (int c = 0; c < columns.size(); c++) {
            CellNumbers.Table column = columns.get(c);
            ((CodeSegment.Bytes) column.segments().get(rows.chunk()))
                    .addTo(into, rows.count(), rows.from(), column.least(), factors.get(c));
        }
    }

    /** Writes what it adds to the number of each row. */
    void set(Rows rows, byte[] buffer, int[] into) {
        write(rows, buffer);
        for (int i = 0; i < rows.count(); i++) {
            into[i] = adds[buffer[i] & 0xff];
        }
    }

    /** Writes what it and another table add to the number of each row together. */
    void setBoth(PackedTable other, Rows rows, byte[] buffer, int[] into) {
        byte[] second = new byte[Rows.MOST];
        write(rows, buffer);
        other.write(rows, second);
        int[] secondAdds = other.adds;
        for (int i = 0; i < rows.count(); i++) {
            into[i] = adds[buffer[i] & 0xff] + secondAdds[second[i] & 0xff];
        }
    }

    /** Adds to the number of each row. */
    void add(Rows rows, byte[] buffer, int[] into) {
        write(rows, buffer);
        for (int i = 0; i < rows.count(); i++) {
            into[i] += adds[buffer[i] & 0xff];
        }
    }
}
