package org.ecart.frame;

import java.util.Set;

/**
 * Where the column of a variable at a date comes from: as long as this is the same, the column is.
 *
 * @param population number of the partition whose row order it has; never given to another one
 * @param partition number of the partition that holds the variable
 * @param missing codes that mean "not known"
 */
public record Provenance(int population, int partition, Set<String> missing) {
    public Provenance {
        missing = Set.copyOf(missing);
    }
}
