package org.ecart.synthetic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The countries of each group of origin, and what became of states that are no more. */
final class Countries {
    static final String BELGIUM = "BE";
    /** What an empty field means. */
    static final String UNKNOWN = "";

    /** Stateless and recognised refugee: known, not Belgian, and in no group of countries. */
    private static final List<String> NO_STATE = List.of("XA", "XB");

    private static final Map<String, String> BIRTHPLACE_BEFORE_1991 = Map.ofEntries(
            Map.entry("RU", "SU"),
            Map.entry("UA", "SU"),
            Map.entry("BY", "SU"),
            Map.entry("MD", "SU"),
            Map.entry("KZ", "SU"),
            Map.entry("RS", "YU"),
            Map.entry("BA", "YU"),
            Map.entry("MK", "YU"),
            Map.entry("HR", "YU"),
            Map.entry("SI", "YU"),
            Map.entry("CZ", "CS"),
            Map.entry("SK", "CS"));
    private static final Map<String, String> SUCCESSOR = Map.of("SU", "RU", "YU", "RS", "CS", "SK");
    private static final double FORMER_STATE_NOTED = 0.4;
    private static final int END_OF_FORMER_STATES = 1991;

    private static final Choice<String> REFUGEES_FROM = Choice.of("SY 4 IQ 3 PS 2 RW 2 CD 3 AF 3 RU 2");
    private static final Choice<String> ANY_FOREIGN =
            Choice.of("FR 18 IT 14 NL 12 DE 6 ES 5 PT 3 PL 6 RO 4 MA 14 TR 8 CD 5 GB 3 US 1 CN 1");
    private static final Choice<String> GRANDPARENTS =
            Choice.of("FR 24 NL 22 IT 22 DE 10 PL 6 ES 5 GB 3 LU 2 MA 4 TR 2");
    private static final Choice<String> ABROAD =
            Choice.of("FR 22 DE 24 CD 24 NL 10 GB 5 LU 4 US 3 IT 2 RW 3 ES 2 CH 1");

    private final Map<String, Choice<String>> byGroup;

    private Countries(Map<String, Choice<String>> byGroup) {
        this.byGroup = byGroup;
    }

    static Countries assumed() {
        List<Assumptions.Row> rows = Assumptions.read("countries.csv").rows();
        Map<String, Choice<String>> byGroup = new LinkedHashMap<>();
        for (String group : rows.stream().map(r -> r.text("group")).distinct().toList()) {
            List<Assumptions.Row> own =
                    rows.stream().filter(r -> r.text("group").equals(group)).toList();
            Choice<Assumptions.Row> row = Choice.of(own, r -> r.number("weight"));
            byGroup.put(group, row.map(r -> r.text("country")));
        }
        return new Countries(byGroup);
    }

    /** A country of the group's own. */
    String of(OriginGroup group, Draws draws) {
        return Objects.requireNonNull(byGroup.get(group.id()), "a foreign group")
                .at(draws.unit());
    }

    /** Where someone of a nationality was born, if not here. */
    String birthplace(String nationality, int birthYear, Draws draws) {
        if (nationality.equals(BELGIUM)) {
            return ABROAD.at(draws.unit());
        }
        if (NO_STATE.contains(nationality)) {
            return REFUGEES_FROM.at(draws.unit());
        }
        boolean asThen = birthYear < END_OF_FORMER_STATES && draws.chance(FORMER_STATE_NOTED);
        return asThen ? BIRTHPLACE_BEFORE_1991.getOrDefault(nationality, nationality) : nationality;
    }

    /** The nationality that a person has later who was born with this one and did not become Belgian. */
    String today(String nationality) {
        return SUCCESSOR.getOrDefault(nationality, nationality);
    }

    String anyForeign(Draws draws) {
        return ANY_FOREIGN.at(draws.unit());
    }

    /** The nationality of a foreign grandparent in a family that has become Belgian. */
    String foreignGrandparent(Draws draws) {
        return GRANDPARENTS.at(draws.unit());
    }
}
