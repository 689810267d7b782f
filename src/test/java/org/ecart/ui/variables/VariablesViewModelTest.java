package org.ecart.ui.variables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.files.Catalogue;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.model.Category;
import org.ecart.model.Codebook;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.study.Offer;
import org.ecart.ui.task.InlineTasks;
import org.ecart.ui.task.TaskRunner;
import org.ecart.ui.text.Texts;
import org.junit.jupiter.api.Test;

class VariablesViewModelTest {
    private static final Codebook SAMPLE =
            Definitions.file(Path.of("sample-data", "codebook.json"), Definitions::codebook);

    private final VariablesViewModel model = new VariablesViewModel(() -> Optional.of(SAMPLE), new InlineTasks());
    private final Wording english = new Wording(new Texts(Messages.load(), Language.EN));

    private Entry entry(String id) {
        return model.allProperty().get().stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyVariableOfTheCodebookIsThereOnce() {
        assertThat(model.allProperty().get())
                .extracting(Entry::id)
                .doesNotHaveDuplicates()
                .contains("person", "reference_date", "gender", "daily_wage", "father_nationality");
        assertThat(entry("gender").codes()).extracting(Category::code).containsExactly("1", "2");
        assertThat(english.description(entry("gender"))).isEqualTo("Codes · Population (National Register)");
        assertThat(english.description(entry("daily_wage"))).startsWith("Amount · Labour market");
    }

    @Test
    void whatAStudyDerivesComesFirstWithItsRuleSet() {
        model.follow(Study.bare(), offer("origin"));
        Entry origin = model.allProperty().get().get(0);

        assertThat(origin.id()).isEqualTo("origin");
        assertThat(english.description(origin))
                .startsWith("Derived by the rule set monitoring, edition 2017, from: ")
                .contains("Nationality at birth")
                .contains("A study can choose instead: ")
                .contains("monitoring@2013");

        model.follow(Study.bare().withRuleSets(Map.of("origin", "monitoring@2013")), offer("origin"));
        assertThat(english.description(entry("origin")))
                .contains("edition 2013")
                .contains("instead: monitoring@2017");
    }

    @Test
    void nothingIsListedBeforeTheCodebookIsRead() {
        VariablesViewModel waiting = new VariablesViewModel(() -> Optional.of(SAMPLE), new TaskRunner() {
            @Override
            public <T> Running run(Job<T> job, Listener<T> listener) {
                return () -> {};
            }
        });
        waiting.follow(Study.bare().withRuleSets(Map.of("origin", "monitoring@2013")), offer("origin"));
        assertThat(waiting.allProperty().get()).isEmpty();
    }

    @Test
    void aVariableIsFoundByItsNameItsCodesAndItsLabelsInAnyLanguage() {
        for (String typed : List.of("GENDER", "geschlecht", "femmes", "gender vrouwen")) {
            model.queryProperty().set(typed);
            assertThat(model.shownProperty().get())
                    .extracting(Entry::id)
                    .as(typed)
                    .containsExactly("gender");
            assertThat(model.selectedProperty().get()).contains(entry("gender"));
        }
        model.queryProperty().set("no such variable");
        assertThat(model.shownProperty().get()).isEmpty();
        assertThat(model.selectedProperty().get()).isEmpty();
    }

    @Test
    void whatIsLookedAtStaysWhenTheListChanges() {
        model.select(entry("region"));
        model.follow(Study.bare(), offer("origin"));
        assertThat(model.selectedProperty().get()).contains(entry("region"));
    }

    @Test
    void aLabelThatLacksALanguageIsCounted() {
        Map<Language, String> three =
                new EnumMap<>(Map.of(Language.EN, "Men", Language.FR, "Hommes", Language.NL, "Mannen"));
        Entry entry = new Entry(
                "gender",
                Labels.same("Gender"),
                new Entry.Derived("s", "1", List.of(), List.of()),
                List.of(Category.of("1", new Labels(three)), Category.of("2", Labels.same("Women"))));
        assertThat(entry.untranslated()).isEqualTo(1);
        assertThat(english.lacking(entry)).isEqualTo("Labels that lack a translation: 1");
    }

    /** An offer with one derived variable. */
    private static Offer offer(String variable) {
        Rules rules = Catalogue.shipped().rulesFor(variable, Optional.empty()).orElseThrow();
        Offer.Choice choice = new Offer.Choice(variable, rules.labels(), rules.categories());
        return new Offer(List.of(new Offer.Group(Optional.empty(), List.of(choice))), List.of(), List.of());
    }
}
