package org.ecart.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ecart.model.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Origin by the shipped rules of every edition, and Statbel's definition. */
class OriginRulesTest {
    private static final List<String> VARIABLES =
            List.of("father_nationality", "mother_nationality", "nationality_at_birth", "nationality_now");

    /** Which country each of the four is from when it is foreign, so that the group tells which rule decided. */
    private static final List<String> ABROAD = List.of("MA", "IT", "TR", "US");

    private static final Map<String, Integer> RULE_OF_GROUP =
            Map.of("MAGH", 1, "EU14", 2, "CAND", 3, "NAM", 4, "BE", 5, "UBE", 6, "UND", 7, "UNC", 8);

    /** Father and mother down, own nationality at birth and now across: Belgian, foreign, unknown. */
    private static final String EXPECTED = """
               BB BF BU FB FF FU UB UF UU
            BB  5  4  8  3  3  3  8  4  7
            BF  2  2  2  2  2  2  2  2  2
            BU  6  4  8  3  3  3  8  4  7
            FB  1  1  1  1  1  1  1  1  1
            FF  1  1  1  1  1  1  1  1  1
            FU  1  1  1  1  1  1  1  1  1
            UB  6  4  8  3  3  3  8  4  7
            UF  2  2  2  2  2  2  2  2  2
            UU  6  4  8  3  3  3  8  4  7
            """;

    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {"2013,''", "2015,''", "2017,''", "2019,''", "2022,''", "2017,_N", "2017,999", "2013,999"})
    void eachOfThe81CombinationsIsDecidedByItsRule(String edition, String unknown) {
        List<List<String>> persons = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        String[] lines = EXPECTED.split("\n", -1);
        String[] own = lines[0].strip().split(" +", -1);
        for (int parents = 1; parents <= own.length; parents++) {
            String[] line = lines[parents].split(" +", -1);
            for (int self = 1; self < line.length; self++) {
                persons.add(nationalities(line[0] + own[self - 1], unknown));
                expected.add(Integer.valueOf(line[self]));
            }
        }

        List<Integer> decided =
                origins(edition, persons).stream().map(RULE_OF_GROUP::get).toList();

        assertThat(decided).hasSize(81).isEqualTo(expected);
        Map<Integer, Long> cases = decided.stream().collect(Collectors.groupingBy(r -> r, Collectors.counting()));
        assertThat(cases).isEqualTo(Map.of(1, 27L, 2, 18L, 3, 12L, 4, 8L, 5, 1L, 6, 3L, 7, 4L, 8, 8L));
    }

    private static List<String> nationalities(String pattern, String unknown) {
        List<String> person = new ArrayList<>();
        for (int i = 0; i < VARIABLES.size(); i++) {
            person.add(
                    switch (pattern.charAt(i)) {
                        case 'B' -> "BE";
                        case 'F' -> ABROAD.get(i);
                        default -> unknown;
                    });
        }
        return person;
    }

    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {
                "MA, IT, BE, BE, MAGH, father before mother",
                "BE, IT, BE, BE, EU14, a Belgian father leaves it to the mother",
                "'', TR, BE, BE, CAND, so does an unknown one",
                "BE, BE, MA, BE, MAGH, born Moroccan",
                "BE, BE, BE, FR, EU14, French now",
                "BE, '', BE, BE, UBE, an unknown parent is not a Belgian one",
                "BE, BE, BE, BE, BE, Belgian",
                "150, BEL, BE, BE, BE, Belgium by number and by three letters",
                "UK, BE, BE, BE, EU14, UK is GB",
                "EL, BE, BE, BE, EU14, EL is GR",
                "MR, BE, BE, BE, MAGH, Mauritania is in the Maghreb",
                "HR, BE, BE, BE, EU13, Croatia in this edition",
                "SU, BE, BE, BE, FNC, a former state that no list has",
                "stateless, BE, BE, BE, FNC, stateless is known and not Belgian",
                "refugee, '', '', '', FNC, so is a refugee",
                "'', '', '', ZZ, FNC, an unmapped code decides as any other",
                "BE, BE, BE, '', UNC, own nationality known only at birth",
                "BE, BE, '', BE, UNC, own nationality known only now",
                "BE, BE, '', '', UND, own nationality not known at all",
            })
    void theNamedCasesHold(String father, String mother, String atBirth, String now, String group, String why) {
        assertThat(origins(List.of(List.of(father, mother, atBirth, now))))
                .as(why)
                .containsExactly(group);
    }

    @ParameterizedTest
    @CsvSource({
        "2013, HR, CAND", "2015, HR, EU13", "2017, HR, EU13", "2019, HR, EU13", "2022, HR, EU13",
        "2013, PL, EU12", "2015, PL, EU13", "2017, PL, EU13", "2019, PL, EU13", "2022, PL, EU13",
        "2013, TR, CAND", "2015, TR, CAND", "2017, TR, CAND", "2019, TR, CAND", "2022, TR, CAND",
        "2013, UK, EU14", "2015, UK, EU14", "2017, UK, EU14", "2019, UK, EU14", "2022, UK, EU14",
        "2013, MR, MAGH", "2015, MR, MAGH", "2017, MR, MAGH", "2019, MR, MAGH", "2022, MR, MAGH",
    })
    void anEditionKeepsItsOwnGroups(String edition, String country, String group) {
        assertThat(origins(edition, List.of(List.of(country, "BE", "BE", "BE"))))
                .containsExactly(group);
    }

    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {
                "BE, BE, BE, BE, BB, Belgian throughout",
                "BE, '', BE, BE, BB, an unknown parent falls here",
                "'', '', BE, BE, BB, so do two",
                "BE, IT, BE, BE, BF, a foreign parent",
                "MA, MA, MA, BE, BF, born Moroccan and Belgian now",
                "MA, MA, MA, MA, NB, not Belgian now",
                "BE, BE, BE, FR, NB, born Belgian and French now",
                "BE, BE, BE, stateless, NB, stateless is not Belgian",
                "BE, BE, BE, '', UND, nationality now unknown",
            })
    void statbelLooksAtOneselfFirst(
            String father, String mother, String atBirth, String now, String group, String why) {
        assertThat(Derived.codes(
                        Period.ofYear(2014),
                        VARIABLES,
                        List.of(List.of(father, mother, atBirth, now)),
                        Derived.shipped("background", "statbel@2022")))
                .as(why)
                .containsExactly(group);
    }

    private static List<String> origins(List<List<String>> persons) {
        return origins("2017", persons);
    }

    private static List<String> origins(String edition, List<List<String>> persons) {
        return Derived.codes(
                Period.ofYear(2014), VARIABLES, persons, Derived.shipped("origin", "monitoring@" + edition));
    }
}
