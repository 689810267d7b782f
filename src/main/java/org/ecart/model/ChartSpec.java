package org.ecart.model;

/**
 * A chart of a table of the same study.
 *
 * @param id "C01"; it names the files
 * @param table the id of the table it draws
 */
public record ChartSpec(String id, Labels title, Kind kind, String table) {
    public ChartSpec {
        Identifiers.check(id);
    }

    /** The kinds of chart. */
    public enum Kind {
        /** one dot a group, joined to the line of the reference group, sorted by gap */
        GAP_DUMBBELL,
        /** horizontal bars from zero, one cluster a row, one bar a column or, without columns, a period */
        CLUSTERED_BARS,
        /** one line a row over the periods of the table */
        LINES,
        /** bands from each row to each column, as thick as the persons they stand for: a transition */
        FLOW
    }
}
