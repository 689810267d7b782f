package org.ecart.ui.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** How what is typed into a search field finds something: all its words, in any order, without capitals and accents. */
public final class Words {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Words() {}

    /** Whether a text has all the words that were typed; of nothing typed it has. */
    public static boolean allIn(String typed, String text) {
        String plain = plain(text);
        return Arrays.stream(BLANKS.split(plain(typed).strip(), -1)).allMatch(plain::contains);
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
