package org.ecart.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ecart.frame.Dictionary;

/**
 * The distinct values of a variable while files are read: known ones keep their place, new ones are appended. One thread
 * appends, others may look up.
 */
public final class GrowingDictionary {
    /** A variable with more values than this is no code but an identifier or an amount. */
    public static final int MOST_VALUES = 1 << 20;

    private final ByteIndex values = ByteIndex.small();
    private final int before;

    public GrowingDictionary(List<String> known) {
        for (String value : known) {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            values.add(text, 0, text.length);
        }
        before = values.size();
    }

    /** The place of a value that is not empty; {@link ByteIndex#NONE} when it is not known. */
    int find(byte[] text, int from, int to) {
        int known = values.find(text, from, to);
        return known == ByteIndex.NONE ? known : Dictionary.FIRST + known;
    }

    /** The place of a value that is not empty, a new one when it is not known. */
    int append(byte[] text, int from, int to) {
        return Dictionary.FIRST + values.add(text, from, to);
    }

    int size() {
        return values.size();
    }

    /** The values that were not known before, in order of their places. */
    public List<String> added() {
        return texts(before);
    }

    /** All values in order of their places. */
    public List<String> values() {
        return texts(0);
    }

    private List<String> texts(int from) {
        List<String> texts = new ArrayList<>();
        for (int i = from; i < values.size(); i++) {
            texts.add(values.text(i));
        }
        return List.copyOf(texts);
    }
}
