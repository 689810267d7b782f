package org.ecart.tabulate;

/** Gives every row a number, by which rows are then counted; for any number of threads at once. */
interface Numbering {
    /** Every number is less. The last ones may be those of rows that nobody asks for. */
    int bound();

    /** Writes the numbers of the rows of a chunk to the beginning of {@code into}. */
    void write(int chunk, int[] into);
}
