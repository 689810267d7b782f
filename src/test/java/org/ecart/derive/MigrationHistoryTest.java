package org.ecart.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Migration history to the third generation by the shipped rules. */
class MigrationHistoryTest {
    private static final List<String> VARIABLES = List.of(
            "father_nationality",
            "mother_nationality",
            "nationality_at_birth",
            "nationality_now",
            "ff_nationality",
            "fm_nationality",
            "mf_nationality",
            "mm_nationality",
            "acquired_on",
            "registered_on");

    private static final Period END_OF_2014 = Period.ofYear(2014);

    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {
                "BE, BE, BE, BE, BE, four born Belgian",
                "BE, BE, BE, FR, G3_EU, one from the EU",
                "BE, BE, BE, MA, G3_NEU, one from outside",
                "FR, BE, BE, MA, G3_NEU, one EU and one non-EU count as non-EU",
                "'', '', '', IT, G3_EU, a known foreign one wins over unknown ones",
                "MA, '', '', '', G3_NEU, wherever it stands",
                "SU, BE, BE, BE, G3_NEU, a code in no list is not EU",
                "BE, BE, BE, '', BE_UND, one unknown and none foreign",
                "'', '', '', '', BE_UND, none known",
                "_N, _N, _N, _N, BE_UND, no kinship record",
            })
    void grandparentsOfBelgianOrigin(String ff, String fm, String mf, String mm, String group, String why) {
        assertThat(history("2017", END_OF_2014, List.of("BE", "BE", "BE", "BE", ff, fm, mf, mm, "", "")))
                .as(why)
                .isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {
                "FR, IT, G2_EU, two from the EU",
                "MA, TR, G2_NEU, two from outside",
                "BE, IT, G2_BE_EU, one Belgian",
                "IT, BE, G2_BE_EU, the other way round",
                "MA, BE, G2_BE_NEU, one Belgian and one from outside",
                "BE, US, G2_BE_NEU, the other way round",
                "FR, MA, G2_EU_NEU, one of each",
                "MA, FR, G2_EU_NEU, the other way round",
                "FR, '', G2_OTHER, one foreign and one unknown",
                "'', MA, G2_OTHER, the other way round",
                "stateless, stateless, G2_NEU, stateless is foreign and not EU",
            })
    void parentsOfThoseBornBelgian(String father, String mother, String group, String why) {
        assertThat(history("2017", END_OF_2014, List.of(father, mother, "BE", "BE", "BE", "BE", "BE", "BE", "", "")))
                .as(why)
                .isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {
                "BE, '', BE, BE, UND, a parent unknown and the other Belgian: origin is undetermined",
                "'', '', BE, BE, UND, both unknown",
                "'', '', '', '', UND, nothing known",
                "BE, BE, BE, FR, UND, born Belgian and French now without a date of registration",
                "FR, FR, BE, FR, G2_EU, born Belgian counts, whatever one is now",
            })
    void whatIsLeft(String father, String mother, String atBirth, String now, String group, String why) {
        assertThat(history("2017", END_OF_2014, List.of(father, mother, atBirth, now, "", "", "", "", "", "")))
                .as(why)
                .isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {
                "2014-12-31, 2009-12-30, OLD, a day more than five years",
                "2014-12-31, 2009-12-31, NEW, exactly five years are not more",
                "2014-12-31, 2010-01-01, NEW, less",
                "2014-12-31, '', UND, without a date",
                "2014-12-31, 999, UND, with a missing code for a date",
                "2016-02-29, 2011-02-28, OLD, five years were over on 28 February",
                "2016-02-29, 2011-03-01, NEW, and here on 1 March",
                "2017-02-28, 2012-02-29, NEW, 29 February plus five years is 28 February",
                "2017-03-01, 2012-02-29, OLD, a day later",
                "2013-02-28, 2008-02-29, NEW, exactly five years",
                "2012-02-29, 2007-02-28, OLD, a leap day as the reference date",
            })
    void fiveYearsCountAtTheReferenceDate(LocalDate reference, String date, String length, String why) {
        String citizen = length.equals("UND") ? "UND" : "G1_BE_" + length;
        String foreigner = length.equals("UND") ? "UND" : "G1_" + length;
        Period period = new Period(reference);
        assertThat(history("2017", period, List.of("MA", "MA", "MA", "BE", "", "", "", "", date, "2000-01-01")))
                .as(why)
                .isEqualTo(citizen);
        assertThat(history("2017", period, List.of("MA", "MA", "MA", "MA", "", "", "", "", "", date)))
                .as(why)
                .isEqualTo(foreigner);
    }

    @ParameterizedTest
    @CsvSource({
        "2013, G2_NEU, G3_NEU",
        "2015, G2_EU, G3_EU",
        "2017, G2_EU, G3_EU",
        "2019, G2_EU, G3_EU",
        "2022, G2_EU, G3_EU"
    })
    void croatiaFollowsTheEdition(String edition, String parents, String grandparent) {
        assertThat(history(edition, END_OF_2014, List.of("HR", "HR", "BE", "BE", "", "", "", "", "", "")))
                .isEqualTo(parents);
        assertThat(history(edition, END_OF_2014, List.of("BE", "BE", "BE", "BE", "HR", "BE", "BE", "BE", "", "")))
                .isEqualTo(grandparent);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 10})
    void theYearsAreAParameter(int years) {
        Rules shipped = Derived.shipped("migration_history", "monitoring@2017");
        Rules.FirstMatch first = (Rules.FirstMatch) shipped.derivation();
        assertThat(first.parameters()).containsEntry("settled_years", 5);
        Rules changed = new Rules(
                shipped.variable(),
                "ours",
                "1",
                shipped.labels(),
                shipped.categories(),
                new Rules.FirstMatch(
                        first.rules(), first.groupings(), Map.of("settled_years", years), first.otherwise()));
        List<List<String>> persons = new ArrayList<>();
        for (int since = 2000; since < 2014; since++) {
            persons.add(List.of("MA", "MA", "MA", "MA", "", "", "", "", "", since + "-12-31"));
        }

        List<String> codes =
                Derived.codes(END_OF_2014, VARIABLES, persons, Derived.shipped("origin", "monitoring@2017"), changed);

        assertThat(codes).filteredOn("G1_OLD"::equals).hasSize(14 - years);
        assertThat(codes).filteredOn("G1_NEW"::equals).hasSize(years);
    }

    private static String history(String edition, Period period, List<String> person) {
        return Derived.codes(
                        period,
                        VARIABLES,
                        List.of(person),
                        Derived.shipped("origin", "monitoring@" + edition),
                        Derived.shipped("migration_history", "monitoring@" + edition))
                .get(0);
    }
}
