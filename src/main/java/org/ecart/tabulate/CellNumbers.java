package org.ecart.tabulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ecart.derive.Conditions;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Frame;
import org.ecart.frame.RowMask;
import org.ecart.model.Condition;
import org.ecart.model.Query;

/**
 * The number of the cell that each row is counted in. All that hangs on one column is one table of it: what its code adds
 * to the number, and for a code that the universe leaves out as much as there are cells. So a row that is not counted gets
 * a number beyond the cells without being asked for, and whoever counts throws away what lies there.
 */
final class CellNumbers implements Numbering {
    /** Numbers up to here are left as they are; beyond, rows that are not counted share a few. */
    private static final int SPREAD = 1 << 16;

    /** How many they share: neighbouring rows do not wait for each other. */
    private static final int SHARED = 64;

    private final Frame frame;
    private final int cells;
    private final Map<CodedColumn, int[]> tables = new IdentityHashMap<>();
    private final List<CodedColumn> columns = new ArrayList<>();
    private final Conditions conditions;
    private final List<Condition> masks = new ArrayList<>();
    private final int bound;
    private final boolean shared;

    /** @param cells the product of the dimensions */
    CellNumbers(Frame frame, Query query, int cells) {
        this.frame = frame;
        this.cells = cells;
        this.conditions = new Conditions(frame.period(), frame.rows(), frame.codes());
        int stride = 1;
        for (int d = query.dimensions().size() - 1; d >= 0; d--) {
            CodedColumn column = frame.coded(query.dimensions().get(d));
            int[] table = table(column);
            for (int place = 0; place < table.length; place++) {
                table[place] += place * stride;
            }
            stride *= table.length;
        }
        int filters = filters(query.universe());
        shared = cells * (filters + 1L) > SPREAD;
        bound = shared ? cells + SHARED : cells * (filters + 1);
    }

    private int[] table(CodedColumn column) {
        return tables.computeIfAbsent(column, c -> {
            columns.add(c);
            return new int[c.dictionary().size()];
        });
    }

    /** Puts each part of the universe where it is decided; how many may leave out the same row. */
    private int filters(Condition universe) {
        Map<CodedColumn, boolean[]> passing = new IdentityHashMap<>();
        for (Condition part : parts(universe)) {
            if (part.variables().size() == 1) {
                CodedColumn column = frame.coded(part.variables().iterator().next());
                boolean[] passes = passing.computeIfAbsent(column, c -> {
                    boolean[] all = new boolean[c.dictionary().size()];
                    Arrays.fill(all, true);
                    return all;
                });
                boolean[] holds = conditions.byPlace(part, column);
                for (int place = 0; place < passes.length; place++) {
                    passes[place] &= holds[place];
                }
            } else if (!(part instanceof Condition.All)) {
                conditions.prepare(part);
                masks.add(part);
            }
        }
        passing.forEach((column, passes) -> {
            int[] table = table(column);
            for (int place = 0; place < table.length; place++) {
                table[place] += passes[place] ? 0 : cells;
            }
        });
        return passing.size() + (masks.isEmpty() ? 0 : 1);
    }

    /** What must hold all together. */
    private static List<Condition> parts(Condition universe) {
        return universe instanceof Condition.And and
                ? and.conditions().stream().flatMap(c -> parts(c).stream()).toList()
                : List.of(universe);
    }

    /** Numbers from that of the cells on are of rows that are not counted. */
    @Override
    public int bound() {
        return bound;
    }

    @Override
    public void write(int chunk, int[] into) {
        int length = Chunks.length(chunk, frame.rows());
        Arrays.fill(into, 0, length, 0);
        for (CodedColumn column : columns) {
            column.segments().get(chunk).addTo(into, length, 0, table(column));
        }
        masks.stream()
                .map(mask -> conditions.select(mask, chunk))
                .reduce(RowMask::and)
                .ifPresent(mask -> {
                    for (int row = 0; row < length; row++) {
                        into[row] += mask.has(row) ? 0 : cells;
                    }
                });
        if (shared) {
            for (int row = 0; row < length; row++) {
                into[row] = into[row] < cells ? into[row] : cells + row % SHARED;
            }
        }
    }
}
