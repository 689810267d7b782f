package org.ecart.synthetic;

/**
 * The level of education that a person reaches in the end, and whether the register knows it.
 *
 * @param field of study, empty for the unknown
 */
record Education(Level level, boolean known, String field) {
    /** Low: at most lower secondary. Medium: upper secondary. High: tertiary. */
    enum Level {
        LOW("L"),
        MEDIUM("M"),
        HIGH("H");

        private final String code;

        Level(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private static final int SECONDARY_ENDS = 19;
    private static final int TERTIARY_ENDS = 22;
    private static final Choice<String> FIELDS_OF_MEN =
            Choice.of("00 14 01 3 02 6 03 4 04 15 05 3 06 7 07 34 08 4 09 5 10 5");
    private static final Choice<String> FIELDS_OF_WOMEN =
            Choice.of("00 18 01 12 02 8 03 9 04 22 05 3 06 1.5 07 4 08 1.5 09 17 10 8");

    static Education draw(Lineage lineage, boolean woman, Draws draws) {
        double old = Lineage.seniority(lineage.birthYear());
        OriginGroup.Schooling schooling = lineage.group().schooling();
        double low = schooling.low() * (0.65 + 0.7 * old) * (woman ? 0.95 : 1.05);
        double high = schooling.high() * (1.15 - 0.3 * old) * (woman ? 1.1 : 0.9);
        double level = draws.unit();
        double unknown = lineage.group().belgian() ? 0.03 : lineage.bornHere() ? 0.05 : 0.24;
        Choice<String> fields = woman ? FIELDS_OF_WOMEN : FIELDS_OF_MEN;
        boolean known = !draws.chance(unknown);
        return new Education(
                level < low ? Level.LOW : level < 1 - high ? Level.MEDIUM : Level.HIGH,
                known,
                known ? fields.at(draws.unit()) : "");
    }

    /** The level reached by an age; empty where not known. */
    String codeAt(int age) {
        if (!known) {
            return "";
        }
        Level highest = age < SECONDARY_ENDS ? Level.LOW : age < TERTIARY_ENDS ? Level.MEDIUM : Level.HIGH;
        return (highest.compareTo(level) < 0 ? highest : level).code();
    }
}
