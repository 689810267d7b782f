package org.ecart.protect.links;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.ecart.model.Period;

/**
 * Which of the questions of tables are crossed with one another, so that each table can be read from one of the crossings, and
 * these hang together in a tree (docs/decisions/0013-linked-tables.md). Questions about one trait are together in one of
 * them, since their answers depend on one another; and so is what two tables ask about the traits that both ask for, and whom
 * they count, so that a cell of the one can be subtracted from a cell of the other. Of several dates those are taken together that one table
 * looks at (docs/decisions/0016-dates-together.md).
 *
 * @param all the questions of each grid
 */
public record Grids(List<Questions> all, List<Join> joins) {
    /**
     * Two grids and the questions that both have. Where both tell as many persons for each answer to these, there are persons
     * whom both tell of.
     *
     * @param one the number of a grid, smaller than the other's
     */
    public record Join(int one, int other, Questions common) {}

    public Grids {
        all = List.copyOf(all);
        joins = List.copyOf(joins);
    }

    /**
     * @param questions of the tables
     * @param size in how many ways questions can be answered
     * @param independent whether any answers to some questions go with any to others
     */
    public static Grids of(
            Questions questions,
            List<Asked> tables,
            ToLongFunction<Questions> size,
            Predicate<List<Questions>> independent) {
        Set<BitSet> together = new LinkedHashSet<>();
        tables.forEach(table -> together.add(questions.asked(table)));
        Map<Set<Period>, BitSet> tying = new LinkedHashMap<>();
        for (Set<Period> dates : Asked.together(tables)) {
            BitSet some = new BitSet();
            tying.put(dates, some);
            for (List<Integer> trait : questions.byTrait()) {
                List<BitSet> tied = tied(questions, trait, dates, independent);
                together.addAll(tied);
                if (tied.size() == 1 && !questions.followed(trait)) {
                    some.or(tied.get(0));
                }
            }
        }
        for (Asked one : tables) {
            for (Asked other : tables) {
                together.add(compared(questions, one, other, tying));
            }
        }
        List<BitSet> sets = together.stream().map(questions::withPresence).toList();
        Cliques cliques = new Cliques(sets, questions.presence(), set -> size.applyAsLong(questions.some(set)));
        return new Grids(
                cliques.all().stream().map(questions::some).toList(),
                cliques.edges().stream()
                        .map(edge -> new Join(edge.one(), edge.other(), questions.some(edge.common())))
                        .toList());
    }

    /**
     * What two tables ask of what both are about, so that a cell of the one can be subtracted from a cell of the other.
     *
     * @param tying by dates that a table looks at together, questions of whose answers at one date those at another tell
     */
    private static BitSet compared(Questions questions, Asked one, Asked other, Map<Set<Period>, BitSet> tying) {
        BitSet compared = questions.alike(questions.asked(one), questions.asked(other));
        compared.or(questions.alike(questions.asked(other), questions.asked(one)));
        if (!compared.isEmpty()) {
            // A filter holds in every cell of its table, its totals too: it is in any difference.
            compared.or(questions.counting(one));
            compared.or(questions.counting(other));
        }
        Set<Period> both = new TreeSet<>(one.dates());
        both.retainAll(other.dates());
        if (both.isEmpty()) {
            BitSet telling = new BitSet();
            tying.forEach((dates, some) -> {
                if (dates.containsAll(one.dates()) && dates.containsAll(other.dates())) {
                    telling.or(some);
                }
            });
            compared.and(telling);
        } else if (both.size() < Math.min(one.dates().size(), other.dates().size())) {
            compared.and(questions.telling(both));
        }
        return compared;
    }

    /**
     * What is asked about a trait at dates that a table looks at together. Of what may pass from anything to anything, and is not
     * followed, one date says nothing of another.
     */
    private static List<BitSet> tied(
            Questions questions, List<Integer> trait, Set<Period> dates, Predicate<List<Questions>> independent) {
        BitSet all = questions.within(trait, dates);
        BitSet ofOneDate = new BitSet();
        List<BitSet> apart = dates.stream()
                .map(date -> questions.within(trait, Set.of(date)))
                .filter(some -> !some.isEmpty())
                .toList();
        apart.forEach(ofOneDate::or);
        boolean free = apart.size() > 1
                && !questions.presence().get(trait.get(0))
                && ofOneDate.equals(all)
                && !questions.followed(trait)
                && independent.test(apart.stream().map(questions::some).toList());
        return free ? apart : List.of(all);
    }
}
