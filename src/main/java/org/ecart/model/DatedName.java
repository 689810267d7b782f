package org.ecart.model;

import java.util.Optional;

/**
 * A variable of the same person at another date, by name: {@code status@1y} is the status a year later, {@code
 * status@1y_ago} a year before, {@code status@at2011} on 31 December 2011 and {@code status@0y} at the date of the table itself.
 *
 * @param variable its name at that date, which may have an edition
 */
public record DatedName(String variable, Shift shift) {
    /** Reads a name; empty where it names no other date. */
    public static Optional<DatedName> of(String name) {
        int sign = name.lastIndexOf('@');
        return sign < 1
                ? Optional.empty()
                : Shift.parse(name.substring(sign + 1)).map(shift -> new DatedName(name.substring(0, sign), shift));
    }

    /** The variable in a name, whatever the date. */
    public static String undated(String name) {
        return of(name).map(dated -> undated(dated.variable())).orElse(name);
    }

    public String text() {
        return variable + "@" + shift.text();
    }
}
