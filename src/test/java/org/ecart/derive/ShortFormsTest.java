package org.ecart.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ecart.files.Definitions;
import org.ecart.model.EcartException;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roll-ups, crosswalks, education and ages: short forms over one column. */
class ShortFormsTest {
    private static final String HEAD = """
            {"format": "ecart/rules", "version": 1, "variable": "v", "set": "test", "edition": "1", "labels": "V",
            """;

    /** Sector I became H, and O stayed; J is in the new list only. */
    private static final Rules SECTOR = Definitions.rules(HEAD + """
             "categories": [{"code": "H", "labels": "Transport"}, {"code": "J", "labels": "Information"},
                            {"code": "O", "labels": "Public"}, {"code": "U", "labels": "Unknown"},
                            {"code": "X", "labels": "Other"}, {"code": "NR", "labels": "No record"}],
             "crosswalk": {"of": "sector", "until": "2007", "groups": {"H": ["I"], "O": ["O"]}, "else": "X",
                           "unknown": "U", "noRecord": "NR"}}
            """);

    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {
                "2006, I, H",
                "2007, I, H",
                "2008, I, X",
                "2007, J, X",
                "2008, J, J",
                "2007, O, O",
                "2008, O, O",
                "2007, '', U",
                "2008, 999, U",
                "2007, _N, NR",
                "2008, _N, NR"
            })
    void aCrosswalkCarriesOldCodesOverAndLeavesNewOnes(int year, String code, String sector) {
        assertThat(Derived.codes(Period.ofYear(year), List.of("sector"), List.of(List.of(code)), SECTOR))
                .containsExactly(sector);
    }

    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {
                "1, FR, EU14",
                "2, FR, EU",
                "2, HR, EU",
                "2, BE, BE",
                "2, SU, NEU",
                "3, MA, NEU",
                "1, SU, FNC",
                "2, '', U"
            })
    void aRollUpGoesUpTheLevelsOfATable(int level, String country, String group) {
        String all = level == 1 ? "BE EU14 EU13 CAND EUR MAGH AFR NAM SAM NME OFE ASIA FNC" : "BE EU NEU";
        String categories = Arrays.stream(all.split(" ", -1))
                .map("{\"code\": \"%s\"}, "::formatted)
                .collect(Collectors.joining());
        Rules rules = Definitions.rules(HEAD + """
                 "categories": [%s {"code": "U", "labels": "Unknown"}],
                 "recode": {"of": "country", "grouping": "country@2017", "level": %d, "unknown": "U"}}
                """.formatted(categories, level));
        assertThat(Derived.codes(Period.ofYear(2014), List.of("country"), List.of(List.of(country)), rules))
                .containsExactly(group);
        assertThat(Definitions.rules(Definitions.text(rules))).isEqualTo(rules);
    }

    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {
                "L, low",
                "M, medium",
                "H, high",
                "2, low",
                "3, medium",
                "4, medium",
                "5, high",
                "8, high",
                "'', unknown",
                "_N, unknown",
                "9, unknown"
            })
    void educationIsLowMediumOrHigh(String code, String level) {
        for (String edition : List.of("2017", "2019", "2022")) {
            assertThat(Derived.codes(
                            Period.ofYear(2014),
                            List.of("education"),
                            List.of(List.of(code)),
                            Derived.shipped("education_level", "monitoring@" + edition)))
                    .containsExactly(level);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ten_years@1, 18, 18-24", "ten_years@1, 64, 55-64", "ten_years@1, 65, other",
        "five_years@1, 19, 18-19", "five_years@1, 20, 20-24", "five_years@1, 64, 60-64",
        "monitoring@2013, 60, 55-60", "monitoring@2015, 61, other", "monitoring@2017, 18, 18-24",
        "monitoring@2019, 19, other", "monitoring@2022, 20, 20-24"
    })
    void agesAreBanded(String set, String age, String band) {
        assertThat(Derived.codes(
                        Period.ofYear(2014), List.of("age"), List.of(List.of(age)), Derived.shipped("age_band", set)))
                .containsExactly(band);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "x in group 'MARS' of c, BE, model.no_group",
                "x in group 'BE' of d, BE, model.no_grouping",
                "x < $limit, BE, model.no_parameter",
                "all, FR, model.no_category",
            })
    void aNameThatStandsForNothingIsToldWithItsRule(String when, String then, String key) {
        assertThatThrownBy(() -> Definitions.rules(HEAD + """
                 "categories": [{"code": "BE", "labels": "Belgian"}], "groupings": {"c": "country@2017"},
                 "rules": [{"id": "first", "when": "%s", "then": "%s"}], "else": "BE"}
                """.formatted(when, then)))
                .isInstanceOfSatisfying(EcartException.class, e -> {
                    assertThat(e.arguments().get(0)).isEqualTo("$");
                    EcartException inside = (EcartException) e.arguments().get(1);
                    assertThat(inside.key()).isEqualTo("model.rule");
                    assertThat(inside.arguments().get(0)).isEqualTo("first");
                    assertThat(((EcartException) inside.arguments().get(1)).key())
                            .isEqualTo(key);
                });
    }

    @Test
    void aTableThatIsNotShippedIsToldWithThoseThatAre() {
        assertThatThrownBy(() -> Definitions.rules(HEAD + """
                 "categories": [{"code": "BE", "labels": "Belgian"}],
                 "rules": [{"id": "1", "when": "x in group 'BE' of c", "then": "BE"}], "else": "BE",
                 "groupings": {"c": "country@1999"}}
                """)).isInstanceOfSatisfying(EcartException.class, e -> {
            assertThat(e.arguments().get(0)).isEqualTo("$.groupings.c");
            assertThat(((EcartException) e.arguments().get(1)).key()).isEqualTo("files.groups");
        });
    }
}
