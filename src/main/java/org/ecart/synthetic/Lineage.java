package org.ecart.synthetic;

/**
 * The people of one generation and origin who hold a place one after another: whoever leaves the country is followed
 * by a newcomer of the same age, so that the population keeps its make-up.
 *
 * @param key of everything drawn for it
 */
record Lineage(long key, int birthYear, OriginGroup group, boolean bornHere) {
    /** No place is looked at before this year, whichever years are written; so a person is the same in every set. */
    static final int FIRST_YEAR = 2008;

    static final int YOUNGEST = 18;
    static final int OLDEST = 64;

    private static final double DEPARTURES_OF_THOSE_BORN_HERE = 0.002;
    private static final int BORN_YOUNG = 1996;
    private static final double GENERATIONS = 46;
    private static final long BORN_HERE = 1;

    static Lineage of(long key, int birthYear, OriginGroup group) {
        double old = seniority(birthYear);
        OriginGroup.Presence presence = group.presence();
        double share = presence.bornHereYoung() * (1 - old) + presence.bornHereOld() * old;
        return new Lineage(key, birthYear, group, Draws.unit(Draws.key(key, BORN_HERE)) < share);
    }

    /** 0 for those aged 18 in 2014 or younger, 1 for those aged 64 then or older. */
    static double seniority(int birthYear) {
        return Math.max(0, Math.min(1, (BORN_YOUNG - birthYear) / GENERATIONS));
    }

    /** The first year of the person who holds the place in {@code year}. */
    int since(int year) {
        double departures =
                bornHere ? DEPARTURES_OF_THOSE_BORN_HERE : group.presence().departures();
        for (int arrival = year; arrival > firstYear(); arrival--) {
            if (Draws.unit(Draws.key(key, arrival)) < departures) {
                return arrival;
            }
        }
        return firstYear();
    }

    /** The first year of the first of them. */
    int firstYear() {
        return Math.max(FIRST_YEAR, birthYear + YOUNGEST);
    }
}
