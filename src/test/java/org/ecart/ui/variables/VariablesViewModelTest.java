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
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.study.Offer;
import org.ecart.study.RuleComparison;
import org.ecart.study.RuleReport;
import org.ecart.ui.explore.StudyHistory;
import org.ecart.ui.task.InlineTasks;
import org.ecart.ui.task.TaskRunner;
import org.ecart.ui.text.Texts;
import org.junit.jupiter.api.Test;

class VariablesViewModelTest {
    private static final Codebook SAMPLE =
            Definitions.file(Path.of("sample-data", "codebook.json"), Definitions::codebook);

    private static final Study STUDY = Definitions.file(Path.of("sample-data", "study.json"), Definitions::study);

    private final StudyHistory history = new StudyHistory(STUDY);
    private final VariablesViewModel model = new VariablesViewModel(new CodebookOnly(), history, new InlineTasks());
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
    void whatAStudyDerivesComesFirstWithItsEdition() {
        model.follow(offer("origin"));
        Entry origin = model.allProperty().get().get(0);
        assertThat(origin.id()).isEqualTo("origin");
        assertThat(english.aside(origin)).startsWith("2017");
        assertThat(english.description(origin)).startsWith("Reads: ").contains("Nationality at birth");
        assertThat(((Entry.Derived) origin.source()).all())
                .extracting(Rules::key)
                .contains("origin=monitoring@2013", "origin=monitoring@2017");

        history.settle(STUDY.withRuleSets(Map.of("origin", "monitoring@2013")), "origin");
        assertThat(english.aside(entry("origin"))).startsWith("2013");
    }

    @Test
    void nothingIsListedBeforeTheCodebookIsRead() {
        VariablesViewModel waiting = new VariablesViewModel(new CodebookOnly(), history, new TaskRunner() {
            @Override
            public <T> Running run(Job<T> job, Listener<T> listener) {
                return () -> {};
            }
        });
        waiting.follow(offer("origin"));
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
        model.follow(offer("origin"));
        assertThat(model.selectedProperty().get()).contains(entry("region"));
    }

    @Test
    void aLabelThatLacksALanguageIsCounted() {
        Map<Language, String> three =
                new EnumMap<>(Map.of(Language.EN, "Men", Language.FR, "Hommes", Language.NL, "Mannen"));
        Entry entry = new Entry(
                "gender",
                Labels.same("Gender"),
                new Entry.Stored(
                        Labels.same("Population"), SAMPLE.variable("gender").orElseThrow(), List.of()),
                List.of(Category.of("1", new Labels(three)), Category.of("2", Labels.same("Women"))));
        assertThat(entry.untranslated()).isEqualTo(1);
        assertThat(english.lacking(entry)).isEqualTo("Labels that lack a translation: 1");
    }

    /** Counts nothing, finds no fault. */
    private static final class CodebookOnly implements VariableWork {
        @Override
        public Optional<Codebook> codebook() {
            return Optional.of(SAMPLE);
        }

        @Override
        public RuleReport report(Study study, RuleReport.Question question, Progress progress) {
            throw new Progress.Cancelled();
        }

        @Override
        public RuleComparison compare(Study study, RuleComparison.Question question, Progress progress) {
            throw new Progress.Cancelled();
        }

        @Override
        public List<Fault> faults(Study taken, Rules rules) {
            return List.of();
        }
    }

    /** An offer with one derived variable. */
    private static Offer offer(String variable) {
        Rules rules = Catalogue.shipped().rulesFor(variable, Optional.empty()).orElseThrow();
        Offer.Choice choice = new Offer.Choice(variable, rules.labels(), rules.categories());
        return new Offer(List.of(new Offer.Group(Optional.empty(), List.of(choice))), List.of(), List.of(), List.of());
    }
}
