package org.ecart.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Distinct texts, numbered from 0 on in the order in which they were added. All lie one behind the other in a few byte
 * arrays under an open-addressing table, so that seven million take little more than their own bytes, and none is made
 * a string to be found.
 *
 * <p>One thread adds; any number may look up at the same time. They may miss what was added a moment ago, and never see
 * half of it: an entry's slot is released after its bytes, and what grows is replaced as a whole.
 */
public final class ByteIndex {
    /** Not in the index. */
    public static final int NONE = -1;
    /** The longest text, in bytes. */
    public static final int LONGEST = 1000;

    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LENGTH_BYTES = 2;
    private static final long LOW = 0xffffffffL;

    /**
     * What readers see.
     *
     * @param slots upper half the hash, lower half 1 + the number; 0 = free
     * @param starts where each text begins: block << blockBits | offset
     * @param blocks two bytes of length before each text
     */
    private record Table(long[] slots, long[] starts, byte[][] blocks) {}

    private final int blockBits;
    private volatile Table table;
    private int size;
    /** Where the next text goes in the last block. */
    private int end;

    private int lastBlock = NONE;

    /** @param blockBits the texts lie in blocks of 2^blockBits bytes */
    private ByteIndex(int blockBits) {
        this.blockBits = blockBits;
        this.table = new Table(new long[64], new long[32], new byte[1][]);
    }

    /** For the codes of a variable: some, and short. */
    public static ByteIndex small() {
        return new ByteIndex(12);
    }

    /** For the persons of a country. */
    public static ByteIndex large() {
        return new ByteIndex(22);
    }

    public int size() {
        return size;
    }

    /** The number of a text; {@link #NONE} when it was never added, or only a moment ago by another thread. */
    public int find(byte[] text, int from, int to) {
        return find(text, from, to, hash(text, from, to));
    }

    /** @param hash of the text */
    int find(byte[] text, int from, int to, int hash) {
        return find(table, hash, text, from, to);
    }

    /** The number of a text, a new one when it was never added. Only one thread may add. */
    public int add(byte[] text, int from, int to) {
        return add(text, from, to, hash(text, from, to));
    }

    /** @param hash of the text */
    int add(byte[] text, int from, int to, int hash) {
        int known = find(table, hash, text, from, to);
        if (known != NONE) {
            return known;
        }
        if (to - from > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " bytes");
        }
        long start = append(text, from, to);
        if (size == table.starts().length) {
            grow();
        }
        table.starts()[size] = start;
        claim(table.slots(), hash, ++size);
        return size - 1;
    }

    /**
     * Looks where texts with these hashes would be, all at once. In an index much larger than the processor's caches one
     * look-up waits for memory; many that do not depend on each other wait together.
     *
     * @return nothing of use, but the compiler may not leave the looking out
     */
    long touch(int[] hashes, int count) {
        long[] slots = table.slots();
        long seen = 0;
        for (int i = 0; i < count; i++) {
            seen ^= slots[hashes[i] & (slots.length - 1)];
        }
        return seen;
    }

    /** A copy of the text with a number. */
    public byte[] bytes(int number) {
        Table now = table;
        long start = now.starts()[number];
        byte[] block = now.blocks()[block(start)];
        int offset = offset(start);
        int length = length(block, offset);
        return Arrays.copyOfRange(block, offset + LENGTH_BYTES, offset + LENGTH_BYTES + length);
    }

    public String text(int number) {
        return new String(bytes(number), StandardCharsets.UTF_8);
    }

    private int find(Table in, int hash, byte[] text, int from, int to) {
        long[] slots = in.slots();
        int place = hash & (slots.length - 1);
        long slot = (long) SLOT.getAcquire(slots, place);
        while (slot != 0) {
            if ((int) (slot >>> Integer.SIZE) == hash) {
                int number = (int) slot - 1;
                if (same(in, number, text, from, to)) {
                    return number;
                }
            }
            place = (place + 1) & (slots.length - 1);
            slot = (long) SLOT.getAcquire(slots, place);
        }
        return NONE;
    }

    private boolean same(Table in, int number, byte[] text, int from, int to) {
        if (number >= in.starts().length) {
            // Added after this reader took hold of the table.
            return false;
        }
        long start = in.starts()[number];
        int blockNumber = block(start);
        if (blockNumber >= in.blocks().length) {
            return false;
        }
        byte[] block = in.blocks()[blockNumber];
        int offset = offset(start);
        int length = to - from;
        if (length(block, offset) != length) {
            return false;
        }
        return equal(block, offset + LENGTH_BYTES, text, from, length);
    }

    /** Word by word: codes are short, and there are as many comparisons as there are fields in a register. */
    private static boolean equal(byte[] left, int leftFrom, byte[] right, int rightFrom, int length) {
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            if ((long) WORD.get(left, leftFrom + i) != (long) WORD.get(right, rightFrom + i)) {
                return false;
            }
        }
        return i == length
                || tail(left, leftFrom + i, leftFrom + length) == tail(right, rightFrom + i, rightFrom + length);
    }

    private long append(byte[] text, int from, int to) {
        int length = to - from;
        if (lastBlock == NONE || end + LENGTH_BYTES + length > 1 << blockBits) {
            addBlock();
        }
        byte[] block = table.blocks()[lastBlock];
        block[end] = (byte) length;
        block[end + 1] = (byte) (length >>> Byte.SIZE);
        System.arraycopy(text, from, block, end + LENGTH_BYTES, length);
        long start = (long) lastBlock << blockBits | end;
        end += LENGTH_BYTES + length;
        return start;
    }

    private void addBlock() {
        Table now = table;
        byte[][] blocks = now.blocks();
        lastBlock++;
        if (lastBlock == blocks.length) {
            blocks = Arrays.copyOf(blocks, blocks.length * 2);
        }
        blocks[lastBlock] = new byte[1 << blockBits];
        end = 0;
        table = new Table(now.slots(), now.starts(), blocks);
    }

    private void grow() {
        Table now = table;
        long[] slots = new long[now.slots().length * 2];
        for (long slot : now.slots()) {
            if (slot != 0) {
                claim(slots, (int) (slot >>> Integer.SIZE), (int) slot);
            }
        }
        table = new Table(slots, Arrays.copyOf(now.starts(), now.starts().length * 2), now.blocks());
    }

    private static void claim(long[] slots, int hash, int entry) {
        int place = hash & (slots.length - 1);
        while (slots[place] != 0) {
            place = (place + 1) & (slots.length - 1);
        }
        SLOT.setRelease(slots, place, (long) hash << Integer.SIZE | (entry & LOW));
    }

    private int block(long start) {
        return (int) (start >>> blockBits);
    }

    private int offset(long start) {
        return (int) start & ((1 << blockBits) - 1);
    }

    private static int length(byte[] block, int offset) {
        return block[offset] & 0xff | (block[offset + 1] & 0xff) << Byte.SIZE;
    }

    static int hash(byte[] text, int from, int to) {
        long hash = to - from;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash = mix(hash ^ (long) WORD.get(text, i));
        }
        if (i < to) {
            hash = mix(hash ^ tail(text, i, to));
        }
        return (int) (hash ^ hash >>> Integer.SIZE);
    }

    /** One to seven bytes as a number. */
    static long tail(byte[] text, int from, int to) {
        if (from + Long.BYTES <= text.length) {
            return (long) WORD.get(text, from) & (-1L >>> (Long.SIZE - Byte.SIZE * (to - from)));
        }
        long tail = 0;
        for (int i = to - 1; i >= from; i--) {
            tail = tail << Byte.SIZE | (text[i] & 0xffL);
        }
        return tail;
    }

    /** Every bit of the number decides on every bit of the result (the constants are those of MurmurHash3). */
    private static long mix(long number) {
        long h = number * 0xff51afd7ed558ccdL;
        h ^= h >>> 32;
        return h * 0xc4ceb9fe1a85ec53L ^ h >>> 29;
    }
}
