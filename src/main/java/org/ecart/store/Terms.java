package org.ecart.store;

import java.util.Optional;
import org.ecart.model.Period;

/**
 * On what terms files are taken in.
 *
 * @param mostRejected the share of a file's rows that may be refused, 0 to 1; with more, the whole import is
 * @param again whether bytes that the workspace holds already may be taken in once more
 * @param replaced what the files bring anew, and what was there is taken away
 */
public record Terms(double mostRejected, boolean again, Optional<Held> replaced) {
    /** One row in a hundred may be refused, and nothing that is there is touched. */
    public static final Terms USUAL = new Terms(0.01, false, Optional.empty());

    /** An extract at a date; without a date one that is valid for all. */
    public record Held(String extract, Optional<Period> period) {
        @Override
        public String toString() {
            return extract + ", " + period.map(Period::toString).orElse("-");
        }
    }

    public Terms {
        if (!(mostRejected >= 0 && mostRejected <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1");
        }
    }
}
