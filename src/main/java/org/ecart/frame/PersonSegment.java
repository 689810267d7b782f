package org.ecart.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The persons of the rows of one chunk. Persons have dense numbers, and rows ascend by them: nearly every number between the
 * first and the last has a row, so a bit for each number tells all of them, where numbers would take four bytes a row.
 */
public abstract sealed class PersonSegment permits PersonSegment.Marks, PersonSegment.Numbers {
    /** One a chunk of rows, packed where that takes less room. */
    public static PersonSegment pack(int[] persons) {
        boolean ascending = true;
        for (int row = 1; row < persons.length; row++) {
            ascending &= persons[row - 1] < persons[row];
        }
        if (ascending && persons.length > 0) {
            long numbers = (long) persons[persons.length - 1] - persons[0] + 1;
            if (numbers <= (long) persons.length * Integer.SIZE) {
                return new Marks(persons);
            }
        }
        return new Numbers(persons.clone());
    }

    public abstract int length();

    /** The bytes that the persons take in memory. */
    public abstract long bytes();

    /** The person of each row. */
    public abstract int[] persons();

    public abstract int first();

    public abstract int last();

    /** The same persons in pieces that ascend each, mostly one. */
    public List<PersonSegment> ascending() {
        return List.of(this);
    }

    /** How many rows have a smaller number; only where rows ascend. */
    public abstract int before(int person);

    /** The persons from one number to another, both included; only where rows ascend. */
    public abstract int[] between(int from, int to);

    /** A bit for each number from the first person on; set where it has a row. */
    static final class Marks extends PersonSegment {
        private final int first;
        private final int last;
        private final int length;
        private final long[] bits;

        Marks(int[] persons) {
            this.first = persons[0];
            this.last = persons[persons.length - 1];
            this.length = persons.length;
            this.bits = new long[(last - first >> 6) + 1];
            for (int person : persons) {
                bits[person - first >> 6] |= 1L << person - first;
            }
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public long bytes() {
            return (long) bits.length * Long.BYTES;
        }

        @Override
        public int first() {
            return first;
        }

        @Override
        public int last() {
            return last;
        }

        @Override
        public int[] persons() {
            int[] persons = new int[length];
            int row = 0;
            for (int word = 0; word < bits.length; word++) {
                int base = first + (word << 6);
                for (long rest = bits[word]; rest != 0; rest &= rest - 1) {
                    persons[row++] = base + Long.numberOfTrailingZeros(rest);
                }
            }
            return persons;
        }

        @Override
        public int before(int person) {
            if (person <= first) {
                return 0;
            }
            if (person > last) {
                return length;
            }
            int bit = person - first;
            int count = Long.bitCount(bits[bit >> 6] & (1L << bit) - 1);
            for (int word = 0; word < bit >> 6; word++) {
                count += Long.bitCount(bits[word]);
            }
            return count;
        }

        @Override
        public int[] between(int from, int to) {
            if (to < first || from > last) {
                return new int[0];
            }
            int low = Math.max(from, first) - first;
            int high = Math.min(to, last) - first;
            int[] persons = new int[Math.min(length, high - low + 1)];
            int count = 0;
            for (int word = low >> 6; word <= high >> 6; word++) {
                long rest = bits[word];
                rest &= word == low >> 6 ? -1L << low : -1L;
                rest &= word == high >> 6 ? -1L >>> ~high : -1L;
                int base = first + (word << 6);
                for (; rest != 0; rest &= rest - 1) {
                    persons[count++] = base + Long.numberOfTrailingZeros(rest);
                }
            }
            return Arrays.copyOf(persons, count);
        }
    }

    /** The number of each row. */
    static final class Numbers extends PersonSegment {
        private final int[] numbers;

        Numbers(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public int length() {
            return numbers.length;
        }

        @Override
        public long bytes() {
            return (long) numbers.length * Integer.BYTES;
        }

        @Override
        public int first() {
            return numbers[0];
        }

        @Override
        public int last() {
            return numbers[numbers.length - 1];
        }

        @Override
        public int[] persons() {
            return numbers.clone();
        }

        @Override
        public List<PersonSegment> ascending() {
            List<PersonSegment> pieces = new ArrayList<>();
            int from = 0;
            for (int row = 1; row <= numbers.length; row++) {
                if (row == numbers.length || numbers[row] < numbers[row - 1]) {
                    pieces.add(new Numbers(Arrays.copyOfRange(numbers, from, row)));
                    from = row;
                }
            }
            return pieces;
        }

        @Override
        public int before(int person) {
            int at = Arrays.binarySearch(numbers, person);
            return at < 0 ? -at - 1 : at;
        }

        @Override
        public int[] between(int from, int to) {
            int low = before(from);
            int above = Arrays.binarySearch(numbers, to);
            return Arrays.copyOfRange(numbers, low, Math.max(low, above < 0 ? -above - 1 : above + 1));
        }
    }
}
