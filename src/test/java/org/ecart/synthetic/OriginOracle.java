package org.ecart.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Origin by the eight ordered rules of METHOD section 2, written a second time and apart from the generator, over
 * written fields. Groups of countries: edition 2017, with Croatia in EU-13.
 */
final class OriginOracle {
    private static final Map<String, String> GROUP = new TreeMap<>();

    static {
        group("EU-14", "FR DE IT NL LU IE GB DK GR ES PT FI SE AT");
        group("EU-13", "CZ EE CY LV LT HU MT PL SI SK BG RO HR");
        group("candidate", "MK TR");
        group("European", "AL AD IS LI MC NO SM CH RU VA BY UA MD BA RS");
        group("Maghreb", "DZ LY MA TN MR");
        group("African", "CD CM RW GN GH NG SN BI AO TG CI SO ET KE CV SL NE ML BF");
        group("Near/Middle East", "IQ IR SY LB IL PS JO SA AE YE");
        group("Asian", "IN PK AF BD NP LK KZ");
        group("Oceania/Far East", "CN PH TH JP VN KR ID MY SG AU NZ");
        group("Latin American", "BR EC CO PE CL DO AR MX CU BO VE");
        group("North American", "US CA");
    }

    private OriginOracle() {}

    private static void group(String name, String countries) {
        Arrays.stream(countries.split(" ")).forEach(country -> GROUP.put(country, name));
    }

    /** Father's, mother's and own nationality at birth, own now; empty = unknown. */
    static String of(String father, String mother, String atBirth, String now) {
        for (String nationality : List.of(father, mother, atBirth, now)) {
            if (!nationality.isEmpty() && !nationality.equals("BE")) {
                return GROUP.getOrDefault(nationality, "not classified");
            }
        }
        boolean ownBelgian = atBirth.equals("BE") && now.equals("BE");
        return ownBelgian && father.equals("BE") && mother.equals("BE") ? "Belgian" : "undetermined";
    }
}
