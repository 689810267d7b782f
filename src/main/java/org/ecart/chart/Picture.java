package org.ecart.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A chart on the screen: pixels, and which part belongs to which cell of the table. */
public final class Picture {
    private final PixelCanvas canvas;
    private final double width;
    private final double height;
    private final List<Region> regions;

    Picture(PixelCanvas canvas, double width, double height, List<Region> regions) {
        this.canvas = canvas;
        this.width = width;
        this.height = height;
        this.regions = List.copyOf(regions);
    }

    /** In logical pixels. */
    public double width() {
        return width;
    }

    /** In logical pixels. */
    public double height() {
        return height;
    }

    /** The parts that belong to rows and cells, in reading order. */
    public List<Region> regions() {
        return regions;
    }

    /** What is at a place in logical pixels; where parts overlap, the one whose middle is nearest. */
    public Optional<Region> at(double x, double y) {
        return regions.stream()
                .filter(region -> region.holds(x, y))
                .min(Comparator.comparingDouble(region -> region.distance(x, y)));
    }

    /** In device pixels. */
    public int pixelWidth() {
        return canvas.pixelWidth();
    }

    /** In device pixels. */
    public int pixelHeight() {
        return canvas.pixelHeight();
    }

    /** The pixels line by line as 0xFFRRGGBB, a fresh array: much faster than to pack them and unpack them again. */
    public int[] argb() {
        return canvas.argb();
    }

    /** The same pixels as PNG. */
    public byte[] png() {
        return canvas.png();
    }
}
