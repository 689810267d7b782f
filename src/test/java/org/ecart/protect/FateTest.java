package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FateTest {
    /** A cell that goes for its amount too: what an earlier release has not told stays guarded, what it has told stays known. */
    @Test
    void onlyWhatIsOpenIsDecidedByOneMoreReason() {
        assertThat(Fate.OPEN.leftOut()).isEqualTo(Fate.LEFT_OUT);
        assertThat(Fate.WITHHELD.leftOut()).isEqualTo(Fate.WITHHELD);
        assertThat(Fate.PRINTED.leftOut()).isEqualTo(Fate.PRINTED);
    }
}
