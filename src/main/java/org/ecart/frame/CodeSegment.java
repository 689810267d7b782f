package org.ecart.frame;

import java.nio.ByteBuffer;

/** The codes of one chunk of a column as places in a dictionary, in one, two or four bytes each. */
public sealed interface CodeSegment permits CodeSegment.Bytes, CodeSegment.Shorts, CodeSegment.Ints {
    int length();

    /** The dictionary place of row {@code row} of the chunk. */
    int at(int row);

    /** Adds {@code table[code]} to each element of {@code index}: one step of turning codes into a cell number. */
    default void addTo(int[] index, int[] table) {
        addTo(index, length(), 0, table);
    }

    /** The same for {@code count} rows from row {@code from} on, which are the first elements of {@code index}. */
    void addTo(int[] index, int count, int from, int[] table);

    /** Sets bit {@code row} of {@code bits} where {@code table[code]} holds. */
    void select(long[] bits, boolean[] table);

    /** The bytes of one code: 1, 2 or 4. */
    int width();

    /** Writes all codes, {@link #width} bytes each, in the buffer's order. */
    void write(ByteBuffer into);

    /** Packs codes in the narrowest width that holds them all. */
    static CodeSegment pack(int[] codes, int from, int to) {
        int largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, codes[i]);
        }
        if (largest < 1 << 8) {
            byte[] bytes = new byte[to - from];
            for (int i = from; i < to; i++) {
                bytes[i - from] = (byte) codes[i];
            }
            return new Bytes(bytes);
        }
        if (largest < 1 << 16) {
            short[] shorts = new short[to - from];
            for (int i = from; i < to; i++) {
                shorts[i - from] = (short) codes[i];
            }
            return new Shorts(shorts);
        }
        int[] ints = new int[to - from];
        System.arraycopy(codes, from, ints, 0, ints.length);
        return new Ints(ints);
    }

    /** Codes 0 to 255. */
    final class Bytes implements CodeSegment {
        private final byte[] codes;

        public Bytes(byte[] codes) {
            this.codes = codes;
        }

        @Override
        public int width() {
            return Byte.BYTES;
        }

        @Override
        public void write(ByteBuffer into) {
            into.put(codes);
        }

        @Override
        public int length() {
            return codes.length;
        }

        @Override
        public int at(int row) {
            return codes[row] & 0xff;
        }

        @Override
        public void addTo(int[] index, int count, int from, int[] table) {
            for (int i = 0; i < count; i++) {
                index[i] += table[codes[from + i] & 0xff];
            }
        }

        @Override
        public void select(long[] bits, boolean[] table) {
            for (int i = 0; i < codes.length; i++) {
                if (table[codes[i] & 0xff]) {
                    bits[i >> 6] |= 1L << i;
                }
            }
        }
    }

    /** Codes 0 to 65,535. */
    final class Shorts implements CodeSegment {
        private final short[] codes;

        public Shorts(short[] codes) {
            this.codes = codes;
        }

        @Override
        public int width() {
            return Short.BYTES;
        }

        @Override
        public void write(ByteBuffer into) {
            into.asShortBuffer().put(codes);
            into.position(into.position() + codes.length * Short.BYTES);
        }

        @Override
        public int length() {
            return codes.length;
        }

        @Override
        public int at(int row) {
            return codes[row] & 0xffff;
        }

        @Override
        public void addTo(int[] index, int count, int from, int[] table) {
            for (int i = 0; i < count; i++) {
                index[i] += table[codes[from + i] & 0xffff];
            }
        }

        @Override
        public void select(long[] bits, boolean[] table) {
            for (int i = 0; i < codes.length; i++) {
                if (table[codes[i] & 0xffff]) {
                    bits[i >> 6] |= 1L << i;
                }
            }
        }
    }

    /** Any codes. */
    final class Ints implements CodeSegment {
        private final int[] codes;

        public Ints(int[] codes) {
            this.codes = codes;
        }

        @Override
        public int width() {
            return Integer.BYTES;
        }

        @Override
        public void write(ByteBuffer into) {
            into.asIntBuffer().put(codes);
            into.position(into.position() + codes.length * Integer.BYTES);
        }

        @Override
        public int length() {
            return codes.length;
        }

        @Override
        public int at(int row) {
            return codes[row];
        }

        @Override
        public void addTo(int[] index, int count, int from, int[] table) {
            for (int i = 0; i < count; i++) {
                index[i] += table[codes[from + i]];
            }
        }

        @Override
        public void select(long[] bits, boolean[] table) {
            for (int i = 0; i < codes.length; i++) {
                if (table[codes[i]]) {
                    bits[i >> 6] |= 1L << i;
                }
            }
        }
    }
}
