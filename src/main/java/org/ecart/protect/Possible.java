package org.ecart.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.model.Period;
import org.ecart.protect.links.Population;
import org.ecart.protect.links.Question;
import org.ecart.protect.links.Questions;

/**
 * Which answers can be one person's where tables look at several dates: of the dates that one table looks at together, all
 * that are about one trait occur in somebody who is there at these dates, or at more of them. Over dates that no table looks
 * at together nobody knows more than that, but for what never changes, such as the origin: this is the same at all dates.
 */
final class Possible {
    private static final int NOT_ASKED = -1;

    private final Questions questions;
    private final Answers answers;
    private final List<Integer> counted;
    /** For each question the one whether a person is counted among those who are asked; none where that is not a question. */
    private final int[] counting;

    private final List<Window> windows = new ArrayList<>();
    private final List<Fixed> fixed = new ArrayList<>();

    /** @param together the dates that tables look at, for each table or for several */
    Possible(Questions questions, Answers answers, Set<Set<Period>> together) {
        this.questions = questions;
        this.answers = answers;
        this.counted = questions.populations().stream()
                .flatMap(population -> questions.counted(population).stream())
                .toList();
        this.counting = questions.all().stream()
                .mapToInt(question -> questions.counted(question.population()).orElse(NOT_ASKED))
                .toArray();
        List<Integer> all = IntStream.range(0, questions.all().size()).boxed().toList();
        together.forEach(dates -> windows.add(
                new Window(questions.within(all, dates).stream().boxed().toList())));
        // what is asked of one date in several ways has one answer
        all.stream()
                .map(questions::moment)
                .distinct()
                .forEach(date -> windows.add(new Window(all.stream()
                        .filter(q -> questions.moment(q).equals(date))
                        .toList())));
        questions.byTrait().stream()
                .filter(trait -> !questions.presence().get(trait.get(0)) && !questions.followed(trait))
                .forEach(this::addFixed);
    }

    private void addFixed(List<Integer> trait) {
        for (int one : trait) {
            for (int other : trait) {
                if (one < other && counting[one] != counting[other]) {
                    Optional.of(new Fixed(one, other)).filter(Fixed::follows).ifPresent(fixed::add);
                }
            }
        }
    }

    /** @param places for each question that of its answer */
    boolean somebody(int[] places) {
        return counted.stream().anyMatch(q -> answers.yes(q, places[q]))
                && windows.stream().allMatch(window -> window.somebody(places))
                && fixed.stream().allMatch(pair -> pair.somebody(places));
    }

    /** The answers to some questions that can be one person's, as far as these tell. */
    List<List<Integer>> to(List<Integer> some) {
        List<List<Integer>> all = List.of(List.of());
        for (int i = 0; i < some.size(); i++) {
            List<List<Integer>> longer = new ArrayList<>();
            List<Integer> asked = some.subList(0, i + 1);
            List<Next> next = new ArrayList<>();
            for (Window window : windows) {
                if (window.all.contains(some.get(i))) {
                    next.add(new Next(window, some.subList(0, i), some.get(i)));
                }
            }
            for (List<Integer> before : all) {
                for (int answer : next.get(0).after(before)) {
                    List<Integer> with =
                            Stream.concat(before.stream(), Stream.of(answer)).toList();
                    if (next.stream().allMatch(n -> n.after(before).contains(answer))
                            && fixed.stream().allMatch(pair -> pair.somebody(asked, with))) {
                        longer.add(with);
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    /** The answers to a question after those to others, as far as both are about dates of one window. */
    private final class Next {
        private final List<Integer> within;
        private final Map<List<Integer>, Set<Integer>> after = new HashMap<>();

        /** @param before the questions before, by their places */
        Next(Window window, List<Integer> before, int question) {
            this.within = IntStream.range(0, before.size())
                    .filter(i -> window.all.contains(before.get(i)))
                    .boxed()
                    .toList();
            for (int[] places : answers.found()) {
                List<Integer> key =
                        within.stream().map(i -> places[before.get(i)]).toList();
                after.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(places[question]);
            }
        }

        Set<Integer> after(List<Integer> before) {
            return after.getOrDefault(within.stream().map(before::get).toList(), Set.of());
        }
    }

    /** Two questions about a trait in different populations, where it may be that the answer to one follows from the other. */
    private final class Fixed {
        private final int one;
        private final int other;
        /** Whether who is not counted in one of the populations has the answer that he gives in the other. */
        private final boolean same;

        private final Set<List<Integer>> occurring = new HashSet<>();

        Fixed(int one, int other) {
            this.one = one;
            this.other = other;
            Question question = questions.all().get(one);
            this.same = question.name().equals(questions.all().get(other).name());
            answers.found().stream().filter(this::told).forEach(places -> occurring.add(pair(places)));
        }

        private List<Integer> pair(int[] places) {
            return List.of(places[one], places[other]);
        }

        private boolean told(int[] places) {
            return same || isCounted(one, places) && isCounted(other, places);
        }

        boolean follows() {
            return IntStream.of(0, 1)
                    .anyMatch(i -> occurring.stream()
                                    .map(pair -> pair.get(i))
                                    .distinct()
                                    .count()
                            == occurring.size());
        }

        boolean somebody(int[] places) {
            return !told(places) || occurring.contains(pair(places));
        }

        /** The same of the answers to some questions only, as far as it does not matter who is counted. */
        boolean somebody(List<Integer> asked, List<Integer> given) {
            int first = asked.indexOf(one);
            int second = asked.indexOf(other);
            return !same || first < 0 || second < 0 || occurring.contains(List.of(given.get(first), given.get(second)));
        }
    }

    /** Questions of which it is known which answers go together. */
    private final class Window {
        private final List<Integer> presence;
        private final List<List<Integer>> traits;
        private final List<Boolean> followed;
        private final Set<Integer> all = new HashSet<>();
        /** By presence, for each trait what is answered about it. */
        private final Map<List<Integer>, List<Set<List<Integer>>>> known = new LinkedHashMap<>();

        Window(List<Integer> asked) {
            List<List<Integer>> whole = questions.byTrait().stream()
                    .filter(trait -> !questions.presence().get(trait.get(0)))
                    .filter(trait -> trait.stream().anyMatch(asked::contains))
                    .toList();
            this.followed = whole.stream().map(questions::followed).toList();
            this.traits = whole.stream()
                    .map(trait -> trait.stream().filter(asked::contains).toList())
                    .toList();
            this.presence = Stream.concat(
                            asked.stream().filter(questions.presence()::get),
                            traits.stream().flatMap(List::stream).map(q -> counting[q]))
                    .distinct()
                    .sorted()
                    .toList();
            all.addAll(presence);
            traits.forEach(all::addAll);
        }

        private static List<Integer> some(List<Integer> of, int[] places) {
            return of.stream().map(q -> places[q]).toList();
        }

        boolean somebody(int[] places) {
            List<Set<List<Integer>>> occurring = known.computeIfAbsent(some(presence, places), this::occurring);
            return IntStream.range(0, traits.size())
                    .allMatch(t -> occurring.get(t).contains(told(t, places, places)));
        }

        /** What is asked about a trait of somebody who is there as another is. */
        private List<Integer> told(int trait, int[] places, int[] there) {
            return traits.get(trait).stream()
                    .map(q -> followed.get(trait) || isCounted(q, there) ? places[q] : NOT_ASKED)
                    .toList();
        }

        private List<Set<List<Integer>>> occurring(List<Integer> pattern) {
            List<Set<List<Integer>>> occurring = new ArrayList<>();
            traits.forEach(trait -> occurring.add(new HashSet<>()));
            int[] there = new int[questions.all().size()];
            IntStream.range(0, pattern.size()).forEach(i -> there[presence.get(i)] = pattern.get(i));
            for (int[] places : answers.found()) {
                boolean same = some(presence, places).equals(pattern);
                boolean more = all.stream()
                        .allMatch(q -> presence.contains(q) || !isCounted(q, there) || isCounted(q, places));
                for (int t = 0; t < traits.size(); t++) {
                    if (followed.get(t) ? same : more && leftOut(t, there, places)) {
                        occurring.get(t).add(told(t, places, there));
                    }
                }
            }
            return occurring;
        }

        /** Whether somebody is left out where another is who is there: that says something of whom a trait leaves out. */
        private boolean leftOut(int trait, int[] there, int[] places) {
            return presence.stream()
                    .filter(counted::contains)
                    .filter(q -> questions.narrowed(questions.all().get(q).population(), traits.get(trait)))
                    .allMatch(q -> !leftOut(q, there) || leftOut(q, places));
        }

        /** Whether somebody is there, and not counted. */
        private boolean leftOut(int counting, int[] places) {
            Population population = questions.all().get(counting).population();
            return !answers.yes(counting, places[counting])
                    && presence.stream().anyMatch(q -> questions.there(q, population) && answers.yes(q, places[q]));
        }
    }

    private boolean isCounted(int question, int[] places) {
        return answers.yes(counting[question], places[counting[question]]);
    }
}
