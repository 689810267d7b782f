package org.ecart.attack;

/**
 * A suppressed or unsafe cell that somebody can work out.
 *
 * @param cell its place in the table
 * @param by who can
 * @param person which of those who are alone in a unit, by the atom where he is; {@link #ANYBODY} for other attackers
 * @param proved false where the search for witnesses gave up: unsafe by METHOD, but perhaps not known to anybody
 * @param why a sentence for the reader of a failed test
 */
record Break(int cell, By by, int person, boolean proved, String why) {
    static final int ANYBODY = -1;

    /** The attackers of METHOD section 6, and the table that gives an unsafe cell away by printing it. */
    enum By {
        PRINT,
        /** knows what is published */
        A,
        /** knows also which cells are primary, and why */
        B,
        /** is also the only person in one of them */
        C
    }
}
