package org.ecart.tabulate;

/** Numbers rows by the cells of a cube. */
interface CellNumbering extends Numbering {
    /** The number of a cell in the whole crossing; larger for the next cell. */
    long inCrossing(int cell);
}
