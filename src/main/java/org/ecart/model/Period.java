package org.ecart.model;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reference date. 31 December of a year is written as the year, any other date as ISO.
 *
 * @param date the day on which the positions are read
 */
public record Period(LocalDate date) implements Comparable<Period> {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    /** ISO also has years of nine digits with a sign; no register has. */
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    public static Period ofYear(int year) {
        return new Period(LocalDate.of(year, 12, 31));
    }

    /** Reads {@code 2014} or {@code 2014-12-31}; empty when it is neither. */
    public static Optional<Period> parse(String text) {
        if (YEAR.matcher(text).matches()) {
            return Optional.of(ofYear(Integer.parseInt(text)));
        }
        if (!DAY.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Period(LocalDate.parse(text)));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    public int year() {
        return date.getYear();
    }

    @Override
    public int compareTo(Period other) {
        return date.compareTo(other.date);
    }

    @Override
    public String toString() {
        boolean yearEnd = date.getMonthValue() == 12 && date.getDayOfMonth() == 31;
        return yearEnd ? date.toString().substring(0, 4) : date.toString();
    }
}
