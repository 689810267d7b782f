package org.ecart.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.Quantity;

/**
 * What outsiders deduce from systems with suppressed cells, by METHOD section 6. A break is a fact about the system; no
 * break means that for every suppressed cell complete systems were found that keep it uncertain enough.
 */
public final class Attacker {
    private Attacker() {}

    /**
     * Attacks a system as published.
     *
     * @param suppressed one entry a unit: whether its place shows no figure
     * @return a sentence for each broken cell and attacker; empty = safe
     */
    public static List<String> breaks(CountSystem system, boolean[] suppressed, Policy policy) {
        return attack(system, suppressed, policy).stream().map(Break::why).toList();
    }

    /**
     * Attacks a system as published, and passes over what the attacker would know though nothing at all were printed:
     * no suppression can keep that from him (docs/decisions).
     */
    public static List<String> avoidable(CountSystem system, boolean[] suppressed, Policy policy) {
        List<Break> breaks = attack(system, suppressed, policy);
        if (breaks.isEmpty()) {
            return List.of();
        }
        List<Break> hopeless = hopeless(system, policy);
        return breaks.stream()
                .filter(b -> !excused(b, hopeless))
                .map(Break::why)
                .toList();
    }

    /** Known to no weaker attacker, and no other person, than who knows it though nothing is printed at all. */
    private static boolean excused(Break b, List<Break> hopeless) {
        return b.by() != Break.By.PRINT
                && hopeless.stream()
                        .anyMatch(inAnyCase -> inAnyCase.cell() == b.cell()
                                && (b.by().compareTo(inAnyCase.by()) > 0
                                        || b.by() == inAnyCase.by() && b.person() == inAnyCase.person()));
    }

    /**
     * Cells that are broken though every printed cell is suppressed, and by whom. Such a system cannot meet METHOD's
     * rule: with n = 3, a total of 1..2 over two cells of 1..2 each can only be 1 + 1 = 2.
     */
    static List<Break> hopeless(CountSystem system, Policy policy) {
        return attack(system, PlainProtection.everything(system), policy).stream()
                .filter(Break::proved)
                .toList();
    }

    static List<Break> attack(CountSystem system, boolean[] suppressed, Policy policy) {
        if (suppressed.length != system.units().size()) {
            throw new IllegalArgumentException("one mark a unit");
        }
        PrimaryRule rule = new PrimaryRule(system, policy);
        List<Break> breaks = new ArrayList<>();
        for (int i = 0; i < suppressed.length; i++) {
            Set<Quantity> unsafe = rule.unsafe(system.units().get(i));
            if (!suppressed[i] && !unsafe.isEmpty()) {
                breaks.add(
                        new Break(i, Break.By.PRINT, Break.ANYBODY, true, describe(system, i, unsafe) + " is printed"));
            }
        }
        PrintedFigures printed = new PrintedFigures(system, suppressed);
        breaks.addAll(new Differences(printed, suppressed, rule).breaks());
        for (Component component : Component.of(printed, suppressed, rule)) {
            breaks.addAll(new ComponentAttack(system, component, rule).breaks());
        }
        return breaks;
    }

    /** Names a cell with its parts and what is unsafe in it; for tests only, never for a reader of the system. */
    static String describe(CountSystem system, int place, Set<Quantity> unsafe) {
        Unit unit = system.units().get(place);
        String parts = unit.figures().entrySet().stream()
                .map(told -> PrimaryRule.label(told.getKey()) + " " + system.value(told.getValue()))
                .collect(Collectors.joining(", "));
        String kind = unsafe.isEmpty()
                ? "secondary"
                : "unsafe by "
                        + String.join(
                                ", ", unsafe.stream().map(PrimaryRule::label).toList());
        return "cell " + place + " (" + parts + ": " + kind + ")";
    }
}
