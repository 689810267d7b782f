package org.ecart.protect;

/** What is decided about a cell before its protection begins. */
public enum Fate {
    /** nothing: it is printed if it can be */
    OPEN,
    /** readers know it, whatever is decided now: it has left before */
    PRINTED,
    /** it is not told, whatever is decided now, for a reason of its own; whether it is safe is asked only where it is primary */
    LEFT_OUT
}
