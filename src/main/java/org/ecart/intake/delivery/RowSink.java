package org.ecart.intake.delivery;

/** Takes rows one after the other. */
@FunctionalInterface
public interface RowSink {
    /**
     * One row.
     *
     * @param line the line of the piece on which it begins, from 0
     * @param text holds the fields, unquoted, in UTF-8; it stays as it is as long as the piece is worked on
     * @param bounds field {@code f} lies from {@code bounds[2 * f]} to {@code bounds[2 * f + 1]}; of a row with more
     *     fields than the header only those that the header has
     * @param fields how many fields the row has
     */
    void row(int line, byte[] text, int[] bounds, int fields);
}
