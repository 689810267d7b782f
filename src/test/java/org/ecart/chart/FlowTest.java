package org.ecart.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.ecart.chart.FlowData.End;
import org.ecart.chart.FlowData.Flow;
import org.ecart.i18n.Messages;
import org.ecart.model.ChartSpec;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;
import org.ecart.protect.ReleasableTables;
import org.junit.jupiter.api.Test;

/** 200 persons by status in a year and in the next. */
class FlowTest {
    private final Charts charts = new Charts(Messages.load());
    private final ReleasableTable table = ReleasableTables.transition();

    private static ChartSpec spec(ReleasableTable table) {
        return new ChartSpec("C01", table.caption().title(), ChartSpec.Kind.FLOW, "T03");
    }

    @Test
    void aFlowGoesFromEachRowToEachColumn() {
        FlowData data = charts.flows(table, Language.EN);
        assertThat(data.measure()).isEqualTo(Measure.PERSONS);
        FlowData.Panel panel = data.panels().get(0);
        assertThat(panel.from()).extracting(End::label).containsExactly("In work", "Job-seeking", "Inactive");
        assertThat(panel.to())
                .extracting(End::label)
                .containsExactly("In work", "Job-seeking", "Inactive", "No longer in the population");
        assertThat(panel.flows()).hasSize(12);
        assertThat(panel.flows().get(1).value()).isEqualTo(Value.of(new BigDecimal("6")));
        assertThat(panel.flows()).filteredOn(f -> f.value().number().isEmpty()).hasSize(2);
    }

    @Test
    void totalsStandBesideTheLabels() throws Exception {
        assertThat(Svg.texts(charts.svg(spec(table), table, Language.EN)))
                .containsSubsequence("In work", "100", "Job-seeking", "37", "Inactive", "63")
                .containsSubsequence("In work", "99", "Job-seeking", "24")
                .contains("80", "50", "Status", "Status one year later")
                .contains("2 flows have no figure and are not drawn.", "[c] confidential: small group");
        assertThat(charts.flows(table, Language.EN)
                        .panels()
                        .get(0)
                        .from()
                        .get(0)
                        .total())
                .isPresent();
    }

    @Test
    void theTextAlternativeHasEveryFigure() {
        assertThat(charts.alternative(spec(table), table, Language.EN))
                .startsWith("Flow picture. ")
                .contains("Job-seeking: In work 12; Job-seeking 14; Inactive 10; No longer in the population 1")
                .contains("Inactive: In work 7; Job-seeking 4; Inactive 50; No longer in the population [c]");
    }

    @Test
    void theFilesAreTheSameEachTime() {
        assertThat(charts.svg(spec(table), table, Language.FR)).isEqualTo(charts.svg(spec(table), table, Language.FR));
        assertThat(charts.png(spec(table), table, Language.FR)).isEqualTo(charts.png(spec(table), table, Language.FR));
    }

    @Test
    void aBandIsAsThickAsItsPersonsAndLeadsToItsCell() {
        Picture picture = charts.picture(spec(table), table, Language.EN, 700);
        List<Region> cells = picture.regions().stream()
                .filter(region -> region.place().isPresent())
                .toList();
        assertThat(cells).hasSize(10);
        Region stays = cells.get(0);
        Region seeks = cells.get(1);
        assertThat(stays.row()).containsExactly("employed");
        assertThat(stays.place().map(Place::column)).isEqualTo(Optional.of(List.of("employed")));
        assertThat(stays.height() / seeks.height()).isBetween(80.0 / 6 - 0.01, 80.0 / 6 + 0.01);
    }

    @Test
    void withoutColumnsThereIsNothingToFlowTo() {
        assertThatThrownBy(() -> charts.flows(ReleasableTables.gaps(), Language.EN))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("chart.needs_two_sides"));
        assertThatThrownBy(() -> charts.flows(ReleasableTables.manyColumns(11), Language.EN))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("chart.too_many_flows"));
    }

    @Test
    void eachFlowHasThePersonsThatTheTablePrints() {
        for (Flow flow : charts.flows(table, Language.EN).panels().get(0).flows()) {
            int cell = flow.from() * 5 + flow.to();
            assertThat(flow.value()).isEqualTo(table.value(Measure.PERSONS, cell));
        }
    }
}
