package org.ecart.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecart.files.Catalogue;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Origin by the shipped rules of edition 2017 (METHOD, section 2). */
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
    @ValueSource(strings = {"", "_N", "999"})
    void eachOfThe81CombinationsIsDecidedByItsRule(String unknown) {
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
                origins(persons).stream().map(RULE_OF_GROUP::get).toList();

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

    @Test
    void anEditionKeepsItsOwnGroups() {
        Rules first = rules("monitoring@2013");

        assertThat(origins(first, List.of(List.of("HR", "BE", "BE", "BE")))).containsExactly("CAND");
    }

    private static Rules rules(String chosen) {
        return Catalogue.shipped().rulesFor("origin", Optional.of(chosen)).orElseThrow();
    }

    private static List<String> origins(List<List<String>> persons) {
        return origins(rules("monitoring@2017"), persons);
    }

    private static List<String> origins(Rules rules, List<List<String>> persons) {
        Map<String, CodedColumn> columns = new HashMap<>();
        for (int v = 0; v < VARIABLES.size(); v++) {
            int place = v;
            columns.put(
                    VARIABLES.get(v),
                    column(persons.stream().map(p -> p.get(place)).toList()));
        }
        Frame frame = new Frame(Period.ofYear(2014), persons.size(), columns, Map.of(), Optional.empty(), Set.of());
        CodedColumn origin =
                Derivations.columns(frame, List.of(rules.resolved())).get("origin");
        assertThat(origin).isNotNull();
        List<String> origins = new ArrayList<>();
        for (int row = 0; row < persons.size(); row++) {
            origins.add(origin.dictionary().code(origin.segments().get(0).at(row)));
        }
        return origins;
    }

    /** A column of these values; "" is an empty field, "_N" no record, "999" a missing code. */
    private static CodedColumn column(List<String> values) {
        List<String> distinct = new ArrayList<>(new LinkedHashSet<>(values));
        distinct.removeAll(List.of("", "_N"));
        Dictionary dictionary = new Dictionary(distinct);
        int[] codes = values.stream()
                .mapToInt(v -> v.equals("_N")
                        ? Dictionary.NO_RECORD
                        : dictionary.place(v).orElse(Dictionary.UNKNOWN))
                .toArray();
        return new CodedColumn(dictionary, Set.of("999"), List.of(CodeSegment.pack(codes, 0, codes.length)));
    }
}
