package org.ecart.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where another date lies, seen from the date of a table. */
public sealed interface Shift {
    /** The other date. */
    Period from(Period period);

    /** As it stands in the name of a variable, {@code 1y}, {@code 1y_ago}, {@code at2011}. */
    String text();

    /** Reads {@code 1y}, {@code 1y_ago}, {@code at2011} or {@code at2011_06_30}; empty when it is none of these. */
    static Optional<Shift> parse(String text) {
        Matcher years = Years.FORM.matcher(text);
        if (years.matches()) {
            int count = Integer.parseInt(years.group(1));
            return Optional.of(new Years(years.group(2).isEmpty() ? count : -count));
        }
        return text.startsWith(Fixed.AT)
                ? Period.parse(text.substring(Fixed.AT.length()).replace('_', '-'))
                        .map(Fixed::new)
                : Optional.empty();
    }

    /**
     * So many years later, or earlier where negative. 0 is the date of the table itself. From 29 February one comes to 28
     * February where the year has no other.
     */
    record Years(int years) implements Shift {
        /** No register reaches further. */
        private static final int MOST = 100;

        private static final String AGO = "_ago";
        private static final Pattern FORM = Pattern.compile("([0-9]{1,3})y(_ago|)");

        public Years {
            if (Math.abs(years) > MOST) {
                throw EcartException.usage("model.at.years", MOST);
            }
        }

        @Override
        public Period from(Period period) {
            return new Period(period.date().plusYears(years));
        }

        @Override
        public String text() {
            return Math.abs(years) + "y" + (years < 0 ? AGO : "");
        }
    }

    /** Always the same date, whatever the date of the table. */
    record Fixed(Period period) implements Shift {
        private static final String AT = "at";

        @Override
        public Period from(Period any) {
            return period;
        }

        @Override
        public String text() {
            return AT + period.toString().replace('-', '_');
        }
    }
}
