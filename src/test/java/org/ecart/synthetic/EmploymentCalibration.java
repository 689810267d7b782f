package org.ecart.synthetic;

import java.util.Locale;

/**
 * Finds the column "intercept" of resources/synthetic/origins.csv, so that the expected employment rate of each group
 * in 2014 is its column "employment_rate". Run {@link #main} after any change of the assumptions and copy the result;
 * {@link EmploymentCalibrationTest} tells when that was forgotten.
 */
final class EmploymentCalibration {
    private static final int YEAR = 2014;
    private static final long SEED = 20_140_101;
    private static final double BINS_A_UNIT = 2000;
    private static final int BINS = 40_000;

    private final Origins origins = Origins.assumed();
    private final Persons persons = new Persons(new PersonNumbers(SEED), Countries.assumed());
    private final Career career = new Career();

    /** How the score without its intercept is distributed in one group of origin, those without a record apart. */
    private record Distribution(double[] weights, double all) {
        /** Expected employment rate in per cent. */
        double rate(double intercept) {
            double inWork = 0;
            for (int i = 0; i < BINS; i++) {
                if (weights[i] > 0) {
                    double effects = (i + 0.5 - BINS / 2.0) / BINS_A_UNIT;
                    inWork += weights[i] * Normal.probability(intercept + effects);
                }
            }
            return 100 * inWork / all;
        }
    }

    private Distribution distribution(OriginGroup group, int personsAnAge) {
        double[] weights = new double[BINS];
        double all = 0;
        for (int age = Lineage.YOUNGEST; age <= Lineage.OLDEST; age++) {
            int birthYear = YEAR - age;
            double weight = origins.weight(group, birthYear);
            for (int i = 0; i < personsAnAge; i++) {
                long key = Draws.key(Draws.key(SEED, birthYear), i);
                Lineage lineage = Lineage.of(key, birthYear, group);
                Person person = persons.draw(lineage, lineage.since(YEAR), 0);
                all += weight;
                if (career.recorded(person)) {
                    double effects = EmploymentScore.effects(person, YEAR);
                    weights[(int) (effects * BINS_A_UNIT + BINS / 2.0)] += weight;
                }
            }
        }
        return new Distribution(weights, all);
    }

    /** Expected employment rate of a group with the intercept in use, in per cent. */
    double rate(OriginGroup group, int personsAnAge) {
        return distribution(group, personsAnAge).rate(group.work().intercept());
    }

    private double intercept(OriginGroup group, int personsAnAge) {
        Distribution distribution = distribution(group, personsAnAge);
        double low = -4;
        double high = 4;
        while (high - low > 1e-6) {
            double middle = (low + high) / 2;
            if (distribution.rate(middle) < group.work().employmentRate()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** Prints each group and its intercept. */
    public static void main(String[] arguments) {
        EmploymentCalibration calibration = new EmploymentCalibration();
        for (OriginGroup group : calibration.origins.groups()) {
            System.out.printf(Locale.ROOT, "%s,%.4f%n", group.id(), calibration.intercept(group, 20_000));
        }
    }
}
