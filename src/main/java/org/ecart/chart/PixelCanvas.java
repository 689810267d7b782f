package org.ecart.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Pixels; letters as filled outlines. */
final class PixelCanvas implements Canvas {
    private static final int OPAQUE = 0xFF000000;

    private final BufferedImage image;
    private final Graphics2D graphics;

    /**
     * @param width in pixels
     * @param height in pixels
     * @param scale pixels for a unit of the drawing
     */
    PixelCanvas(int width, int height, double scale) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.scale(scale, scale);
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

    int pixelWidth() {
        return image.getWidth();
    }

    int pixelHeight() {
        return image.getHeight();
    }

    int[] argb() {
        int[] pixels = new int[image.getWidth() * image.getHeight()];
        image.getRaster().getDataElements(0, 0, image.getWidth(), image.getHeight(), pixels);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= OPAQUE;
        }
        return pixels;
    }

    byte[] png() {
        return Png.encode(image);
    }
}
