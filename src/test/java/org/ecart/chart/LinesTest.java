package org.ecart.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ecart.chart.LinesData.Line;
import org.ecart.chart.LinesData.Point;
import org.ecart.i18n.Messages;
import org.ecart.model.ChartSpec;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Period;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;
import org.ecart.protect.ReleasableTables;
import org.junit.jupiter.api.Test;

class LinesTest {
    private final Charts charts = new Charts(Messages.load());
    private final ReleasableTable seven = ReleasableTables.years("UND", "BE", "EU14", "EU13", "MAGH", "LATI", "NAM");

    @Test
    void aLineAGroupOverThePeriodsInOrderOfTime() {
        LinesData data = charts.lines(seven, Language.EN);
        assertThat(data.periods()).extracting(Period::year).containsExactly(2010, 2012, 2013, 2014);
        List<Line> lines = data.panels().get(0).lines();
        assertThat(lines)
                .extracting(line -> line.row().get(0))
                .containsExactly("BE", "EU14", "EU13", "MAGH", "LATI", "NAM", "UND");
        assertThat(lines).extracting(Line::reference).startsWith(true, false);
        assertThat(lines).extracting(Line::muted).endsWith(false, true);
        assertThat(lines.get(1).points())
                .extracting(p -> p.value().number().orElseThrow().toPlainString())
                .containsExactly("61.1", "62.5", "63.2", "63.9");
    }

    @Test
    void whatIsConfidentialIsAGapInTheLine() throws Exception {
        Line line = charts.lines(seven, Language.EN).panels().get(0).lines().get(2);
        assertThat(line.points()).extracting(Point::value).element(2).isEqualTo(Value.CONFIDENTIAL);
        // one mark beside each of the three gaps, and one in place of the last figure of a line
        assertThat(Svg.texts(charts.svg(spec(seven), seven, Language.EN)))
                .filteredOn("[c]"::equals)
                .hasSize(4);
    }

    @Test
    void linesAreLabelledAtTheirEnds() throws Exception {
        assertThat(Svg.texts(charts.svg(spec(seven), seven, Language.FR)))
                .containsSubsequence("Taux d’emploi, en %", "2010", "2014", "73,0", "Belge", "63,9", "UE-14")
                .containsSubsequence("[c]", "Amérique du Nord", "55,0", "Indéterminée");
    }

    @Test
    void theTextAlternativeHasEveryFigure() {
        assertThat(charts.alternative(spec(seven), seven, Language.EN))
                .contains("EU-13: 2010 57.6 %; 2012 59.0 %; 2013 [c]; 2014 60.4 %");
    }

    @Test
    void onePeriodOrMoreThanSixGroupsAreRefusedWithWhatToDo() {
        assertThatThrownBy(() -> charts.lines(ReleasableTables.gaps(), Language.EN))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("chart.needs_periods"));
        ReleasableTable many = ReleasableTables.years("BE", "EU14", "EU13", "MAGH", "LATI", "NAM", "OASI");
        assertThatThrownBy(() -> charts.lines(many, Language.EN))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("chart.too_many_lines"));
    }

    @Test
    void columnsWithoutATotalHaveAPanelEach() {
        assertThat(charts.lines(ReleasableTables.withoutTotals(), Language.DE).panels())
                .extracting(panel -> panel.heading().orElse(""))
                .containsExactly("Frauen", "Männer");
    }

    @Test
    void labelsThatHaveRoomStandWhereTheyWishAndOthersMakeRoom() {
        double[] heights = {20, 20, 20};
        assertThat(LabelStack.middles(new double[] {90, 10, 50}, heights, 0, 100))
                .containsExactly(90, 10, 50);
        assertThat(LabelStack.middles(new double[] {50, 50, 50}, heights, 0, 100))
                .containsExactly(30, 50, 70);
        assertThat(LabelStack.middles(new double[] {0, 0, 0}, heights, 0, 100)).containsExactly(10, 30, 50);
    }

    @Test
    void labelsNeverOverlap() {
        for (long seed = 1; seed <= 500; seed++) {
            Random random = new Random(seed);
            int count = 1 + random.nextInt(8);
            double[] wishes = random.doubles(count, -20, 120).toArray();
            double[] heights = random.doubles(count, 4, 12).toArray();
            double[] middles = LabelStack.middles(wishes, heights, 0, 100);
            Integer[] order = new Integer[count];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Double.compare(middles[a], middles[b]));
            double free = 0;
            for (int label : order) {
                assertThat(middles[label] - heights[label] / 2)
                        .as("seed " + seed)
                        .isGreaterThanOrEqualTo(free - 1e-9);
                free = middles[label] + heights[label] / 2;
            }
            assertThat(free).as("seed " + seed).isLessThanOrEqualTo(100 + 1e-9);
        }
    }

    private static ChartSpec spec(ReleasableTable table) {
        return new ChartSpec("C01", table.caption().title(), ChartSpec.Kind.LINES, "T03");
    }
}
