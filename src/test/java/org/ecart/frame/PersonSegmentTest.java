package org.ecart.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PersonSegmentTest {
    @Test
    void personsWithFewGapsTakeABitForEachNumber() {
        PersonSegment segment = PersonSegment.pack(new int[] {1_000, 1_001, 1_003, 1_070});
        assertThat(segment.bytes()).isEqualTo(2 * Long.BYTES);
        assertThat(segment.persons()).containsExactly(1_000, 1_001, 1_003, 1_070);
        assertThat(segment.before(1_003)).isEqualTo(2);
        assertThat(segment.between(1_001, 1_069)).containsExactly(1_001, 1_003);
    }

    @Test
    void personsFarApartOrInTwoRunsKeepTheirNumbers() {
        assertThat(PersonSegment.pack(new int[] {7, 2_000_000_000}).bytes()).isEqualTo(2 * Integer.BYTES);
        assertThat(PersonSegment.pack(new int[] {7, 8, 3, 4}).persons()).containsExactly(7, 8, 3, 4);
    }

    @Test
    void whatIsPackedIsFoundAgain() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int base = random.nextInt(Integer.MAX_VALUE - 100_000);
            int[] persons = random.ints(1 + random.nextInt(300), base, base + 1 + random.nextInt(3_000))
                    .sorted()
                    .distinct()
                    .toArray();
            PersonSegment segment = PersonSegment.pack(persons);
            int from = base - 5 + random.nextInt(1_000);
            int to = from + random.nextInt(1_000);
            assertThat(segment.persons()).as("seed " + seed).isEqualTo(persons);
            assertThat(segment.length()).as("seed " + seed).isEqualTo(persons.length);
            assertThat(segment.first()).as("seed " + seed).isEqualTo(persons[0]);
            assertThat(segment.last()).as("seed " + seed).isEqualTo(persons[persons.length - 1]);
            assertThat(segment.before(from)).as("seed " + seed).isEqualTo((int)
                    Arrays.stream(persons).filter(p -> p < from).count());
            assertThat(segment.between(from, to))
                    .as("seed " + seed)
                    .isEqualTo(Arrays.stream(persons)
                            .filter(p -> p >= from && p <= to)
                            .toArray());
        }
    }
}
