package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Optional;
import org.ecart.protect.CellAudit.SumRange;
import org.junit.jupiter.api.Test;

/** What a reader can compute of a sum that is left out. */
class SumBoundsTest {
    private final FewSums table = new FewSums();

    private Optional<SumRange> range(int cell, int... leftOut) {
        BitSet hidden = new BitSet();
        for (int out : leftOut) {
            hidden.set(out);
        }
        return new SumBounds(table.sums(), hidden).of(cell);
    }

    private static SumRange between(int low, int high) {
        return new SumRange(Optional.of(BigDecimal.valueOf(low)), Optional.of(BigDecimal.valueOf(high)));
    }

    /** 3 and 4 in the first row, 3 and 0 in the second: rows of 7 and 3, columns of 6 and 4. */
    @Test
    void rowsAndColumnsLeaveARange() {
        table.square(table.atom(3), table.atom(4), table.atom(3), table.atom(0));
        assertThat(range(0, 0, 1, 2, 3)).contains(between(3, 6));
    }

    @Test
    void whatOtherCellsAddUpToIsKnown() {
        table.square(table.atom(3), table.atom(4), table.atom(3), table.atom(1));
        assertThat(range(0, 0)).contains(between(3, 3));
    }

    @Test
    void withoutATotalThereIsNoUpperEnd() {
        table.cell(table.atom(3));
        assertThat(range(0, 0)).contains(new SumRange(Optional.of(BigDecimal.ZERO), Optional.empty()));
    }

    @Test
    void whereAmountsMayBeNegativeNothingIsKnown() {
        table.square(table.atom(3), table.atom(4), table.atom(9, -5), table.atom(1));
        assertThat(range(0, 0, 1, 2, 3)).contains(new SumRange(Optional.empty(), Optional.empty()));
    }
}
