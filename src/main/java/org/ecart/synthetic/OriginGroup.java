package org.ecart.synthetic;

/**
 * What is assumed of the people of one group of origin. "Origin" is what the ordered rules of the monitoring give on
 * the written columns.
 *
 * @param share of the population, in any unit
 * @param youth how much larger (or smaller) the share is in the youngest generation than on average, relatively
 * @param women share of women
 * @param stay the usual mix of purposes of stay
 * @param wage effect on the logarithm of the daily wage
 */
record OriginGroup(
        String id,
        double share,
        double youth,
        double women,
        Presence presence,
        Regions regions,
        Schooling schooling,
        String stay,
        Work work,
        double wage) {
    static final String BELGIAN = "belgian";
    static final String UNDETERMINED = "undetermined";

    /**
     * How long they have been here.
     *
     * @param bornHereYoung share born in Belgium among those born in 1996
     * @param bornHereOld the same for those born in 1950
     * @param departures chance a year that someone born abroad leaves, and a newcomer takes the place
     * @param yearsHere mean number of years since arrival
     * @param naturalised share of those born foreign who become Belgian some day
     */
    record Presence(
            double bornHereYoung, double bornHereOld, double departures, double yearsHere, double naturalised) {}

    /** Shares of two regions; the rest lives in Wallonia. */
    record Regions(double brussels, double flanders) {}

    /** Shares of low and high education; the rest is in the middle. */
    record Schooling(double low, double high) {}

    /**
     * How they work.
     *
     * @param employmentRate of 18-64 in 2014, in per cent: the target
     * @param intercept of the employment score, so that the target is met; found by EmploymentCalibration in the tests
     * @param womenEffect added to the score of women
     * @param jobSeeking share of job-seekers among those not in work
     * @param selfEmployed share of those in work
     */
    record Work(double employmentRate, double intercept, double womenEffect, double jobSeeking, double selfEmployed) {}

    static OriginGroup of(Assumptions.Row row) {
        return new OriginGroup(
                row.text("group"),
                row.number("share"),
                row.number("youth"),
                row.number("women"),
                new Presence(
                        row.number("born_here_young"),
                        row.number("born_here_old"),
                        row.number("departures"),
                        row.number("years_here"),
                        row.number("naturalised")),
                new Regions(row.number("brussels"), row.number("flanders")),
                new Schooling(row.number("low"), row.number("high")),
                row.text("stay"),
                new Work(
                        row.number("employment_rate"),
                        row.number("intercept"),
                        row.number("women_effect"),
                        row.number("job_seeking"),
                        row.number("self_employed")),
                row.number("wage"));
    }

    boolean belgian() {
        return id.equals(BELGIAN);
    }

    /** Whether their origin is a country other than Belgium. */
    boolean foreign() {
        return !belgian() && !id.equals(UNDETERMINED);
    }

    boolean european() {
        return id.equals("eu14") || id.equals("eu13");
    }
}
