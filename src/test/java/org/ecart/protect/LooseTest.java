package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ecart.model.Loss;
import org.ecart.model.Policy;
import org.junit.jupiter.api.Test;

/** Three by three with all totals; atoms are numbered row by row. */
class LooseTest {
    private static final CountSystem TABLE = Tables.persons(new int[][] {{5, 6, 7}, {8, 9, 10}, {11, 12, 13}});

    @Test
    void aSquareThatIsLeftOutMayChange() {
        assertThat(around(0, List.of(at(0, 0), at(0, 1), at(1, 0), at(1, 1)))).containsExactly(0, 1, 3, 4);
    }

    /** The second row has one cell left out, so its column gives the other one, and so on. */
    @Test
    void whatIsLeftOutAloneInASumMayNot() {
        assertThat(around(0, List.of(at(0, 0), at(0, 1), at(1, 0)))).isEmpty();
    }

    @Test
    void whatHangsTogetherWithNothingOfTheFigureIsLeftAside() {
        List<Integer> leftOut = new ArrayList<>(List.of(at(0, 0), at(0, 1), at(1, 0), at(1, 1)));
        leftOut.addAll(List.of(at(2, 2), at(2, 3), at(3, 2), at(3, 3)));
        assertThat(around(0, leftOut)).containsExactly(0, 1, 3, 4);
        assertThat(around(at(2, 2), leftOut)).containsExactly(8);
    }

    private static int at(int row, int column) {
        return Tables.at(row, column, 3);
    }

    private static int[] around(int unit, List<Integer> leftOut) {
        Ground ground = new Ground(TABLE, Loss.BALANCED);
        Policy none = Policy.none("what is left out is given");
        Requirements requirements = new Requirements(TABLE, TABLE.units().size(), none);
        Published published = new Published(ground, requirements);
        leftOut.forEach(published::hide);
        int[] all = IntStream.range(0, ground.atoms()).toArray();
        return new Loose(ground, new Knowledge(TABLE, requirements, none), published)
                .around(TABLE.units().get(unit).widest(), all, false);
    }
}
