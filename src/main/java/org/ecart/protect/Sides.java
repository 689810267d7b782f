package org.ecart.protect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Period;
import org.ecart.protect.links.Population;
import org.ecart.protect.links.Questions;

/**
 * Which questions of a grid make a dimension together: those about a trait, and of what is followed from date to date those that
 * tell of one date. What tells the parts of rates apart is together too, the most asked for last: these are the classes of
 * persons. Whether somebody is there goes with what is followed at that date.
 */
final class Sides {
    private final Questions questions;
    private final List<List<Integer>> groups = new ArrayList<>();
    private final List<List<Integer>> all = new ArrayList<>();

    Sides(Questions questions, Collection<Piece> pieces) {
        this.questions = questions;
        addTraits();
        addPresence();
        arrange(pieces);
    }

    /** The questions of each dimension, by their places. */
    List<List<Integer>> all() {
        return all;
    }

    private void addTraits() {
        for (List<Integer> trait : questions.byTrait()) {
            if (questions.presence().get(trait.get(0))) {
                continue;
            }
            if (questions.presence().isEmpty() || !questions.followed(trait)) {
                groups.add(new ArrayList<>(trait));
            } else {
                Map<Period, List<Integer>> moments = new LinkedHashMap<>();
                trait.forEach(q -> moments.computeIfAbsent(questions.moment(q), m -> new ArrayList<>())
                        .add(q));
                groups.addAll(moments.values());
            }
        }
    }

    private void addPresence() {
        List<Integer> rest = new ArrayList<>();
        List<List<Integer>> traits = List.copyOf(groups);
        for (int presence : questions.presence().stream().toArray()) {
            traits.stream()
                    .filter(group -> questions.followed(group)
                            && questions.moment(group.get(0)).equals(questions.moment(presence)))
                    .findFirst()
                    .orElse(rest)
                    .add(presence);
        }
        if (!rest.isEmpty()) {
            groups.add(rest);
        }
    }

    private void arrange(Collection<Piece> pieces) {
        Map<Population, Set<Integer>> parts = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            if (piece.plan().indicator().statistic() instanceof Statistic.Rate rate) {
                Set<Integer> asked = parts.computeIfAbsent(piece.population(), of -> new TreeSet<>());
                Stream.of(rate.denominator(), rate.numerator())
                        .flatMap(condition -> questions.replies().to(condition, piece.population()).stream())
                        .flatMap(List::stream)
                        .forEach(reply -> asked.add(reply.question()));
            }
        }
        parts.values().forEach(this::merge);
        List<Integer> last = groups.stream()
                .filter(group ->
                        parts.values().stream().anyMatch(asked -> group.stream().anyMatch(asked::contains)))
                .max((one, other) -> Long.compare(told(one, parts), told(other, parts)))
                .orElse(List.of());
        groups.stream().filter(group -> group != last).forEach(all::add);
        all.add(last);
    }

    private static long told(List<Integer> group, Map<Population, Set<Integer>> parts) {
        return parts.values().stream()
                .filter(asked -> group.stream().anyMatch(asked::contains))
                .count();
    }

    /** Puts the groups together that have one of these questions. */
    private void merge(Set<Integer> some) {
        List<Integer> merged = new ArrayList<>();
        groups.stream().filter(group -> group.stream().anyMatch(some::contains)).forEach(merged::addAll);
        groups.removeIf(group -> group.stream().anyMatch(some::contains));
        if (!merged.isEmpty()) {
            groups.add(merged);
        }
    }
}
