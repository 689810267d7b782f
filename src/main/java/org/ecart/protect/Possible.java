package org.ecart.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecart.protect.links.Questions;

/**
 * Which answers can be one person's where tables look at several dates: all that are about one trait occur together in
 * somebody who is there at these dates, or at more of them.
 */
final class Possible {
    private static final int NOT_ASKED = -1;

    private final Questions questions;
    private final Answers answers;
    private final List<Integer> presence;
    private final List<List<Integer>> traits;
    private final List<Boolean> followed;
    /** By presence, for each trait what is answered about it. */
    private final Map<List<Integer>, List<Set<List<Integer>>>> known = new HashMap<>();

    Possible(Questions questions, Answers answers) {
        this.questions = questions;
        this.answers = answers;
        this.presence = questions.presence().stream().boxed().toList();
        this.traits = questions.byTrait().stream()
                .filter(trait -> !presence.containsAll(trait))
                .toList();
        this.followed = traits.stream().map(questions::followed).toList();
    }

    /** @param places for each question that of its answer */
    boolean somebody(int[] places) {
        List<Set<List<Integer>>> occurring = known.computeIfAbsent(some(presence, places), this::occurring);
        return IntStream.range(0, traits.size()).allMatch(t -> occurring.get(t).contains(told(t, places, places)));
    }

    private static List<Integer> some(List<Integer> of, int[] places) {
        return of.stream().map(q -> places[q]).toList();
    }

    /** What is asked about a trait of somebody who is there as another is. */
    private List<Integer> told(int trait, int[] places, int[] there) {
        return traits.get(trait).stream()
                .map(q -> followed.get(trait) || counted(q, there) ? places[q] : NOT_ASKED)
                .toList();
    }

    private boolean counted(int question, int[] places) {
        int place =
                questions.counted(questions.all().get(question).population()).orElseThrow();
        return answers.yes(place, places[place]);
    }

    private List<Set<List<Integer>>> occurring(List<Integer> pattern) {
        List<Set<List<Integer>>> occurring = new ArrayList<>();
        traits.forEach(trait -> occurring.add(new HashSet<>()));
        int[] there = new int[questions.all().size()];
        IntStream.range(0, pattern.size()).forEach(i -> there[presence.get(i)] = pattern.get(i));
        for (int[] places : answers.found()) {
            boolean same = some(presence, places).equals(pattern);
            boolean more = IntStream.range(0, there.length)
                    .allMatch(q -> presence.contains(q) || !counted(q, there) || counted(q, places));
            for (int t = 0; t < traits.size(); t++) {
                if (followed.get(t) ? same : more) {
                    occurring.get(t).add(told(t, places, there));
                }
            }
        }
        return occurring;
    }
}
