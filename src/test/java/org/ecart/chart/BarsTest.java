package org.ecart.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ecart.chart.BarsData.Bar;
import org.ecart.chart.BarsData.Cluster;
import org.ecart.chart.BarsData.Series;
import org.ecart.i18n.Messages;
import org.ecart.i18n.Numbers;
import org.ecart.model.ChartSpec;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Policy;
import org.ecart.model.TableShape.Address;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;
import org.ecart.protect.ReleasableTables;
import org.junit.jupiter.api.Test;

class BarsTest {
    private final Charts charts = new Charts(Messages.load());

    @Test
    void aBarAColumnAndAClusterARow() {
        BarsData data = charts.bars(ReleasableTables.allByGender(), Language.EN);
        assertThat(data.measure()).isEqualTo(Measure.RATE);
        assertThat(data.series()).containsExactly(new Series("Women", false), new Series("Men", false));
        assertThat(data.panels()).hasSize(1);
        assertThat(data.panels().get(0).clusters())
                .hasSize(13)
                .allMatch(c -> c.bars().size() == 2);
    }

    @Test
    void theReferenceFirstThenByGapAndTheUndeterminedLast() {
        List<Cluster> clusters = charts.bars(ReleasableTables.allByGender(), Language.EN)
                .panels()
                .get(0)
                .clusters();
        assertThat(clusters)
                .extracting(c -> c.row().get(0))
                .startsWith("BE", "EU14", "EU13", "LATI", "NAM")
                .endsWith("OEUR", "UND");
        assertThat(clusters.get(0).reference()).isTrue();
        assertThat(clusters.get(12).muted()).isTrue();
    }

    @Test
    void everyBarIsTheFigureThatTheTablePrints() {
        ReleasableTable table = ReleasableTables.large(3);
        BarsData data = charts.bars(table, Language.EN);
        for (Cluster cluster : data.panels().get(0).clusters()) {
            for (Bar bar : cluster.bars()) {
                assertThat(bar.value()).isEqualTo(printed(table, cluster.row(), bar.place()));
            }
        }
    }

    @Test
    void withoutColumnsThereIsABarAPeriodOrOneAlone() {
        assertThat(charts.bars(ReleasableTables.years("BE", "MAGH"), Language.EN)
                        .series())
                .extracting(Series::label)
                .containsExactly("2014", "2013", "2012", "2010");
        assertThat(charts.bars(ReleasableTables.gaps(), Language.EN).series()).containsExactly(new Series("", false));
    }

    @Test
    void periodsAndColumnsTogetherArePanelsOfClusters() {
        assertThat(charts.bars(ReleasableTables.withoutTotals(), Language.NL).panels())
                .extracting(panel -> panel.heading().orElse(""))
                .containsExactly("2013", "2014");
    }

    @Test
    void aConfidentialBarIsAMarkInItsPlace() throws Exception {
        ReleasableTable table = ReleasableTables.gaps(Policy.DEFAULT, List.of("NAM"));
        assertThat(Svg.texts(charts.svg(spec(table), table, Language.EN)))
                .containsSubsequence(
                        "Belgian", "73.0", "EU-14", "63.9", "North American", "[c]", "Undetermined", "55.0")
                .contains("Employment rate, %", "[c] confidential: small group")
                .doesNotContain("52.2", "68.3");
        Cluster confidential =
                charts.bars(table, Language.EN).panels().get(0).clusters().get(11);
        assertThat(confidential.bars()).extracting(Bar::value).containsExactly(Value.CONFIDENTIAL);
    }

    @Test
    void theFirstClusterNamesItsBars() throws Exception {
        ReleasableTable table = ReleasableTables.allByGender();
        List<String> texts = Svg.texts(charts.svg(spec(table), table, Language.FR));
        assertThat(texts).containsSubsequence("Belge", "67,5", "Femmes", "79,3", "Hommes", "UE-14", "58,4", "70,2");
        assertThat(texts).containsOnlyOnce("Femmes", "Hommes");
    }

    @Test
    void theTextAlternativeHasEveryFigure() {
        ReleasableTable table = ReleasableTables.allByGender();
        assertThat(charts.alternative(spec(table), table, Language.EN))
                .contains("EU-14: Women 58.4 %; Men 70.2 %", "North American: Women [c]; Men [c]");
    }

    @Test
    void moreThanSixBarsInAClusterAreRefusedWithWhatToDrop() {
        ReleasableTable table = ReleasableTables.manyColumns(7);
        assertThatThrownBy(() -> charts.bars(table, Language.EN))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("chart.too_many_bars.columns"));
        assertThat(charts.bars(ReleasableTables.manyColumns(6), Language.EN).series())
                .hasSize(6);
    }

    private static Value printed(ReleasableTable table, List<String> row, Place place) {
        int cell = table.shape()
                .index(new Address(
                        table.shape().periods().indexOf(place.period()),
                        table.shape().rows().entries().indexOf(row),
                        table.shape().columns().entries().indexOf(place.column()),
                        table.shape().layers().entries().indexOf(place.layer())));
        Value exact = table.value(Measure.RATE, cell);
        return new Value(exact.number().map(n -> Numbers.rounded(n, 1)), exact.status());
    }

    private static ChartSpec spec(ReleasableTable table) {
        return new ChartSpec("C01", table.caption().title(), ChartSpec.Kind.CLUSTERED_BARS, "T03");
    }
}
