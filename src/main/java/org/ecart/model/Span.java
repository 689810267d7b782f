package org.ecart.model;

/** An age span in completed reference years, both ends included: 20-64. Age = reference year minus year of birth. */
public record Span(int from, int to) {
    /** The variable that a span is about. */
    public static final String AGE = "age";

    public Span {
        if (from < 0 || to > 150 || from > to) {
            throw EcartException.usage("model.span");
        }
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
