package org.ecart.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ecart.frame.AmountSegment;
import org.ecart.frame.CodeSegment;

/**
 * Column segments as bytes: codes as one byte for the width and then little-endian numbers of so many bytes each; amounts as 8
 * bytes each. H2 packs the pages in which they lie.
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

    static byte[] of(AmountSegment segment) {
        long[] amounts = segment.elements();
        ByteBuffer bytes = buffer(amounts.length * Long.BYTES);
        bytes.asLongBuffer().put(amounts);
        return bytes.array();
    }

    static long[] amounts(byte[] content) {
        long[] amounts = new long[content.length / Long.BYTES];
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(amounts);
        return amounts;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
