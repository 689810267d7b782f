package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.ecart.files.Catalogue;
import org.ecart.files.ConditionText;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.model.Condition;
import org.ecart.model.Language;
import org.ecart.model.Shift;
import org.ecart.model.Study;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the notes of a table say of its filter and cohort: labels, not codes, in the language of the file. */
class ConditionWordsTest {
    private static final VariableNames NAMES = new VariableNames(
            Definitions.file(Path.of("sample-data", "codebook.json"), Definitions::codebook),
            Catalogue.shipped(),
            Study.bare(),
            Optional.of(new Shift.Years(1)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    EN | gender = "2"                             | Gender = Women
                    FR | gender = "2"                             | Genre = Femmes
                    EN | region != "04000"                        | Region of residence: known, not Brussels-Capital Region
                    EN | age >= 25 and age <= 54                  | Age ≥ 25 and Age ≤ 54
                    NL | birth_year < 1980 or not known(education) | Geboortejaar < 1980 of Onderwijsniveau onbekend
                    EN | status@1y in ("employed", "gone")        | Labour market status (one year later) = In work, No longer in the population
                    EN | status@0y = "new"                        | Labour market status (at the date of the table) = Not yet in the population
                    DE | gender in ("_U", "_N")                   | Geschlecht = Unbekannt, Kein Eintrag
                    EN | country_of_birth in group "EU14" of country | Country of birth = EU-14
                    EN | daily_wage < 100.5                       | Gross daily wage, in euros < 100.5
                    FR | daily_wage < 100.5                       | Salaire journalier brut, en euros < 100,5
                    """)
    void labelsStandForCodes(Language language, String condition, String words) {
        Condition parsed = ConditionText.parse(condition);
        assertThat(new ConditionWords(Messages.load(), language, NAMES, VariableNames.groupings(parsed)).of(parsed))
                .isEqualTo(words);
    }
}
