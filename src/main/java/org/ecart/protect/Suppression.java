package org.ecart.protect;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.ecart.model.Policy;
import org.ecart.model.Progress;

/**
 * Which units of tables must not be printed (METHOD, section 6): the primary ones, and the secondary ones that keep
 * them from being computed. The same tables give the same answer on any machine.
 *
 * <p>When it is done, each of these is proven by {@link Evidence}, for every unit left out:
 *
 * <ul>
 *   <li>A, who knows what is published: the unsafe figure of a primary unit lies between bounds at least the threshold
 *       apart; what must stay uncertain of a secondary one may have two values.
 *   <li>B, who also knows which units are primary, by which quantity and what that says ({@link Knowledge}): an unsafe
 *       figure of a primary unit, and each figure of a secondary one that is not 0, may have two values.
 *   <li>C, B and the only contributor of primary units: the same for every other unit.
 * </ul>
 *
 * Two things are excepted, because nothing that is published makes a difference to them: what is proven to be known
 * whatever is printed ({@link KnownAnyway}, docs/decisions/0005), and units of a part of the tables in which everything was left
 * out.
 */
public final class Suppression {
    private static final long STEPS_TO_CHOOSE = 1_500_000_000;
    private static final long STEPS_TO_GIVE_BACK = 500_000_000;
    /** In a larger system what is given back is not looked for by linear programs. */
    private static final int MOST_ATOMS_TO_BE_THOROUGH = 4_000;

    private Suppression() {}

    /** Only what is unsafe by itself: {@link Protection#PRIMARY} or {@link Protection#SAFE} for each unit. */
    static List<Protection> primary(CountSystem system, Policy policy) {
        PrimaryRule rule = new PrimaryRule(policy);
        return system.units().stream()
                .map(unit -> rule.unsafe(system, unit).isEmpty() ? Protection.SAFE : Protection.PRIMARY)
                .toList();
    }

    /** One protection for each unit, in the order of the system. */
    public static List<Protection> protect(CountSystem system, Policy policy, Progress progress) {
        return outcome(system, policy, progress).protections();
    }

    /**
     * What was decided and why.
     *
     * @param protections one for each unit, in the order of the system
     * @param witnesses that prove what is left out uncertain enough
     */
    record Outcome(List<Protection> protections, List<Move> witnesses) {}

    static Outcome outcome(CountSystem system, Policy policy, Progress progress) {
        if (policy.isNone()) {
            return new Outcome(
                    system.units().stream().map(unit -> Protection.SAFE).toList(), List.of());
        }
        CountSystem all = Implied.in(system, policy).system();
        Ground ground = new Ground(all, policy.loss());
        Requirements requirements = new Requirements(all, system.units().size(), policy);
        Knowledge knowledge = new Knowledge(all, requirements, policy);
        Published published = new Published(ground, requirements);
        Singletons singletons = new Singletons(ground, requirements.alone());
        Evidence evidence = new Evidence(ground, knowledge, published, singletons, policy.threshold());
        Prover.Field field = new Prover.Field(ground, requirements, published, evidence, knowledge);
        Steps steps = new Steps(STEPS_TO_CHOOSE);
        KnownAnyway anyway = new KnownAnyway(ground, knowledge, singletons, policy.threshold());
        Prover prover = new Prover(field, anyway, steps, policy.threshold(), false);
        Unprinted unprinted = new Unprinted(field, anyway, singletons, policy);
        SecondaryChooser chooser = new SecondaryChooser(field, prover, unprinted, steps);
        chooser.choose(progress);
        steps.renew(STEPS_TO_GIVE_BACK);
        boolean thorough = all.atoms() <= MOST_ATOMS_TO_BE_THOROUGH;
        Prover free = new Prover(field, anyway, steps, policy.threshold(), thorough);
        new GivingBack(field, free, steps, chooser.surrendered()).all(progress);
        List<Protection> protections = IntStream.range(0, system.units().size())
                .mapToObj(unit -> protection(unit, published, requirements, chooser.surrendered()))
                .toList();
        return new Outcome(protections, evidence.moves());
    }

    private static Protection protection(int unit, Published published, Requirements requirements, BitSet surrendered) {
        if (!published.hidden(unit)) {
            return Protection.SAFE;
        }
        if (requirements.primary(unit)) {
            return Protection.PRIMARY;
        }
        return surrendered.get(unit) ? Protection.FALLBACK : Protection.SECONDARY;
    }
}
