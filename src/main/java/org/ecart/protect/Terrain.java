package org.ecart.protect;

/** Where a search for a move may go, and what it costs. */
interface Terrain {
    /** The cost of a cell that no move may touch. */
    long CLOSED = -1;

    /** 0 for a cell that is unknown already, {@link #CLOSED} for one that stays as it is, else the price of suppressing it. */
    long cost(int cell);

    /** Whether the cell may move in this direction, +1 or -1. */
    boolean allows(int cell, int sign);
}
