package org.ecart.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the attack on a release came to before it was written (docs/formats/audit.md). It tells more than the release does
 * and stays inside the house.
 *
 * @param study its id
 * @param policyHash SHA-256 of the policy as text
 * @param attackers who attacked: A, B, C (METHOD, section 6)
 * @param budgetSpent whether the attack ran out of steps somewhere
 * @param earlier releases that were taken in
 */
public record AuditReport(
        String study,
        Policy policy,
        String policyHash,
        List<String> attackers,
        boolean budgetSpent,
        List<Earlier> earlier,
        List<Table> tables) {
    public AuditReport {
        attackers = List.copyOf(attackers);
        earlier = List.copyOf(earlier);
        tables = List.copyOf(tables);
    }

    /**
     * A table that left in an earlier release.
     *
     * @param release the id of the release
     * @param changed how many of its printed figures are no longer what the data say
     * @param unsafe how many of its printed cells are unsafe under the present policy, which cannot be helped
     * @param notLinked why it was not taken in; empty = it was
     */
    public record Earlier(String release, String study, String table, int changed, int unsafe, String notLinked) {}

    /** How many of a table's cells are printed, left out for one reason or another, and were attacked. */
    public record Table(
            String id, int safe, int primary, int secondary, int fallback, int audited, List<LeftOut> leftOut) {
        public Table {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Why a cell is left out. */
    public enum Kind {
        /** it is unsafe by itself */
        PRIMARY,
        /** a primary one could be computed from it */
        SECONDARY,
        /** within the budget no proof was found for a cell nearby, so everything around that was left out */
        FALLBACK
    }

    /**
     * A cell that is left out.
     *
     * @param codes by variable, {@code _T} where it sums over one
     * @param stayed where only those are counted who are counted at another date too: that date
     * @param printed whether the table has a place for it; else it is a margin that a share would tell, or those who stayed
     * @param unsafe the quantities that make it primary
     * @param bounds by quantity what an outsider can compute; what another cell tells is not there
     * @param knownAnyway who knows it whatever is printed now (docs/decisions/0005)
     */
    public record LeftOut(
            Period period,
            Map<String, String> codes,
            Optional<Period> stayed,
            boolean printed,
            Kind kind,
            List<String> unsafe,
            Map<String, Interval> bounds,
            List<String> knownAnyway) {
        public LeftOut {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
            unsafe = List.copyOf(unsafe);
            bounds = Collections.unmodifiableMap(new LinkedHashMap<>(bounds));
            knownAnyway = List.copyOf(knownAnyway);
        }
    }

    /**
     * What a number of persons may be.
     *
     * @param high none = there is no bound
     * @param exact whether both ends can be reached; else the true bounds may be wider
     */
    public record Interval(long low, OptionalLong high, boolean exact) {}
}
