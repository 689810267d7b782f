package org.ecart.intake;

/** Turns pseudonymous person numbers into dense whole numbers, the same number for the same person for ever. */
@FunctionalInterface
public interface PersonKeys {
    /** The longest pseudonym that is accepted, in bytes of UTF-8. */
    int LONGEST = 100;

    /** The number of a person, a new one for a pseudonym never met before. */
    int of(String pseudonym);
}
