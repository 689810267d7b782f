package org.ecart.ui.variables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.i18n.Messages;
import org.ecart.model.Language;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.study.RuleReport;
import org.ecart.study.Tally;
import org.ecart.ui.explore.StudyHistory;
import org.ecart.ui.explore.TypedFault;
import org.ecart.ui.task.InlineTasks;
import org.ecart.ui.task.TaskRunner;
import org.ecart.ui.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Rule sets as an analyst edits them, on the sample's extracts and through the real pipeline. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleSetViewModelTest {
    private SampleWork work;
    private Study first;
    private StudyHistory history;
    private VariablesViewModel variables;
    private RuleSetViewModel model;

    @BeforeAll
    void importSample(@TempDir Path folder) {
        work = new SampleWork(folder.resolve("workspace"));
        first = work.study();
    }

    @AfterAll
    void close() {
        work.close();
    }

    @BeforeEach
    void open() {
        open(new InlineTasks());
    }

    private void open(TaskRunner tasks) {
        history = new StudyHistory(first);
        variables = new VariablesViewModel(work, history, tasks);
        variables.follow(work.offer(first));
        model = variables.ruleSet();
        select("origin");
    }

    private void select(String variable) {
        variables.select(variables.allProperty().get().stream()
                .filter(e -> e.id().equals(variable))
                .findFirst()
                .orElseThrow());
    }

    private Rules rules() {
        return model.shownProperty().get().orElseThrow().rules();
    }

    private RuleReport report() {
        return model.reportProperty().get().orElseThrow();
    }

    private static long persons(List<Optional<Tally>> persons) {
        return persons.get(persons.size() - 1).orElseThrow().persons();
    }

    private long persons(int place) {
        return persons(model.lines().get(place).persons());
    }

    private long everyone() {
        return model.lines().stream().mapToLong(l -> persons(l.persons())).sum();
    }

    @Test
    void everyRuleHasItsPersonsAndTogetherTheyAreEveryone() {
        assertThat(rules().key()).isEqualTo("origin=monitoring@2017");
        assertThat(model.periodsProperty().get()).hasSize(2);
        assertThat(model.lines()).hasSize(9);
        assertThat(everyone()).isEqualTo(persons(report().population())).isPositive();
        model.toggle(model.offeredProperty().get().get(0));
        assertThat(report().periods()).hasSize(3);
    }

    @Test
    void theFirstEditMakesACopyTheCountsFollowAndUndoGivesTheFirstStudy() {
        long before = persons(0);
        long all = everyone();
        model.setCondition("father_nationality in group \"EU14\" of country");
        assertThat(rules().key()).isEqualTo("origin=own@2017");
        assertThat(model.shownProperty().get().orElseThrow().own()).isTrue();
        assertThat(history.study().ruleSets()).containsEntry("origin", "own@2017");
        assertThat(history.study().rules()).containsExactly(rules());
        assertThat(persons(0)).isLessThan(before).isPositive();
        assertThat(everyone()).isEqualTo(all);
        model.setCondition("father_nationality in group \"EU13\" of country");
        assertThat(history.study().rules()).as("the copy is edited on").hasSize(1);
        history.undo();
        history.undo();
        assertThat(history.study()).isEqualTo(first);
        assertThat(persons(0)).isEqualTo(before);
        history.redo();
        assertThat(rules().key()).isEqualTo("origin=own@2017");
    }

    @Test
    void aFaultIsToldAtItsPlaceAndTheStudyGoesOnAsBeforeUntilItIsRight() {
        model.placeProperty().set(1);
        model.add();
        assertThat(history.study()).isEqualTo(first);
        assertThat(rules().key()).isEqualTo("origin=own@2017");
        assertThat(model.placeProperty().get()).isEqualTo(2);
        assertThat(model.fault(2).orElseThrow().why().key()).isEqualTo("model.check.unreachable");
        assertThat(model.fault(1)).isEmpty();
        model.setCondition("mother_nationality = \"MA\" or not known(mother_nationality)");
        assertThat(model.shownProperty().get().orElseThrow().faults()).isEmpty();
        assertThat(history.study().rules()).containsExactly(rules());
        assertThat(model.lines()).hasSize(10);
        history.undo();
        assertThat(model.fault(2)).isPresent();
        history.undo();
        assertThat(history.study()).isEqualTo(first);
        assertThat(rules().key()).isEqualTo("origin=monitoring@2017");
    }

    @Test
    void whatCannotBeReadIsToldWhereItIsAndNotTaken() {
        String typed = "father_nationality = \"MA\" und known(mother_nationality)";
        TypedFault fault = model.wrong(typed).orElseThrow();
        assertThat(typed.substring(fault.place(), fault.place() + fault.length()))
                .isEqualTo("und");
        TypedFault end = model.wrong("father_nationality =").orElseThrow();
        assertThat(end.place()).isEqualTo("father_nationality =".length());
        assertThat(end.length()).isZero();
        TypedFault unknown = model.wrong("known(father_nation)").orElseThrow();
        assertThat(unknown.place()).isEqualTo("known(".length());
        assertThat(unknown.why().key()).isEqualTo("ui.variables.fault.variable");
        model.setCondition(typed);
        assertThat(history.study()).isEqualTo(first);
    }

    @Test
    void aGroupThatIsNotThereIsRefusedAndTold() {
        assertThat(model.setCondition("father_nationality in group \"MARS\" of country"))
                .isFalse();
        assertThat(model.failureProperty().get()).isPresent();
        assertThat(history.study()).isEqualTo(first);
        model.setCondition("father_nationality in group \"EU14\" of country");
        assertThat(model.failureProperty().get()).isEmpty();
    }

    @Test
    void aMovedRuleStaysInHand() {
        String id = model.rule(0).orElseThrow().id();
        model.move(1);
        assertThat(model.placeProperty().get()).isEqualTo(1);
        assertThat(model.rule(1).orElseThrow().id()).isEqualTo(id);
        model.placeProperty().set(8);
        model.move(-1);
        assertThat(model.rule(8)).as("the else is no rule").isEmpty();
    }

    @Test
    void anotherEditionIsChosenAndACopyIsDropped() {
        Rules shipped = model.shownProperty().get().orElseThrow().source().all().stream()
                .filter(r -> r.edition().equals("2013"))
                .findFirst()
                .orElseThrow();
        model.choose(shipped);
        assertThat(history.study().ruleSets()).containsEntry("origin", "monitoring@2013");
        model.remove();
        assertThat(rules().key()).isEqualTo("origin=own@2013");
        model.drop();
        assertThat(history.study().rules()).isEmpty();
        assertThat(rules().set()).isEqualTo("monitoring");
    }

    @Test
    void aCountryMovesToAnotherGroupAndItsPersonsWithIt() {
        Names names = model.shownProperty().get().orElseThrow().names();
        Rules.Grouping country = RulesEdits.groupings(rules()).get(0);
        List<CodeLine> lines =
                CodeLine.of(rules(), country, names, model.reportProperty().get());
        assertThat(lines.get(0).unmapped()).isTrue();
        assertThat(lines).filteredOn(CodeLine::unmapped).isNotEmpty().allSatisfy(l -> assertThat(l.persons())
                .isNotEmpty());
        assertThat(lines.stream().filter(l -> l.code().equals("MA")).findFirst().flatMap(CodeLine::group))
                .contains("MAGH");
        long maghreb = outcome("MAGH");
        String unmapped = lines.get(0).code();
        model.edit(r -> RulesEdits.grouped(r, "country", List.of("MA", unmapped), "AFR"));
        assertThat(outcome("MAGH")).isLessThan(maghreb);
        assertThat(CodeLine.of(
                        rules(),
                        RulesEdits.groupings(rules()).get(0),
                        names,
                        model.reportProperty().get()))
                .filteredOn(l -> l.code().equals(unmapped))
                .singleElement()
                .satisfies(l -> assertThat(l.group()).contains("AFR"));
    }

    private long outcome(String code) {
        return persons(report().outcomes().stream()
                .filter(o -> o.category().code().equals(code))
                .findFirst()
                .orElseThrow()
                .persons());
    }

    @Test
    void bandsAndRecodesHaveLiveCountsToo() {
        select("age_band");
        long before = persons(0);
        model.edit(r -> RulesEdits.withBand(r, 0, 18, 20));
        assertThat(persons(0)).isLessThan(before);
        assertThat(everyone()).isEqualTo(persons(report().population()));
        select("origin_rollup");
        assertThat(everyone()).isEqualTo(persons(report().population()));
    }

    @Test
    void aComparisonIsMadeWhenSomeoneLooksWithTheSetThatWasCopied() {
        CompareViewModel compare = model.compare();
        model.setCondition("father_nationality in group \"EU14\" of country");
        assertThat(compare.comparisonProperty().get()).isEmpty();
        compare.inSightProperty().set(true);
        assertThat(compare.otherProperty().get().map(Rules::key)).contains("origin=monitoring@2017");
        assertThat(compare.comparisonProperty().get().orElseThrow().flows())
                .anyMatch(f -> !f.from().equals(f.to()));
        assertThat(compare.othersProperty().get()).extracting(Rules::variable).contains("origin_rollup");
    }

    @Test
    void aNewerEditCancelsAnOlderCount() {
        List<Boolean> cancelled = new ArrayList<>();
        TaskRunner inline = new InlineTasks();
        open(new TaskRunner() {
            private boolean codebook = true;

            @Override
            public <T> Running run(Job<T> job, Listener<T> listener) {
                if (codebook) {
                    codebook = false;
                    return inline.run(job, listener);
                }
                int at = cancelled.size();
                cancelled.add(false);
                return () -> cancelled.set(at, true);
            }
        });
        int before = cancelled.size();
        model.remove();
        model.remove();
        assertThat(cancelled.subList(0, before + 1)).containsOnly(true);
        assertThat(cancelled.subList(before + 1, cancelled.size())).containsExactly(false);
        assertThat(model.countingProperty().get()).isTrue();
    }

    @Test
    void linesReadAsSentences() {
        Wording english = new Wording(new Texts(Messages.load(), Language.EN));
        RuleSetViewModel.Shown shown = model.shownProperty().get().orElseThrow();
        assertThat(english.text(model.lines().get(0), shown)).isEqualTo("Nationality of the father at birth");
        assertThat(english.outcome(model.lines().get(0), shown))
                .isEqualTo("Group of: Nationality at birth of the father");
        model.setCondition("father_nationality not in group \"BE\" of country and not known(mother_nationality)");
        assertThat(english.text(
                        model.lines().get(0), model.shownProperty().get().orElseThrow()))
                .isEqualTo("Nationality at birth of the father: known, not Belgium and Nationality at birth of the "
                        + "mother not known");
        select("age_band");
        assertThat(english.text(
                        model.lines().get(0), model.shownProperty().get().orElseThrow()))
                .isEqualTo("Age 18 to 24");
    }
}
