package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecart.model.Progress;
import org.ecart.protect.Cubes.Reach;
import org.ecart.protect.Evidence.Witness;

/**
 * Prints secondary units after all, the dearest first, as long as every primary one stays proven. A secondary unit that becomes
 * computable by that is printed with it: what was left out together for one proof goes back together when another has come.
 */
final class GivingBack {
    private static final int MOST_ROUNDS = 3;
    /** So many units are printed at once. */
    private static final int MOST_TOGETHER = 100;

    private static final long STEPS_A_WITNESS = 40;

    private final Ground ground;
    private final Requirements requirements;
    private final Published published;
    private final Evidence evidence;
    private final Prover prover;
    private final Steps steps;
    private final BitSet surrendered;
    /** By unit the figure for which a proof was missing when it was tried. */
    private final Map<Integer, Integer> missing = new HashMap<>();

    /**
     * @param prover looks for what costs nothing
     * @param surrendered units that were left out with everything around them: they stay so
     */
    GivingBack(Prover.Field field, Prover prover, Steps steps, BitSet surrendered) {
        this.ground = field.ground();
        this.requirements = field.requirements();
        this.published = field.published();
        this.evidence = field.evidence();
        this.prover = prover;
        this.steps = steps;
        this.surrendered = surrendered;
    }

    void all(Progress progress) {
        boolean changed = true;
        for (int round = 0; round < MOST_ROUNDS && changed; round++) {
            changed = false;
            List<Integer> candidates = new ArrayList<>(published.hidden());
            candidates.removeIf(unit -> fixed(unit) || surrendered.get(unit) || stillMissing(unit));
            candidates.sort(Comparator.comparing(ground::price).reversed().thenComparing(Comparator.naturalOrder()));
            for (int i = 0; i < candidates.size() && !steps.over(); i++) {
                progress.report("protect.givingBack", (double) i / candidates.size());
                steps.share(candidates.size() - i);
                changed |= published.hidden(candidates.get(i)) && new Attempt().succeeds(candidates.get(i));
            }
        }
    }

    private boolean fixed(int unit) {
        return requirements.primary(unit) || ground.system().fate(unit) != Fate.OPEN;
    }

    /** Whether a proof would still be asked for that was not found before, when even more was unknown. */
    private boolean stillMissing(int unit) {
        Integer figure = missing.get(unit);
        return figure != null && !published.known(figure) && !guarding(figure).isEmpty();
    }

    /** Units that are left out and need the figure to be uncertain. */
    private List<Integer> guarding(int figure) {
        return Arrays.stream(ground.unitsOf(figure))
                .filter(unit -> published.hidden(unit) && !surrendered.get(unit))
                .filter(unit -> Arrays.stream(requirements.guarded(unit)).anyMatch(f -> f == figure))
                .boxed()
                .toList();
    }

    /** @param free whether all that needs the figure to be uncertain may be printed instead */
    private record Urgency(int figure, boolean free, int witnesses) {}

    /** One unit, and whatever goes back with it. */
    private final class Attempt {
        private final List<Integer> shown = new ArrayList<>();
        private final Set<Witness> dropped = new LinkedHashSet<>();
        private List<Integer> unsettled = new ArrayList<>();

        boolean succeeds(int unit) {
            long before = evidence.work();
            boolean settled = show(unit);
            while (settled && !unsettled.isEmpty()) {
                List<Integer> figures = urgentFirst(unsettled);
                unsettled = new ArrayList<>();
                for (int i = 0; i < figures.size() && settled; i++) {
                    settled = settled(figures.get(i), unit);
                }
            }
            steps.count(STEPS_A_WITNESS * (evidence.work() - before));
            if (settled) {
                evidence.forget(dropped);
            } else {
                published.hideAgain(shown);
                evidence.restore(dropped);
            }
            return settled;
        }

        /** What decides soonest: figures that must be proven, and those of which few witnesses are left. */
        private List<Integer> urgentFirst(List<Integer> figures) {
            return figures.stream()
                    .map(figure -> new Urgency(
                            figure,
                            guarding(figure).stream().noneMatch(GivingBack.this::fixed),
                            evidence.saying(figure)))
                    .sorted(Comparator.comparing(Urgency::free).thenComparing(Urgency::witnesses))
                    .map(Urgency::figure)
                    .toList();
        }

        /** Whether a figure is proven, or need not be because what needed it can be printed too. */
        private boolean settled(int figure, int first) {
            if (published.known(figure)) {
                return true;
            }
            List<Integer> guarding = guarding(figure);
            if (guarding.isEmpty() || prover.prove(figure, Reach.UNKNOWN)) {
                return true;
            }
            if (shown.size() < MOST_TOGETHER && guarding.stream().allMatch(this::show)) {
                return true;
            }
            missing.put(first, figure);
            return false;
        }

        /** Prints a unit, with those that tell the same; says whether nothing that must stay left out is among them. */
        private boolean show(int unit) {
            List<Integer> bundle = published.hidden(unit) ? published.show(unit) : List.of();
            shown.addAll(bundle);
            Set<Witness> gone = new LinkedHashSet<>();
            for (int other : bundle) {
                Arrays.stream(ground.told(other)).forEach(figure -> gone.addAll(evidence.drop(figure)));
            }
            dropped.addAll(gone);
            unsettled.addAll(Evidence.affected(gone));
            return bundle.stream().noneMatch(GivingBack.this::fixed) && !steps.spent();
        }
    }
}
