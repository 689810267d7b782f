package org.ecart.chart;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** SVG by Batik; letters stay text, in Inter where the reader has it. */
final class SvgCanvas implements Canvas {
    private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String SVG = "http://www.w3.org/2000/svg";

    private final int width;
    private final int height;
    private final SVGGraphics2D graphics;
    /** of each text, in drawing order */
    private final List<Anchor> anchors = new ArrayList<>();

    SvgCanvas(int width, int height) {
        this.width = width;
        this.height = height;
        Document document = GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("");
        SVGGeneratorContext.GraphicContextDefaults defaults = new SVGGeneratorContext.GraphicContextDefaults();
        defaults.setFont(new NamedFont(false, 12));
        context.setGraphicContextDefaults(defaults);
        graphics = new SVGGraphics2D(context, false);
        // JFreeChart puts this hint back as it found it, and Batik takes no null
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setSVGCanvasSize(new Dimension(width, height));
    }

    @Override
    public Graphics2D graphics() {
        return graphics;
    }

    @Override
    public void text(String text, TextStyle style, double x, double baseline, Anchor anchor) {
        graphics.setPaint(style.colour());
        graphics.setFont(new NamedFont(style.bold(), style.size()));
        graphics.drawString(text, (float) x, (float) baseline);
        anchors.add(anchor);
    }

    /** The file, with its text alternative for those who do not see it. */
    byte[] bytes(String title, String description) {
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        root.setAttribute("role", "img");
        root.insertBefore(textElement(root, "desc", description), root.getFirstChild());
        root.insertBefore(textElement(root, "title", title), root.getFirstChild());
        anchorTexts(root);
        nameFamily(root);
        StringWriter out = new StringWriter();
        try {
            graphics.stream(root, out, false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Batik ends lines as the system does, and names a DTD that some readers would fetch from the net
        String file = out.toString().replace("\r\n", "\n");
        return (HEADER + file.substring(file.indexOf("<svg"))).getBytes(StandardCharsets.UTF_8);
    }

    private static Element textElement(Element root, String name, String text) {
        Element element = root.getOwnerDocument().createElementNS(SVG, name);
        element.appendChild(root.getOwnerDocument().createTextNode(text));
        return element;
    }

    /** Batik knows no anchors; with them a text stays in place where another font has other widths. */
    private void anchorTexts(Element root) {
        NodeList elements = root.getElementsByTagNameNS(SVG, "text");
        for (int i = 0; i < elements.getLength(); i++) {
            Anchor anchor = anchors.get(i);
            if (anchor != Anchor.START) {
                ((Element) elements.item(i)).setAttribute("text-anchor", anchor == Anchor.END ? "end" : "middle");
            }
        }
    }

    private static void nameFamily(Element element) {
        if (!element.getAttribute("font-family").isEmpty()) {
            element.setAttribute("font-family", NamedFont.FAMILY + ", sans-serif");
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                nameFamily(child);
            }
        }
    }
}
