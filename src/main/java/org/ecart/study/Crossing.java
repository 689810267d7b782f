package org.ecart.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ecart.tabulate.Cube;

/**
 * The persons of a cube by the codes of its dimensions, in the cube's order.
 *
 * @param cells only those with persons
 */
record Crossing(Map<List<String>, Long> cells) {
    /** A crossing of nobody. */
    static final Crossing EMPTY = new Crossing(Map.of());

    Crossing {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    static Crossing of(Cube cube) {
        Map<List<String>, Long> cells = new LinkedHashMap<>();
        for (int cell = 0; cell < cube.size(); cell++) {
            cells.put(cube.codes(cell), cube.persons()[cell]);
        }
        return new Crossing(cells);
    }

    long persons() {
        return cells.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The persons of the crossings that are asked for, by something of their codes. */
    <K> Map<K, Long> by(Predicate<List<String>> asked, Function<List<String>, K> key) {
        Map<K, Long> sums = new LinkedHashMap<>();
        cells.forEach((codes, persons) -> {
            if (asked.test(codes)) {
                sums.merge(key.apply(codes), persons, Long::sum);
            }
        });
        return sums;
    }
}
