package org.ecart.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecart.model.Category;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator;
import org.ecart.model.Language;
import org.ecart.model.Rules;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private final Catalogue catalogue = Catalogue.shipped();

    @Test
    void edition2017OfOriginIsTheUsualOne() {
        assertThat(catalogue.rulesFor("origin", Optional.empty()).map(Rules::key))
                .contains("origin=monitoring@2017");
        assertThat(catalogue.rulesFor("origin", Optional.of("monitoring@2013")).map(Rules::key))
                .contains("origin=monitoring@2013");
        assertThatThrownBy(() -> catalogue.rulesFor("origin", Optional.of("monitoring@1999")))
                .isInstanceOfSatisfying(EcartException.class, e -> assertThat(e.arguments())
                        .containsExactly(
                                "origin=monitoring@1999",
                                "origin=monitoring@2017, origin=monitoring@2022, origin=monitoring@2019,"
                                        + " origin=monitoring@2015, origin=monitoring@2013"));
    }

    @Test
    void betweenTheEditionsOnlyCroatiaMoved() {
        Map<String, String> now = groups("monitoring@2017");
        Map<String, String> before = groups("monitoring@2013");
        assertThat(now.keySet()).isEqualTo(before.keySet());
        now.forEach((country, group) -> {
            if (country.equals("HR") || country.equals("HRV")) {
                assertThat(group).isEqualTo("EU13");
                assertThat(before).containsEntry(country, "CAND");
            } else {
                assertThat(before.getOrDefault(country, "").replace("EU12", "EU13"))
                        .as(country)
                        .isEqualTo(group);
            }
        });
    }

    @Test
    void mauritaniaIsMaghrebAndFormerStatesAreNotClassified() {
        Map<String, String> groups = groups("monitoring@2017");
        assertThat(groups)
                .containsEntry("MR", "MAGH")
                .containsEntry("UK", "EU14")
                .containsEntry("EL", "EU14")
                .containsEntry("TUR", "CAND")
                .containsEntry("NAM", "AFR")
                .containsEntry("150", "BE")
                .doesNotContainKeys("SU", "YU", "XA");
    }

    @Test
    void everyLabelAndDefinitionIsThereInEveryLanguage() {
        for (Rules rules : catalogue.rules()) {
            assertThat(rules.labels().texts()).as(rules.key()).hasSize(Language.values().length);
            for (Category category : rules.categories()) {
                assertThat(category.labels().texts())
                        .as(rules.key() + " " + category.code())
                        .hasSize(Language.values().length);
            }
        }
        for (Indicator indicator : catalogue.indicators()) {
            assertThat(indicator.labels().texts()).as(indicator.id()).hasSize(Language.values().length);
            assertThat(indicator.definition().texts()).as(indicator.id()).hasSize(Language.values().length);
        }
    }

    @Test
    void aPositionCountsByItsFirstDigit() {
        Rules status = catalogue.rulesFor("status", Optional.empty()).orElseThrow();
        Rules.Recode recode = (Rules.Recode) status.derivation();
        recode.grouping().groups().forEach(group -> assertThat(group.members())
                .hasSize(111)
                .allMatch(code -> code.charAt(0) == group.members().get(0).charAt(0)));
        assertThat(recode.grouping().groups().get(0).members()).contains("1", "14", "111", "133");
        assertThat(recode.noRecord()).isEqualTo("no_record");
    }

    private Map<String, String> groups(String set) {
        Rules origin = catalogue.rulesFor("origin", Optional.of(set)).orElseThrow();
        Map<String, String> groups = new TreeMap<>();
        ((Rules.FirstMatch) origin.derivation()).grouping("country").groups().forEach(g -> g.members()
                .forEach(m -> groups.put(m, g.code())));
        return groups;
    }
}
