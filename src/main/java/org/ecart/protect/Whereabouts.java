package org.ecart.protect;

/** Where somebody of one grid is in the others, as he himself knows. */
@FunctionalInterface
interface Whereabouts {
    /** Nobody can say: he may be wherever what the grids share lets him be. */
    Whereabouts UNKNOWN = (atom, other) -> true;

    /**
     * Whether somebody may be there.
     *
     * @param atom of one person
     * @param other an atom of another grid
     */
    boolean mayBe(int atom, int other);
}
