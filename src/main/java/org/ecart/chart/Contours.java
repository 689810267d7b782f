package org.ecart.chart;

import java.awt.geom.Path2D;
import java.nio.ByteBuffer;

/** The outline of one simple glyph of a TrueType font, in font units, y upwards (OpenType, table glyf). */
final class Contours {
    private static final int ON_CURVE = 0x01;
    private static final int X_SHORT = 0x02;
    private static final int Y_SHORT = 0x04;
    private static final int REPEAT = 0x08;
    private static final int X_SAME_OR_POSITIVE = 0x10;
    private static final int Y_SAME_OR_POSITIVE = 0x20;

    private final ByteBuffer font;
    private int at;

    private Contours(ByteBuffer font, int at) {
        this.font = font;
        this.at = at;
    }

    /** Reads the glyph at {@code header}, which has {@code count} contours. */
    static Path2D read(ByteBuffer font, int header, int count) {
        int[] ends = new int[count];
        for (int i = 0; i < count; i++) {
            ends[i] = font.getShort(header + 10 + 2 * i) & 0xFFFF;
        }
        int instructions = font.getShort(header + 10 + 2 * count) & 0xFFFF;
        Contours reader = new Contours(font, header + 12 + 2 * count + instructions);
        int points = count == 0 ? 0 : ends[count - 1] + 1;
        int[] flags = reader.flags(points);
        int[] x = reader.coordinates(flags, X_SHORT, X_SAME_OR_POSITIVE);
        int[] y = reader.coordinates(flags, Y_SHORT, Y_SAME_OR_POSITIVE);
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        int first = 0;
        for (int end : ends) {
            trace(path, flags, x, y, first, end);
            first = end + 1;
        }
        return path;
    }

    private int[] flags(int points) {
        int[] flags = new int[points];
        for (int i = 0; i < points; i++) {
            int flag = font.get(at++) & 0xFF;
            flags[i] = flag;
            if ((flag & REPEAT) != 0) {
                for (int again = font.get(at++) & 0xFF; again > 0; again--) {
                    flags[++i] = flag;
                }
            }
        }
        return flags;
    }

    private int[] coordinates(int[] flags, int isShort, int sameOrPositive) {
        int[] values = new int[flags.length];
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            boolean set = (flags[i] & sameOrPositive) != 0;
            if ((flags[i] & isShort) != 0) {
                int step = font.get(at++) & 0xFF;
                value += set ? step : -step;
            } else if (!set) {
                value += font.getShort(at);
                at += 2;
            }
            values[i] = value;
        }
        return values;
    }

    /** Quadratic curves; between two control points in a row lies an implied point, half way. */
    private static void trace(Path2D path, int[] flags, int[] x, int[] y, int first, int last) {
        int count = last - first + 1;
        int start = first;
        while (start <= last && (flags[start] & ON_CURVE) == 0) {
            start++;
        }
        if (start > last) {
            throw new IllegalStateException("a contour without a point on the curve");
        }
        path.moveTo(x[start], y[start]);
        for (int i = 1; i <= count; i++) {
            int here = first + (start - first + i) % count;
            if ((flags[here] & ON_CURVE) != 0) {
                path.lineTo(x[here], y[here]);
                continue;
            }
            int next = first + (here - first + 1) % count;
            if ((flags[next] & ON_CURVE) != 0) {
                path.quadTo(x[here], y[here], x[next], y[next]);
                i++;
            } else {
                path.quadTo(x[here], y[here], (x[here] + x[next]) / 2.0, (y[here] + y[next]) / 2.0);
            }
        }
        path.closePath();
    }
}
