package org.ecart.protect;

/** What is decided about a cell before its protection begins. */
public enum Fate {
    /** nothing: it is printed if it can be */
    OPEN,
    /** readers know it, whatever is decided now: it has left before */
    PRINTED,
    /** it is not told, whatever is decided now, for a reason of its own; whether it is safe is asked only where it is primary */
    LEFT_OUT,
    /**
     * it has not been told before, under the same policy and of the same data: as {@link #LEFT_OUT}, and where it is unsafe
     * nobody may say that readers know it anyway, for then it would not have been uncertain enough
     */
    WITHHELD;

    /** What becomes of it where it is left out for one more reason. */
    Fate leftOut() {
        return this == OPEN ? LEFT_OUT : this;
    }

    /** Whether it is not told, whatever is decided now. */
    boolean silent() {
        return this == LEFT_OUT || this == WITHHELD;
    }
}
