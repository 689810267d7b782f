package org.ecart.protect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecart.model.Period;

/**
 * The proofs that a protection rests on, by the dates that were protected together. Whoever attacks the same tables may
 * take them instead of looking for his own, as each is checked again against what is printed.
 */
public final class Witnesses {
    /** None. */
    public static final Witnesses NONE = new Witnesses(Map.of());

    private final Map<Set<Period>, List<Move>> byDates;

    Witnesses(Map<Set<Period>, List<Move>> byDates) {
        this.byDates = new HashMap<>(byDates);
    }

    List<Move> of(Set<Period> dates) {
        return byDates.getOrDefault(dates, List.of());
    }
}
