package org.ecart.study;

import org.ecart.model.Period;

/** What files brought besides what the codebook says. */
public interface Delivered {
    /** For definitions alone, without data. */
    Delivered NONE = new Delivered() {
        @Override
        public boolean has(String variable, String code) {
            return false;
        }

        @Override
        public boolean aggregated(Period period) {
            return false;
        }
    };

    /** Whether somebody has the code at any date: codes that no codebook lists are loaded, and may be asked for. */
    boolean has(String variable, String code);

    /** Whether a row of the population stands for several persons, so that nobody's own amount is known. */
    boolean aggregated(Period period);
}
