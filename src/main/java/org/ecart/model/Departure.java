package org.ecart.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A release that has left, as the workspace remembers it: all that readers of it know, and what it was made from.
 *
 * @param id the SHA-256 of its manifest
 * @param study the text of the study, its policy in it
 * @param rules for each derived variable of its tables the SHA-256 of the rules
 * @param extracts for each extract and date the SHA-256 of the delivered file
 * @param files for each file, by its path inside, its SHA-256
 */
public record Departure(
        String id,
        String study,
        Map<String, String> rules,
        Map<String, String> extracts,
        Map<String, String> files,
        List<Table> tables) {
    public Departure {
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        extracts = Collections.unmodifiableMap(new TreeMap<>(extracts));
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        tables = List.copyOf(tables);
    }

    /** A numbered table. */
    public record Table(String id, List<Cell> cells) {
        public Table {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell, or a margin that a printed share would tell.
     *
     * @param codes in the order of the table's dimensions, {@code _T} where it sums over one
     * @param printed whether readers learned of it
     * @param values by measure what was printed, rounded as it was
     * @param staying where only those are counted who are counted at another date too: that date
     */
    public record Cell(
            Period period, List<String> codes, boolean printed, Map<String, String> values, Optional<Period> staying) {
        public Cell {
            codes = List.copyOf(codes);
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }
}
