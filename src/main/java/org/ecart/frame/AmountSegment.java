package org.ecart.frame;

import java.util.Arrays;

/**
 * The elements of one chunk of an {@link AmountColumn}, in as few bytes each as hold them: none where all are equal, else two,
 * four or eight. The lowest number of a width stands for an element that is not known. What is done with elements while rows
 * are counted is here, one loop a width.
 */
public abstract sealed class AmountSegment
        permits AmountSegment.Same, AmountSegment.Shorts, AmountSegment.Ints, AmountSegment.Longs {
    /** Moves the sign of an int to all of its bits. */
    private static final int SIGN = Integer.SIZE - 1;

    /**
     * Which bits of what an element exceeds the lowest one by.
     *
     * @param lowest of the column
     * @param after how many come after these
     */
    public record Bits(long lowest, int after, int count) {
        private int mask() {
            return (1 << count) - 1;
        }
    }

    public abstract int length();

    /** The element of row {@code row} of the chunk; {@link AmountColumn#UNKNOWN} = no value. */
    public abstract long at(int row);

    /** The bytes of one element: 0, 2, 4 or 8. */
    public abstract int width();

    /** Writes {@code count} elements from row {@code from} on to the beginning of {@code into}, as {@link #at} gives them. */
    public abstract void read(int from, int count, long[] into);

    /**
     * Adds elements to sums; one that is not known counts as 0.
     *
     * @param cells the sum to which each of {@code count} rows from row {@code from} on is added
     * @param besides what each row adds besides its element
     */
    public abstract void addTo(long[] sums, int[] cells, int from, int count, long besides);

    /**
     * Appends some of the bits that hold what elements exceed the lowest by to the numbers of their rows.
     *
     * @param beyond stands for all numbers from itself on, and for that of a row whose element is not known; any bits are
     *     appended then
     */
    public abstract void append(int[] numbers, int from, int count, int beyond, Bits bits);

    /** All elements, as {@link #at} gives them. */
    public long[] elements() {
        long[] elements = new long[length()];
        read(0, elements.length, elements);
        return elements;
    }

    /**
     * Packs elements, and keeps the array if they need eight bytes.
     *
     * @param narrow whether all elements of the column fit into an int, and so what they exceed each other by into its bits
     */
    static AmountSegment pack(long[] elements, boolean narrow) {
        long lowest = Long.MAX_VALUE;
        long highest = AmountColumn.UNKNOWN;
        boolean same = true;
        for (long element : elements) {
            same &= element == elements[0];
            highest = Math.max(highest, element);
            lowest = Math.min(lowest, element == AmountColumn.UNKNOWN ? Long.MAX_VALUE : element);
        }
        if (same) {
            return new Same(elements[0], elements.length);
        }
        if (!narrow) {
            return new Longs(elements);
        }
        return lowest > Short.MIN_VALUE && highest <= Short.MAX_VALUE ? shorts(elements) : ints(elements);
    }

    /**
     * Does {@link #append} for the elements of both narrow widths, which start where the numbers do.
     *
     * @param unknown stands for an element that is not known
     */
    private static void appendInts(int[] numbers, int[] elements, int unknown, int beyond, Bits bits) {
        int least = (int) bits.lowest();
        int after = bits.after();
        int appended = bits.count();
        int mask = bits.mask();
        for (int i = 0; i < elements.length; i++) {
            int known = elements[i] ^ unknown;
            int below = numbers[i] - beyond;
            // Without a comparison: below if it is negative and known is not 0, else 0.
            int within = below & below >> SIGN & ~(known - 1 & ~known) >> SIGN;
            numbers[i] = beyond + within << appended | (elements[i] - least >>> after) & mask;
        }
    }

    private static AmountSegment shorts(long[] elements) {
        short[] shorts = new short[elements.length];
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = elements[i] == AmountColumn.UNKNOWN ? Short.MIN_VALUE : (short) elements[i];
        }
        return new Shorts(shorts);
    }

    private static AmountSegment ints(long[] elements) {
        int[] ints = new int[elements.length];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = elements[i] == AmountColumn.UNKNOWN ? Integer.MIN_VALUE : (int) elements[i];
        }
        return new Ints(ints);
    }

    /** The same element in every row. */
    static final class Same extends AmountSegment {
        private final long element;
        private final int length;

        Same(long element, int length) {
            this.element = element;
            this.length = length;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public long at(int row) {
            return element;
        }

        @Override
        public int width() {
            return 0;
        }

        @Override
        public void read(int from, int count, long[] into) {
            Arrays.fill(into, 0, count, element);
        }

        @Override
        public void addTo(long[] sums, int[] cells, int from, int count, long besides) {
            long added = (element == AmountColumn.UNKNOWN ? 0 : element) + besides;
            for (int i = 0; i < count; i++) {
                sums[cells[i]] += added;
            }
        }

        @Override
        public void append(int[] numbers, int from, int count, int beyond, Bits bits) {
            int appended = (int) (element - bits.lowest() >>> bits.after()) & bits.mask();
            int least = element == AmountColumn.UNKNOWN ? beyond : 0;
            for (int i = 0; i < count; i++) {
                numbers[i] = Math.min(Math.max(numbers[i], least), beyond) << bits.count() | appended;
            }
        }
    }

    /** Elements of a column within an int that fit into two bytes themselves. */
    static final class Shorts extends AmountSegment {
        private static final short UNKNOWN = Short.MIN_VALUE;

        private final short[] elements;

        Shorts(short[] elements) {
            this.elements = elements;
        }

        @Override
        public int length() {
            return elements.length;
        }

        @Override
        public long at(int row) {
            return elements[row] == UNKNOWN ? AmountColumn.UNKNOWN : elements[row];
        }

        @Override
        public int width() {
            return Short.BYTES;
        }

        @Override
        public void read(int from, int count, long[] into) {
            for (int i = 0; i < count; i++) {
                into[i] = at(from + i);
            }
        }

        @Override
        public void addTo(long[] sums, int[] cells, int from, int count, long besides) {
            for (int i = 0; i < count; i++) {
                short element = elements[from + i];
                sums[cells[i]] += (element == UNKNOWN ? 0 : element) + besides;
            }
        }

        @Override
        public void append(int[] numbers, int from, int count, int beyond, Bits bits) {
            int[] near = new int[count];
            for (int i = 0; i < count; i++) {
                near[i] = elements[from + i];
            }
            appendInts(numbers, near, UNKNOWN, beyond, bits);
        }
    }

    /** Elements of a column within an int. */
    static final class Ints extends AmountSegment {
        private static final int UNKNOWN = Integer.MIN_VALUE;

        private final int[] elements;

        Ints(int[] elements) {
            this.elements = elements;
        }

        @Override
        public int length() {
            return elements.length;
        }

        @Override
        public long at(int row) {
            return elements[row] == UNKNOWN ? AmountColumn.UNKNOWN : elements[row];
        }

        @Override
        public int width() {
            return Integer.BYTES;
        }

        @Override
        public void read(int from, int count, long[] into) {
            for (int i = 0; i < count; i++) {
                into[i] = at(from + i);
            }
        }

        @Override
        public void addTo(long[] sums, int[] cells, int from, int count, long besides) {
            for (int i = 0; i < count; i++) {
                int element = elements[from + i];
                sums[cells[i]] += (element == UNKNOWN ? 0 : element) + besides;
            }
        }

        @Override
        public void append(int[] numbers, int from, int count, int beyond, Bits bits) {
            appendInts(numbers, Arrays.copyOfRange(elements, from, from + count), UNKNOWN, beyond, bits);
        }
    }

    /** Any elements. */
    static final class Longs extends AmountSegment {
        private static final int LONG_SIGN = Long.SIZE - 1;

        private final long[] elements;

        Longs(long[] elements) {
            this.elements = elements;
        }

        @Override
        public int length() {
            return elements.length;
        }

        @Override
        public long at(int row) {
            return elements[row];
        }

        @Override
        public int width() {
            return Long.BYTES;
        }

        @Override
        public void read(int from, int count, long[] into) {
            System.arraycopy(elements, from, into, 0, count);
        }

        @Override
        public void addTo(long[] sums, int[] cells, int from, int count, long besides) {
            for (int i = 0; i < count; i++) {
                long element = elements[from + i];
                sums[cells[i]] += (element == AmountColumn.UNKNOWN ? 0 : element) + besides;
            }
        }

        @Override
        public void append(int[] numbers, int from, int count, int beyond, Bits bits) {
            long lowest = bits.lowest();
            int after = bits.after();
            int appended = bits.count();
            int mask = bits.mask();
            for (int i = 0; i < count; i++) {
                long element = elements[from + i];
                long known = element ^ AmountColumn.UNKNOWN;
                long below = numbers[i] - (long) beyond;
                int within = (int) (below & below >> LONG_SIGN & ~(known - 1 & ~known) >> LONG_SIGN);
                numbers[i] = beyond + within << appended | (int) (element - lowest >>> after) & mask;
            }
        }
    }
}
