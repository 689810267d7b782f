package org.ecart.chart;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * A zlib stream (RFC 1950, RFC 1951) that is the same wherever it is made: the zlib below {@code java.util.zip} is
 * another one from JDK to JDK and need not find the same matches. One block with the fixed codes; matches are the
 * longest among the last {@value #CHAIN} places with the same three bytes. Good enough for drawings, which are mostly
 * empty.
 */
final class Deflate {
    private static final int WINDOW = 32768;
    private static final int LONGEST = 258;
    private static final int CHAIN = 24;
    private static final int HASHES = 1 << 15;
    private static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] LENGTH_EXTRA = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    private static final int[] DISTANCE_BASE = {
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577
    };

    private final byte[] input;
    private final int[] head = new int[HASHES];
    /** for each place of the window the place before it with the same hash */
    private final int[] previous = new int[WINDOW];

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bits;
    private int bitCount;

    private Deflate(byte[] input) {
        this.input = input;
        Arrays.fill(head, -1);
    }

    static byte[] zlib(byte[] input) {
        return new Deflate(input).pack();
    }

    private byte[] pack() {
        out.write(0x78);
        out.write(0x01);
        put(1, 1); // the last block
        put(1, 2); // fixed codes
        int at = 0;
        while (at < input.length) {
            int distance = longestMatch(at);
            int length = distance == 0 ? 1 : matching(at, at - distance);
            if (length < 3) {
                length = 1;
                literal(input[at] & 0xFF);
            } else {
                match(length, distance);
            }
            for (int end = at + length; at < end; at++) {
                remember(at);
            }
        }
        literal(256); // end of block
        put(0, (8 - bitCount) % 8);
        Adler32 checksum = new Adler32();
        checksum.update(input);
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write((int) (checksum.getValue() >> shift));
        }
        return out.toByteArray();
    }

    /** How far back the longest match lies; 0 = none. */
    private int longestMatch(int at) {
        if (at + 3 > input.length) {
            return 0;
        }
        int best = 2;
        int distance = 0;
        int candidate = head[hash(at)];
        for (int i = 0; i < CHAIN && candidate >= 0 && at - candidate < WINDOW && best < LONGEST; i++) {
            int length = matching(at, candidate);
            if (length > best) {
                best = length;
                distance = at - candidate;
            }
            candidate = previous[candidate % WINDOW];
        }
        return distance;
    }

    private int matching(int at, int earlier) {
        int most = Math.min(LONGEST, input.length - at);
        int length = 0;
        while (length < most && input[at + length] == input[earlier + length]) {
            length++;
        }
        return length;
    }

    private void remember(int at) {
        if (at + 3 <= input.length) {
            int hash = hash(at);
            previous[at % WINDOW] = head[hash];
            head[hash] = at;
        }
    }

    private int hash(int at) {
        int three = (input[at] & 0xFF) << 16 | (input[at + 1] & 0xFF) << 8 | (input[at + 2] & 0xFF);
        return (three * 0x9E3779B1) >>> 17;
    }

    private void match(int length, int distance) {
        int code = last(LENGTH_BASE, length);
        literal(257 + code);
        put(length - LENGTH_BASE[code], LENGTH_EXTRA[code]);
        int away = last(DISTANCE_BASE, distance);
        putReversed(away, 5);
        put(distance - DISTANCE_BASE[away], Math.max(0, away / 2 - 1));
    }

    private static int last(int[] bases, int value) {
        int at = Arrays.binarySearch(bases, value);
        return at >= 0 ? at : -at - 2;
    }

    /** A literal, a length or the end, in the fixed code of RFC 1951, 3.2.6. */
    private void literal(int symbol) {
        if (symbol < 144) {
            putReversed(0x30 + symbol, 8);
        } else if (symbol < 256) {
            putReversed(0x190 + symbol - 144, 9);
        } else if (symbol < 280) {
            putReversed(symbol - 256, 7);
        } else {
            putReversed(0xC0 + symbol - 280, 8);
        }
    }

    private void putReversed(int code, int length) {
        put(Integer.reverse(code) >>> (32 - length), length);
    }

    private void put(int value, int length) {
        bits |= value << bitCount;
        bitCount += length;
        while (bitCount >= 8) {
            out.write(bits);
            bits >>>= 8;
            bitCount -= 8;
        }
    }
}
