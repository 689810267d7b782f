package org.ecart.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Pixels, two for a unit of the drawing; letters as filled outlines. */
final class PngCanvas implements Canvas {
    private static final int SCALE = 2;

    private final BufferedImage image;
    private final Graphics2D graphics;

    PngCanvas(int width, int height) {
        image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public Graphics2D graphics() {
        return graphics;
    }

    @Override
    public void text(String text, TextStyle style, double x, double baseline, Anchor anchor) {
        graphics.setPaint(style.colour());
        graphics.fill(style.face().outline(text, style.size(), anchor.left(x, style.width(text)), baseline));
    }

    byte[] bytes() {
        graphics.dispose();
        return Png.encode(image);
    }
}
