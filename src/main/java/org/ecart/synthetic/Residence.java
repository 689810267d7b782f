package org.ecart.synthetic;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where people live and with whom. */
final class Residence {
    private static final int YEARS_AT_ONE_ADDRESS = 20;
    private static final int YEARS_IN_ONE_HOUSEHOLD = 6;
    private static final int[] BANDS_FROM = {18, 25, 35, 50};

    /** The twelve positions of LIPRO by age band: single, couples without and with children, child, other. */
    private static final List<Choice<String>> HOUSEHOLDS = List.of(
            Choice.of("SING 9 MAR0 2 MARC 2 UNM0 7 UNMC 4 H1PA 2 CMAR 48 CUNM 6 C1PA 15 NFRA 3 OTHR 1.5 COLL 0.5"),
            Choice.of(
                    "SING 20 MAR0 7 MARC 24 UNM0 14 UNMC 16 H1PA 5 CMAR 7 CUNM 0.5 C1PA 3.5 NFRA 1.5 OTHR 1 COLL 0.5"),
            Choice.of(
                    "SING 16 MAR0 6 MARC 46 UNM0 5 UNMC 11 H1PA 9 CMAR 1.5 CUNM 0.1 C1PA 2.4 NFRA 1 OTHR 1.4 COLL 0.6"),
            Choice.of(
                    "SING 18 MAR0 38 MARC 25 UNM0 5 UNMC 2.5 H1PA 6 CMAR 0.4 CUNM 0.1 C1PA 1.5 NFRA 1 OTHR 1.5 COLL 1"));

    private static final Map<String, String> PROVINCES = Map.ofEntries(
            Map.entry("21", "04000"), Map.entry("23", "20001"), Map.entry("24", "20001"), Map.entry("25", "20002"));

    /** A municipality with its province; Brussels is in none and takes the code of its region. */
    record Municipality(String code, String province, double thousands) {
        static Municipality of(Assumptions.Row row) {
            String code = row.text("code");
            String province = PROVINCES.getOrDefault(code.substring(0, 2), code.charAt(0) + "0000");
            return new Municipality(code, province, row.number("thousands"));
        }

        Region region() {
            return switch (province) {
                case "04000" -> Region.BRUSSELS;
                case "10000", "20001", "30000", "40000", "70000" -> Region.FLANDERS;
                default -> Region.WALLONIA;
            };
        }
    }

    private final Map<Region, Choice<Municipality>> municipalities = new EnumMap<>(Region.class);

    Residence() {
        List<Municipality> all = Assumptions.read("municipalities.csv").rows().stream()
                .map(Municipality::of)
                .toList();
        for (Region region : Region.values()) {
            List<Municipality> own =
                    all.stream().filter(m -> m.region() == region).toList();
            municipalities.put(region, Choice.of(own, Municipality::thousands));
        }
    }

    Municipality municipality(Person person, int year) {
        long spell = Spells.key(person.key(Matter.MUNICIPALITY), year, YEARS_AT_ONE_ADDRESS);
        return Objects.requireNonNull(municipalities.get(person.region())).at(Draws.unit(spell));
    }

    String household(Person person, int year) {
        int band = 0;
        while (band + 1 < BANDS_FROM.length && person.age(year) >= BANDS_FROM[band + 1]) {
            band++;
        }
        long spell = Spells.key(person.key(Matter.HOUSEHOLD), year, YEARS_IN_ONE_HOUSEHOLD);
        return HOUSEHOLDS.get(band).at(Draws.unit(spell));
    }
}
