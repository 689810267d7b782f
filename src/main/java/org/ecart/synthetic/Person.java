package org.ecart.synthetic;

import java.util.Optional;

/**
 * One synthetic person: what does not change from year to year.
 *
 * @param key of everything drawn later for this person
 * @param number the pseudonymous number without its letter
 * @param since the first year in which the person holds the place
 * @param countryOfBirth empty = not known
 * @param arrival only for those born abroad
 */
record Person(
        long key,
        long number,
        Lineage lineage,
        int since,
        boolean woman,
        Region region,
        Education education,
        Kin kin,
        Nationality nationality,
        String countryOfBirth,
        Optional<Arrival> arrival) {
    int age(int year) {
        return year - lineage.birthYear();
    }

    OriginGroup group() {
        return lineage.group();
    }

    /** The key of one matter of this person. */
    long key(Matter matter) {
        return Draws.key(key, matter.ordinal());
    }
}
