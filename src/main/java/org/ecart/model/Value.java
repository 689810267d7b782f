package org.ecart.model;

import java.math.BigDecimal;
import java.util.Optional;

/** One printed figure: a number, or a status that says why there is none. */
public record Value(Optional<BigDecimal> number, Status status) {
    public static final Value CONFIDENTIAL = new Value(Optional.empty(), Status.CONFIDENTIAL);
    public static final Value NOT_APPLICABLE = new Value(Optional.empty(), Status.NOT_APPLICABLE);
    public static final Value NOT_AVAILABLE = new Value(Optional.empty(), Status.NOT_AVAILABLE);

    public Value {
        boolean readable = status == Status.NORMAL || status == Status.BREAK;
        if (readable != number.isPresent()) {
            throw new IllegalArgumentException("a value has a number or a reason why not");
        }
    }

    public static Value of(BigDecimal number) {
        return new Value(Optional.of(number), Status.NORMAL);
    }
}
