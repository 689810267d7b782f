package org.ecart.intake.delivery;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ecart.intake.delivery.Dialect.DecimalSign;
import org.ecart.intake.delivery.Dialect.Encoding;
import org.ecart.model.EcartException;

/**
 * Something of the beginning, the middle and the end of a file, to find out how it is written. Of a packed file the
 * beginning is unpacked, and its three parts are taken from that.
 *
 * @param parts whole lines each, the first with the header
 */
record Sample(List<byte[]> parts) {
    private static final int PART = 1 << 18;
    private static final int UNPACKED = 1 << 24;
    /** Lines of each part that are compared. */
    private static final int LINES = 500;

    private static final Pattern COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");
    private static final Pattern POINT = Pattern.compile("[+-]?[0-9]+[.][0-9]+");

    Sample {
        parts = List.copyOf(parts);
    }

    static Sample of(Path path) {
        byte[] beginning;
        boolean packed;
        try (DeliveredBytes bytes = new DeliveredBytes(path)) {
            packed = bytes.packed();
            byte[] most = new byte[packed ? UNPACKED : PART];
            beginning = Arrays.copyOf(most, bytes.read(most, 0));
        }
        return packed ? ofUnpacked(beginning) : ofPlain(path, beginning);
    }

    private static Sample ofUnpacked(byte[] text) {
        int middle = Math.max(0, text.length / 2);
        int end = Math.max(middle, text.length - PART);
        return new Sample(List.of(
                toLineEnd(Arrays.copyOf(text, Math.min(text.length, PART))),
                wholeLines(Arrays.copyOfRange(text, middle, Math.min(text.length, middle + PART))),
                wholeLines(Arrays.copyOfRange(text, end, text.length))));
    }

    private static Sample ofPlain(Path path, byte[] beginning) {
        List<byte[]> parts = new ArrayList<>();
        long size = Delivery.size(path);
        parts.add(size > PART ? toLineEnd(beginning) : beginning);
        if (size > PART) {
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
                for (long from : new long[] {size / 2, Math.max(size / 2, size - PART)}) {
                    byte[] part = new byte[(int) Math.min(PART, size - from)];
                    file.seek(from);
                    file.readFully(part);
                    parts.add(wholeLines(part));
                }
            } catch (IOException unreadable) {
                throw EcartException.data("intake.unreadable", path);
            }
        }
        return new Sample(parts);
    }

    private static byte[] toLineEnd(byte[] text) {
        int end = text.length;
        while (end > 0 && !lineEnd(text[end - 1])) {
            end--;
        }
        return end == 0 ? text : Arrays.copyOf(text, end);
    }

    /** Without the lines that the cut goes through. */
    private static byte[] wholeLines(byte[] text) {
        int from = 0;
        while (from < text.length && !lineEnd(text[from])) {
            from++;
        }
        return from == text.length ? new byte[0] : toLineEnd(Arrays.copyOfRange(text, from + 1, text.length));
    }

    private static boolean lineEnd(byte sign) {
        return sign == '\n' || sign == '\r';
    }

    boolean holdsNul() {
        return parts.stream().anyMatch(p -> Words.holds(p, 0, p.length, (byte) 0));
    }

    /** About how long a row is, in bytes of text, 1 or more. */
    double bytesPerRow() {
        long bytes = 0;
        long lines = 0;
        for (byte[] part : parts) {
            bytes += part.length;
            lines += new Piece(part, 0, part.length).lines();
        }
        return (double) Math.max(1, bytes) / Math.max(1, lines);
    }

    /** How the file is written: what was said, and for the rest what the sample looks like. */
    Dialect dialect(Dialect.Said said) {
        Encoding encoding = said.encoding().orElseGet(this::encoding);
        List<String> lines = lines(encoding);
        char delimiter = said.delimiter().orElseGet(() -> delimiter(lines));
        DecimalSign decimalSign = said.decimalSign().orElseGet(() -> decimalSign(lines, delimiter));
        return new Dialect(delimiter, encoding, decimalSign);
    }

    /** UTF-8 has a form that other encodings hardly ever happen to have. */
    private Encoding encoding() {
        for (byte[] part : parts) {
            int whole = part.length;
            // A part without line ends may stop within a character.
            while (whole > Math.max(0, part.length - 4) && !lineEnd(part[whole - 1]) && part.length >= PART) {
                whole--;
            }
            if (PieceText.utf8(new Piece(withoutNul(part), 0, whole), Encoding.UTF_8)
                    .isEmpty()) {
                return Encoding.WINDOWS_1252;
            }
        }
        byte[] head = parts.get(0);
        boolean marked = head.length > 2 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
        return marked ? Encoding.UTF_8_MARK : Encoding.UTF_8;
    }

    /** A NUL says nothing of the encoding; it is complained about where it is read. */
    private static byte[] withoutNul(byte[] part) {
        byte[] copy = part.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i] == 0 ? (byte) ' ' : copy[i];
        }
        return copy;
    }

    private List<String> lines(Encoding encoding) {
        List<String> lines = new ArrayList<>();
        for (byte[] part : parts) {
            String text = encoding == Encoding.WINDOWS_1252
                    ? new String(part, PieceText.WINDOWS_1252)
                    : new String(part, StandardCharsets.UTF_8);
            text.lines().limit(LINES).forEach(lines::add);
        }
        return lines;
    }

    /** The one that cuts most lines in as many fields as the header; among equals the one that makes more fields. */
    private static char delimiter(List<String> lines) {
        char best = Dialect.DELIMITERS.get(0);
        double most = 0;
        for (char candidate : Dialect.DELIMITERS) {
            int fields = lines.isEmpty() ? 1 : fields(lines.get(0), candidate).size();
            long alike = lines.stream()
                    .filter(l -> fields(l, candidate).size() == fields)
                    .count();
            double score = fields == 1 ? 0 : alike + fields / 1e6;
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    /** A column counts when all that it holds are numbers, with and without decimals. */
    private static DecimalSign decimalSign(List<String> lines, char delimiter) {
        Map<Integer, int[]> columns = new HashMap<>();
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            List<String> fields = fields(line, delimiter);
            for (int f = 0; f < fields.size(); f++) {
                String field = fields.get(f);
                int[] seen = columns.computeIfAbsent(f, column -> new int[3]);
                seen[0] += COMMA.matcher(field).matches() ? 1 : 0;
                seen[1] += POINT.matcher(field).matches() ? 1 : 0;
                seen[2] += field.isEmpty() || isWhole(field) ? 0 : 1;
            }
        }
        int commas = 0;
        int points = 0;
        for (int[] seen : columns.values()) {
            boolean numbers = seen[0] + seen[1] == seen[2];
            commas += numbers && seen[0] > seen[1] ? 1 : 0;
            points += numbers && seen[1] > seen[0] ? 1 : 0;
        }
        if (commas == 0 && points == 0) {
            return DecimalSign.NONE;
        }
        return commas > points ? DecimalSign.COMMA : DecimalSign.POINT;
    }

    private static boolean isWhole(String field) {
        return field.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-' || c == '+');
    }

    /** A line cut at a delimiter outside quotes, quotes taken off; good enough to look at. */
    private static List<String> fields(String line, char delimiter) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char sign : line.toCharArray()) {
            if (sign == '"') {
                quoted = !quoted;
            } else if (sign == delimiter && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(sign);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
