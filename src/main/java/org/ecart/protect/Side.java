package org.ecart.protect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A dimension of an {@link AtomGrid}: the answers to some questions that occur together. Coordinate {@value #NOBODY} is nobody's.
 *
 * @param questions by their places
 * @param answers of each coordinate from 1 on
 */
record Side(List<Integer> questions, List<List<Integer>> answers, Map<List<Integer>, Integer> coordinates) {
    static final int NOBODY = 0;

    Side(List<Integer> questions, Collection<int[]> found) {
        this(questions, new ArrayList<>(), new HashMap<>());
        found.forEach(all -> add(own(all)));
    }

    /** @param answers that are told apart */
    static Side of(List<Integer> questions, List<List<Integer>> answers) {
        Side side = new Side(questions, new ArrayList<>(), new HashMap<>());
        answers.forEach(side::add);
        return side;
    }

    private void add(List<Integer> own) {
        if (coordinates.putIfAbsent(own, answers.size() + 1) == null) {
            answers.add(own);
        }
    }

    private List<Integer> own(int[] all) {
        return questions.stream().map(q -> all[q]).toList();
    }

    int size() {
        return answers.size() + 1;
    }

    /** Somebody's coordinates. */
    int[] all() {
        return IntStream.range(1, size()).toArray();
    }

    int coordinate(int[] all) {
        return coordinates.getOrDefault(own(all), NOBODY);
    }

    int[] where(Predicate<List<Integer>> those) {
        return IntStream.of(all())
                .filter(coordinate -> those.test(answers.get(coordinate - 1)))
                .toArray();
    }

    /** For each coordinate those with the same answers to some questions. */
    Map<Integer, int[]> alike(List<Integer> some) {
        Map<List<Integer>, List<Integer>> groups = new LinkedHashMap<>();
        for (int coordinate : all()) {
            List<Integer> own = answers.get(coordinate - 1);
            List<Integer> key = IntStream.range(0, questions.size())
                    .filter(i -> some.contains(questions.get(i)))
                    .mapToObj(own::get)
                    .toList();
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(coordinate);
        }
        Map<Integer, int[]> alike = new HashMap<>();
        groups.values()
                .forEach(group -> group.forEach(coordinate ->
                        alike.put(coordinate, group.stream().mapToInt(c -> c).toArray())));
        return alike;
    }
}
