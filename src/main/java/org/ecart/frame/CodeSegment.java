package org.ecart.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;

/** The codes of one chunk of a column, in one, two or four bytes each. */
public abstract sealed class CodeSegment permits CodeSegment.Bytes, CodeSegment.Shorts, CodeSegment.Ints {
    /** Empty until it was asked for; a segment has a row, and so a code. */
    private volatile BitSet occurring = new BitSet();

    public abstract int length();

    /** The code of row {@code row} of the chunk. */
    public abstract int at(int row);

    /** Adds {@code table[code]} to each element of {@code index}: one step of turning codes into a cell number. */
    public void addTo(int[] index, int[] table) {
        addTo(index, length(), 0, table);
    }

    /** The same for {@code count} rows from row {@code from} on, which are the first elements of {@code index}. */
    public abstract void addTo(int[] index, int count, int from, int[] table);

    /** Writes {@code count} codes from row {@code from} on to the beginning of {@code into}. */
    public abstract void read(int from, int count, int[] into);

    /** Sets bit {@code row} of {@code bits} where {@code table[code]} holds. */
    abstract void select(long[] bits, boolean[] table);

    /** The bytes of one code: 1, 2 or 4. */
    public abstract int width();

    /** Writes all codes, {@link #width} bytes each, in the buffer's order. */
    public abstract void write(ByteBuffer into);

    /** The codes that some row has; looked for once. */
    BitSet occurring() {
        if (occurring.isEmpty()) {
            BitSet found = new BitSet();
            boolean[] seen = new boolean[1 << Math.min(Short.SIZE, Byte.SIZE * width())];
            mark(seen, found);
            for (int code = 0; code < seen.length; code++) {
                if (seen[code]) {
                    found.set(code);
                }
            }
            occurring = found;
        }
        return occurring;
    }

    /** Marks what occurs among small codes in the one, among others in the other. */
    abstract void mark(boolean[] seen, BitSet others);

    /** Packs codes in the narrowest width that holds them all. */
    public static CodeSegment pack(int[] codes, int from, int to) {
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
    public static final class Bytes extends CodeSegment {
        /** Rows whose codes fit into a long. */
        private static final int ROWS = Long.BYTES;

        /** A one in each byte. */
        private static final long EACH = 0x0101010101010101L;

        private static final VarHandle LONGS =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
        public void read(int from, int count, int[] into) {
            for (int i = 0; i < count; i++) {
                into[i] = codes[from + i] & 0xff;
            }
        }

        /**
         * Adds {@code (code - least) x factor} to {@code count} bytes, eight at a time; no sum may exceed a byte.
         *
         * @param least no code is less
         */
        public void addTo(byte[] sums, int count, int from, int least, int factor) {
            int whole = count / ROWS * ROWS;
            for (int i = 0; i < whole; i += ROWS) {
                long added = ((long) LONGS.get(codes, from + i) - least * EACH) * factor;
                LONGS.set(sums, i, (long) LONGS.get(sums, i) + added);
            }
            for (int i = whole; i < count; i++) {
                sums[i] += (byte) (((codes[from + i] & 0xff) - least) * factor);
            }
        }

        @Override
        void mark(boolean[] seen, BitSet others) {
            for (byte code : codes) {
                seen[code & 0xff] = true;
            }
        }

        @Override
        void select(long[] bits, boolean[] table) {
            for (int i = 0; i < codes.length; i++) {
                if (table[codes[i] & 0xff]) {
                    bits[i >> 6] |= 1L << i;
                }
            }
        }
    }

    /** Codes 0 to 65,535. */
    public static final class Shorts extends CodeSegment {
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
        public void read(int from, int count, int[] into) {
            for (int i = 0; i < count; i++) {
                into[i] = codes[from + i] & 0xffff;
            }
        }

        @Override
        void mark(boolean[] seen, BitSet others) {
            for (short code : codes) {
                seen[code & 0xffff] = true;
            }
        }

        @Override
        void select(long[] bits, boolean[] table) {
            for (int i = 0; i < codes.length; i++) {
                if (table[codes[i] & 0xffff]) {
                    bits[i >> 6] |= 1L << i;
                }
            }
        }
    }

    /** Any codes. */
    public static final class Ints extends CodeSegment {
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
        public void read(int from, int count, int[] into) {
            System.arraycopy(codes, from, into, 0, count);
        }

        @Override
        void mark(boolean[] seen, BitSet others) {
            for (int code : codes) {
                others.set(code);
            }
        }

        @Override
        void select(long[] bits, boolean[] table) {
            for (int i = 0; i < codes.length; i++) {
                if (table[codes[i]]) {
                    bits[i >> 6] |= 1L << i;
                }
            }
        }
    }
}
