package org.ecart.protect;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.model.AuditReport.Interval;
import org.ecart.model.AuditReport.Kind;
import org.ecart.model.AuditReport.LeftOut;
import org.ecart.model.Policy;

/** What a policy asks of figures that are read from files. */
record FileRule(Policy policy) {
    boolean small(long persons) {
        return persons >= 1 && persons < policy.threshold();
    }

    /** Whether so many of all make a cell unsafe. */
    private boolean unsafe(long numerator, long all) {
        boolean everyOrNone = policy.groupDisclosure() && all >= 1 && (numerator == 0 || numerator == all);
        return everyOrNone || small(numerator) || small(all - numerator);
    }

    /**
     * Whether each numerator that can be makes a cell unsafe; not where none can be.
     *
     * @param range the least and the most
     */
    boolean everyUnsafe(long[] range, long all) {
        for (long k = range[0]; k <= range[1]; k++) {
            if (!unsafe(k, all)) {
                return false;
            }
        }
        return range[0] <= range[1];
    }

    /**
     * Whether a cell that is left out is told.
     *
     * @param why it is left out, where that is known
     * @param everything whether these are all figures of the cell
     */
    boolean falls(Map<Quantity, Interval> known, Optional<LeftOut> why, boolean everything) {
        boolean surelySmall = known.values().stream()
                .anyMatch(i -> i.low() >= 1 && i.high().isPresent() && i.high().getAsLong() < policy.threshold());
        return surelySmall
                || why.map(cell -> cell.kind() == Kind.PRIMARY ? narrow(cell, known) : told(cell, known))
                        .orElseGet(() -> everything && told(known));
    }

    private boolean narrow(LeftOut why, Map<Quantity, Interval> known) {
        Set<String> unsafe = new TreeSet<>(why.unsafe());
        return !why.knownAnyway().contains("A")
                && known.entrySet().stream()
                        .filter(figure -> unsafe.contains(id(figure.getKey())))
                        .anyMatch(figure -> narrow(figure.getValue()));
    }

    private static String id(Quantity quantity) {
        return quantity.name().toLowerCase(Locale.ROOT);
    }

    private boolean narrow(Interval interval) {
        return interval.high().isPresent()
                && (interval.high().getAsLong() - interval.low() < policy.threshold()
                        || interval.high().getAsLong() < policy.threshold());
    }

    /**
     * Whether a safe cell is told that was left out for the sake of others: any of its figures that no other cell tells, but
     * for a part of nobody, and for all where nobody can be in it anyway.
     */
    private static boolean told(LeftOut why, Map<Quantity, Interval> known) {
        return known.entrySet().stream()
                .filter(figure -> why.bounds().containsKey(id(figure.getKey())) && told(figure.getValue()))
                .anyMatch(figure -> figure.getValue().low() > 0
                        || everybody(figure.getKey()) && !why.knownAnyway().contains("A"));
    }

    private static boolean everybody(Quantity quantity) {
        return quantity == Quantity.PERSONS || quantity == Quantity.TOTAL;
    }

    /** Whether nothing is left to guess of somebody. */
    private static boolean told(Map<Quantity, Interval> known) {
        return known.values().stream().allMatch(FileRule::told)
                && known.values().stream().anyMatch(figure -> figure.low() > 0);
    }

    private static boolean told(Interval figure) {
        return figure.high().isPresent() && figure.high().getAsLong() == figure.low();
    }
}
