package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.model.Breakdown;
import org.ecart.model.Indicator;
import org.ecart.model.Measure;

/** The measures that an indicator has, in groups, and why one cannot be computed now. */
final class MeasureOffer {
    /** What a measure says, in the order in which measures are offered. */
    enum Kind {
        PERSONS,
        FIGURES,
        LIMITS,
        SHARES,
        CHANGES;

        static Kind of(Measure measure) {
            if (measure.share()) {
                return SHARES;
            }
            if (measure.comparesWithEarlier()) {
                return CHANGES;
            }
            return switch (measure) {
                case PERSONS, WEIGHTED, NUMERATOR, DENOMINATOR -> PERSONS;
                case RATE_LOW, RATE_HIGH, GAP_PERSONS, GAP_LOW, GAP_HIGH -> LIMITS;
                default -> FIGURES;
            };
        }
    }

    /** What a measure lacks. */
    enum Lack {
        /** a group to compare with */
        REFERENCE,
        /** a second date */
        DATES,
        /** a variable on the rows, so that a column is more than one cell */
        ROWS,
        /** a variable on the columns */
        COLUMNS,
        /** a variable on rows, columns or layers */
        VARIABLES,
        /** the variables that a named share is of the total over */
        SHARE_OF
    }

    /**
     * A measure as it can be chosen now.
     *
     * @param lack why it cannot be computed; what is shown can be taken away all the same
     */
    record Entry(Measure measure, boolean shown, Optional<Lack> lack) {
        boolean open() {
            return shown || lack.isEmpty();
        }
    }

    /** Measures of one kind. */
    record Group(Kind kind, List<Entry> entries) {
        Group {
            entries = List.copyOf(entries);
        }
    }

    private MeasureOffer() {}

    /**
     * The groups that have a measure.
     *
     * @param indicator none = only what is shown can be told
     */
    static List<Group> groups(Breakdown breakdown, Optional<Indicator> indicator, List<Measure> shown) {
        List<Group> groups = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Entry> entries = new ArrayList<>();
            for (Measure measure : Measure.values()) {
                boolean had = shown.contains(measure)
                        || indicator.filter(i -> i.has(measure)).isPresent();
                if (Kind.of(measure) == kind && had) {
                    entries.add(new Entry(measure, shown.contains(measure), lack(breakdown, measure)));
                }
            }
            if (!entries.isEmpty()) {
                groups.add(new Group(kind, entries));
            }
        }
        return groups;
    }

    /** What a measure lacks in a table. */
    static Optional<Lack> lack(Breakdown breakdown, Measure measure) {
        if (measure.comparesWithReference() && breakdown.reference().isEmpty()) {
            return Optional.of(Lack.REFERENCE);
        }
        if (measure.comparesWithEarlier() && breakdown.periods().size() < 2) {
            return Optional.of(Lack.DATES);
        }
        boolean rows = !breakdown.rows().blocks().isEmpty();
        boolean columns = !breakdown.columns().blocks().isEmpty();
        return switch (measure) {
            case SHARE_ROW -> lacking(columns, Lack.COLUMNS);
            case SHARE_COLUMN -> lacking(rows, Lack.ROWS);
            case SHARE_LAYER -> lacking(rows || columns, Lack.VARIABLES);
            case SHARE_TABLE -> lacking(!breakdown.variables().isEmpty(), Lack.VARIABLES);
            case SHARE -> lacking(!breakdown.arrangement().shareOf().isEmpty(), Lack.SHARE_OF);
            default -> Optional.empty();
        };
    }

    private static Optional<Lack> lacking(boolean there, Lack lack) {
        return there ? Optional.empty() : Optional.of(lack);
    }
}
