package org.ecart.protect;

/** What happens to one published cell. The kind of suppression is never told outside the house. */
public enum Protection {
    /** it may be printed */
    SAFE,
    /** unsafe by itself */
    PRIMARY,
    /** safe by itself, left out so that a primary cell cannot be computed */
    SECONDARY,
    /**
     * safe by itself, left out with everything around it, because within the budget no proof was found for a cell there
     */
    FALLBACK;

    public boolean suppressed() {
        return this != SAFE;
    }
}
