package org.ecart.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.ecart.intake.ByteIndex;

/**
 * Pseudonymous person numbers to whole numbers from 0 on, in order of first appearance; the same number for the same
 * person for ever.
 */
final class PersonIndex {
    /** Pseudonyms in one row of the table; they are short enough that a row stays under H2's limit. */
    private static final int CHUNK = 8192;

    private final ByteIndex index = ByteIndex.large();
    private int stored;

    /** Reads the index of a workspace. */
    static PersonIndex load(Database database) {
        PersonIndex persons = new PersonIndex();
        database.forEach("select content from person order by chunk", row -> {
            byte[] content = row.getBytes(1);
            int at = 0;
            while (at < content.length) {
                int begin = at + 1;
                at = begin + content[at];
                persons.index.add(content, begin, at);
            }
        });
        persons.stored = persons.index.size();
        return persons;
    }

    /** Grows while files are read. */
    ByteIndex index() {
        return index;
    }

    /** Writes what was added since it was loaded or stored. */
    void store(Database database) {
        int size = index.size();
        int chunk = stored / CHUNK;
        for (int from = chunk * CHUNK; from < size; from += CHUNK) {
            byte[] content = content(from, Math.min(size, from + CHUNK));
            database.update("merge into person key (chunk) values (?, ?)", chunk++, content);
        }
        stored = size;
    }

    private byte[] content(int from, int to) {
        List<byte[]> pseudonyms = new ArrayList<>(to - from);
        int length = 0;
        for (int person = from; person < to; person++) {
            byte[] pseudonym = index.bytes(person);
            pseudonyms.add(pseudonym);
            length += 1 + pseudonym.length;
        }
        ByteBuffer content = ByteBuffer.allocate(length);
        pseudonyms.forEach(p -> content.put((byte) p.length).put(p));
        return content.array();
    }
}
