package org.ecart.model;

/** Where another date lies, seen from the date of a table. */
public sealed interface Shift {
    /** The other date. */
    Period from(Period period);

    /**
     * So many years later, or earlier where negative. 0 is the date of the table itself. From 29 February one comes to 28
     * February where the year has no other.
     */
    record Years(int years) implements Shift {
        /** No register reaches further. */
        private static final int MOST = 100;

        public Years {
            if (Math.abs(years) > MOST) {
                throw EcartException.usage("model.at.years", MOST);
            }
        }

        @Override
        public Period from(Period period) {
            return new Period(period.date().plusYears(years));
        }
    }

    /** Always the same date, whatever the date of the table. */
    record Fixed(Period period) implements Shift {
        @Override
        public Period from(Period any) {
            return period;
        }
    }
}
