package org.ecart.store;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes deflated, behind four bytes with their length. Codes of a register shrink to a third, which is quicker than to write them. */
final class Packed {
    private static final int HEAD = Integer.BYTES;

    private Packed() {}

    static byte[] pack(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(plain);
            deflater.finish();
            byte[] packed = new byte[HEAD + plain.length + plain.length / 1000 + 64];
            for (int i = 0; i < HEAD; i++) {
                packed[i] = (byte) (plain.length >>> Byte.SIZE * i);
            }
            int length = deflater.deflate(packed, HEAD, packed.length - HEAD);
            if (!deflater.finished()) {
                throw new IllegalStateException("deflated bytes grow by less than a thousandth");
            }
            return Arrays.copyOf(packed, HEAD + length);
        } finally {
            deflater.end();
        }
    }

    static byte[] unpack(byte[] packed) {
        int length = 0;
        for (int i = 0; i < HEAD; i++) {
            length |= (packed[i] & 0xff) << Byte.SIZE * i;
        }
        byte[] plain = new byte[length];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed, HEAD, packed.length - HEAD);
            if (inflater.inflate(plain) != length) {
                throw new IllegalStateException("packed bytes are cut off");
            }
            return plain;
        } catch (DataFormatException damaged) {
            throw new IllegalStateException("packed bytes are damaged", damaged);
        } finally {
            inflater.end();
        }
    }
}
