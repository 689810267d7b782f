package org.ecart.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.ecart.i18n.Messages;
import org.ecart.model.ChartSpec;
import org.ecart.model.ChartSpec.Kind;
import org.ecart.model.Language;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.protect.ReleasableTable;
import org.ecart.protect.ReleasableTables;
import org.junit.jupiter.api.Test;

class PictureTest {
    private final Charts charts = new Charts(Messages.load());

    @Test
    void eachLineOfAGapChartIsTheTotalOfItsRow() {
        ReleasableTable table = ReleasableTables.allByGender();
        List<Region> regions = picture(Kind.GAP_DUMBBELL, table).regions();
        assertThat(regions).hasSize(13);
        assertThat(regions.get(0).row()).containsExactly("BE");
        assertThat(regions)
                .extracting(Region::place)
                .containsOnly(Optional.of(new Place(Period.ofYear(2014), List.of("_T"), List.of())));
    }

    @Test
    void eachBarIsItsCellAndEachLabelItsRow() {
        ReleasableTable table = ReleasableTables.allByGender();
        Picture picture = picture(Kind.CLUSTERED_BARS, table);
        assertThat(picture.regions()).hasSize(13 * 3);
        Region label = picture.regions().get(0);
        Region men = picture.regions().get(2);
        assertThat(label.place()).isEmpty();
        assertThat(men.place()).contains(new Place(Period.ofYear(2014), List.of("M"), List.of()));
        assertThat(picture.at(men.x() + 1, men.y() + 1)).contains(men);
        assertThat(picture.at(label.x() + 1, label.y() + 1)).contains(label);
    }

    @Test
    void aConfidentialPointHasNoPlaceInTheLine() {
        ReleasableTable table = ReleasableTables.years("BE", "EU13");
        List<Region> regions = picture(Kind.LINES, table).regions();
        // four points of BE, three of EU13, two labels
        assertThat(regions).hasSize(9);
        assertThat(regions)
                .filteredOn(region -> region.row().equals(List.of("EU13")))
                .extracting(region -> region.place().map(p -> p.period().year()))
                .containsExactly(Optional.of(2010), Optional.of(2012), Optional.of(2014), Optional.empty());
    }

    @Test
    void everyPartLiesInsideThePictureAtAnyWidth() {
        for (Kind kind : Kind.values()) {
            ReleasableTable table =
                    switch (kind) {
                        case LINES -> ReleasableTables.years("BE", "LATI", "UND");
                        case FLOW -> ReleasableTables.transition();
                        default -> ReleasableTables.allByGender();
                    };
            for (double width : new double[] {200, 333.3, 490, 1200}) {
                Picture picture = charts.picture(spec(kind, table), table, Language.FR, width);
                assertThat(picture.width()).isEqualTo(width);
                assertThat(picture.regions()).allSatisfy(region -> {
                    assertThat(region.x()).isBetween(0.0, width);
                    assertThat(region.x() + region.width()).isBetween(0.0, width);
                    assertThat(region.y()).isBetween(0.0, picture.height());
                    assertThat(region.y() + region.height()).isBetween(0.0, picture.height());
                });
            }
        }
    }

    @Test
    void thePixelsAreOpaqueAndThoseOfThePng() throws Exception {
        ReleasableTable table = ReleasableTables.above();
        Picture picture = charts.picture(
                spec(Kind.GAP_DUMBBELL, table), table, Language.EN, new Screen(301, 1.5, Appearance.DARK));
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture.png()));
        int[] pixels = picture.argb();
        assertThat(picture.pixelWidth()).isEqualTo(452);
        assertThat(pixels).hasSize(picture.pixelWidth() * picture.pixelHeight());
        assertThat(read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth()))
                .isEqualTo(pixels);
        assertThat(pixels[0]).isEqualTo(Palette.DARK.background().getRGB());
        assertThat(pixels[pixels.length - 1])
                .isEqualTo(Palette.DARK.background().getRGB());
    }

    @Test
    void withoutProtectionThePictureIsTallerByTheWarning() {
        ReleasableTable open = ReleasableTables.gaps(Policy.none("a check"), List.of());
        assertThat(picture(Kind.GAP_DUMBBELL, open).height())
                .isGreaterThan(
                        picture(Kind.GAP_DUMBBELL, ReleasableTables.gaps()).height() + 10);
    }

    @Test
    void lettersAreLegibleAndMarksVisibleInBothAppearances() {
        for (Appearance appearance : Appearance.values()) {
            Palette palette = appearance.palette();
            for (Color text : List.of(palette.ink(), palette.grey(), palette.reference(), palette.group())) {
                assertThat(contrast(text, palette.background())).isGreaterThanOrEqualTo(4.5);
            }
            assertThat(contrast(palette.muted(), palette.background())).isGreaterThanOrEqualTo(3);
            for (Color series : palette.series()) {
                // the method's orange has 2.9 on white; its bars and lines are labelled
                assertThat(contrast(series, palette.background())).isGreaterThanOrEqualTo(2.8);
            }
        }
    }

    private Picture picture(Kind kind, ReleasableTable table) {
        return charts.picture(spec(kind, table), table, Language.EN, 500);
    }

    private static ChartSpec spec(Kind kind, ReleasableTable table) {
        return new ChartSpec("C01", table.caption().title(), kind, "T03");
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
