package org.ecart.ui.explore;

import java.util.List;
import java.util.Optional;
import org.ecart.chart.Charts;
import org.ecart.model.ChartSpec;
import org.ecart.model.Language;
import org.ecart.model.Study;
import org.ecart.protect.ReleasableTable;

/** Draws the chart of a table for the screen. */
@FunctionalInterface
interface ChartSource {
    /**
     * A part of a picture that stands for a cell, in fractions of its width and height.
     *
     * @param cell numbered as the shape says
     * @param text what a screen reader tells
     */
    record Region(double x, double y, double width, double height, int cell, String text) {}

    /**
     * A drawn chart.
     *
     * @param alternative what it shows in words
     */
    record Picture(byte[] png, String alternative, List<Region> regions) {
        public Picture {
            regions = List.copyOf(regions);
        }
    }

    /** @throws org.ecart.model.EcartException when this kind cannot draw this table */
    Picture draw(ChartSpec spec, ReleasableTable table, Language language);

    /** The charts of a release. */
    static ChartSource of(Charts charts) {
        return (spec, table, language) ->
                new Picture(charts.png(spec, table, language), charts.alternative(spec, table, language), List.of());
    }

    /** The study's own chart of a table where it has one of that kind, else one under the table's title. */
    static ChartSpec spec(Study study, Study.Table table, ChartSpec.Kind kind) {
        Optional<ChartSpec> own = study.charts().stream()
                .filter(c -> c.table().equals(table.id()) && c.kind() == kind)
                .findFirst();
        return own.orElseGet(() -> new ChartSpec("C-" + table.id(), table.title(), kind, table.id()));
    }
}
