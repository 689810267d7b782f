package org.ecart.synthetic;

/**
 * Draws what decides a person's origin: parents, grandparents and the person's nationality at birth. A group of origin
 * is given; what is drawn satisfies the one of the ordered rules of the monitoring that gives it: 1 father foreign,
 * 2 mother foreign, 3 foreign at birth, 4 foreign now, 5 all Belgian, 6 a parent not known, 7 own nationality not
 * known, 8 half of it known. The register began in 1983, so parents and grandparents are missing more often for those
 * born earlier.
 */
final class Ancestry {
    private static final String BE = Countries.BELGIUM;
    private static final int GENERATION = 29;

    private final Countries countries;
    private final Grandparents grandparents;

    Ancestry(Countries countries) {
        this.countries = countries;
        this.grandparents = new Grandparents(countries);
    }

    /**
     * The outcome.
     *
     * @param origin the foreign country of origin, or Belgium
     * @param atBirth own nationality at birth, empty = not known
     * @param without own nationality now, unless Belgian nationality is acquired
     */
    record Roots(Kin kin, String origin, String atBirth, String without) {}

    Roots draw(Lineage lineage, Draws draws) {
        if (lineage.group().foreign()) {
            return foreign(lineage, countries.of(lineage.group(), draws), draws);
        }
        return lineage.group().belgian() ? belgian(lineage, draws) : undetermined(lineage, draws);
    }

    private Roots belgian(Lineage lineage, Draws draws) {
        return new Roots(kin(lineage, BE, BE, draws), BE, BE, BE);
    }

    private Roots undetermined(Lineage lineage, Draws draws) {
        double rule = draws.unit();
        if (rule < 0.88) {
            double who = draws.unit();
            String father = who < 0.75 ? Countries.UNKNOWN : BE;
            String mother = who >= 0.45 ? Countries.UNKNOWN : BE;
            return new Roots(kin(lineage, father, mother, draws), BE, BE, BE);
        }
        Kin kin = kin(lineage, belgianOrUnknown(0.3, draws), belgianOrUnknown(0.35, draws), draws);
        if (rule < 0.94) {
            return new Roots(kin, BE, Countries.UNKNOWN, Countries.UNKNOWN);
        }
        boolean nowKnown = draws.chance(0.8);
        return new Roots(kin, BE, nowKnown ? Countries.UNKNOWN : BE, nowKnown ? BE : Countries.UNKNOWN);
    }

    private Roots foreign(Lineage lineage, String origin, Draws draws) {
        double old = Lineage.seniority(lineage.birthYear());
        double byFather = lineage.bornHere() ? 0.76 - 0.32 * old : 0.80 - 0.68 * old;
        double byMother = lineage.bornHere() ? 0.19 : 0.08;
        double nowOnly = 0.012;
        double rule = draws.unit();
        if (rule < byFather) {
            return fatherForeign(lineage, origin, old, draws);
        }
        if (rule < byFather + byMother) {
            double unknown = lineage.bornHere() ? 0.15 + 0.6 * old : 0.75;
            return bornOf(lineage, belgianOrUnknown(1 - unknown, draws), origin, origin, draws);
        }
        double belgianParent = lineage.bornHere() ? 0.08 : 0.02;
        boolean ownAtBirth = rule < 1 - nowOnly;
        Kin kin = kin(
                lineage,
                belgianOrUnknown(ownAtBirth ? belgianParent : 0.5, draws),
                belgianOrUnknown(ownAtBirth ? belgianParent : 0.5, draws),
                draws);
        if (ownAtBirth) {
            return new Roots(kin, origin, origin, countries.today(origin));
        }
        return new Roots(kin, origin, belgianOrUnknown(0.9, draws), origin);
    }

    private Roots fatherForeign(Lineage lineage, String origin, double old, Draws draws) {
        double unknown = lineage.bornHere() ? 0.03 + 0.30 * old : 0.12 + 0.25 * old;
        double belgian = lineage.bornHere() ? 0.27 : 0.03;
        double mother = draws.unit();
        if (mother < unknown) {
            return bornOf(lineage, origin, Countries.UNKNOWN, origin, draws);
        }
        if (mother < unknown + belgian) {
            return bornOf(lineage, origin, BE, origin, draws);
        }
        boolean same = draws.chance(0.92);
        return bornOf(lineage, origin, same ? origin : countries.anyForeign(draws), origin, draws);
    }

    /** A child takes a Belgian parent's nationality, as a rule; of two foreign parents born here, sometimes. */
    private Roots bornOf(Lineage lineage, String father, String mother, String origin, Draws draws) {
        Kin kin = kin(lineage, father, mother, draws);
        boolean belgianParent = father.equals(BE) || mother.equals(BE);
        double belgian = lineage.bornHere() ? (belgianParent ? 0.85 : 0.22) : (belgianParent ? 0.45 : 0.01);
        if (draws.chance(belgian)) {
            return new Roots(kin, origin, BE, BE);
        }
        return new Roots(kin, origin, origin, countries.today(origin));
    }

    private Kin kin(Lineage lineage, String father, String mother, Draws draws) {
        return new Kin(branch(lineage, father, draws), branch(lineage, mother, draws));
    }

    private Kin.Branch branch(Lineage lineage, String nationality, Draws draws) {
        if (nationality.isEmpty()) {
            return new Kin.Branch(Relative.UNKNOWN, Relative.UNKNOWN, Relative.UNKNOWN);
        }
        int born = lineage.birthYear() - GENERATION;
        double abroad = nationality.equals(BE) ? 0.012 : lineage.bornHere() ? 0.80 : 0.99;
        String country = draws.chance(abroad) ? countries.birthplace(nationality, born, draws) : BE;
        return grandparents.of(new Relative(nationality, country), lineage.birthYear(), draws);
    }

    private static String belgianOrUnknown(double belgian, Draws draws) {
        return draws.chance(belgian) ? BE : Countries.UNKNOWN;
    }
}
