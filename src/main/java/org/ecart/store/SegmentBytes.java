package org.ecart.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.CodeSegment;

/**
 * Column segments as bytes, before they are packed: one byte for the width and then little-endian numbers of so many
 * bytes each. Persons are told by their distances, which are small.
 */
final class SegmentBytes {
    private SegmentBytes() {}

    static byte[] of(CodeSegment segment) {
        ByteBuffer bytes = buffer(size(segment));
        bytes.put((byte) segment.width());
        segment.write(bytes);
        return bytes.array();
    }

    /** The bytes that a segment takes. */
    static int size(CodeSegment segment) {
        return 1 + segment.length() * segment.width();
    }

    static CodeSegment codes(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int width = bytes.get();
        int length = bytes.remaining() / width;
        switch (width) {
            case Byte.BYTES -> {
                byte[] codes = new byte[length];
                bytes.get(codes);
                return new CodeSegment.Bytes(codes);
            }
            case Short.BYTES -> {
                short[] codes = new short[length];
                bytes.asShortBuffer().get(codes);
                return new CodeSegment.Shorts(codes);
            }
            default -> {
                int[] codes = new int[length];
                bytes.asIntBuffer().get(codes);
                return new CodeSegment.Ints(codes);
            }
        }
    }

    /** Amounts in four bytes each where all fit, otherwise in eight. */
    static byte[] of(long[] amounts) {
        boolean narrow = Arrays.stream(amounts).allMatch(a -> a == AmountColumn.UNKNOWN || fits(a));
        int width = narrow ? Integer.BYTES : Long.BYTES;
        ByteBuffer bytes = buffer(1 + amounts.length * width);
        bytes.put((byte) width);
        for (long amount : amounts) {
            if (narrow) {
                bytes.putInt(amount == AmountColumn.UNKNOWN ? Integer.MIN_VALUE : (int) amount);
            } else {
                bytes.putLong(amount);
            }
        }
        return bytes.array();
    }

    /** The least number of four bytes stands for "unknown". */
    private static boolean fits(long amount) {
        return amount > Integer.MIN_VALUE && amount <= Integer.MAX_VALUE;
    }

    static long[] amounts(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int width = bytes.get();
        long[] amounts = new long[bytes.remaining() / width];
        for (int i = 0; i < amounts.length; i++) {
            if (width == Long.BYTES) {
                amounts[i] = bytes.getLong();
            } else {
                int amount = bytes.getInt();
                amounts[i] = amount == Integer.MIN_VALUE ? AmountColumn.UNKNOWN : amount;
            }
        }
        return amounts;
    }

    /** Ascending numbers: the first, and for each the distance to the one before it. */
    static byte[] ofAscending(int[] numbers, int from, int to) {
        int[] distances = new int[to - from];
        for (int i = from + 1; i < to; i++) {
            distances[i - from] = numbers[i] - numbers[i - 1];
        }
        byte[] rest = of(CodeSegment.pack(distances, 0, distances.length));
        return buffer(Integer.BYTES + rest.length)
                .putInt(numbers[from])
                .put(rest)
                .array();
    }

    static int[] ascending(byte[] content) {
        int first = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt();
        CodeSegment distances = codes(Arrays.copyOfRange(content, Integer.BYTES, content.length));
        int[] numbers = new int[distances.length()];
        int last = first;
        for (int i = 0; i < numbers.length; i++) {
            last += distances.at(i);
            numbers[i] = last;
        }
        return numbers;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
