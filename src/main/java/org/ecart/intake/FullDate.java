package org.ecart.intake;

/**
 * Dates with day, month and year, as far as they can be told from a year alone: {@code 1985-07-30}, {@code 30/07/1985},
 * {@code 30.7.1985}, {@code 30/07/85}, {@code 19850730}, {@code 30071985}, {@code 30JUL1985}, {@code 30 juillet 1985}; a
 * time may follow after a blank or a T, and ".0" after eight digits.
 */
final class FullDate {
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2099;

    private FullDate() {}

    /** Whether a field is such a date. */
    static boolean is(byte[] text, int from, int to) {
        return inNumbers(text, from, to) || withNamedMonth(text, from, to);
    }

    private static boolean inNumbers(byte[] text, int from, int to) {
        int[] numbers = new int[3];
        int[] lengths = new int[3];
        int parts = 0;
        int i = from;
        while (i < to && parts < 3) {
            int start = i;
            for (; i < to && digit(text[i]) && i - start < 8; i++) {
                numbers[parts] = numbers[parts] * 10 + text[i] - '0';
            }
            lengths[parts] = i - start;
            if (lengths[parts] == 0) {
                return false;
            }
            parts++;
            if (parts < 3 && i < to && separates(text[i])) {
                i++;
            } else {
                break;
            }
        }
        return switch (parts) {
            case 1 -> lengths[0] == 8 && ended(text, i, to) && packed(numbers[0]);
            case 2 -> lengths[0] == 8 && numbers[1] == 0 && i == to && packed(numbers[0]);
            default -> ended(text, i, to) && ordered(numbers, lengths);
        };
    }

    /** What may follow a date: nothing, or a time. */
    private static boolean ended(byte[] text, int i, int to) {
        return i == to || text[i] == ' ' || text[i] == 'T';
    }

    private static boolean separates(byte sign) {
        return sign == '-' || sign == '/' || sign == '.' || sign == ' ';
    }

    private static boolean packed(int eight) {
        return (year(eight / 10_000) && monthAndDay(eight / 100 % 100, eight % 100))
                || (year(eight % 10_000) && monthAndDay(eight / 10_000 % 100, eight / 1_000_000));
    }

    private static boolean ordered(int[] numbers, int[] lengths) {
        if (lengths[0] == 4) {
            return year(numbers[0]) && monthAndDay(numbers[1], numbers[2]);
        }
        if (lengths[0] == 2 && lengths[2] == 2 && monthAndDay(numbers[1], numbers[2])) {
            return true;
        }
        boolean yearLast = lengths[2] == 2 || (lengths[2] == 4 && year(numbers[2]));
        return yearLast && (monthAndDay(numbers[1], numbers[0]) || monthAndDay(numbers[0], numbers[1]));
    }

    private static boolean year(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static boolean monthAndDay(int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** One or two digits, three letters or more, four digits; signs may stand between. */
    private static boolean withNamedMonth(byte[] text, int from, int to) {
        int day = from;
        while (day < to && digit(text[day])) {
            day++;
        }
        int month = day;
        int letters = 0;
        while (month < to && !digit(text[month])) {
            letters += separates(text[month]) ? 0 : 1;
            month++;
        }
        boolean shape = day > from && day - from <= 2 && letters >= 3 && letters <= 10 && to - month == 4;
        int year = 0;
        for (int i = month; shape && i < to; i++) {
            year = digit(text[i]) ? year * 10 + text[i] - '0' : LAST_YEAR + 1;
        }
        return shape && year(year);
    }

    private static boolean digit(byte sign) {
        return sign >= '0' && sign <= '9';
    }
}
