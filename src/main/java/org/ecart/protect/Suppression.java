package org.ecart.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecart.model.Policy;
import org.ecart.model.Progress;

/**
 * Which cells of a table must not be printed (METHOD, section 6): the primary ones, and the secondary ones that keep
 * them from being computed. The same table gives the same answer on any machine.
 *
 * <p>When it is done, each of these is proven by {@link Evidence}, for every cell left out:
 *
 * <ul>
 *   <li>A, who knows what is published: the unsafe quantity of a primary cell lies between bounds at least the threshold
 *       apart.
 *   <li>B, who also knows which cells are primary, by which quantity and what that says ({@link Knowledge}): an unsafe
 *       quantity of a primary cell, the persons of a secondary one and each of its parts that is not 0, may have two
 *       values.
 *   <li>C, B and the only contributor of a primary cell: the same for every other cell.
 * </ul>
 *
 * Two things are excepted, because nothing that is published makes a difference to them: what the rule gives away by
 * itself ({@link Forced}), and cells of a part of the table in which everything was left out.
 */
public final class Suppression {
    private static final long STEPS_TO_CHOOSE = 100_000_000;
    private static final long STEPS_TO_GIVE_BACK = 30_000_000;

    private Suppression() {}

    /** Only what is unsafe by itself: {@link Protection#PRIMARY} or {@link Protection#SAFE} for each cell. */
    static List<Protection> primary(CountTable table, Policy policy) {
        PrimaryRule rule = new PrimaryRule(table.parts(), policy);
        return table.cells().stream()
                .map(cell -> policy.isNone() || rule.unsafe(cell).isEmpty() ? Protection.SAFE : Protection.PRIMARY)
                .toList();
    }

    /**
     * One protection for each cell, in the order of the table; {@link Protection#SAFE} also for margins that are not
     * published, which count as unknown.
     */
    public static List<Protection> protect(CountTable table, Policy policy, Progress progress) {
        if (policy.isNone()) {
            return table.cells().stream().map(cell -> Protection.SAFE).toList();
        }
        PrimaryRule rule = new PrimaryRule(table.parts(), policy);
        List<Set<Quantity>> unsafe = table.cells().stream().map(rule::unsafe).toList();
        List<Protection> protections = new ArrayList<>(
                table.cells().stream().map(cell -> Protection.SAFE).toList());
        for (int cell : choose(new Equations(table), unsafe, policy, progress)) {
            protections.set(cell, unsafe.get(cell).isEmpty() ? Protection.SECONDARY : Protection.PRIMARY);
        }
        return List.copyOf(protections);
    }

    private static List<Integer> choose(
            Equations equations, List<Set<Quantity>> unsafe, Policy policy, Progress progress) {
        Knowledge knowledge = new Knowledge(equations, unsafe, policy);
        int[] singletons = IntStream.range(0, equations.size())
                .filter(c -> !unsafe.get(c).isEmpty() && equations.cell(c).persons() == 1)
                .toArray();
        Suppressed suppressed =
                new Suppressed(equations, new Evidence(equations, knowledge, singletons, policy.threshold()));
        Forced forced = new Forced(equations, knowledge);
        Steps steps = new Steps(STEPS_TO_CHOOSE);
        SecondaryChooser chooser = new SecondaryChooser(
                equations,
                unsafe,
                suppressed,
                finder(equations, knowledge, suppressed, steps, policy),
                forced,
                policy.threshold());
        chooser.choose(progress);
        steps.renew(STEPS_TO_GIVE_BACK);
        chooser.giveBack(steps, progress);
        return suppressed.cells();
    }

    private static MoveFinder finder(
            Equations equations, Knowledge knowledge, Suppressed suppressed, Steps steps, Policy policy) {
        return new MoveFinder(
                equations,
                knowledge,
                suppressed,
                new Hypercubes(equations, steps),
                new LinearMoves(equations, knowledge, new OjAlgoSolver(), steps, policy.threshold()),
                policy.threshold());
    }
}
