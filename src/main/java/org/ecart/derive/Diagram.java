package org.ecart.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The decisions of a first-match list, input by input: each class of the next input leads from one remainder of the rules
 * to another, and after the last input there is a place. Two ways that leave the same to decide meet again; so four
 * grandparents need a few dozen steps, not all their combinations.
 *
 * @param levels one an input that decides anything
 * @param places of each state behind the last level
 */
record Diagram(List<Level> levels, int[] places) {
    /**
     * One input.
     *
     * @param input its number
     * @param states before it
     * @param next the state that follows, by state x class
     */
    record Level(int input, Classes classes, int states, int[] next) {}

    /**
     * Follows the rules through all their inputs.
     *
     * @param largest the number of steps at which it is given up
     */
    static Optional<Diagram> of(Questions questions, long largest) {
        List<Input> inputs = questions.inputs();
        List<Classes> classes = inputs.stream().map(Input::classes).toList();
        List<Level> levels = new ArrayList<>();
        List<Remainder> states = List.of(withoutSingles(questions, classes));
        long steps = 0;
        for (int i = 0; i < inputs.size(); i++) {
            if (classes.get(i).count() > 1) {
                steps += (long) states.size() * classes.get(i).count();
                if (steps > largest) {
                    return Optional.empty();
                }
                List<Remainder> following = new ArrayList<>();
                int[] next = next(states, i, inputs.get(i), classes.get(i), following);
                levels.add(new Level(i, classes.get(i), states.size(), next));
                states = following;
            }
        }
        return Optional.of(
                new Diagram(levels, states.stream().mapToInt(Remainder::place).toArray()));
    }

    /** The rules, with what they ask of inputs that always answer the same. */
    private static Remainder withoutSingles(Questions questions, List<Classes> classes) {
        Remainder rules = questions.rules();
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).count() == 1) {
                Input input = questions.inputs().get(i);
                rules = rules.given(i, number -> input.answer(number, 0));
            }
        }
        return rules;
    }

    /** @param following receives the states behind the input */
    private static int[] next(
            List<Remainder> states, int number, Input input, Classes classes, List<Remainder> following) {
        Map<Remainder, Integer> places = new HashMap<>();
        int[] next = new int[states.size() * classes.count()];
        for (int step = 0; step < next.length; step++) {
            int example = classes.examples()[step % classes.count()];
            Remainder left =
                    states.get(step / classes.count()).given(number, question -> input.answer(question, example));
            next[step] = places.computeIfAbsent(left, fresh -> {
                following.add(fresh);
                return following.size() - 1;
            });
        }
        return next;
    }
}
