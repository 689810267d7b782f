package org.ecart.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountSegmentTest {
    private static final long UNKNOWN = AmountColumn.UNKNOWN;
    private static final int ROWS = 500;

    @Test
    void elementsTakeAsFewBytesAsHoldThem() {
        assertThat(widths(new long[] {1000, 1000, 1000})).containsExactly(0);
        assertThat(widths(new long[] {UNKNOWN, UNKNOWN})).containsExactly(0);
        assertThat(widths(new long[] {-32_767, 32_767, UNKNOWN})).containsExactly(2);
        assertThat(widths(new long[] {-32_768, 0})).containsExactly(4);
        assertThat(widths(new long[] {Integer.MIN_VALUE + 1, Integer.MAX_VALUE, UNKNOWN}))
                .containsExactly(4);
        assertThat(widths(new long[] {Integer.MIN_VALUE, 0})).containsExactly(8);
    }

    @Test
    void eachChunkIsAsNarrowAsItMayUnlessTheColumnSpansMoreThanAnInt() {
        assertThat(widths(new long[] {1, 2}, new long[] {1, 40_000}, new long[] {7, 7}))
                .containsExactly(2, 4, 0);
        assertThat(widths(new long[] {1, 2}, new long[] {1, 1L << 31}, new long[] {7, 7}))
                .containsExactly(8, 8, 0);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "-300, 300", "-32767, 32767", "-2147483647, 2147483647", "-9000000000, 9000000000"})
    void aChunkOfAnyWidthIsReadAsTheLongsThatItWasMadeOf(long lowest, long highest) {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            long[] elements = elements(lowest, highest, seed % 3 == 0, random);
            AmountColumn column = AmountColumn.of(2, List.of(elements.clone()));
            AmountSegment segment = column.segments().get(0);
            int from = random.nextInt(ROWS);
            int count = random.nextInt(ROWS - from + 1);
            int[] numbers = random.ints(count, 0, 8).toArray();
            int span = Long.SIZE - Long.numberOfLeadingZeros(highest - lowest);
            int bits = random.nextInt(Math.min(10, span + 1));
            int shift = random.nextInt(span - bits + 1);

            long[] read = new long[count];
            segment.read(from, count, read);
            long[] sums = new long[8];
            segment.addTo(sums, numbers, from, count, 3);
            int[] appended = numbers.clone();
            segment.append(appended, from, count, 6, new AmountSegment.Bits(column.lowest(), shift, bits));

            long[] expectedSums = new long[8];
            for (int i = 0; i < count; i++) {
                long element = elements[from + i];
                expectedSums[numbers[i]] += element == UNKNOWN ? 3 : element + 3;
                long digits = (element - column.lowest() >> shift) & (1 << bits) - 1;
                assertThat(appended[i] >> bits)
                        .as("seed %d", seed)
                        .isEqualTo(element == UNKNOWN ? 6 : Math.min(6, numbers[i]));
                if (element != UNKNOWN) {
                    assertThat((long) (appended[i] & (1 << bits) - 1))
                            .as("seed %d, shift %d, bits %d", seed, shift, bits)
                            .isEqualTo(digits);
                }
            }
            assertThat(sums).as("seed %d", seed).isEqualTo(expectedSums);
            assertThat(read).as("seed %d", seed).isEqualTo(Arrays.copyOfRange(elements, from, from + count));
            assertThat(segment.elements()).as("seed %d", seed).isEqualTo(elements);
        }
    }

    /** Both extremes are met; some elements are not known if {@code gaps}. */
    private static long[] elements(long lowest, long highest, boolean gaps, Random random) {
        long[] elements = new long[ROWS];
        for (int i = 0; i < ROWS; i++) {
            long element = lowest + (long) (random.nextDouble() * (highest - lowest));
            elements[i] = gaps && random.nextInt(5) == 0 ? UNKNOWN : element;
        }
        elements[random.nextInt(ROWS / 2)] = lowest;
        elements[ROWS / 2 + random.nextInt(ROWS / 2)] = highest;
        return elements;
    }

    private static List<Integer> widths(long[]... chunks) {
        return AmountColumn.of(0, List.of(chunks)).segments().stream()
                .map(AmountSegment::width)
                .toList();
    }
}
