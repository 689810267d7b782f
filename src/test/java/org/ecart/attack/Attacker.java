package org.ecart.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecart.model.Policy;
import org.ecart.protect.CountTable;
import org.ecart.protect.CountTable.Cell;

/**
 * What outsiders deduce from a table with suppressed cells, by METHOD section 6. A break is a fact about the table; no
 * break means that for every suppressed cell complete tables were found that keep it uncertain enough.
 */
public final class Attacker {
    private Attacker() {}

    /**
     * Attacks a table as published.
     *
     * @param suppressed one entry a cell: whether its place shows no figure; margins that are not printed need none
     * @return a sentence for each broken cell and attacker; empty = safe
     */
    public static List<String> breaks(CountTable table, boolean[] suppressed, Policy policy) {
        return attack(table, suppressed, policy).stream().map(Break::why).toList();
    }

    /**
     * Attacks a table as published, and passes over what the attacker would know though nothing at all were printed:
     * no suppression can keep that from him (docs/decisions).
     */
    public static List<String> avoidable(CountTable table, boolean[] suppressed, Policy policy) {
        List<Break> breaks = attack(table, suppressed, policy);
        if (breaks.isEmpty()) {
            return List.of();
        }
        Map<Integer, Break.By> hopeless = hopeless(table, policy);
        return breaks.stream()
                .filter(b -> !excused(b, hopeless))
                .map(Break::why)
                .toList();
    }

    /** Known to no weaker attacker than the one who knows it though nothing is printed at all. */
    private static boolean excused(Break b, Map<Integer, Break.By> hopeless) {
        Break.By inAnyCase = hopeless.get(b.cell());
        return inAnyCase != null && b.by() != Break.By.PRINT && b.by().compareTo(inAnyCase) >= 0;
    }

    /**
     * Cells that are broken though every printed cell is suppressed, and by whom. Such a table cannot meet METHOD's
     * rule: with n = 3, a total of 1..2 over two cells of 1..2 each can only be 1 + 1 = 2.
     */
    static Map<Integer, Break.By> hopeless(CountTable table, Policy policy) {
        return attack(table, PlainProtection.everything(table), policy).stream()
                .filter(Break::proved)
                .collect(Collectors.toMap(Break::cell, Break::by));
    }

    static List<Break> attack(CountTable table, boolean[] suppressed, Policy policy) {
        if (suppressed.length != table.cells().size()) {
            throw new IllegalArgumentException("one mark a cell");
        }
        PrimaryRule rule = new PrimaryRule(table.parts(), policy);
        List<Break> breaks = new ArrayList<>();
        for (int i = 0; i < suppressed.length; i++) {
            Set<Quantity> unsafe = rule.unsafe(table.cells().get(i));
            if (!suppressed[i] && !unsafe.isEmpty()) {
                breaks.add(new Break(i, Break.By.PRINT, true, describe(table, i, unsafe) + " is printed"));
            }
        }
        for (Component component : Component.of(table, suppressed, rule)) {
            breaks.addAll(new ComponentAttack(table, component, rule).breaks());
        }
        return breaks;
    }

    /** Names a cell with its parts and what is unsafe in it; for tests only, never for a reader of the table. */
    static String describe(CountTable table, int place, Set<Quantity> unsafe) {
        Cell cell = table.cells().get(place);
        String kind = unsafe.isEmpty()
                ? "secondary"
                : "unsafe by "
                        + String.join(", ", unsafe.stream().map(Quantity::label).toList());
        return "cell " + place + " (" + cell.numerator() + " + " + cell.rest() + " + " + cell.outside() + ", " + kind
                + ")";
    }
}
