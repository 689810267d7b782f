package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.ecart.model.Loss;
import org.ecart.model.Policy;
import org.ecart.model.Progress;

/**
 * Attacks tables as they are about to leave (METHOD, section 6): from what is printed, which units are left out and what
 * the attackers know, it looks for witnesses of its own. It trusts nothing that the choice of units was based on; every
 * witness is checked by adding it up. It refuses nothing by itself.
 */
public final class Audit {
    private static final long STEPS = 1_000_000_000;

    private final CountSystem all;
    private final Policy policy;
    private final Requirements requirements;
    private final Knowledge knowledge;

    /** The attackers of METHOD. */
    public enum Attacker {
        /** knows what is published */
        A,
        /** knows also which units are primary, and why */
        B,
        /** is also the only person in one of them */
        C
    }

    /**
     * What A can compute of a figure.
     *
     * @param low its least possible value
     * @param high its greatest; none = there is no bound
     * @param exact whether complete tables reach both ends; else they are the ends that were reached, and A's bounds may
     *     be wider
     */
    public record Bounds(long low, OptionalLong high, boolean exact) {}

    /**
     * What attackers can do about one unit.
     *
     * @param unit its number; from the number of units of the system on it is no cell of a table, but a difference of
     *     printed cells that is unsafe
     * @param kind {@link Protection#SAFE} for a unit that is printed though it is unsafe
     * @param bounds of each of its figures that no other unit tells
     * @param succeed who learns too much because of what is printed; the weakest first
     * @param inAnyCase who knows it whatever is printed now, as is proven (decision 5)
     */
    public record Finding(
            int unit, Protection kind, Map<Quantity, Bounds> bounds, Set<Attacker> succeed, Set<Attacker> inAnyCase) {
        /** Whether the tables may not leave because of this unit. */
        public boolean broken() {
            return !succeed.isEmpty();
        }
    }

    private Audit(CountSystem system, Policy policy) {

        this.policy = policy;
        this.all = Implied.in(system, policy).system();
        this.requirements = new Requirements(all, system.units().size(), policy);
        this.knowledge = new Knowledge(all, requirements, policy);
    }

    /**
     * What an attack came to.
     *
     * @param spent whether it ran out of steps, so that not everything was tried
     */
    public record Outcome(List<Finding> findings, boolean spent) {
        public Outcome {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Attacks every unit that is left out, and tells of those that should be.
     *
     * @param protections one a unit of the system
     */
    public static List<Finding> of(CountSystem system, List<Protection> protections, Policy policy, Progress progress) {
        return outcome(system, protections, List.of(), policy, progress).findings();
    }

    /**
     * Attacks one unit that is left out.
     *
     * @param protections one a unit of the system
     */
    static Finding of(CountSystem system, List<Protection> protections, int unit, Policy policy) {
        Audit audit = new Audit(system, policy);
        return audit.finding(unit, false, audit.new Attack(protections));
    }

    /**
     * The same, and whether the steps were enough.
     *
     * @param known moves that may be witnesses; those that are not prove nothing
     */
    static Outcome outcome(
            CountSystem system, List<Protection> protections, List<Move> known, Policy policy, Progress progress) {
        return policy.isNone()
                ? new Outcome(List.of(), false)
                : new Audit(system, policy).findings(protections, known, progress);
    }

    private Outcome findings(List<Protection> protections, List<Move> known, Progress progress) {
        Attack attack = new Attack(protections);
        known.forEach(attack.evidence::add);
        List<Finding> findings = new ArrayList<>();
        for (int unit = 0; unit < all.units().size(); unit++) {
            progress.report("protect.auditing", (double) unit / all.units().size());
            boolean implied = requirements.implied(unit);
            boolean printed = !implied && !protections.get(unit).suppressed();
            if (!printed || requirements.primary(unit)) {
                Finding finding = finding(unit, printed, attack);
                if (!implied || finding.broken()) {
                    findings.add(finding);
                }
            }
        }
        return new Outcome(findings, attack.steps.over());
    }

    private Finding finding(int unit, boolean printed, Attack attack) {
        Set<Attacker> succeed = EnumSet.noneOf(Attacker.class);
        Set<Attacker> inAnyCase = EnumSet.noneOf(Attacker.class);
        if (attack.published.told(unit)) {
            succeed.add(Attacker.A);
        }
        Map<Quantity, Bounds> bounds = new EnumMap<>(Quantity.class);
        all.units().get(unit).figures().forEach((quantity, figure) -> {
            if (!attack.published.known(figure)) {
                bounds.put(quantity, attack.bounds(figure));
            }
        });
        for (int figure : requirements.guarded(unit)) {
            if (!attack.published.known(figure)) {
                Prover.Knowing knowing = attack.knowing(unit, figure);
                succeed.addAll(knowing.succeed());
                inAnyCase.addAll(knowing.inAnyCase());
            }
        }
        if (attack.nothingNew(unit) && attack.fate(unit) != Fate.WITHHELD) {
            succeed.clear();
        }
        return new Finding(unit, kind(unit, printed), bounds, succeed, inAnyCase);
    }

    private Protection kind(int unit, boolean printed) {
        if (printed) {
            return Protection.SAFE;
        }
        return requirements.primary(unit) ? Protection.PRIMARY : Protection.SECONDARY;
    }

    /** One state of the tables, and the search in it. */
    private final class Attack {
        private final Ground ground;
        private final Published published;
        private final Evidence evidence;
        private final Prover prover;
        private final Extremes extremes;
        private final KnownAnyway anyway;
        private final Steps steps;
        private final BitSet looked = new BitSet();
        private final BitSet nothingEver = new BitSet();
        private final BitSet nothingNew = new BitSet();

        Attack(List<Protection> protections) {
            this.ground = new Ground(all, Loss.BALANCED);
            this.published = new Published(ground, requirements);
            for (int unit = 0; unit < all.units().size(); unit++) {
                if (unit >= protections.size() || protections.get(unit).suppressed()) {
                    published.leaveOut(unit);
                }
            }
            Singletons singletons = new Singletons(ground, requirements.alone());
            this.evidence = new Evidence(ground, knowledge, published, singletons, policy.threshold());
            Prover.Field field = new Prover.Field(ground, requirements, published, evidence, knowledge);
            this.anyway = new KnownAnyway(ground, knowledge, singletons, policy.threshold());
            this.steps = new Steps(STEPS);
            this.prover = new Prover(field, anyway, steps, policy.threshold(), true);
            this.extremes = new Extremes(ground, published, evidence, new OjAlgoSolver(), steps);
        }

        /** Nobody learns from what is not printed: then nothing is searched for. */
        private Prover.Knowing knowing(int unit, int figure) {
            if (!nothingEver(unit)) {
                return prover.attackers(figure);
            }
            boolean known = anyway.toA(figure, requirements.wide(figure));
            return new Prover.Knowing(Set.of(), known ? Set.of(Attacker.A) : Set.of());
        }

        /** Whether nothing that hangs together with a unit was ever printed. */
        private boolean nothingEver(int unit) {
            lookAround(unit);
            return nothingEver.get(unit);
        }

        /** Whether nothing that hangs together with a unit is printed now. */
        private boolean nothingNew(int unit) {
            lookAround(unit);
            return nothingNew.get(unit);
        }

        private void lookAround(int unit) {
            if (!looked.get(unit)) {
                int[] connected = ground.connected(unit);
                boolean ever = Arrays.stream(connected).allMatch(published::hidden);
                boolean now = Arrays.stream(connected)
                        .allMatch(other -> published.hidden(other) || fate(other) == Fate.PRINTED);
                Arrays.stream(connected).forEach(other -> {
                    looked.set(other);
                    nothingEver.set(other, ever);
                    nothingNew.set(other, now);
                });
            }
        }

        private Fate fate(int unit) {
            return ground.system().fate(unit);
        }

        private Bounds bounds(int figure) {
            return extremes.bounds(figure)
                    .orElseGet(() -> new Bounds(
                            all.value(figure) - evidence.down(figure),
                            OptionalLong.of(all.value(figure) + evidence.up(figure)),
                            false));
        }
    }
}
