package org.ecart.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    @Test
    void whatIsPackedCanBeUnpacked() throws Exception {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            byte[] input = new byte[random.nextInt(3000)];
            int letters = 1 + random.nextInt(256);
            for (int i = 0; i < input.length; i++) {
                input[i] = (byte) random.nextInt(letters);
            }
            assertThat(unpacked(Deflate.zlib(input), input.length))
                    .as("seed " + seed)
                    .isEqualTo(input);
        }
        byte[] blank = new byte[200_000];
        Arrays.fill(blank, 100_000, 100_300, (byte) 7);
        byte[] packed = Deflate.zlib(blank);
        assertThat(unpacked(packed, blank.length)).isEqualTo(blank);
        assertThat(packed).hasSizeLessThan(2_000);
    }

    @Test
    void anotherReaderSeesTheSamePixels() throws Exception {
        BufferedImage image = new BufferedImage(37, 23, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 37; x++) {
                image.setRGB(x, y, 0xFF000000 | random.nextInt(0x1000000));
            }
        }
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.encode(image)));
        for (int y = 0; y < 23; y++) {
            for (int x = 0; x < 37; x++) {
                assertThat(read.getRGB(x, y)).isEqualTo(image.getRGB(x, y));
            }
        }
    }

    /** The hash was found the same on two JDKs of different makers, 17 and 25. */
    @Test
    void lettersAndDotsAreTheSameBytesOnEveryJdk() throws Exception {
        PixelCanvas canvas = new PixelCanvas(600, 120, 2);
        canvas.text("Écart −9,1 œuvre ß §", Styles.load().title(), 10, 40, Canvas.Anchor.START);
        canvas.graphics().setPaint(Palette.LIGHT.group());
        canvas.graphics().fill(new Ellipse2D.Double(270.3, 20.7, 12, 12));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(canvas.png());
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("0008990faa1c5ca8cf3c3b76bd9b531e42a3ebefac2add9cf927f9ef11281265");
    }

    private static byte[] unpacked(byte[] packed, int length) throws Exception {
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        byte[] output = new byte[length + 1];
        int found = inflater.inflate(output);
        boolean complete = inflater.finished() || (inflater.inflate(output, found, 1) == 0 && inflater.finished());
        assertThat(complete).isTrue();
        inflater.end();
        return Arrays.copyOf(output, found);
    }
}
