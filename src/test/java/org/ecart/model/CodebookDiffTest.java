package org.ecart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecart.files.ConditionText;
import org.ecart.model.CodebookDiff.Change;
import org.junit.jupiter.api.Test;

class CodebookDiffTest {
    private static final Variable SEX = new Variable(
            "sex", Labels.same("Sex"), Variable.Role.DIMENSION, Variable.Type.CODE, Optional.of("country"));
    private static final Variable AGE =
            new Variable("age", Labels.same("Age"), Variable.Role.DIMENSION, Variable.Type.INTEGER, Optional.empty());
    private static final Category BE = Category.of("BE", Labels.same("Belgium"));
    private static final Category FR = Category.of("FR", Labels.same("France"));
    private static final Category EU = Category.of("EU", Labels.same("EU"));
    private static final Extract.Column SEX_COLUMN = new Extract.Column("SEX", "sex", List.of("sexe"));

    private static Codebook codebook(
            String edition, CodeList list, List<Variable> variables, Extract.Column... columns) {
        return new Codebook(
                "book",
                edition,
                Labels.same("Book"),
                Labels.same("-"),
                Optional.empty(),
                List.of(list),
                variables,
                List.of(new Extract("people", Labels.same("People"), true, true, List.of(columns))));
    }

    private static final CodeList COUNTRIES = new CodeList("country", List.of(BE, FR));

    private static Codebook first() {
        return codebook("1", COUNTRIES, List.of(SEX, AGE), SEX_COLUMN);
    }

    /** Each change as a line: kind, part, path, property, language, before, after. */
    private static List<String> said(Codebook before, Codebook after) {
        return CodebookDiff.between(before, after, ConditionText::print).changes().stream()
                .map(CodebookDiffTest::line)
                .toList();
    }

    private static String line(Change change) {
        String edit = change.edit()
                .map(e -> " " + e.property()
                        + e.language().map(l -> " " + l.code()).orElse("")
                        + " " + e.before().orElse("-") + " > " + e.after().orElse("-"))
                .orElse("");
        return change.kind() + " " + change.part() + " "
                + change.path().stream().collect(Collectors.joining("/")) + edit;
    }

    @Test
    void aCodebookDoesNotDifferFromItself() {
        assertThat(said(first(), first())).isEmpty();
    }

    @Test
    void variablesComeAndGoInAStableOrder() {
        Codebook second = codebook("2", COUNTRIES, List.of(SEX), SEX_COLUMN);
        assertThat(said(first(), second)).containsExactly("CHANGED CODEBOOK  EDITION 1 > 2", "REMOVED VARIABLE age");
        assertThat(said(second, first())).containsExactly("CHANGED CODEBOOK  EDITION 2 > 1", "ADDED VARIABLE age");
    }

    @Test
    void labelsChangeByLanguageAndRolesTypesAndUniversesByName() {
        Variable other = new Variable(
                "age",
                new Labels(Map.of(Language.EN, "Age", Language.FR, "Âge", Language.NL, "Age")),
                Variable.Role.AMOUNT,
                Variable.Type.DECIMAL,
                Optional.of("country"),
                ConditionText.parse("known(sex)"));
        assertThat(said(first(), codebook("1", COUNTRIES, List.of(SEX, other), SEX_COLUMN)))
                .containsExactly(
                        "CHANGED VARIABLE age LABEL fr Age > Âge",
                        "CHANGED VARIABLE age LABEL de Age > -",
                        "CHANGED VARIABLE age ROLE dimension > amount",
                        "CHANGED VARIABLE age TYPE integer > decimal",
                        "CHANGED VARIABLE age CODE_LIST - > country",
                        "CHANGED VARIABLE age UNIVERSE - > known(sex)");
    }

    @Test
    void codesComeGoMoveAndBelongToOthers() {
        CodeList later = new CodeList(
                "country", List.of(FR.under("EU"), Category.of("XK", Labels.same("Kosovo")), BE), List.of(EU));
        assertThat(said(first(), codebook("1", later, List.of(SEX, AGE), SEX_COLUMN)))
                .containsExactly(
                        "CHANGED CODE country/FR PARENT - > EU",
                        "ADDED CODE country/XK",
                        "CHANGED CODE country ORDER - > -",
                        "ADDED GROUP country/EU");
    }

    @Test
    void codesBeginAndEndWithAnEdition() {
        Category.Editions past = new Category.Editions(Optional.empty(), Optional.of("2013"));
        CodeList later = new CodeList("country", List.of(BE.in(past), FR));
        assertThat(said(first(), codebook("1", later, List.of(SEX, AGE), SEX_COLUMN)))
                .containsExactly("CHANGED CODE country/BE UNTIL - > 2013");
        CodeList again = new CodeList(
                "country", List.of(BE.in(new Category.Editions(Optional.of("2015"), Optional.empty())), FR));
        assertThat(said(
                        codebook("1", later, List.of(SEX, AGE), SEX_COLUMN),
                        codebook("1", again, List.of(SEX, AGE), SEX_COLUMN)))
                .containsExactly("CHANGED CODE country/BE FROM - > 2015", "CHANGED CODE country/BE UNTIL 2013 > -");
    }

    @Test
    void columnsAreToldApartByVariableSoThatANewNameIsAChange() {
        Codebook renamed = codebook(
                "1",
                COUNTRIES,
                List.of(SEX, AGE),
                new Extract.Column("GENDER", "sex", List.of("SEX")),
                new Extract.Column("age", "age", List.of()));
        assertThat(said(first(), renamed))
                .containsExactly(
                        "CHANGED COLUMN people/sex NAME SEX > GENDER",
                        "REMOVED ALIAS people/sex/sexe",
                        "ADDED ALIAS people/sex/SEX",
                        "ADDED COLUMN people/age");
    }

    @Test
    void parentsMustBeThereAndNotGoInACircle() {
        assertThatThrownBy(() -> new CodeList("country", List.of(BE.under("EU"))))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("model.no_parent"));
        assertThatThrownBy(() -> new CodeList("country", List.of(BE.under("EU")), List.of(EU.under("BE"))))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("model.parent_circle"));
        assertThatThrownBy(() -> new CodeList("country", List.of(BE), List.of(BE)))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("model.twice"));
    }

    @Test
    void aUniverseNamesVariablesOfTheCodebookOrAge() {
        Variable job = new Variable(
                "job",
                Labels.same("Job"),
                Variable.Role.DIMENSION,
                Variable.Type.CODE,
                Optional.empty(),
                ConditionText.parse("age >= 15 and colour = \"1\""));
        assertThatThrownBy(() -> codebook("1", COUNTRIES, List.of(job)))
                .isInstanceOfSatisfying(EcartException.class, e -> {
                    assertThat(e.key()).isEqualTo("model.universe");
                    assertThat(e.arguments()).containsExactly("job", "colour");
                });
    }
}
