package org.ecart.model;

import java.util.Optional;

/**
 * Who is counted in a table beside or among the persons of its date.
 *
 * @param also another date whose persons are counted too where they are not in the population of the table's own
 * @param cohort only its persons are counted
 */
public record Counted(Optional<Shift> also, Optional<Cohort> cohort) {
    /** The persons of the date. */
    public static final Counted USUAL = new Counted(Optional.empty(), Optional.empty());

    /**
     * Persons who are followed over the dates of a table.
     *
     * @param start the date at which the condition is asked
     * @param who which of the persons of that date
     */
    public record Cohort(Period start, Condition who) {}

    /** With others counted too, or none. */
    public Counted withAlso(Optional<Shift> other) {
        return new Counted(other, cohort);
    }

    /** With another cohort, or none. */
    public Counted withCohort(Optional<Cohort> other) {
        return new Counted(also, other);
    }
}
