package org.ecart.model;

import java.util.regex.Pattern;

/** The form of every id in a definition: a letter, then letters, digits, "_" or ".". */
public final class Identifiers {
    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");
    private static final Pattern QUALIFIED = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*(@[A-Za-z0-9_.]+){0,4}");

    private Identifiers() {}

    public static boolean valid(String id) {
        return FORM.matcher(id).matches();
    }

    /** Refuses what is neither an id nor an id with a rule set or a date, such as {@code origin@2013} or {@code status@1y}. */
    static void checkQualified(String name) {
        if (!QUALIFIED.matcher(name).matches()) {
            throw EcartException.usage("model.identifier", name);
        }
    }

    static void check(String id) {
        if (!valid(id)) {
            throw EcartException.usage("model.identifier", id);
        }
    }
}
