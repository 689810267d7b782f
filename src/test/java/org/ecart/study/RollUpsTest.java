package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.files.AxisText;
import org.ecart.files.Catalogue;
import org.ecart.files.Definitions;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Codebook;
import org.ecart.model.Condition;
import org.ecart.model.Period;
import org.ecart.model.RollUp;
import org.ecart.model.Study;
import org.junit.jupiter.api.Test;

/** What a table says of the categories of a roll-up, over the codebook of the sample. */
class RollUpsTest {
    private static final Codebook SAMPLE =
            Definitions.file(Path.of("sample-data/codebook.json"), Definitions::codebook);

    private static Optional<RollUp> rollUp(String variable, String... rules) {
        Study study = Study.bare()
                .withRules(List.of(rules).stream().map(Definitions::rules).toList());
        Breakdown breakdown = new Breakdown(
                List.of(Period.ofYear(2014)),
                AxisText.parse(variable),
                Axis.EMPTY,
                Axis.EMPTY,
                Condition.ALL,
                "population",
                Optional.empty(),
                Optional.empty(),
                new Breakdown.Weight.Default(),
                true,
                false,
                List.of());
        return new Planner(SAMPLE, Catalogue.shipped(), study)
                .plan(breakdown)
                .dimensions()
                .get(0)
                .rollUp();
    }

    private static String rules(String variable, String categories, String recode) {
        StringBuilder all = new StringBuilder();
        for (String code : categories.split(" ")) {
            all.append(all.isEmpty() ? "" : ", ").append("{\"code\": \"%s\", \"labels\": \"%1$s\"}".formatted(code));
        }
        return """
                {"format": "ecart/rules", "version": 1, "variable": "%s", "set": "ours", "edition": "1",
                 "labels": "Ours", "categories": [%s], "recode": %s}
                """.formatted(variable, all, recode);
    }

    @Test
    void aRollUpNamesAllCodesOfEachCategory() {
        RollUp rollUp = rollUp("origin_rollup").orElseThrow();
        assertThat(rollUp.of()).isEqualTo("origin");
        assertThat(rollUp.codes().get("BE")).containsExactly("BE");
        assertThat(rollUp.codes().get("EU")).as("not EU-12, which is of 2013").containsExactly("EU14", "EU13");
        assertThat(rollUp.codes().get("UND"))
                .as("all others of a derived variable")
                .containsExactly("UBE", "UND", "UNC");
        assertThat(rollUp("origin_rollup@2013").orElseThrow().of()).isEqualTo("origin@2013");
    }

    @Test
    void aRollUpOfARollUpGoesDownToTheBottom() {
        String rules = rules("belonging", "IN OUT", """
                {"of": "origin_rollup", "groups": {"IN": ["BE", "EU"]}, "else": "OUT", "unknown": "OUT", "noRecord": "OUT"}
                """);
        assertThat(rollUp("belonging", rules)).hasValueSatisfying(rollUp -> {
            assertThat(rollUp.of()).isEqualTo("origin");
            assertThat(rollUp.codes().get("IN")).containsExactly("BE", "EU14", "EU13");
            assertThat(rollUp.codes().get("OUT")).contains("MAGH", "UND").doesNotContain("BE", "EU14", "EU13");
        });
    }

    /** A delivered variable may be empty or have codes that are in no list. */
    @Test
    void ofADeliveredVariableACategoryThatTakesTheRestHasNoList() {
        String rules = rules("area", "NORTH SOUTH ELSEWHERE", """
                {"of": "region", "groups": {"NORTH": ["2000"], "SOUTH": ["3000"], "ELSEWHERE": ["4000"]},
                 "else": "ELSEWHERE", "unknown": "ELSEWHERE", "noRecord": "ELSEWHERE"}
                """);
        assertThat(rollUp("area", rules))
                .contains(new RollUp("region", Map.of("NORTH", List.of("2000"), "SOUTH", List.of("3000"))));
    }

    @Test
    void whatIsNoRollUpHasNone() {
        assertThat(rollUp("origin")).isEmpty();
        assertThat(rollUp("region")).isEmpty();
        assertThat(rollUp("age_band")).isEmpty();
    }
}
