package org.ecart.ui.explore;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.Counted;
import org.ecart.model.DatedName;
import org.ecart.model.Period;
import org.ecart.model.Shift;

/** What the analyst can do to the dates of a breakdown's variables and to who is counted, as functions of breakdowns. */
final class FollowingEdits {
    private static final Shift NOW = new Shift.Years(0);

    private FollowingEdits() {}

    /** The name of a variable at another date, or at that of the table where none is said. */
    static String name(String variable, Optional<Shift> shift) {
        String plain = DatedName.of(variable).map(DatedName::variable).orElse(variable);
        return shift.map(s -> new DatedName(plain, s).text()).orElse(plain);
    }

    /** The date that the name of a variable says. */
    static Optional<Shift> shift(String variable) {
        return DatedName.of(variable).map(DatedName::shift);
    }

    /** Reads a variable at another date, in its place. Nothing changes where it stands on an axis already. */
    static Breakdown dated(Breakdown breakdown, String variable, Optional<Shift> shift) {
        return renamed(breakdown, variable, name(variable, shift));
    }

    private static Breakdown renamed(Breakdown breakdown, String from, String to) {
        if (breakdown.variables().contains(to)) {
            return breakdown;
        }
        UnaryOperator<String> name = v -> v.equals(from) ? to : v;
        return breakdown
                .withRows(breakdown.rows().renamed(name))
                .withColumns(breakdown.columns().renamed(name))
                .withLayers(breakdown.layers().renamed(name))
                .withReference(
                        breakdown.reference().map(r -> new Breakdown.Reference(name.apply(r.variable()), r.code())));
    }

    /** A transition: the same variable at another date, on the columns, or on the rows where it stands on the columns itself. */
    static Breakdown crossed(Breakdown breakdown, String variable, Shift shift) {
        Axis columns = breakdown.columns();
        Shelf across = columns.variables().contains(variable) ? Shelf.ROWS : Shelf.COLUMNS;
        return BreakdownEdits.put(breakdown, across, name(variable, Optional.of(shift)), false);
    }

    /**
     * Counts those too who are only at another date, or no longer.
     *
     * @param variable what is read there; what it is at the date of the table is then said of them too
     */
    static Breakdown counting(Breakdown breakdown, String variable, Optional<Shift> also) {
        String plain = name(variable, Optional.empty());
        String now = name(variable, Optional.of(NOW));
        Breakdown counting = breakdown.withCounted(breakdown.counted().withAlso(also));
        return also.isPresent() ? renamed(counting, plain, now) : renamed(counting, now, plain);
    }

    /** Counts nobody any more who is only at another date. */
    static Breakdown notCounting(Breakdown breakdown) {
        Breakdown without = breakdown.withCounted(breakdown.counted().withAlso(Optional.empty()));
        for (String variable : breakdown.variables()) {
            if (shift(variable).filter(NOW::equals).isPresent()) {
                without = dated(without, variable, Optional.empty());
            }
        }
        return without;
    }

    /** Asks a filter at one date only, and follows those for whom it held there. */
    static Breakdown cohort(Breakdown breakdown, Condition condition, Period start) {
        Condition who = breakdown
                .counted()
                .cohort()
                .filter(c -> c.start().equals(start))
                .map(c -> Condition.and(c.who(), condition))
                .orElse(condition);
        return BreakdownEdits.unfiltered(breakdown, condition)
                .withCounted(breakdown.counted().withCohort(Optional.of(new Counted.Cohort(start, who))));
    }

    /** A cohort is looked at over time: a table of one date gets those from the start on. */
    static Breakdown through(Breakdown breakdown, Period start, List<Period> dates) {
        List<Period> from = dates.stream().filter(d -> d.compareTo(start) >= 0).toList();
        return breakdown.periods().size() == 1 && from.size() > 1 ? breakdown.withPeriods(from) : breakdown;
    }

    /** Follows nobody any more: those who left the cohort go too. */
    static Breakdown noCohort(Breakdown breakdown) {
        return notCounting(breakdown).withCounted(Counted.USUAL);
    }

    /** Counts those of a cohort who have left the population, or no longer; a status says then that they are gone. */
    static Breakdown leavers(Breakdown breakdown, boolean counted) {
        return counted
                ? breakdown.withCounted(breakdown
                        .counted()
                        .withAlso(breakdown.counted().cohort().map(cohort -> new Shift.Fixed(cohort.start()))))
                : notCounting(breakdown);
    }
}
