package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.ecart.chart.Charts;
import org.ecart.chart.Picture;
import org.ecart.chart.Region;
import org.ecart.chart.Screen;
import org.ecart.model.ChartSpec;
import org.ecart.model.Language;
import org.ecart.model.Study;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.protect.ReleasableTable;

/** Draws the chart of a table for the screen; takes a moment, and needs no window. */
record ChartSource(Charts charts) {
    /** What to draw, and where for. */
    record Wanted(ReleasableTable table, ChartSpec spec, Language language, Screen screen) {}

    /**
     * A part of a picture that stands for a row of the table, in logical pixels.
     *
     * @param cell a cell of that row, numbered as the shape says
     * @param exact whether it stands for that one cell
     */
    record Part(double x, double y, double width, double height, int cell, boolean exact) {}

    /**
     * A drawn chart.
     *
     * @param width in logical pixels
     * @param alternative what it shows in words
     */
    record Drawn(Image image, double width, double height, String alternative, List<Part> parts) {}

    /** @throws org.ecart.model.EcartException when this kind cannot draw this table */
    Drawn draw(Wanted wanted) {
        Picture picture = charts.picture(wanted.spec(), wanted.table(), wanted.language(), wanted.screen());
        int width = picture.pixelWidth();
        WritableImage image = new WritableImage(width, picture.pixelHeight());
        image.getPixelWriter()
                .setPixels(
                        0, 0, width, picture.pixelHeight(), PixelFormat.getIntArgbInstance(), picture.argb(), 0, width);
        List<Part> parts = new ArrayList<>();
        for (Region region : picture.regions()) {
            part(wanted.table().shape(), region).ifPresent(parts::add);
        }
        return new Drawn(
                image,
                picture.width(),
                picture.height(),
                charts.alternative(wanted.spec(), wanted.table(), wanted.language()),
                parts);
    }

    private static Optional<Part> part(TableShape shape, Region region) {
        Address address = region.place()
                .map(p -> new Address(
                        shape.periods().indexOf(p.period()),
                        shape.rows().entries().indexOf(region.row()),
                        shape.columns().entries().indexOf(p.column()),
                        shape.layers().entries().indexOf(p.layer())))
                .orElseGet(() -> new Address(0, shape.rows().entries().indexOf(region.row()), 0, 0));
        boolean there = address.period() >= 0 && address.row() >= 0 && address.column() >= 0 && address.layer() >= 0;
        return there
                ? Optional.of(new Part(
                        region.x(),
                        region.y(),
                        region.width(),
                        region.height(),
                        shape.index(address),
                        region.place().isPresent()))
                : Optional.empty();
    }

    /** The study's own chart of a table where it has one of that kind, else one under the table's title. */
    static ChartSpec spec(Study study, Study.Table table, ChartSpec.Kind kind) {
        Optional<ChartSpec> own = study.charts().stream()
                .filter(c -> c.table().equals(table.id()) && c.kind() == kind)
                .findFirst();
        return own.orElseGet(() -> new ChartSpec("C" + table.id(), table.title(), kind, table.id()));
    }
}
