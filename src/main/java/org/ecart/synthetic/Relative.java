package org.ecart.synthetic;

/**
 * What the register knows of a parent or grandparent; empty = not known.
 *
 * @param nationality at birth
 * @param country of birth
 */
record Relative(String nationality, String country) {
    static final Relative UNKNOWN = new Relative(Countries.UNKNOWN, Countries.UNKNOWN);

    boolean known() {
        return !nationality.isEmpty();
    }

    boolean belgian() {
        return nationality.equals(Countries.BELGIUM);
    }

    boolean foreign() {
        return known() && !belgian();
    }
}
