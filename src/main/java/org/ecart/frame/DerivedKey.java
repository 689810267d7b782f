package org.ecart.frame;

import java.util.Set;

/**
 * What a derived column of a date is known by.
 *
 * @param hash SHA-256 in hexadecimal of all that decides its codes: rules, date, and the columns that the rules read
 * @param partitions those columns come from; without one of them it is not asked for any more
 */
public record DerivedKey(String hash, Set<Integer> partitions) {
    public DerivedKey {
        partitions = Set.copyOf(partitions);
    }
}
