package org.ecart.protect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.Category;
import org.ecart.model.Period;
import org.ecart.protect.links.Asked;
import org.ecart.stats.TablePlan;
import org.ecart.stats.ValueTable;

/**
 * The cells of a table in one crossing of its variables at one date. A cell of several crossings, such as the total of
 * everything, is in the first of them.
 *
 * @param table its number among the tables that are protected together
 * @param cells told cells, by number in the table
 */
record Piece(int table, Draft draft, TablePlan plan, List<String> crossing, List<Integer> cells) {
    Piece {
        crossing = List.copyOf(crossing);
        cells = List.copyOf(cells);
    }

    ValueTable values() {
        return draft.values();
    }

    Asked asked() {
        return Asked.by(plan, crossing);
    }

    /** All pieces of a date; dates for which a table has no data have none. */
    static List<Piece> at(Period period, List<Draft> tables) {
        NamesApart names = new NamesApart(period, tables);
        List<Piece> pieces = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            Optional<TablePlan> plan = Optional.ofNullable(tables.get(t).plans().get(period));
            if (plan.isPresent()) {
                pieces.addAll(of(t, names.in(tables.get(t)), names.in(plan.get()), period));
            }
        }
        return pieces;
    }

    private static List<Piece> of(int table, Draft draft, TablePlan plan, Period period) {
        ValueTable values = draft.values();
        Set<Integer> taken = new HashSet<>();
        List<Piece> pieces = new ArrayList<>();
        for (List<String> crossing : plan.crossings()) {
            List<Integer> cells = new ArrayList<>();
            for (int c = 0; c < values.cells().size(); c++) {
                ValueTable.Cell cell = values.cells().get(c);
                boolean here = cell.told()
                        && cell.period().equals(period)
                        && crossing.containsAll(crossed(values, c))
                        && taken.add(c);
                if (here) {
                    cells.add(c);
                }
            }
            if (!cells.isEmpty()) {
                pieces.add(new Piece(table, draft, plan, crossing, cells));
            }
        }
        return pieces;
    }

    /** The variables over which a cell does not sum. */
    static Set<String> crossed(ValueTable values, int cell) {
        List<String> codes = values.cells().get(cell).codes();
        Set<String> crossed = new HashSet<>();
        for (int d = 0; d < codes.size(); d++) {
            if (!codes.get(d).equals(Category.TOTAL)) {
                crossed.add(values.shape().dimensions().get(d).variable());
            }
        }
        return crossed;
    }
}
