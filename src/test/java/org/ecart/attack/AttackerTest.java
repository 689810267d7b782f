package org.ecart.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.CountSystemBuilder;
import org.ecart.protect.Quantity;
import org.junit.jupiter.api.Test;

/** The attacker on tables that can be checked by hand. */
class AttackerTest {
    private static final Policy THRESHOLD_ONLY =
            new Policy("threshold", 5, false, Optional.of("an example without group disclosure"));

    @Test
    void aCellOfATwoByTwoTableLiesBetweenThreeAndSix() {
        Grid grid = Grid.persons(new long[][] {{4, 3}, {2, 1}}); // row sums 7, 3; column sums 6, 4
        boolean[] inner = grid.suppressed("xx.", "xx.", "...");
        Component component = Component.of(
                        new PrintedFigures(grid.table(), inner),
                        inner,
                        new PrimaryRule(grid.table(), Policy.none("an interval by hand")))
                .get(0);
        int first = component.place(grid.table().units().get(grid.cell(0, 0)).widest());
        Bounds bounds = Bounds.notNegative(component);
        WitnessSearch search = new WitnessSearch(component, new Elimination(component));

        assertThat(search.find(bounds, first, 6, Bounds.NONE)).isPresent();
        assertThat(search.find(bounds, first, 7, Bounds.NONE)).isEmpty();
        assertThat(search.find(bounds, first, 0, 3)).isPresent();
        assertThat(search.find(bounds, first, 0, 2)).isEmpty();
        assertThat(LpInterval.of(component, bounds, first)).contains(new LpInterval(3, 6));
        Bounds narrowed = bounds.propagated(component);
        Enumeration all = Enumeration.of(component, narrowed, 10_000).orElseThrow();
        assertThat(all.least(first)).isEqualTo(3);
        assertThat(all.greatest(first)).isEqualTo(6);
    }

    @Test
    void twoRowsMinusTwoColumnsGiveACellAway() {
        Grid grid = Grid.persons(new long[][] {{20, 30, 4, 50}, {30, 20, 60, 70}, {80, 90, 20, 30}, {60, 70, 30, 20}});
        // two suppressions or more in every row and column; rows 1 and 2 less columns 1 and 2 leave the 4
        boolean[] suppressed = grid.suppressed("xxx..", "xx...", "..xx.", "..xx.", ".....");

        assertThat(Attacker.attack(grid.table(), suppressed, Policy.DEFAULT))
                .extracting(Break::cell, Break::by)
                .containsExactly(tuple(grid.cell(0, 2), Break.By.A));
        assertThat(Attacker.breaks(grid.table(), suppressed, Policy.DEFAULT).get(0))
                .contains("determined by the equations alone");
    }

    @Test
    void twoSingletonsAloneInARowProtectNothing() {
        Grid grid = Grid.persons(new long[][] {{1, 1, 48}, {1, 1, 70}, {30, 40, 50}});
        boolean[] suppressed = grid.suppressed("xx..", "xx..", "....", "....");

        assertThat(Attacker.attack(grid.table(), suppressed, THRESHOLD_ONLY))
                .extracting(Break::cell)
                .containsExactlyInAnyOrder(grid.cell(0, 0), grid.cell(0, 1), grid.cell(1, 0), grid.cell(1, 1));
    }

    @Test
    void theOnlyPersonOfACellWorksOutTheRestOfTheRectangle() {
        Grid grid = Grid.persons(new long[][] {{1, 4, 48}, {40, 50, 60}});

        // 1 + 4 = 5 leaves outsiders anything from 0 to 5, and who knows the rule 1 to 4
        assertThat(Attacker.attack(grid.table(), grid.suppressed("xx..", "xx..", "...."), THRESHOLD_ONLY))
                .extracting(Break::cell, Break::by)
                .containsExactlyInAnyOrder(
                        tuple(grid.cell(0, 1), Break.By.C),
                        tuple(grid.cell(1, 0), Break.By.C),
                        tuple(grid.cell(1, 1), Break.By.C));
        Grid wider = Grid.persons(new long[][] {{1, 4, 48}, {40, 50, 60}, {70, 80, 90}});
        assertThat(Attacker.breaks(wider.table(), wider.suppressed("xxx.", "xxx.", "xxx.", "...."), THRESHOLD_ONLY))
                .isEmpty();
    }

    /**
     * 0 and 1 in the first row, 13 and 0 in the second; nothing is printed but the first column's 13. The one person is
     * alone in his row, so the 13 are in the other; he is alone in his column too, so that row has no more of them.
     */
    @Test
    void whoIsAloneInTwoUnitsPutsTogetherWhatHeKnowsOfBoth() {
        CountSystem table = rowsAndColumns();

        assertThat(Attacker.attack(table, new boolean[] {true, true, false, true}, THRESHOLD_ONLY))
                .extracting(Break::cell, Break::by)
                .containsExactly(tuple(1, Break.By.C));
        assertThat(Attacker.attack(table, new boolean[] {true, true, true, true}, THRESHOLD_ONLY))
                .isEmpty();
    }

    /** A table by rows and one by columns, without totals. */
    private static CountSystem rowsAndColumns() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 2, 1);
        builder.atom(0, 0, 0, 0).atom(1, 0, 1, 0).atom(13, 1, 0, 0).atom(0, 1, 1, 0);
        for (int row = 0; row < 2; row++) {
            persons(builder, new int[] {row}, CountSystemBuilder.ALL);
        }
        for (int column = 0; column < 2; column++) {
            persons(builder, CountSystemBuilder.ALL, new int[] {column});
        }
        return builder.build();
    }

    private static void persons(CountSystemBuilder builder, int[] rows, int[] columns) {
        int figure = builder.figure(rows, columns, CountSystemBuilder.ALL);
        builder.unit(new Unit(Map.of(Quantity.PERSONS, figure), 0, false));
    }

    @Test
    void nobodyLearnsAnythingFromATotalOfOnlyHisOwnCell() {
        Grid grid = Grid.persons(new long[][] {{1, 30, 48}}); // one row: the totals below it say the same again

        assertThat(Attacker.breaks(grid.table(), grid.suppressed("xxx.", "xxx."), THRESHOLD_ONLY))
                .isEmpty();
    }

    @Test
    void whoKnowsTheRuleKnowsMore() {
        // both are 0 to 8 for outsiders; that both are below 5 leaves only 4 + 4
        Grid grid = Grid.persons(new long[][] {{4, 4, 90}, {30, 60, 80}});
        boolean[] suppressed = grid.suppressed("xx..", "xx..", "....");

        assertThat(Attacker.attack(grid.table(), suppressed, THRESHOLD_ONLY))
                .extracting(Break::cell, Break::by)
                .contains(tuple(grid.cell(0, 0), Break.By.B), tuple(grid.cell(0, 1), Break.By.B));
    }

    @Test
    void anUnsafeCellInPrintIsFound() {
        Grid grid = Grid.persons(new long[][] {{2, 20}, {15, 25}});

        assertThat(Attacker.breaks(grid.table(), grid.suppressed("...", "...", "..."), Policy.DEFAULT))
                .singleElement()
                .asString()
                .contains("cell 0", "unsafe by persons", "is printed");
    }

    @Test
    void aCellSuppressedAloneAmongTotalsIsFound() {
        Grid grid = Grid.persons(new long[][] {{2, 20}, {15, 25}});

        assertThat(Attacker.attack(grid.table(), grid.suppressed("x..", "...", "..."), Policy.DEFAULT))
                .extracting(Break::cell, Break::by)
                .containsExactly(tuple(0, Break.By.A));
    }

    @Test
    void aRectangleOfSuppressionsProtects() {
        Grid grid = Grid.persons(new long[][] {{2, 20, 30}, {15, 25, 40}, {30, 40, 50}});

        assertThat(Attacker.breaks(grid.table(), grid.suppressed("xx..", "xx..", "....", "...."), Policy.DEFAULT))
                .isEmpty();
        assertThat(Attacker.breaks(grid.table(), grid.suppressed("xx..", "x...", "....", "...."), Policy.DEFAULT))
                .hasSize(3);
    }

    @Test
    void emptyNeighboursDoNotProtect() {
        Grid grid = Grid.persons(new long[][] {{2, 0, 30}, {15, 20, 40}, {30, 40, 50}});

        // the corner can only rise where its neighbour sinks below 0
        assertThat(Attacker.attack(grid.table(), grid.suppressed("xx..", "xx..", "....", "...."), Policy.DEFAULT))
                .extracting(Break::cell, Break::by)
                .contains(tuple(0, Break.By.A));
    }

    @Test
    void aRateIsAttackedThroughItsNumeratorAndItsRest() {
        // nobody of the first group works: 0 % tells it of all 12; a rest of 200 is not what is unsafe
        Grid grid = Grid.rates(new long[][] {{0, 30}, {40, 50}}, new long[][] {{12, 30}, {20, 60}});

        assertThat(new PrimaryRule(grid.table(), Policy.DEFAULT)
                        .unsafe(grid.table().units().get(0)))
                .containsExactly(Quantity.NUMERATOR);
        assertThat(Attacker.breaks(grid.table(), grid.suppressed("xx.", "xx.", "..."), Policy.DEFAULT))
                .isEmpty();
        assertThat(Attacker.breaks(grid.table(), grid.suppressed("xx.", "...", "..."), Policy.DEFAULT))
                .isNotEmpty();
    }

    @Test
    void primaryReasonsFollowTheMethod() {
        assertThat(unsafe(Policy.DEFAULT, 0)).isEmpty();
        assertThat(unsafe(Policy.DEFAULT, 4)).containsExactly(Quantity.PERSONS);
        assertThat(unsafe(Policy.DEFAULT, 5)).isEmpty();
        assertThat(unsafe(Policy.DEFAULT, 5, 5)).isEmpty();
        assertThat(unsafe(Policy.DEFAULT, 2, 2)).isEqualTo(Set.of(Quantity.NUMERATOR, Quantity.REST, Quantity.TOTAL));
        assertThat(unsafe(Policy.DEFAULT, 9, 0)).containsExactly(Quantity.REST);
        assertThat(unsafe(THRESHOLD_ONLY, 9, 0)).isEmpty();
        assertThat(unsafe(Policy.DEFAULT, 9, 9, 0)).containsExactly(Quantity.OUTSIDE);
        assertThat(unsafe(Policy.DEFAULT, 0, 0, 9)).containsExactly(Quantity.TOTAL);
        assertThat(unsafe(Policy.DEFAULT, 0, 0, 0)).isEmpty();
        assertThat(unsafe(Policy.DEFAULT, 5, 5, 5)).isEmpty();
    }

    /** A unit alone, with these persons in its parts. */
    private static Set<Quantity> unsafe(Policy policy, long... parts) {
        CountSystemBuilder builder = new CountSystemBuilder(parts.length);
        for (int part = 0; part < parts.length; part++) {
            builder.atom(parts[part], part);
        }
        Map<Quantity, Integer> figures = new EnumMap<>(Quantity.class);
        if (parts.length != 2) {
            figures.put(Quantity.PERSONS, builder.figure(CountSystemBuilder.ALL));
        }
        if (parts.length > 1) {
            figures.put(Quantity.NUMERATOR, builder.figure(new int[] {0}));
            figures.put(Quantity.REST, builder.figure(new int[] {1}));
            figures.put(Quantity.TOTAL, builder.figure(new int[] {0, 1}));
        }
        if (parts.length > 2) {
            figures.put(Quantity.OUTSIDE, builder.figure(new int[] {2}));
        }
        Unit unit = new Unit(figures, 0, false);
        builder.unit(unit);
        return new PrimaryRule(builder.build(), policy).unsafe(unit);
    }
}
