package org.ecart.chart;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A TrueType font read by ourselves: widths and outlines, unhinted. The font engines of JDKs and systems differ (and a
 * JDK without fontconfig has none), so charts do not ask them.
 *
 * <p>Source: OpenType specification, tables cmap (format 12), head, hhea, hmtx, loca and glyf. No kerning.
 */
final class Typeface {
    private static final int WORDS = 0x01;
    private static final int SCALED = 0x08;
    private static final int MORE = 0x20;
    private static final int SCALED_XY = 0x40;
    private static final int TWO_BY_TWO = 0x80;

    private final ByteBuffer font;
    private final Map<String, Integer> tables = new LinkedHashMap<>();
    private final int unitsPerEm;
    private final boolean longOffsets;
    private final int longMetrics;
    private final int characters;

    private Typeface(byte[] bytes) {
        font = ByteBuffer.wrap(bytes);
        int count = unsigned(4);
        for (int i = 0; i < count; i++) {
            int at = 12 + 16 * i;
            tables.put(new String(bytes, at, 4, StandardCharsets.US_ASCII), font.getInt(at + 8));
        }
        unitsPerEm = unsigned(table("head") + 18);
        longOffsets = unsigned(table("head") + 50) == 1;
        longMetrics = unsigned(table("hhea") + 34);
        characters = format12();
    }

    /** Reads a font of the class path. */
    static Typeface load(String resource) {
        try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new Typeface(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The width of a text at a font size, in the unit of the size. */
    double width(String text, double size) {
        return text.codePoints().mapToLong(c -> advance(glyph(c))).sum() * size / unitsPerEm;
    }

    /** The letters as one shape, from (x, baseline) to the right, y downwards. */
    Path2D outline(String text, double size, double x, double baseline) {
        Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double scale = size / unitsPerEm;
        long pen = 0;
        for (int c : text.codePoints().toArray()) {
            int glyph = glyph(c);
            AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x + pen * scale, baseline);
            append(glyph, place, all);
            pen += advance(glyph);
        }
        return all;
    }

    private int format12() {
        int cmap = table("cmap");
        int count = unsigned(cmap + 2);
        for (int i = 0; i < count; i++) {
            int subtable = cmap + font.getInt(cmap + 4 + 8 * i + 4);
            if (unsigned(subtable) == 12) {
                return subtable;
            }
        }
        throw new IllegalStateException("the font has no Unicode table");
    }

    private int glyph(int codePoint) {
        int groups = font.getInt(characters + 12);
        for (int i = 0; i < groups; i++) {
            int at = characters + 16 + 12 * i;
            if (codePoint <= font.getInt(at + 4)) {
                int first = font.getInt(at);
                return codePoint < first ? 0 : font.getInt(at + 8) + codePoint - first;
            }
        }
        return 0;
    }

    private int advance(int glyph) {
        return unsigned(table("hmtx") + 4 * Math.min(glyph, longMetrics - 1));
    }

    private void append(int glyph, AffineTransform place, Path2D into) {
        int from = offset(glyph);
        if (offset(glyph + 1) == from) {
            return; // a blank
        }
        int at = table("glyf") + from;
        int contours = font.getShort(at);
        if (contours >= 0) {
            into.append(Contours.read(font, at, contours).getPathIterator(place), false);
        } else {
            appendParts(at + 10, place, into);
        }
    }

    private void appendParts(int from, AffineTransform place, Path2D into) {
        int at = from;
        int flags;
        do {
            flags = unsigned(at);
            int part = unsigned(at + 2);
            boolean words = (flags & WORDS) != 0;
            int dx = words ? font.getShort(at + 4) : font.get(at + 4);
            int dy = words ? font.getShort(at + 6) : font.get(at + 5);
            at += words ? 8 : 6;
            double[] m = {1, 0, 0, 1};
            if ((flags & SCALED) != 0) {
                m[0] = fraction(at);
                m[3] = m[0];
                at += 2;
            } else if ((flags & SCALED_XY) != 0) {
                m[0] = fraction(at);
                m[3] = fraction(at + 2);
                at += 4;
            } else if ((flags & TWO_BY_TWO) != 0) {
                m = new double[] {fraction(at), fraction(at + 2), fraction(at + 4), fraction(at + 6)};
                at += 8;
            }
            AffineTransform inner = new AffineTransform(place);
            inner.concatenate(new AffineTransform(m[0], m[1], m[2], m[3], dx, dy));
            append(part, inner, into);
        } while ((flags & MORE) != 0);
    }

    private double fraction(int at) {
        return font.getShort(at) / 16384.0;
    }

    private int offset(int glyph) {
        int loca = table("loca");
        return longOffsets ? font.getInt(loca + 4 * glyph) : 2 * unsigned(loca + 2 * glyph);
    }

    private int unsigned(int at) {
        return font.getShort(at) & 0xFFFF;
    }

    private int table(String name) {
        Integer at = tables.get(name);
        if (at == null) {
            throw new IllegalStateException("the font has no table " + name);
        }
        return at;
    }
}
