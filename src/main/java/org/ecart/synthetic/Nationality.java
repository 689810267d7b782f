package org.ecart.synthetic;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A person's nationality through life; empty codes = not known.
 *
 * @param without the nationality now, were it not for {@code acquiredOn}
 * @param acquiredOn when Belgian nationality is acquired, which may lie after the years written
 */
record Nationality(String atBirth, String without, Optional<LocalDate> acquiredOn) {
    String at(int year) {
        return acquiredBy(year).isPresent() ? Countries.BELGIUM : without;
    }

    Optional<LocalDate> acquiredBy(int year) {
        return acquiredOn.filter(day -> day.getYear() <= year);
    }
}
