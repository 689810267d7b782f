package org.ecart.synthetic;

import java.util.List;

/** Socio-economic positions through the years. */
final class Career {
    private static final int QUARTERS = 4;
    private static final double NO_RECORD = 0.008;
    /** Officials of the European Union are not in the Datawarehouse. */
    private static final double NO_RECORD_OF_EU_IN_BRUSSELS = 0.05;

    private static final double UNKNOWN_POSITION = 0.004;
    private static final double COMBINES = 0.045;
    private static final double TWO_JOBS = 0.04;

    private static final Choice<String> SELF_EMPLOYED = Choice.of("121 84 122 6 131 7 132 3");
    private static final Choice<String> SELF_EMPLOYED_OLD = Choice.of("121 62 122 3 123 26 131 5 132 1 133 3");
    private static final Choice<String> INACTIVE_YOUNG = Choice.of("35 74 33 6 37 15 36 3 31 0.5 32 1.5");
    private static final Choice<String> INACTIVE = Choice.of("36 40 33 13 31 6 32 4 37 37");
    private static final Choice<String> INACTIVE_OLD = Choice.of("34 34 36 24 32 20 33 3 31 4 37 15");
    private static final int YOUNG_UNTIL = 24;
    private static final int OLD_FROM = 58;
    private static final int PENSION_FROM = 60;

    private final Disposition toWork = Disposition.toWork();
    private final Disposition toSeek = Disposition.toSeek();

    /** Whether the Datawarehouse has rows of this person. */
    boolean recorded(Person person) {
        boolean mayBeOfficial = person.group().european() && person.region() == Region.BRUSSELS;
        double missing = mayBeOfficial ? NO_RECORD_OF_EU_IN_BRUSSELS : NO_RECORD;
        return Draws.unit(person.key(Matter.RECORD)) >= missing;
    }

    /** The positions on the last days of the four quarters of a year. */
    List<String> positions(Person person, int year) {
        double score = EmploymentScore.of(person, year);
        return List.of(
                position(person, year, 0, score),
                position(person, year, 1, score),
                position(person, year, 2, score),
                position(person, year, 3, score));
    }

    private String position(Person person, int year, int quarter, double score) {
        int time = year * QUARTERS + quarter;
        if (toWork.at(person.key(Matter.IN_WORK), time) < score) {
            return inWork(person, year, time);
        }
        return toSeek.at(person.key(Matter.JOB_SEEKING), time) < seekingScore(person, year)
                ? seeking(person, year)
                : inactive(person, year);
    }

    private static String inWork(Person person, int year, int time) {
        double kind = Draws.unit(person.key(Matter.SELF_EMPLOYED));
        double age = (person.age(year) - Lineage.YOUNGEST) / (double) (Lineage.OLDEST - Lineage.YOUNGEST);
        double selfEmployed = person.group().work().selfEmployed() * (0.35 + 1.3 * age) * (person.woman() ? 0.7 : 1.3);
        long detail = person.key(Matter.POSITION);
        if (kind < selfEmployed) {
            Choice<String> kinds = person.age(year) < PENSION_FROM ? SELF_EMPLOYED : SELF_EMPLOYED_OLD;
            return kinds.at(Draws.unit(detail));
        }
        if (kind > 1 - COMBINES) {
            return "141";
        }
        return Draws.unit(Spells.key(detail, time, QUARTERS)) < TWO_JOBS ? "112" : "111";
    }

    private static double seekingScore(Person person, int year) {
        int age = person.age(year);
        double score = Normal.quantile(person.group().work().jobSeeking());
        score += age < 20 ? -0.9 : age < 22 ? -0.4 : age < 25 ? 0.15 : age < 50 ? 0.5 : age < 58 ? 0.05 : -1.0;
        score += switch (person.region()) {
            case BRUSSELS -> 0.2;
            case FLANDERS -> -0.12;
            case WALLONIA -> 0.08;
        };
        return person.woman() ? score - 0.15 : score;
    }

    private static String seeking(Person person, int year) {
        double withBenefit = person.age(year) < YOUNG_UNTIL ? 0.35 : 0.82;
        return Draws.unit(person.key(Matter.POSITION)) < withBenefit ? "21" : "22";
    }

    private static String inactive(Person person, int year) {
        double kind = Draws.unit(person.key(Matter.INACTIVITY));
        if (kind < UNKNOWN_POSITION) {
            return "4";
        }
        int age = person.age(year);
        double rest = (kind - UNKNOWN_POSITION) / (1 - UNKNOWN_POSITION);
        if (age < YOUNG_UNTIL) {
            return INACTIVE_YOUNG.at(rest);
        }
        return age < OLD_FROM ? INACTIVE.at(rest) : INACTIVE_OLD.at(rest);
    }
}
