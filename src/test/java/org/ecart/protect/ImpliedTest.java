package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecart.protect.CountSystemBuilder.ALL;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem.Join;
import org.ecart.protect.CountSystem.Unit;
import org.junit.jupiter.api.Test;

/** What printed figures give away as a difference, and of whom they tell that there are none. */
class ImpliedTest {
    private static final int[] FIRST = {0};
    private static final int[] SECOND = {1};

    /** Ages 18-64 less 20-64, of whom nobody works: the first grid tells how many they are, the second also who works. */
    @Test
    void whatIsLeftOfARateIsSeenWhereTheRateIsTold() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 2, 1);
        builder.atom(20, 0, 0, 0).atom(20, 0, 1, 0).atom(350, 1, 0, 0).atom(350, 1, 1, 0);
        builder.grid(2, 1, 2);
        builder.atom(0, 0, 0, 0).atom(40, 0, 0, 1).atom(500, 1, 0, 0).atom(200, 1, 0, 1);
        for (int[] ages : List.of(ALL, SECOND)) {
            Unit rate = new Unit(
                    Map.of(
                            Quantity.NUMERATOR, builder.figure(1, ages, ALL, FIRST),
                            Quantity.REST, builder.figure(1, ages, ALL, SECOND),
                            Quantity.TOTAL, builder.figure(1, ages, ALL, ALL)),
                    0,
                    false);
            Unit persons = new Unit(Map.of(Quantity.TOTAL, builder.figure(0, ages, ALL, ALL)), 0, false);
            builder.unit(List.of(rate, persons), Fate.OPEN);
        }
        builder.join(new Join(0, 1, new int[] {0, 0, 1, 1, 0, 0, 1, 1}, new int[8][3]));

        assertThat(Implied.in(builder.build(), Policy.DEFAULT).tellers()).hasSize(1);
    }

    /** 17 in one year, none of whom left, and 17 in the next: nobody came. */
    @Test
    void whoIsCountedTwiceIsAllThereAre() {
        CountSystemBuilder builder = new CountSystemBuilder(3, 1);
        builder.atom(17, 0, 0).atom(0, 1, 0).atom(0, 2, 0);
        persons(builder, new int[] {0, 1});
        persons(builder, new int[] {0, 2});
        persons(builder, SECOND);

        assertThat(Nobody.in(builder.build(), Policy.DEFAULT)).isEqualTo(atoms(1, 2));
    }

    @Test
    void ofASmallGroupNothingIsToldThatIsNotPrinted() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 1);
        builder.atom(2, 0, 0).atom(0, 1, 0);
        persons(builder, FIRST);
        persons(builder, ALL);

        assertThat(Nobody.in(builder.build(), Policy.DEFAULT)).isEqualTo(atoms());
    }

    /** One grid tells that there is nobody in the second region, another has its persons by gender. */
    @Test
    void whatOneGridTellsOfNobodyHoldsInTheNext() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 1);
        builder.atom(60, 0, 0).atom(0, 1, 0);
        builder.grid(2, 2, 1);
        builder.atom(30, 0, 0, 0).atom(30, 0, 1, 0).atom(0, 1, 0, 0).atom(0, 1, 1, 0);
        builder.unit(new Unit(Map.of(Quantity.PERSONS, builder.figure(0, SECOND, ALL)), 0, false));
        builder.join(new Join(0, 1, new int[] {0, 1, 0, 0, 1, 1}, new int[6][3]));

        assertThat(Nobody.in(builder.build(), Policy.DEFAULT)).isEqualTo(atoms(1, 4, 5));
    }

    private static void persons(CountSystemBuilder builder, int[] group) {
        builder.unit(new Unit(Map.of(Quantity.PERSONS, builder.figure(group, ALL)), 0, false));
    }

    private static BitSet atoms(int... atoms) {
        BitSet set = new BitSet();
        for (int atom : atoms) {
            set.set(atom);
        }
        return set;
    }
}
