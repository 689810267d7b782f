package org.ecart.model;

/**
 * A chart of a table of the same study.
 *
 * @param id "C01"
 * @param table the id of the table it draws
 */
public record ChartSpec(String id, Labels title, Kind kind, String table) {
    /** The kinds of chart. */
    public enum Kind {
        /** one dot a group, joined to the line of the reference group, sorted by gap */
        GAP_DUMBBELL
    }
}
