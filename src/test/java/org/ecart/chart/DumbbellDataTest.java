package org.ecart.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.ecart.chart.DumbbellData.Line;
import org.ecart.chart.DumbbellData.Panel;
import org.ecart.i18n.Messages;
import org.ecart.i18n.Numbers;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Policy;
import org.ecart.model.TableShape.Address;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;
import org.ecart.protect.ReleasableTables;
import org.junit.jupiter.api.Test;

class DumbbellDataTest {
    private final Charts charts = new Charts(Messages.load());

    @Test
    void groupsStandByGapAndTheUndeterminedLast() {
        Panel panel = only(ReleasableTables.gaps());
        assertThat(panel.lines())
                .extracting(Line::code)
                .containsExactly(
                        "EU14", "EU13", "LATI", "NAM", "OASI", "NEAR", "CAND", "MAGH", "OCEA", "SSA", "OEUR", "UND");
        assertThat(panel.lines()).extracting(Line::muted).endsWith(false, true);
        assertThat(panel.reference().label()).isEqualTo("Belgian");
        assertThat(panel.reference().rate().number())
                .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("73.0"));
        assertThat(panel.lines()).extracting(Line::code).doesNotContain("_T", "BE");
    }

    @Test
    void aGroupAboveTheReferenceComesFirst() {
        assertThat(only(ReleasableTables.above()).lines())
                .extracting(Line::code, l -> l.gap().number().orElseThrow().toPlainString())
                .containsExactly(tuple("EU13", "0.6"), tuple("EU14", "-4.9"), tuple("MAGH", "-24.5"));
    }

    @Test
    void aConfidentialGroupKeepsItsLineWithoutAnyNumber() {
        Panel panel = only(ReleasableTables.gaps(Policy.DEFAULT, List.of("NAM", "SSA")));
        List<Line> last = panel.lines().subList(9, 12);
        assertThat(last).extracting(Line::code).containsExactly("SSA", "NAM", "UND");
        assertThat(last.subList(0, 2))
                .allSatisfy(line -> assertThat(List.of(line.rate(), line.gap())).containsOnly(Value.CONFIDENTIAL));
    }

    @Test
    void everyFigureIsTheOneThatTheTablePrints() {
        ReleasableTable table = ReleasableTables.byGender();
        Panel panel = only(table);
        for (Line line : panel.lines()) {
            int row = table.shape().rows().entries().indexOf(List.of(line.code()));
            int total = table.shape().index(new Address(0, row, 2, 0));
            assertThat(line.rate()).isEqualTo(printed(table, Measure.RATE, total));
            assertThat(line.gap()).isEqualTo(printed(table, Measure.GAP, total));
        }
        assertThat(panel.lines()).hasSize(2);
    }

    @Test
    void withoutATotalThereIsAPanelForEachPeriodAndColumn() {
        DumbbellData data = charts.data(ReleasableTables.withoutTotals(), Language.NL);
        assertThat(data.panels())
                .extracting(panel -> panel.heading().orElse(""))
                .containsExactly("2013 · Vrouwen", "2013 · Mannen", "2014 · Vrouwen", "2014 · Mannen");
    }

    @Test
    void aTableThatCannotBeDrawnIsRefusedWithTheReason() {
        assertThatThrownBy(() -> charts.data(ReleasableTables.withoutReference(), Language.EN))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("chart.no_reference"));
    }

    private Panel only(ReleasableTable table) {
        DumbbellData data = charts.data(table, Language.EN);
        assertThat(data.panels()).hasSize(1);
        Panel panel = data.panels().get(0);
        assertThat(panel.heading()).isEqualTo(Optional.empty());
        return panel;
    }

    private static Value printed(ReleasableTable table, Measure measure, int cell) {
        Value exact = table.value(measure, cell);
        int decimals = table.decimals().of(measure);
        return new Value(exact.number().map(n -> Numbers.rounded(n, decimals)), exact.status());
    }
}
