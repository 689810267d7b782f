package org.ecart.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.ecart.Elsewhere;
import org.ecart.i18n.Messages;
import org.ecart.model.ChartSpec;
import org.ecart.model.Language;
import org.ecart.model.Policy;
import org.ecart.protect.ReleasableTable;
import org.ecart.protect.ReleasableTables;
import org.junit.jupiter.api.Test;

class ChartsTest {
    private final Charts charts = new Charts(Messages.load());

    @Test
    void theSvgSaysWhatTheDataSay() throws Exception {
        ReleasableTable table = ReleasableTables.gaps(Policy.DEFAULT, List.of("NAM"));
        List<String> texts = Svg.texts(charts.svg(spec(table), table, Language.FR));
        assertThat(texts)
                .containsSubsequence("C01", "Belge 73,0", "UE-14", "63,9", "−9,1", "UE-13", "60,4", "−12,6")
                .containsSubsequence("Autres Européens", "42,2", "−30,8", "Amérique du Nord", "[c]", "[c]")
                .containsSubsequence("Indéterminée", "55,0", "−18,0", "[c] confidentiel : petit groupe")
                .contains("Taux d’emploi, en % · trait : Belge · à droite : écart en points")
                .contains("DONNÉES SYNTHÉTIQUES, pas des résultats")
                .doesNotContain("Total", "52,2", "−20,8");
    }

    @Test
    void aConfidentialGroupHasNoDot() {
        ReleasableTable open = ReleasableTables.gaps();
        ReleasableTable confidential = ReleasableTables.gaps(Policy.DEFAULT, List.of("NAM", "SSA"));
        assertThat(dots(open)).isEqualTo(dots(confidential) + 2);
    }

    @Test
    void aConfidentialReferenceHasNoLineAndNoGaps() throws Exception {
        List<String> all = List.of("BE", "EU14", "EU13", "MAGH", "UND");
        for (List<String> confidential : List.of(List.of("BE"), all)) {
            ReleasableTable table = ReleasableTables.gaps(Policy.DEFAULT, confidential);
            List<String> texts = Svg.texts(charts.svg(spec(table), table, Language.EN));
            assertThat(texts).containsSubsequence("Belgian [c]", "North American", "52.2", "[c]");
            assertThat(texts).noneMatch(text -> text.startsWith("−"));
            assertThat(charts.png(spec(table), table, Language.EN)).isNotEmpty();
        }
    }

    @Test
    void theTextAlternativeHasTheFindingAndEveryFigure() {
        ReleasableTable table = ReleasableTables.gaps(Policy.DEFAULT, List.of("NAM"));
        String text = charts.alternative(spec(table), table, Language.EN);
        assertThat(text)
                .contains("Reference group: Belgian, 73.0 %.")
                .contains("from −9.1 points (EU-14) to −30.8 points (Other European)")
                .contains("Maghreb: 44.3 %, gap −28.7")
                .contains("North American: [c], gap [c]");
        String svg = new String(charts.svg(spec(table), table, Language.EN), StandardCharsets.UTF_8);
        assertThat(svg).contains(text);
    }

    @Test
    void thePngIsEighteenHundredPixelsWideInEveryLanguage() throws Exception {
        for (Language language : Language.values()) {
            ReleasableTable table = ReleasableTables.gaps();
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(charts.png(spec(table), table, language)));
            assertThat(image.getWidth()).isEqualTo(1800);
            assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
        }
    }

    @Test
    void sameBytesTwiceAndElsewhere() throws Exception {
        ReleasableTable table = ReleasableTables.withoutTotals();
        for (ChartSpec.Kind kind : ChartSpec.Kind.values()) {
            ChartSpec spec = new ChartSpec("C01", table.caption().title(), kind, "T03");
            byte[] png = charts.png(spec, table, Language.DE);
            byte[] svg = charts.svg(spec, table, Language.DE);
            assertThat(charts.png(spec, table, Language.DE)).isEqualTo(png);
            assertThat(Elsewhere.run(() -> charts.png(spec, table, Language.DE)))
                    .isEqualTo(png);
            assertThat(Elsewhere.run(() -> charts.svg(spec, table, Language.DE)))
                    .isEqualTo(svg);
        }
    }

    @Test
    void withoutProtectionTheChartSaysSo() throws Exception {
        ReleasableTable table = ReleasableTables.gaps(Policy.none("a check"), List.of());
        assertThat(Svg.texts(charts.svg(spec(table), table, Language.EN))).contains("INTERNAL, NOT PROTECTED: a check");
    }

    private long dots(ReleasableTable table) {
        String svg = new String(charts.svg(spec(table), table, Language.EN), StandardCharsets.UTF_8);
        return Pattern.compile("<circle[^>]* r=\"6\"").matcher(svg).results().count();
    }

    private static ChartSpec spec(ReleasableTable table) {
        return new ChartSpec("C01", table.caption().title(), ChartSpec.Kind.GAP_DUMBBELL, "T03");
    }
}
