package org.ecart.real;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecart.model.Category;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.CountSystemBuilder;
import org.ecart.protect.Quantity;

/**
 * A printed table with totals as an attacker sees it: the counts behind it, the sums that everybody knows, and which
 * cells are left out.
 */
record PublishedTable(CountSystem counts, boolean[] suppressed) {
    private static final int NUMERATOR = 0;
    private static final int REST = 1;

    /**
     * Puts the same table without and with protection side by side.
     *
     * @param open with the measures persons and numerator, unweighted
     */
    static PublishedTable of(CsvTable open, CsvTable made) {
        List<List<String>> keys = List.copyOf(open.rows().keySet());
        List<Map<String, Integer>> codes = codes(keys);
        CountSystemBuilder builder =
                new CountSystemBuilder(IntStream.concat(codes.stream().mapToInt(Map::size), IntStream.of(REST + 1))
                        .toArray());
        for (List<String> key : keys) {
            if (!key.contains(Category.TOTAL)) {
                long persons = Long.parseLong(open.row(key).get("persons"));
                long numerator = Long.parseLong(open.row(key).get("numerator"));
                builder.atom(numerator, atom(codes, key, NUMERATOR));
                builder.atom(persons - numerator, atom(codes, key, REST));
            }
        }
        boolean[] suppressed = new boolean[keys.size()];
        for (int cell = 0; cell < suppressed.length; cell++) {
            List<String> key = keys.get(cell);
            suppressed[cell] = made.row(key).get("rate_status").equals("c");
            builder.unit(new Unit(
                    Map.of(
                            Quantity.NUMERATOR, builder.figure(box(codes, key, NUMERATOR)),
                            Quantity.REST, builder.figure(box(codes, key, REST)),
                            Quantity.TOTAL, builder.figure(box(codes, key, NUMERATOR, REST))),
                    0,
                    false));
        }
        return new PublishedTable(builder.build(), suppressed);
    }

    private static List<Map<String, Integer>> codes(List<List<String>> keys) {
        List<Map<String, Integer>> codes = new ArrayList<>();
        for (int d = 0; d < keys.get(0).size(); d++) {
            Map<String, Integer> ofDimension = new LinkedHashMap<>();
            for (List<String> key : keys) {
                if (!key.get(d).equals(Category.TOTAL)) {
                    ofDimension.putIfAbsent(key.get(d), ofDimension.size());
                }
            }
            codes.add(ofDimension);
        }
        return codes;
    }

    private static int[] atom(List<Map<String, Integer>> codes, List<String> key, int part) {
        return IntStream.range(0, key.size() + 1)
                .map(d -> d == key.size() ? part : codes.get(d).getOrDefault(key.get(d), 0))
                .toArray();
    }

    private static int[][] box(List<Map<String, Integer>> codes, List<String> key, int... parts) {
        int[][] box = new int[key.size() + 1][];
        for (int d = 0; d < key.size(); d++) {
            box[d] = key.get(d).equals(Category.TOTAL)
                    ? CountSystemBuilder.ALL
                    : new int[] {codes.get(d).getOrDefault(key.get(d), 0)};
        }
        box[key.size()] = parts;
        return box;
    }
}
