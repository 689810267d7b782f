package org.ecart.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as it lies in a file ({@code ecart/table}): what any reader has.
 *
 * @param isProtected whether it says of itself that it is
 * @param variables on its axes, with the codes that it prints, without the total
 * @param rollUps what the categories of a variable are put together from, where the file says so
 * @param decimals that it prints, by measure
 */
public record PublishedTable(
        boolean isProtected,
        Map<String, List<String>> variables,
        Map<String, RollUp> rollUps,
        Map<String, Integer> decimals,
        List<Cell> cells) {
    public PublishedTable {
        rollUps = Collections.unmodifiableMap(new LinkedHashMap<>(rollUps));
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        decimals = Collections.unmodifiableMap(new LinkedHashMap<>(decimals));
        cells = List.copyOf(cells);
    }

    /**
     * A cell.
     *
     * @param codes by variable, {@code _T} where it sums over one
     * @param values by measure
     */
    public record Cell(Period period, Map<String, String> codes, Map<String, Value> values) {
        public Cell {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
