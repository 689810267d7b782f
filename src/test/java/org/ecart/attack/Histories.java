package org.ecart.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ecart.protect.CountSystemBuilder;

/**
 * What a reader holds possible that persons were over the years (docs/decisions/0016-dates-together.md): where tables ask for
 * the status of a year and of the next, each follows the one before as it does for somebody. Where no table asks what became
 * of persons, he does not know which status those had who came or went. Places are not followed: of those who are there in both
 * years he knows from where to where anybody moved; and of which groups there was nobody in a year, or in two.
 */
final class Histories {
    /** Who is not there in a year. */
    static final String GONE = "";

    private final Map<List<String>, Integer> persons;
    private final List<String> groups;
    private final List<List<Told>> told;
    private final int years;
    private final List<List<String>> all;
    /** Of those of each group. */
    private final Map<String, Set<List<String>>> possible = new HashMap<>();

    /**
     * Groups of which the same is told.
     *
     * @param leaving the groups of which somebody who left is told as of these
     * @param coming the groups of which somebody who came is told as of these
     * @param own whether a table asks for the status at its own date
     * @param later whether one asks for the status a year later
     * @param followed whether one asks for the group a year later, as those are who stay among whom a filter leaves
     */
    record Told(
            List<String> groups,
            List<String> leaving,
            List<String> coming,
            boolean own,
            boolean later,
            boolean followed) {
        /** Whether somebody who takes a step looks like those of these groups who do. */
        private boolean alike(String group, List<String> step) {
            List<String> like = step.get(1).equals(GONE) ? leaving : step.get(0).equals(GONE) ? coming : groups;
            return like.contains(group);
        }
    }

    /**
     * @param persons how many there are by their group and what they were in each year: a status, or a status and a place
     * @param told for each year but the last what is told of it and the next, of some groups and of others
     */
    Histories(Map<List<String>, Integer> persons, List<String> groups, List<List<Told>> told) {
        this.persons = persons;
        this.groups = groups;
        this.told = told;
        this.years = persons.keySet().iterator().next().size() - 1;
        Set<List<String>> together = new LinkedHashSet<>();
        for (String group : groups) {
            List<List<String>> histories =
                    states(part(group, 1), 1, 1).stream().map(List::of).toList();
            for (int year = 2; year <= years; year++) {
                histories = longer(part(group, year - 1), histories, year);
            }
            histories = histories.stream()
                    .filter(history -> history.stream().anyMatch(status -> !status.equals(GONE)))
                    .toList();
            together.addAll(histories);
            possible.put(group, Set.copyOf(histories));
        }
        this.all = List.copyOf(together);
    }

    private Told part(String group, int year) {
        return told.get(year - 1).stream()
                .filter(part -> part.groups().contains(group))
                .findFirst()
                .orElseThrow();
    }

    static String status(String state) {
        return state.split(" ")[0];
    }

    /** Empty where no places are told apart. */
    static String place(String state) {
        return state.substring(status(state).length()).strip();
    }

    /** All that somebody can be in the first or the second year of a step, and not there. */
    private Set<String> states(Told part, int first, int year) {
        Set<String> statuses = new TreeSet<>();
        Set<String> places = new TreeSet<>();
        for (List<String> person : persons.keySet()) {
            if (!person.get(year).equals(GONE) && part.alike(person.get(0), person.subList(first, first + 2))) {
                statuses.add(status(person.get(year)));
                places.add(place(person.get(year)));
            }
        }
        Set<String> states = new TreeSet<>(Set.of(GONE));
        statuses.forEach(status -> places.forEach(place -> states.add((status + " " + place).strip())));
        return states;
    }

    private List<List<String>> longer(Told part, List<List<String>> before, int year) {
        Set<List<String>> steps = new HashSet<>();
        Set<List<String>> moves = new HashSet<>();
        Set<List<Boolean>> presence = new HashSet<>();
        for (List<String> person : persons.keySet()) {
            List<String> step = person.subList(year - 1, year + 1);
            if (part.alike(person.get(0), step)) {
                steps.add(step.stream().map(Histories::status).toList());
                presence.add(presence(step));
            }
            if (!step.contains(GONE)) {
                moves.add(step.stream().map(Histories::place).toList());
            }
        }
        List<List<String>> longer = new ArrayList<>();
        for (List<String> history : before) {
            for (String state : states(part, year - 1, year)) {
                List<String> step = List.of(history.get(year - 2), state);
                boolean there = !step.contains(GONE);
                boolean told = part.own() && (part.later() || there);
                boolean anybody = told
                        ? steps.contains(step.stream().map(Histories::status).toList())
                        : presence.contains(presence(step));
                boolean moved = !there
                        || moves.contains(step.stream().map(Histories::place).toList());
                if (anybody && moved || step.stream().allMatch(GONE::equals)) {
                    List<String> then = new ArrayList<>(history);
                    then.add(state);
                    longer.add(then);
                }
            }
        }
        return longer;
    }

    private static List<Boolean> presence(List<String> step) {
        return step.stream().map(status -> !status.equals(GONE)).toList();
    }

    /** Those in which something is so, by number; where there are none, a number for nobody. */
    int[] where(Predicate<List<String>> those) {
        IntPredicate here = h -> those.test(all.get(h));
        int[] found = IntStream.range(0, all.size()).filter(here).toArray();
        return found.length == 0 ? new int[] {all.size()} : found;
    }

    /** A system with all persons, by group and history. */
    CountSystemBuilder atoms() {
        CountSystemBuilder builder = new CountSystemBuilder(groups.size(), all.size() + 1);
        for (int g = 0; g < groups.size(); g++) {
            Set<List<String>> known = possible.getOrDefault(groups.get(g), Set.of());
            for (int h = 0; h < all.size(); h++) {
                List<String> person = new ArrayList<>(List.of(groups.get(g)));
                person.addAll(all.get(h));
                if (known.contains(all.get(h)) && IntStream.range(1, years).allMatch(year -> somebody(person, year))) {
                    builder.atom(persons.getOrDefault(person, 0), g, h);
                }
            }
        }
        return builder;
    }

    /** Whether anybody of the same group is there in a year and the next, as far as this one is; if it is followed, no more. */
    private boolean somebody(List<String> person, int year) {
        List<Boolean> own = presence(person.subList(year, year + 2));
        return persons.keySet().stream()
                .filter(other -> other.get(0).equals(person.get(0)))
                .map(other -> presence(other.subList(year, year + 2)))
                .anyMatch(other -> part(person.get(0), year).followed()
                        ? other.equals(own) || !own.contains(true)
                        : IntStream.of(0, 1).allMatch(y -> !own.get(y) || other.get(y)));
    }
}
