package org.ecart.protect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ecart.model.Progress;
import org.ecart.protect.links.Population;
import org.ecart.protect.links.Question;
import org.ecart.protect.links.Questions;
import org.ecart.tabulate.Cube;
import org.ecart.tabulate.Tabulator;

/**
 * How many persons answer questions in each way that occurs. Who is not counted in a population gives no answers to what is
 * asked of it; as nobody is told of them, they are as in the nearest population in which he is counted, but for what tables
 * follow from date to date.
 *
 * @param codes for each question the answers to it
 * @param found for each way the places of its answers among these
 * @param persons in each way, 1 or more
 */
record Answers(List<List<String>> codes, List<int[]> found, List<Long> persons) {
    /** No answer, and no as an answer to whether somebody is there, or counted. */
    static final String NONE = "";

    Answers {
        codes = codes.stream().map(List::copyOf).toList();
        found = List.copyOf(found);
        persons = List.copyOf(persons);
    }

    static Answers of(Questions questions, Tabulator tabulator, Progress progress) {
        return of(questions, Map.of(), tabulator, progress);
    }

    /** @param answering other questions in a certain way: only those are counted who do */
    static Answers of(Questions questions, Map<Question, String> answering, Tabulator tabulator, Progress progress) {
        List<Population> populations = questions.populations();
        return questions.presence().isEmpty()
                ? of(tabulator.tabulate(questions.query(populations.get(0), answering), progress))
                : new Several(questions).of(answering, tabulator, progress);
    }

    private static Answers of(Cube cube) {
        List<int[]> found = new ArrayList<>();
        List<Long> persons = new ArrayList<>();
        for (int cell = 0; cell < cube.size(); cell++) {
            found.add(cube.places(cell));
            persons.add(cube.persons()[cell]);
        }
        return new Answers(cube.dimensions().stream().map(Cube.Dimension::codes).toList(), found, persons);
    }

    int size() {
        return found.size();
    }

    /** What is answered in a way. */
    List<String> codes(int way) {
        int[] places = found.get(way);
        return IntStream.range(0, places.length)
                .mapToObj(q -> codes.get(q).get(places[q]))
                .toList();
    }

    /** Whether the answer to a question is yes. */
    boolean yes(int question, int answer) {
        return codes.get(question).get(answer).equals(Questions.YES);
    }

    /** The same of those who answer in some ways. */
    Answers ofThose(Predicate<int[]> ways) {
        List<Integer> those = IntStream.range(0, found.size())
                .filter(way -> ways.test(found.get(way)))
                .boxed()
                .toList();
        return new Answers(
                codes,
                those.stream().map(found::get).toList(),
                those.stream().map(persons::get).toList());
    }

    /** In how many ways some questions are answered. */
    int ways(List<Integer> some) {
        Set<List<Integer>> ways = new LinkedHashSet<>();
        for (int[] at : found) {
            ways.add(some.stream().map(q -> at[q]).toList());
        }
        return ways.size();
    }

    /** Questions about several populations: each person is counted in the first one that has him. */
    private static final class Several {
        private final Questions questions;
        private final List<Population> populations;
        private final List<Integer> counted;
        /** For each question those that are taken instead where it has no answer, the nearest first. */
        private final List<List<Integer>> instead;

        Several(Questions questions) {
            this.questions = questions;
            this.populations = questions.populations();
            this.counted = populations.stream()
                    .map(population -> questions.counted(population).orElseThrow())
                    .toList();
            List<Integer> followed = questions.byTrait().stream()
                    .filter(questions::followed)
                    .flatMap(List::stream)
                    .toList();
            this.instead = IntStream.range(0, questions.all().size())
                    .mapToObj(q -> followed.contains(q) ? List.<Integer>of() : instead(q))
                    .toList();
        }

        private List<Integer> instead(int question) {
            Question own = questions.all().get(question);
            return IntStream.range(0, questions.all().size())
                    .filter(q -> q != question && alike(own, questions.all().get(q)))
                    .boxed()
                    .sorted(Comparator.comparing(q -> years(own, questions.all().get(q))))
                    .toList();
        }

        private static boolean alike(Question one, Question other) {
            return !one.presence() && one.name().equals(other.name()) && one.kind() == other.kind();
        }

        private static int years(Question one, Question other) {
            return Math.abs(one.population().period().year()
                    - other.population().period().year());
        }

        Answers of(Map<Question, String> answering, Tabulator tabulator, Progress progress) {
            Map<List<String>, Long> persons = new LinkedHashMap<>();
            for (Population population : populations) {
                Cube cube = tabulator.tabulate(questions.query(population, answering), progress);
                for (int cell = 0; cell < cube.size(); cell++) {
                    List<String> raw = cube.codes(cell);
                    if (first(raw).equals(population)) {
                        persons.merge(answers(raw), cube.persons()[cell], Long::sum);
                    }
                }
            }
            return numbered(persons);
        }

        /** The first population that has the person. */
        private Population first(List<String> raw) {
            return populations.get(IntStream.range(0, populations.size())
                    .filter(p -> yes(raw, counted.get(p)))
                    .findFirst()
                    .orElseThrow());
        }

        private static boolean yes(List<String> raw, int question) {
            return raw.get(question).equals(Questions.YES);
        }

        private List<String> answers(List<String> raw) {
            return IntStream.range(0, raw.size())
                    .mapToObj(q -> questions.all().get(q).presence()
                            ? (yes(raw, q) ? Questions.YES : NONE)
                            : own(raw, q)
                                    .or(() -> instead.get(q).stream()
                                            .flatMap(other -> own(raw, other).stream())
                                            .findFirst())
                                    .orElse(NONE))
                    .toList();
        }

        private Optional<String> own(List<String> raw, int question) {
            int population = populations.indexOf(questions.all().get(question).population());
            return yes(raw, counted.get(population)) ? Optional.of(raw.get(question)) : Optional.empty();
        }

        private Answers numbered(Map<List<String>, Long> persons) {
            List<Map<String, Integer>> codes = questions.all().stream()
                    .map(q -> (Map<String, Integer>) new LinkedHashMap<String, Integer>())
                    .toList();
            List<int[]> found = new ArrayList<>();
            for (List<String> way : persons.keySet()) {
                found.add(IntStream.range(0, way.size())
                        .map(q -> codes.get(q).computeIfAbsent(way.get(q), code -> codes.get(q)
                                .size()))
                        .toArray());
            }
            return new Answers(
                    codes.stream().map(of -> List.copyOf(of.keySet())).toList(), found, List.copyOf(persons.values()));
        }
    }
}
