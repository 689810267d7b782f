package org.ecart.protect.links;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Which of the questions of tables are crossed with one another, so that each table can be read from one of the crossings, and
 * these hang together in a tree (docs/decisions/0013-linked-tables.md). Questions about one trait are together in one of
 * them, since their answers depend on one another; and so is what two tables ask about the traits that both ask for, so that
 * a cell of the one can be subtracted from a cell of the other.
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

    /** @param size in how many ways questions can be answered */
    public static Grids of(List<Asked> tables, ToLongFunction<Questions> size) {
        Questions questions = Questions.of(tables);
        List<BitSet> asked = tables.stream().map(questions::asked).distinct().toList();
        List<BitSet> together = new ArrayList<>(asked);
        questions.byTrait().forEach(trait -> together.add(Questions.set(trait)));
        for (BitSet one : asked) {
            for (BitSet other : asked) {
                BitSet both = questions.alike(one, other);
                both.or(questions.alike(other, one));
                together.add(both);
            }
        }
        Cliques cliques = new Cliques(together, set -> size.applyAsLong(questions.some(set)));
        return new Grids(
                cliques.all().stream().map(questions::some).toList(),
                cliques.edges().stream()
                        .map(edge -> new Join(edge.one(), edge.other(), questions.some(edge.common())))
                        .toList());
    }

    /** All questions in one grid. */
    public static Grids one(List<Asked> tables) {
        return new Grids(List.of(Questions.of(tables)), List.of());
    }
}
