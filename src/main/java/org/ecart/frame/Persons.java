package org.ecart.frame;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The persons of a date, in its row order.
 *
 * @param population number of the partition that has them, never given to another one; none where no derived columns are kept
 * @param rows reads the person of each row, one segment a chunk: ascending, under the same number at every date
 */
public record Persons(Optional<Integer> population, Supplier<List<PersonSegment>> rows) {}
