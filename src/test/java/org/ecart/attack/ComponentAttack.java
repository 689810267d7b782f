package org.ecart.attack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ecart.attack.Component.Target;
import org.ecart.protect.CountSystem;
import org.ecart.protect.Quantity;

/** The attackers A, B and C on one connected piece of what is not known. */
final class ComponentAttack {
    private static final int LARGEST_FOR_LP = 150;

    private final CountSystem system;
    private final Component component;
    private final PrimaryRule rule;
    private final int threshold;
    private final long[] truth;
    private final boolean[] determined;
    private final WitnessSearch search;
    /** Complete tables found so far: many questions are answered by an earlier one. */
    private final List<long[]> found = new ArrayList<>();

    /** Whether a search for the question at hand ended without an answer. */
    private boolean gaveUp;

    private final Set<Known> broken = new HashSet<>();
    private final List<Break> breaks = new ArrayList<>();

    private record Known(int unit, int person) {}

    /**
     * Who asks for two values.
     *
     * @param whom as breaks say it
     * @param own figures that count nobody but himself
     */
    private record Attacking(Break.By by, int person, String whom, Set<Integer> own) {}

    ComponentAttack(CountSystem system, Component component, PrimaryRule rule) {
        this.system = system;
        this.component = component;
        this.rule = rule;
        this.threshold = rule.policy().threshold();
        this.truth = component.truth();
        Elimination elimination = new Elimination(component);
        this.determined = elimination.determined();
        this.search = new WitnessSearch(component, elimination);
        found.add(truth);
    }

    /** At most one break a cell by the weakest attacker who succeeds; of those alone in a unit each who does. */
    List<Break> breaks() {
        Bounds a = Bounds.notNegative(component).propagated(component);
        component.targets().forEach(target -> attackByA(a, target));
        Bounds b = a.copy();
        component.targets().forEach(target -> learnReasons(b, target));
        Bounds ofB = b.propagated(component);
        Attacking anybody = new Attacking(Break.By.B, Break.ANYBODY, "", Set.of());
        component.targets().forEach(target -> attack(ofB, target, anybody));
        component.singletons().forEach((person, alone) -> attackBySingleton(ofB, person, alone));
        return breaks;
    }

    private void attackByA(Bounds bounds, Target target) {
        if (!target.primary()) {
            Attacking reader = new Attacking(Break.By.A, Break.ANYBODY, "", Set.of());
            component.asked(target).forEach(q -> requireTwoValues(bounds, target, q, reader));
        }
        for (Quantity quantity : target.unsafe()) {
            int place = component.place(target, quantity);
            if (determined[place]) {
                gaveUp = false;
                add(
                        target,
                        Break.By.A,
                        Break.ANYBODY,
                        PrimaryRule.label(quantity) + " is determined by the equations alone");
            } else if (!wide(bounds, place)) {
                add(
                        target,
                        Break.By.A,
                        Break.ANYBODY,
                        PrimaryRule.label(quantity) + " stays below " + threshold + " or varies by less than that"
                                + opinion(bounds, place));
            }
        }
    }

    private void learnReasons(Bounds bounds, Target target) {
        for (Quantity quantity : target.unsafe()) {
            if (rule.leavesAChoice(component.unit(target), quantity)) {
                bounds.narrow(
                        component.place(target, quantity),
                        rule.least(component.unit(target), quantity),
                        threshold - 1L);
            }
        }
    }

    /** He knows of all the units in which he is alone at once. */
    private void attackBySingleton(Bounds ofB, int person, List<Target> alone) {
        Bounds bounds = ofB.copy();
        for (int place : component.atoms(alone)) {
            bounds.narrow(place, truth[place], truth[place]);
        }
        Bounds ofC = bounds.propagated(component);
        List<Integer> units = alone.stream().map(Target::unit).toList();
        Attacking one =
                new Attacking(Break.By.C, person, " to the one person of units " + units, component.ownFigures(alone));
        component.targets().forEach(target -> attack(ofC, target, one));
    }

    private void attack(Bounds bounds, Target target, Attacking by) {
        if (!target.primary()) {
            component.asked(target).forEach(q -> requireTwoValues(bounds, target, q, by));
        }
        for (Quantity quantity : target.unsafe()) {
            if (rule.leavesAChoice(component.unit(target), quantity)) {
                requireTwoValues(bounds, target, quantity, by);
            }
        }
    }

    private void requireTwoValues(Bounds bounds, Target target, Quantity quantity, Attacking by) {
        if (broken.contains(new Known(target.unit(), by.person()))
                || broken.contains(new Known(target.unit(), Break.ANYBODY))
                || by.own().contains(component.unit(target).figure(quantity).orElseThrow())) {
            return;
        }
        int place = component.place(target, quantity);
        if (determined[place]) {
            gaveUp = false;
            add(target, by.by(), by.person(), PrimaryRule.label(quantity) + " is determined by the equations alone");
        } else if (!twoValues(bounds, place)) {
            add(
                    target,
                    by.by(),
                    by.person(),
                    PrimaryRule.label(quantity) + " is known exactly" + by.whom() + opinion(bounds, place));
        }
    }

    private void add(Target target, Break.By by, int person, String why) {
        if (broken.add(new Known(target.unit(), person))) {
            breaks.add(new Break(
                    target.unit(),
                    by,
                    person,
                    !gaveUp,
                    by + " breaks " + Attacker.describe(system, target.unit(), target.unsafe()) + ": " + why));
        }
    }

    /** Two tables differ in this place by the threshold or more, and one reaches the threshold. */
    private boolean wide(Bounds bounds, int place) {
        gaveUp = false;
        long low = truth[place];
        long high = truth[place];
        for (long[] witness : found) {
            low = Math.min(low, witness[place]);
            high = Math.max(high, witness[place]);
        }
        long enough = truth[place] + threshold;
        if (high < enough && exists(bounds, place, enough, Bounds.NONE)) {
            high = enough;
        }
        if (high < enough) {
            high = greatest(bounds, place, high, enough - 1);
        }
        return high >= threshold
                && (low <= high - threshold || exists(bounds, place, Long.MIN_VALUE / 8, high - threshold));
    }

    /** The greatest possible value of a place between one that is possible and another. */
    private long greatest(Bounds bounds, int place, long possible, long atMost) {
        long low = possible;
        long high = Math.min(atMost, bounds.high(place));
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (exists(bounds, place, middle, Bounds.NONE)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private boolean twoValues(Bounds bounds, int place) {
        gaveUp = false;
        long known = truth[place];
        return found.stream().anyMatch(w -> w[place] != known && bounds.allow(w))
                || exists(bounds, place, known + 1, Bounds.NONE)
                || exists(bounds, place, Long.MIN_VALUE / 8, known - 1);
    }

    private boolean exists(Bounds bounds, int place, long least, long most) {
        if (least > bounds.high(place) || most < bounds.low(place)) {
            return false;
        }
        Optional<long[]> witness = search.find(bounds, place, least, most);
        witness.ifPresent(found::add);
        gaveUp |= witness.isEmpty() && search.gaveUp();
        return witness.isPresent();
    }

    /** What the LP solver thinks of a break. */
    private String opinion(Bounds bounds, int place) {
        String search = gaveUp ? "; no witness was found in time" : "";
        if (component.size() > LARGEST_FOR_LP) {
            return search;
        }
        return search
                + LpInterval.of(component, bounds, place)
                        .map(lp -> String.format(Locale.ROOT, "; LP says [%.3f, %.3f]", lp.low(), lp.high()))
                        .orElse("");
    }
}
