package org.ecart.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ecart.model.EcartException;

/**
 * The beginning of a delivered file and how it is written, guessed from a sample, for somebody to look at before it is
 * taken in. The rows are persons' values: they are for the screen and for nothing else.
 *
 * @param bytes the size of the file
 * @param bytesPerRow about how long a row is, 1 or more
 * @param rows the first rows
 */
public record Preview(
        Path file,
        long bytes,
        double bytesPerRow,
        char delimiter,
        Encoding encoding,
        DecimalSign decimalSign,
        List<String> header,
        List<List<String>> rows) {
    /** The rows that are shown. */
    public static final int ROWS = 20;

    private static final int SAMPLE = 1 << 20;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Pattern COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");
    private static final Pattern POINT = Pattern.compile("[+-]?[0-9]+[.][0-9]+");

    /** How characters are written. */
    public enum Encoding {
        UTF_8,
        UTF_8_MARK,
        /** told apart from UTF-8, and not read yet */
        WINDOWS_1252;

        /** Whether {@link Intake} reads it. */
        public boolean readable() {
            return this != WINDOWS_1252;
        }
    }

    /** What stands before decimals. */
    public enum DecimalSign {
        /** no number with decimals was seen */
        NONE,
        POINT,
        /** told, and not read as a number yet */
        COMMA
    }

    public Preview {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * Looks at a file.
     *
     * @throws EcartException when there is no such file, it is empty, no text, or its header cannot be read
     */
    public static Preview of(Path file) {
        byte[] sample = sample(file);
        for (byte b : sample) {
            if (b == 0) {
                throw EcartException.data("intake.not_text", file);
            }
        }
        Encoding encoding = encoding(sample);
        Charset charset = encoding.readable() ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
        try (Delivery delivery = new Delivery(file, charset)) {
            List<List<String>> rows = new ArrayList<>();
            while (rows.size() < ROWS && delivery.hasNext()) {
                rows.add(List.copyOf(delivery.next().fields()));
            }
            return new Preview(
                    file,
                    delivery.size(),
                    bytesPerRow(sample),
                    delivery.delimiter(),
                    encoding,
                    decimalSign(rows),
                    delivery.header(),
                    rows);
        }
    }

    private static byte[] sample(Path file) {
        if (!Files.isRegularFile(file)) {
            // Says whether there is nothing or a folder.
            new Delivery(file).close();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        } catch (IOException unreadable) {
            throw EcartException.data("intake.unreadable", file);
        }
    }

    /** UTF-8 has a form that other encodings hardly ever happen to have. */
    private static Encoding encoding(byte[] sample) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        // The sample may end within a character: the end is not looked at.
        CoderResult result = decoder.decode(ByteBuffer.wrap(sample), CharBuffer.allocate(sample.length), false);
        if (result.isError()) {
            return Encoding.WINDOWS_1252;
        }
        boolean marked =
                sample.length >= MARK.length && sample[0] == MARK[0] && sample[1] == MARK[1] && sample[2] == MARK[2];
        return marked ? Encoding.UTF_8_MARK : Encoding.UTF_8;
    }

    private static double bytesPerRow(byte[] sample) {
        int lines = 0;
        for (byte b : sample) {
            lines += b == '\n' ? 1 : 0;
        }
        return (double) Math.max(1, sample.length) / Math.max(1, lines);
    }

    private static DecimalSign decimalSign(List<List<String>> rows) {
        long commas = numbers(rows, COMMA);
        long points = numbers(rows, POINT);
        if (commas == 0 && points == 0) {
            return DecimalSign.NONE;
        }
        return commas > points ? DecimalSign.COMMA : DecimalSign.POINT;
    }

    private static long numbers(List<List<String>> rows, Pattern form) {
        return rows.stream()
                .flatMap(List::stream)
                .filter(v -> form.matcher(v).matches())
                .count();
    }
}
