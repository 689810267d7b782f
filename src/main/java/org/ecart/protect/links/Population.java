package org.ecart.protect.links;

import java.util.Optional;
import org.ecart.model.Period;
import org.ecart.model.Query;
import org.ecart.model.Shift;

/**
 * Whom a table looks at: the persons of a date, and with them those who are only at another.
 *
 * @param also the other date and what is asked of them there; none = only the persons of the date
 */
public record Population(Period period, Optional<Query.Also> also) {
    /** The persons of a date. */
    public static Population of(Period period) {
        return new Population(period, Optional.empty());
    }

    Query.Source source() {
        return new Query.Source(period, Optional.empty(), also);
    }

    /** Where its persons are, seen from any date. */
    Shift shift() {
        return new Shift.Fixed(period);
    }
}
