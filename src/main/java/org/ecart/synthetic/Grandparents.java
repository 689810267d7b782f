package org.ecart.synthetic;

/** Draws the parents of a known parent. A foreign parent normally has foreign parents; a Belgian one sometimes does. */
final class Grandparents {
    private static final int TWO_GENERATIONS = 58;
    private static final double FOREIGN_SIDE = 0.10;
    private static final double BOTH_FOREIGN = 0.3;

    private final Countries countries;

    Grandparents(Countries countries) {
        this.countries = countries;
    }

    /** @param birthYear of the person whose grandparents they are */
    Kin.Branch of(Relative parent, int birthYear, Draws draws) {
        double old = Lineage.seniority(birthYear);
        double both = (0.88 - 0.80 * old) * (parent.foreign() ? 0.55 : 1);
        double known = draws.unit();
        boolean fatherKnown = known < both || draws.chance(0.12);
        boolean motherKnown = known < both || draws.chance(0.16);
        if (!fatherKnown && !motherKnown) {
            return new Kin.Branch(parent, Relative.UNKNOWN, Relative.UNKNOWN);
        }
        String grandfather = parent.nationality();
        String grandmother = parent.nationality();
        if (parent.foreign()) {
            grandmother = draws.chance(0.96) ? grandmother : countries.anyForeign(draws);
        } else if (draws.chance(FOREIGN_SIDE)) {
            String foreign = countries.foreignGrandparent(draws);
            boolean throughFather = draws.chance(0.6);
            boolean throughBoth = draws.chance(BOTH_FOREIGN);
            grandfather = throughFather || throughBoth ? foreign : grandfather;
            grandmother = !throughFather || throughBoth ? foreign : grandmother;
        }
        return new Kin.Branch(
                parent,
                fatherKnown ? grandparent(grandfather, birthYear, draws) : Relative.UNKNOWN,
                motherKnown ? grandparent(grandmother, birthYear, draws) : Relative.UNKNOWN);
    }

    private Relative grandparent(String nationality, int birthYear, Draws draws) {
        boolean abroad = draws.chance(nationality.equals(Countries.BELGIUM) ? 0.01 : 0.97);
        int born = birthYear - TWO_GENERATIONS;
        return new Relative(nationality, abroad ? countries.birthplace(nationality, born, draws) : Countries.BELGIUM);
    }
}
