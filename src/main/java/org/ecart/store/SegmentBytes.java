package org.ecart.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ecart.frame.CodeSegment;

/** Column segments as bytes: codes as one byte for the width and then little-endian numbers; amounts as 8 bytes each. */
final class SegmentBytes {
    private SegmentBytes() {}

    static byte[] of(CodeSegment segment) {
        int width = width(segment);
        ByteBuffer bytes = ByteBuffer.allocate(size(segment)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) width);
        for (int i = 0; i < segment.length(); i++) {
            switch (width) {
                case Byte.BYTES -> bytes.put((byte) segment.at(i));
                case Short.BYTES -> bytes.putShort((short) segment.at(i));
                default -> bytes.putInt(segment.at(i));
            }
        }
        return bytes.array();
    }

    /** The bytes that a segment takes. */
    static int size(CodeSegment segment) {
        return 1 + segment.length() * width(segment);
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

    static byte[] of(long[] amounts) {
        ByteBuffer bytes = ByteBuffer.allocate(amounts.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(amounts);
        return bytes.array();
    }

    static long[] amounts(byte[] content) {
        long[] amounts = new long[content.length / Long.BYTES];
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(amounts);
        return amounts;
    }

    private static int width(CodeSegment segment) {
        if (segment instanceof CodeSegment.Bytes) {
            return Byte.BYTES;
        }
        return segment instanceof CodeSegment.Shorts ? Short.BYTES : Integer.BYTES;
    }
}
