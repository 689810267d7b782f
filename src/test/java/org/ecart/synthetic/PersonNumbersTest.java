package org.ecart.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class PersonNumbersTest {
    @Test
    void a_million_indexes_give_a_million_numbers_of_at_most_nine_digits() {
        PersonNumbers numbers = new PersonNumbers(1);
        BitSet seen = new BitSet(1_000_000_000);
        for (int index = 0; index < 1_000_000; index++) {
            seen.set((int) numbers.of(index));
        }
        assertThat(seen.cardinality()).isEqualTo(1_000_000);
        assertThat(seen.length()).isLessThanOrEqualTo(1_000_000_000);
    }

    @Test
    void another_seed_gives_other_numbers() {
        assertThat(new PersonNumbers(1).of(0)).isNotEqualTo(new PersonNumbers(2).of(0));
    }
}
