package org.ecart.tabulate;

import java.util.List;

/** Gives every row a number, by which rows are then counted; for any number of threads at once. */
interface Numbering {
    /** Tables that give the number of each row together, at most three; none = there is more to it. */
    default List<PackedTable> packed() {
        return List.of();
    }

    /** Numbers from here on are of rows that nobody asks for. */
    int cells();

    /** Every number is less. */
    int bound();

    /** Writes the numbers of these rows to the beginning of {@code into}. */
    void write(Rows rows, int[] into);
}
