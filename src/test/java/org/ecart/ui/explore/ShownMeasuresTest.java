package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecart.model.Measure.AMOUNT;
import static org.ecart.model.Measure.AMOUNT_GAP;
import static org.ecart.model.Measure.AMOUNT_GAP_PERCENT;
import static org.ecart.model.Measure.AMOUNT_RATIO;
import static org.ecart.model.Measure.CHANGE;
import static org.ecart.model.Measure.GAP;
import static org.ecart.model.Measure.PERSONS;
import static org.ecart.model.Measure.RATE;
import static org.ecart.model.Measure.RATIO;
import static org.ecart.model.Measure.SHARE;
import static org.ecart.model.Measure.SHARE_ROW;

import java.util.List;
import java.util.Optional;
import org.ecart.files.ConditionText;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Study;
import org.ecart.ui.task.InlineTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which measures a table offers and keeps, and what becomes of amounts; on the sample's extracts. */
class ShownMeasuresTest extends OnSample {
    private ExploreViewModel model;

    @BeforeEach
    void open() {
        model = new ExploreViewModel(sample.study(), sample, new InlineTasks());
    }

    private List<MeasureOffer.Entry> offered() {
        return model.measureGroups().stream().flatMap(g -> g.entries().stream()).toList();
    }

    private Optional<MeasureOffer.Lack> lack(Measure measure) {
        return offered().stream()
                .filter(e -> e.measure() == measure)
                .findFirst()
                .orElseThrow()
                .lack();
    }

    @Test
    void anIndicatorOffersWhatItHasAndNothingElse() {
        assertThat(offered()).hasSize(26).noneMatch(e -> e.measure().subject() == Measure.Subject.AMOUNT);
        model.setIndicator("median_wage");
        assertThat(offered()).hasSize(11).noneMatch(e -> e.measure().subject() == Measure.Subject.RATE);
        model.setIndicator("population");
        assertThat(offered()).hasSize(7).allMatch(e -> e.measure().subject() == Measure.Subject.PERSONS);
    }

    @Test
    void whatCannotBeComputedNowSaysWhatItLacks() {
        assertThat(lack(CHANGE)).contains(MeasureOffer.Lack.DATES);
        assertThat(lack(SHARE_ROW)).contains(MeasureOffer.Lack.COLUMNS);
        assertThat(lack(SHARE)).contains(MeasureOffer.Lack.SHARE_OF);
        assertThat(lack(GAP)).isEmpty();
        model.clearReference();
        assertThat(lack(GAP)).contains(MeasureOffer.Lack.REFERENCE);
        model.toggle(Period.ofYear(2013));
        model.put(Shelf.COLUMNS, "gender", false);
        assertThat(lack(CHANGE)).isEmpty();
        assertThat(lack(SHARE_ROW)).isEmpty();
    }

    @Test
    void aChangeGoesWithItsSecondDate() {
        model.toggle(Period.ofYear(2013));
        model.toggle(CHANGE);
        assertThat(model.measures()).contains(CHANGE);
        model.toggle(Period.ofYear(2013));
        assertThat(model.measures()).doesNotContain(CHANGE);
        model.undo();
        assertThat(model.measures()).contains(CHANGE);
    }

    @Test
    void aRateAndItsGapBecomeAnAmountAndItsGapsAndBack() {
        assertThat(model.measures()).containsExactly(PERSONS, RATE, GAP, RATIO, Measure.MISSING);
        model.setIndicator("median_wage");
        assertThat(model.measures()).containsExactly(PERSONS, AMOUNT, AMOUNT_GAP, AMOUNT_GAP_PERCENT, AMOUNT_RATIO);
        model.setIndicator("mean_wage");
        assertThat(model.measures()).contains(AMOUNT_GAP);
        model.setIndicator("employment_rate");
        assertThat(model.measures()).containsExactly(PERSONS, RATE, GAP, RATIO);
        model.setIndicator("population");
        assertThat(model.measures()).containsExactly(PERSONS);
        model.setIndicator("p10_wage");
        assertThat(model.measures()).containsExactly(PERSONS, AMOUNT, AMOUNT_GAP, AMOUNT_GAP_PERCENT);
        assertThat(model.failureProperty().get()).isEmpty();
    }

    @Test
    void aGroupToCompareWithBringsTheGapsOfAnAmount() {
        model.clearReference();
        model.setIndicator("median_wage");
        assertThat(model.measures()).containsExactly(PERSONS, AMOUNT);
        model.setReference("origin", "BE");
        assertThat(model.measures()).containsExactly(PERSONS, AMOUNT, AMOUNT_GAP, AMOUNT_GAP_PERCENT);
    }

    @Test
    void anAmountIsOnScreenAndCanLeave() {
        model.setIndicator("median_wage");
        ExploreViewModel.Shown shown = model.shownProperty().get().orElseThrow();
        assertThat(shown.table().value(AMOUNT, 0).number()).isPresent();
        assertThat(model.failureProperty().get()).isEmpty();
        assertThat(model.refusal()).isEmpty();
        assertThat(model.releasable()).isPresent();
    }

    @Test
    void theNamedShareComesWithItsFirstVariableAndGoesWithItsLast() {
        model.put(Shelf.COLUMNS, "gender", false);
        model.categories().toggleShare("gender");
        assertThat(model.breakdown().arrangement().shareOf()).containsExactly("gender");
        assertThat(model.measures()).contains(SHARE);
        Study shared = model.study();
        model.take("gender");
        assertThat(model.breakdown().arrangement().shareOf()).isEmpty();
        assertThat(model.measures()).doesNotContain(SHARE);
        model.undo();
        assertThat(model.study()).isEqualTo(shared);
        model.categories().toggleShare("gender");
        assertThat(model.measures()).doesNotContain(SHARE);
    }

    @Test
    void anAmountCanBeComparedInAFilterAndAFaultIsToldWithItsPlace() {
        assertThat(model.conditionFault("daily_wage < 100")).isEmpty();
        assertThat(model.conditionFault("daily_wages < 100"))
                .get()
                .extracting(TypedFault::place, TypedFault::length)
                .containsExactly(0, 11);
        assertThat(model.conditionFault("daily_wage < ").map(TypedFault::place)).contains(12);
        assertThat(model.conditionFault("origin = \"BE\" und gender = \"1\"").map(TypedFault::place))
                .contains(14);
        model.filter(Optional.empty(), ConditionText.parse("daily_wage < 100"));
        assertThat(model.failureProperty().get()).isEmpty();
        assertThat(model.filters()).hasSize(1);
        model.filter(Optional.of(model.filters().get(0)), ConditionText.parse("daily_wage between 50 and 100"));
        assertThat(model.filters()).hasSize(2);
        assertThat(model.shownProperty().get()).isPresent();
    }

    @Test
    void whatTheEngineRefusesStandsInThePlaceOfTheTableAndUndoLeadsBack() {
        Study before = model.study();
        model.filter(Optional.empty(), ConditionText.parse("origin = \"XX\""));
        assertThat(Sample.MESSAGES.text(Language.EN, (EcartException)
                        model.failureProperty().get().orElseThrow()))
                .contains("XX", "origin", "EU14");
        assertThat(model.shownProperty().get()).isEmpty();
        model.undo();
        assertThat(model.study()).isEqualTo(before);
        assertThat(model.shownProperty().get()).isPresent();
        assertThat(model.failureProperty().get()).isEmpty();
    }
}
