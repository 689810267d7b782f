package org.ecart.model;

import java.util.regex.Pattern;

/** The form of every id in a definition: a letter, then letters, digits, "_" or ".". */
public final class Identifiers {
    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");

    private Identifiers() {}

    public static boolean valid(String id) {
        return FORM.matcher(id).matches();
    }

    static void check(String id) {
        if (!valid(id)) {
            throw EcartException.usage("model.identifier", id);
        }
    }
}
