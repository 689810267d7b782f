package org.ecart.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.ecart.intake.PersonKeys;

/**
 * Pseudonymous person numbers to whole numbers from 0 on, in order of first appearance. All pseudonyms lie in one byte
 * array behind an open-addressing table, so that seven million take little more than their own bytes.
 */
final class PersonIndex implements PersonKeys {
    /** Pseudonyms in one row of the table; with {@link PersonKeys#LONGEST} a row stays under H2's limit. */
    private static final int CHUNK = 8192;

    private byte[] bytes = new byte[1 << 16];
    /** Where pseudonym {@code i} begins; the last entry is where the next one will. */
    private int[] starts = new int[1024];

    private int[] table = new int[2048];
    private int size;
    private int stored;

    /** Reads the index of a workspace. */
    static PersonIndex load(Database database) {
        PersonIndex index = new PersonIndex();
        List<byte[]> chunks = database.query("select content from person order by chunk", row -> row.getBytes(1));
        for (byte[] chunk : chunks) {
            ByteBuffer content = ByteBuffer.wrap(chunk);
            while (content.hasRemaining()) {
                byte[] pseudonym = new byte[content.get()];
                content.get(pseudonym);
                index.of(pseudonym);
            }
        }
        index.stored = index.size;
        return index;
    }

    @Override
    public int of(String pseudonym) {
        return of(pseudonym.getBytes(StandardCharsets.UTF_8));
    }

    int size() {
        return size;
    }

    /** Writes what was added since it was loaded or stored. */
    void store(Database database) {
        int chunk = stored / CHUNK;
        for (int from = chunk * CHUNK; from < size; from += CHUNK) {
            int to = Math.min(size, from + CHUNK);
            database.update("merge into person key (chunk) values (?, ?)", chunk++, content(from, to));
        }
        stored = size;
    }

    private byte[] content(int from, int to) {
        ByteBuffer content = ByteBuffer.allocate(starts[to] - starts[from] + to - from);
        for (int person = from; person < to; person++) {
            int length = starts[person + 1] - starts[person];
            content.put((byte) length).put(bytes, starts[person], length);
        }
        return content.array();
    }

    private int of(byte[] pseudonym) {
        int slot = slot(pseudonym);
        if (table[slot] == 0) {
            append(pseudonym);
            table[slot] = size;
            if (size * 2 > table.length) {
                grow();
            }
            return size - 1;
        }
        return table[slot] - 1;
    }

    /** The slot that holds the pseudonym, or the free one where it belongs; slots hold person + 1. */
    private int slot(byte[] pseudonym) {
        int slot = mixed(Arrays.hashCode(pseudonym)) & (table.length - 1);
        while (table[slot] != 0 && !equal(table[slot] - 1, pseudonym)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private boolean equal(int person, byte[] pseudonym) {
        int from = starts[person];
        int to = starts[person + 1];
        return Arrays.equals(bytes, from, to, pseudonym, 0, pseudonym.length);
    }

    private void append(byte[] pseudonym) {
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        int end = Math.addExact(starts[size], pseudonym.length);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(end, Math.min(Integer.MAX_VALUE - 8L, bytes.length * 2L)));
        }
        System.arraycopy(pseudonym, 0, bytes, starts[size], pseudonym.length);
        starts[++size] = end;
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int person = 0; person < size; person++) {
            byte[] pseudonym = Arrays.copyOfRange(bytes, starts[person], starts[person + 1]);
            table[slot(pseudonym)] = person + 1;
        }
    }

    /** Spreads the weak low bits of {@link Arrays#hashCode(byte[])}. */
    private static int mixed(int hash) {
        int h = hash * 0x9E3779B9;
        return h ^ (h >>> 15);
    }
}
