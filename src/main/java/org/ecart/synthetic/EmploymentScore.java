package org.ecart.synthetic;

/**
 * How likely somebody is in work at the end of a year: the probability is the standard normal distribution function at
 * the score. The effects are plausible sizes; the intercept of each group of origin makes its employment rate of 2014
 * the published one.
 */
final class EmploymentScore {
    private static final int[] AGES = {18, 19, 20, 22, 24, 26, 30, 45, 52, 55, 58, 60, 62, 64};
    private static final double[] BY_AGE = {
        -2.0, -1.6, -1.3, -0.75, -0.25, 0.0, 0.1, 0.12, 0.0, -0.2, -0.55, -1.0, -1.45, -1.8
    };
    private static final double[] EFFECT_OF_AGE = interpolated();

    /** The years from 2008 on, against 2014: flat since the crisis. */
    private static final double[] UNTIL_2014 = {0.03, -0.01, 0.0, 0.015, 0.01, -0.01, 0.0};

    private static final double A_YEAR_LATER = 0.02;
    private static final int PUBLISHED_YEAR = 2014;
    private static final int NEWCOMER_YEARS = 5;

    private static final double BORN_ABROAD = -0.10;
    private static final double NEWCOMER = -0.30;
    private static final double NEWCOMER_FROM_EU = -0.10;
    private static final double NATURALISED = 0.18;

    private EmploymentScore() {}

    static double of(Person person, int year) {
        return person.group().work().intercept() + effects(person, year);
    }

    /** The score without the intercept. */
    static double effects(Person person, int year) {
        double score = EFFECT_OF_AGE[person.age(year) - Lineage.YOUNGEST] + ofYear(year);
        if (person.woman()) {
            score += person.group().work().womenEffect();
        }
        score += switch (person.region()) {
            case BRUSSELS -> -0.22;
            case FLANDERS -> 0.12;
            case WALLONIA -> -0.12;
        };
        score += switch (person.education().level()) {
            case LOW -> -0.5;
            case MEDIUM -> 0;
            case HIGH -> 0.4;
        };
        return score + ofMigration(person, year);
    }

    private static double ofMigration(Person person, int year) {
        double score = person.nationality().acquiredBy(year).isPresent() ? NATURALISED : 0;
        if (!person.group().foreign() || person.arrival().isEmpty()) {
            return score;
        }
        int here = year - person.arrival().get().registeredOn().getYear();
        if (here < NEWCOMER_YEARS) {
            score += person.group().european() ? NEWCOMER_FROM_EU : NEWCOMER;
        }
        return score + BORN_ABROAD;
    }

    private static double ofYear(int year) {
        return year < PUBLISHED_YEAR ? UNTIL_2014[year - Lineage.FIRST_YEAR] : A_YEAR_LATER * (year - PUBLISHED_YEAR);
    }

    private static double[] interpolated() {
        double[] effects = new double[Lineage.OLDEST - Lineage.YOUNGEST + 1];
        for (int i = 0; i + 1 < AGES.length; i++) {
            for (int age = AGES[i]; age <= AGES[i + 1]; age++) {
                double way = (age - AGES[i]) / (double) (AGES[i + 1] - AGES[i]);
                effects[age - Lineage.YOUNGEST] = BY_AGE[i] * (1 - way) + BY_AGE[i + 1] * way;
            }
        }
        return effects;
    }
}
