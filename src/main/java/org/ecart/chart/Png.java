package org.ecart.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * An opaque image as PNG (ISO/IEC 15948), 8 bits a colour, without dates: the same pixels give the same bytes.
 */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    /** 300 dots an inch: 1800 pixels print 15 cm wide. */
    private static final int PIXELS_PER_METRE = 11811;

    private static final byte AS_IT_IS = 0;
    private static final byte UP = 2;

    private Png() {}

    static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(image.getWidth())
                        .putInt(image.getHeight())
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        chunk(
                out,
                "pHYs",
                ByteBuffer.allocate(9)
                        .putInt(PIXELS_PER_METRE)
                        .putInt(PIXELS_PER_METRE)
                        .put((byte) 1)
                        .array());
        chunk(out, "IDAT", Deflate.zlib(scanlines(image)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** A line that repeats the one above becomes zeros, any other stays as it is: letters repeat sideways. */
    private static byte[] scanlines(BufferedImage image) {
        int width = image.getWidth();
        byte[] lines = new byte[image.getHeight() * (1 + 3 * width)];
        int[] above = new int[width];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            int[] line = image.getRGB(0, y, width, 1, new int[width], 0, width);
            boolean repeated = Arrays.equals(line, above);
            lines[at++] = repeated ? UP : AS_IT_IS;
            for (int x = 0; x < width; x++) {
                for (int shift = 16; shift >= 0; shift -= 8) {
                    lines[at++] = repeated ? 0 : (byte) (line[x] >> shift);
                }
            }
            above = line;
        }
        return lines;
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
