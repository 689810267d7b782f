package org.ecart.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.ecart.model.Category;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.TableShape.Dimension;
import org.ecart.model.TableShape.Side;
import org.junit.jupiter.api.Test;

class HeadingsTest {
    private static final Dimension ORIGIN = dimension("Belgian", "Maghreb");
    private static final Dimension GENDER = dimension("Women", "Men");

    @Test
    void aNestingHasAHeadingForEachGroup() {
        assertThat(lines("Belgian Women", "Belgian Men", "Maghreb Women"))
                .containsExactly("Belgian:", "  Women", "  Men", "Maghreb:", "  Women");
    }

    @Test
    void aTotalBeforeItsPartsIsTheirHeading() {
        assertThat(lines("_T _T", "_T Women", "Belgian _T", "Belgian Women"))
                .containsExactly("Total", "  Women", "Belgian", "  Women");
    }

    @Test
    void aTotalAfterItsPartsStandsWithThem() {
        assertThat(lines("Belgian Women", "Belgian Men", "Belgian _T", "_T Women", "_T Men", "_T _T"))
                .containsExactly("Belgian:", "  Women", "  Men", "  Total", "Total:", "  Women", "  Men", "  Total");
    }

    @Test
    void aStackHasNoIndent() {
        assertThat(lines("Belgian _T", "Maghreb _T", "_T Women", "_T Men", "_T _T"))
                .containsExactly("Belgian", "Maghreb", "Women", "Men", "Total");
    }

    /** The lines as printed; a colon after what only is a heading. */
    private static List<String> lines(String... entries) {
        List<List<String>> tuples =
                Stream.of(entries).map(e -> List.of(e.split(" "))).toList();
        Side side = new Side(List.of(ORIGIN, GENDER), tuples);
        return new Headings(side, Language.EN, "Total")
                .lines().stream()
                        .map(l ->
                                "  ".repeat(l.indent()) + l.label() + (l.entry().isPresent() ? "" : ":"))
                        .toList();
    }

    private static Dimension dimension(String... codes) {
        return new Dimension(
                codes[0].equals("Women") ? "gender" : "origin",
                Labels.same("d"),
                Stream.of(codes).map(c -> Category.of(c, Labels.same(c))).toList());
    }
}
