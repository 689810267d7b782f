package org.ecart.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.model.Progress;
import org.ecart.protect.MoveFinder.Reach;
import org.ecart.protect.Surroundings.Extent;

/**
 * Decides which cells go with the primary ones. Each cell left out needs its proof; where one is missing, the cheapest
 * move that gives it is looked for and the cells of that move are left out as well, which in their turn need theirs.
 * Then the dearest are given back as long as everything stays proven.
 *
 * <p>Where no move is found, or the steps are spent, everything that hangs together with the cell is left out
 * ("surrender"): then nobody learns anything from what is published there, and nothing is left to withhold.
 */
final class SecondaryChooser {
    private static final int MOST_ROUNDS = 3;

    private final Equations equations;
    private final List<Set<Quantity>> unsafe;
    private final Suppressed suppressed;
    private final MoveFinder finder;
    private final Forced forced;
    private final int threshold;
    private final BitSet surrendered = new BitSet();
    /** By singleton's cell; empty for B himself. */
    private final Map<Optional<Integer>, Forced.Known> forcedTo = new HashMap<>();

    SecondaryChooser(
            Equations equations,
            List<Set<Quantity>> unsafe,
            Suppressed suppressed,
            MoveFinder finder,
            Forced forced,
            int threshold) {
        this.equations = equations;
        this.unsafe = unsafe;
        this.suppressed = suppressed;
        this.finder = finder;
        this.forced = forced;
        this.threshold = threshold;
    }

    void choose(Progress progress) {
        for (int c = 0; c < equations.size(); c++) {
            if (primary(c)) {
                suppressed.hide(c);
            }
        }
        // the list grows while it is worked off
        for (int i = 0; i < suppressed.cells().size(); i++) {
            progress.report("protect.choosing", (double) i / suppressed.cells().size());
            int cell = suppressed.cells().get(i);
            if (!prove(cell, Reach.ANY)) {
                surrender(cell);
            }
        }
    }

    void giveBack(Steps steps, Progress progress) {
        boolean changed = true;
        for (int round = 0; round < MOST_ROUNDS && changed; round++) {
            changed = false;
            List<Integer> candidates = new ArrayList<>(suppressed.cells());
            candidates.removeIf(c -> primary(c) || surrendered.get(c));
            candidates.sort(Comparator.comparing(finder::price).reversed().thenComparing(Comparator.naturalOrder()));
            for (int i = 0; i < candidates.size() && !steps.spent(); i++) {
                progress.report("protect.givingBack", (double) i / candidates.size());
                steps.count(suppressed.evidence().size());
                changed |= suppressed.giveBack(candidates.get(i), this::allProven);
            }
        }
    }

    private boolean allProven() {
        for (int cell : suppressed.cells()) {
            if (!prove(cell, Reach.UNKNOWN)) {
                return false;
            }
        }
        return true;
    }

    private boolean primary(int cell) {
        return !unsafe.get(cell).isEmpty();
    }

    private void surrender(int cell) {
        BitSet all = equations.connected(cell);
        suppressed.hide(all.stream().toArray());
        surrendered.or(all);
    }

    /** Whether the cell is proven safe, if need be with moves within reach. */
    private boolean prove(int cell, Reach reach) {
        if (surrendered.get(cell)) {
            return true;
        }
        if (primary(cell) && !widen(cell, reach)) {
            return false;
        }
        for (Quantity quantity : guarded(cell)) {
            if (!blur(cell, quantity, reach)) {
                return false;
            }
        }
        return true;
    }

    /** The quantities of which nobody may know the value. */
    private Set<Quantity> guarded(int cell) {
        if (primary(cell)) {
            return unsafe.get(cell);
        }
        Set<Quantity> guarded = new TreeSet<>();
        for (int part : equations.parts()) {
            if (equations.value(part, cell) > 0) {
                guarded.add(Quantity.ofPart(part));
            }
        }
        if (!guarded.isEmpty()) {
            guarded.add(Quantity.PERSONS);
        }
        return guarded;
    }

    /** A: bounds at least the threshold apart; then, as nothing is negative, the upper one reaches it too. */
    private boolean widen(int cell, Reach most) {
        for (Reach reach : upTo(most)) {
            if (narrow(cell).isPresent()) {
                finder.widenByCube(cell, unsafeParts(cell), reach);
            }
            Optional<Quantity> still = narrow(cell);
            while (still.isPresent() && widen(cell, still.get(), reach)) {
                still = narrow(cell);
            }
            if (still.isEmpty()) {
                return true;
            }
        }
        return narrow(cell).isEmpty();
    }

    private boolean widen(int cell, Quantity quantity, Reach reach) {
        Set<Integer> parts = partsOf(quantity);
        finder.widenByAnyCube(cell, parts, reach);
        for (Extent extent : Extent.values()) {
            if (!wide(cell, quantity) && reach != Reach.UNKNOWN) {
                finder.widenByLine(cell, parts, reach, extent);
            }
        }
        return wide(cell, quantity);
    }

    private Optional<Quantity> narrow(int cell) {
        return unsafe.get(cell).stream().filter(q -> !wide(cell, q)).findFirst();
    }

    private boolean wide(int cell, Quantity quantity) {
        return suppressed.evidence().range(cell, quantity).width() >= threshold;
    }

    private Set<Integer> unsafeParts(int cell) {
        Set<Integer> parts = new TreeSet<>();
        for (int part : equations.parts()) {
            if (unsafe.get(cell).contains(Quantity.ofPart(part))) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? Set.of(0) : parts;
    }

    private Set<Integer> partsOf(Quantity quantity) {
        Set<Integer> parts = new TreeSet<>();
        for (int part : equations.parts()) {
            if (quantity.contains(part)) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** B and C: at least two values left, in the eyes of each. */
    private boolean blur(int cell, Quantity quantity, Reach most) {
        BitSet knowing = knowing(cell, quantity);
        while (!knowing.isEmpty()) {
            if (!blur(cell, quantity, knowing, most)) {
                return false;
            }
            BitSet left = knowing(cell, quantity);
            if (left.cardinality() == knowing.cardinality()) {
                return false;
            }
            knowing = left;
        }
        return true;
    }

    private boolean blur(int cell, Quantity quantity, BitSet knowing, Reach most) {
        int[] all = suppressed.evidence().cellsOf(knowing);
        int[] first = suppressed.evidence().cellsOf(knowing.get(0, knowing.nextSetBit(0) + 1));
        for (Reach reach : upTo(most)) {
            if (finder.changeByCube(cell, quantity, all, reach) || finder.changeByCube(cell, quantity, first, reach)) {
                return true;
            }
        }
        return most != Reach.UNKNOWN && blurByLine(cell, quantity, first);
    }

    private boolean blurByLine(int cell, Quantity quantity, int[] still) {
        for (Extent extent : Extent.values()) {
            if (finder.changeByLine(cell, quantity, still, Reach.OCCUPIED, extent)
                    || finder.changeByLine(cell, quantity, still, Reach.ANY, extent)) {
                return true;
            }
        }
        return false;
    }

    private static Set<Reach> upTo(Reach most) {
        return EnumSet.range(Reach.UNKNOWN, most);
    }

    /** Those who know the quantity because of what is published; not those who would know it anyway. */
    private BitSet knowing(int cell, Quantity quantity) {
        BitSet knowing = suppressed.evidence().undeceived(cell, quantity);
        for (int bit = knowing.nextSetBit(0); bit >= 0; bit = knowing.nextSetBit(bit + 1)) {
            BitSet one = new BitSet();
            one.set(bit);
            if (forcedTo(suppressed.evidence().cellsOf(one)).known(cell, quantity)) {
                knowing.clear(bit);
            }
        }
        return knowing;
    }

    private Forced.Known forcedTo(int[] own) {
        Optional<Integer> singleton = own.length == 0 ? Optional.empty() : Optional.of(own[0]);
        return forcedTo.computeIfAbsent(singleton, key -> forced.to(own));
    }
}
