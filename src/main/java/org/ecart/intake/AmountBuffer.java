package org.ecart.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.Chunks;

/**
 * A column of decimal numbers while it grows. All are kept at one scale: as many decimals as were met, as far as 18
 * digits hold them beside the largest whole part; decimals beyond that are cut, which does not depend on the order of
 * rows as rounding would.
 */
final class AmountBuffer {
    private final List<long[]> chunks = new ArrayList<>();
    private long[] open = new long[1024];
    private int filled;
    private int scale;
    private int wholeDigits = 1;

    /** Adds the rows named in {@code rows}, as many as {@code count}. */
    void add(AmountPiece piece, int[] rows, int count) {
        for (int i = 0; i < count; i++) {
            long number = piece.number(rows[i]);
            if (number == AmountColumn.UNKNOWN) {
                put(number);
            } else {
                add(number, piece.decimals(rows[i]));
            }
        }
    }

    private void add(long number, int decimals) {
        wholeDigits = Math.max(wholeDigits, DecimalText.digits(number) - decimals);
        int wanted = Math.min(Math.max(scale, decimals), DecimalText.DIGITS - wholeDigits);
        if (wanted != scale) {
            rescale(wanted);
        }
        put(rescaled(number, decimals, scale));
    }

    private static long rescaled(long number, int from, int to) {
        return to >= from ? number * DecimalText.power(to - from) : number / DecimalText.power(from - to);
    }

    private void rescale(int wanted) {
        chunks.forEach(c -> rescale(c, c.length, wanted));
        rescale(open, filled, wanted);
        scale = wanted;
    }

    private void rescale(long[] numbers, int count, int wanted) {
        for (int i = 0; i < count; i++) {
            numbers[i] = numbers[i] == AmountColumn.UNKNOWN ? numbers[i] : rescaled(numbers[i], scale, wanted);
        }
    }

    private void put(long number) {
        if (filled == Chunks.SIZE) {
            chunks.add(open);
            open = new long[Chunks.SIZE];
            filled = 0;
        } else if (filled == open.length) {
            open = Arrays.copyOf(open, Math.min(Chunks.SIZE, filled * 2));
        }
        open[filled++] = number;
    }

    /** All rows as they came. */
    AmountColumn column() {
        return AmountColumn.of(scale, elements());
    }

    private List<long[]> elements() {
        List<long[]> all = new ArrayList<>(chunks);
        if (filled > 0) {
            all.add(Arrays.copyOf(open, filled));
        }
        return all;
    }

    /** The rows named in {@code order}, in that order. */
    AmountColumn ordered(int[] order) {
        List<long[]> all = elements();
        return AmountColumn.of(
                scale,
                IntStream.range(0, Chunks.count(order.length))
                        .parallel()
                        .mapToObj(chunk -> {
                            long[] segment = new long[Chunks.length(chunk, order.length)];
                            for (int i = 0; i < segment.length; i++) {
                                int row = order[chunk * Chunks.SIZE + i];
                                segment[i] = all.get(row / Chunks.SIZE)[row % Chunks.SIZE];
                            }
                            return segment;
                        })
                        .toList());
    }
}
