package org.ecart.model;

/**
 * How many decimals released figures have.
 *
 * @param rate of rates, gaps and their limits, 0 to 6
 * @param ratio of ratios, 0 to 6
 * @param persons of weighted persons, 0 to 6
 * @param amount of amounts and their gaps in the unit, 0 to 6
 */
public record Decimals(int rate, int ratio, int persons, int amount) {
    public static final Decimals DEFAULT = new Decimals(1, 2, 0, 2);

    public Decimals {
        for (int decimals : new int[] {rate, ratio, persons, amount}) {
            if (decimals < 0 || decimals > 6) {
                throw EcartException.usage("model.decimals");
            }
        }
    }

    public int of(Measure measure) {
        return switch (measure.unit()) {
            case PERSONS -> measure == Measure.PERSONS ? 0 : persons;
            case PERCENT, POINTS, PERCENT_GAP -> rate;
            case RATIO -> ratio;
            case AMOUNT, AMOUNT_GAP -> amount;
        };
    }
}
