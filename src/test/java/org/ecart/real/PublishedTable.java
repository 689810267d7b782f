package org.ecart.real;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecart.model.Category;
import org.ecart.protect.CountTable;

/**
 * A printed table with totals as an attacker sees it: the counts behind it, the sums that everybody knows, and which
 * cells are left out.
 */
record PublishedTable(CountTable counts, boolean[] suppressed) {
    /**
     * Puts the same table without and with protection side by side.
     *
     * @param open with the measures persons and numerator, unweighted
     */
    static PublishedTable of(CsvTable open, CsvTable made) {
        List<List<String>> keys = List.copyOf(open.rows().keySet());
        Map<List<String>, Integer> places = new HashMap<>();
        List<CountTable.Cell> cells = new ArrayList<>();
        boolean[] suppressed = new boolean[keys.size()];
        for (List<String> key : keys) {
            long persons = Long.parseLong(open.row(key).get("persons"));
            long numerator = Long.parseLong(open.row(key).get("numerator"));
            suppressed[cells.size()] = made.row(key).get("rate_status").equals("c");
            places.put(key, cells.size());
            cells.add(new CountTable.Cell(numerator, persons - numerator, 0, true));
        }
        return new PublishedTable(new CountTable(CountTable.Parts.BINARY, cells, sums(keys, places)), suppressed);
    }

    private static List<CountTable.Sum> sums(List<List<String>> keys, Map<List<String>, Integer> places) {
        List<CountTable.Sum> sums = new ArrayList<>();
        for (List<String> total : keys) {
            for (int d = 0; d < total.size(); d++) {
                if (total.get(d).equals(Category.TOTAL)) {
                    sums.add(new CountTable.Sum(places.getOrDefault(total, -1), addends(keys, places, total, d)));
                }
            }
        }
        return sums;
    }

    private static List<Integer> addends(
            List<List<String>> keys, Map<List<String>, Integer> places, List<String> total, int dimension) {
        List<Integer> addends = new ArrayList<>();
        for (List<String> key : keys) {
            List<String> summed = new ArrayList<>(key);
            summed.set(dimension, Category.TOTAL);
            if (summed.equals(total) && !key.get(dimension).equals(Category.TOTAL)) {
                addends.add(places.getOrDefault(key, -1));
            }
        }
        return addends;
    }
}
