package org.ecart.synthetic;

/**
 * One NACE section with what is assumed of its jobs.
 *
 * @param men share of men in work, in any unit; women likewise
 * @param low how much more often the low educated work there than others; medium, high, foreign likewise
 * @param inPublic share of jobs in the public sector
 * @param blue share of blue-collar jobs among the medium educated
 * @param blueCommittee joint committee of blue-collar workers, empty = none
 */
record Sector(
        String section,
        double men,
        double women,
        double low,
        double medium,
        double high,
        double foreign,
        double inPublic,
        double blue,
        String blueCommittee,
        String whiteCommittee) {
    static Sector of(Assumptions.Row row) {
        return new Sector(
                row.text("section"),
                row.number("men"),
                row.number("women"),
                row.number("low"),
                row.number("medium"),
                row.number("high"),
                row.number("foreign"),
                row.number("public"),
                row.number("blue"),
                row.text("blue_committee"),
                row.text("white_committee"));
    }

    double weight(boolean woman, Education.Level level, boolean ofForeignOrigin) {
        double bySchooling =
                switch (level) {
                    case LOW -> low;
                    case MEDIUM -> medium;
                    case HIGH -> high;
                };
        return (woman ? women : men) * bySchooling * (ofForeignOrigin ? foreign : 1);
    }
}
