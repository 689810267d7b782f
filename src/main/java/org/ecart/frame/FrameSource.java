package org.ecart.frame;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.Period;

/** Who hands out frames, and may keep what was derived from them. */
@FunctionalInterface
public interface FrameSource {
    /**
     * The persons of a reference date with just these columns.
     *
     * @throws org.ecart.model.EcartException usage, when there is no population for the date
     */
    Frame frame(Period period, Set<String> variables);

    /** Where the coded columns that a frame would have come from; nothing where no derived columns are kept. */
    default Map<String, Provenance> provenance(Period period, Set<String> variables) {
        return Map.of();
    }

    /** Who a date has; none where there is no population for it, or where its rows have no persons. */
    default Optional<Persons> persons(Period period) {
        return Optional.empty();
    }

    /** The segments of a derived column that was kept. */
    default Optional<List<CodeSegment>> kept(DerivedKey key) {
        return Optional.empty();
    }

    /** Offers a derived column to be kept. It may be kept later, not for long, or not at all; none of that is a failure. */
    default void keep(DerivedKey key, List<CodeSegment> column) {}
}
