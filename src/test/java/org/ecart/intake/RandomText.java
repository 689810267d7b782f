package org.ecart.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.ecart.intake.delivery.Dialect;
import org.ecart.intake.delivery.Dialect.DecimalSign;
import org.ecart.intake.delivery.Dialect.Encoding;

/** A random delivery of the population of {@link Deliveries}: mostly right, with everything in it that texts can do. */
record RandomText(String text, Dialect dialect) {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String HEADER = "person,period,sex,birth,entered,wage,weight";
    private static final List<String> WORDS =
            List.of("a", "bé", "C", "9", "F", "M", "x y", "ü€", "01", "1", "it's", "-", "naïve", "ß");

    static RandomText of(SplittableRandom random) {
        return new Writer(random).written();
    }

    byte[] bytes() {
        byte[] plain =
                text.getBytes(dialect.encoding() == Encoding.WINDOWS_1252 ? WINDOWS_1252 : StandardCharsets.UTF_8);
        if (dialect.encoding() != Encoding.UTF_8_MARK) {
            return plain;
        }
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static final class Writer {
        private final SplittableRandom random;
        private final char delimiter;
        private final Encoding encoding;
        private final DecimalSign sign;
        private final List<String> ends;
        private final int quotes;
        private final int faults;
        private final int persons;

        Writer(SplittableRandom random) {
            this.random = random;
            delimiter = pick(Dialect.DELIMITERS);
            encoding = pick(List.of(Encoding.values()));
            sign = pick(List.of(DecimalSign.POINT, DecimalSign.COMMA));
            ends = pick(List.of(List.of("\n"), List.of("\r\n"), List.of("\r"), List.of("\n", "\r\n", "\r")));
            quotes = pick(List.of(0, 0, 5, 50));
            faults = pick(List.of(0, 3, 20));
            persons = 1 + random.nextInt(200);
        }

        RandomText written() {
            StringBuilder text = new StringBuilder(HEADER.replace(',', delimiter)).append(pick(ends));
            int rows = random.nextInt(80);
            for (int row = 0; row < rows; row++) {
                text.append(row());
                if (row + 1 < rows || random.nextBoolean()) {
                    text.append(pick(ends));
                }
            }
            return new RandomText(text.toString(), new Dialect(delimiter, encoding, sign));
        }

        private String row() {
            if (often(faults)) {
                return pick(List.of("", "x", "" + delimiter, field("a") + delimiter + field("b")));
            }
            List<String> fields = List.of(
                    often(faults) ? pick(List.of("", "é".repeat(51))) : "p" + random.nextInt(persons),
                    often(faults)
                            ? pick(List.of("20x4", "", "2014-02-30"))
                            : pick(List.of("2013", "2014", "2014-06-30")),
                    pick(WORDS),
                    often(faults) ? "x" : Integer.toString(random.nextInt(1930, 2010)),
                    often(faults) ? "2001-13-01" : pick(List.of("", "2001-01-31", "1999-12-31")),
                    often(faults) ? "1x" : number(),
                    often(faults) ? pick(List.of("", "-1")) : number());
            return String.join("" + delimiter, fields.stream().map(this::field).toList());
        }

        private String number() {
            String whole = Integer.toString(random.nextInt(100_000));
            String point = sign == DecimalSign.COMMA ? "," : ".";
            return random.nextBoolean() ? whole : whole + point + random.nextInt(1000);
        }

        /** In quotes where it must be, and sometimes where it need not. */
        private String field(String value) {
            String full = often(quotes) && value.length() > 2 ? value + pick(inside()) : value;
            boolean must = full.indexOf(delimiter) >= 0
                    || full.startsWith("\"")
                    || full.indexOf('\n') >= 0
                    || full.indexOf('\r') >= 0;
            return must || often(quotes) ? '"' + full.replace("\"", "\"\"") + '"' : full;
        }

        private List<String> inside() {
            return List.of("\n", "\r\n", "\r", "\"", "\"\"", "" + delimiter, " ", "é");
        }

        private boolean often(int percent) {
            return random.nextInt(100) < percent;
        }

        private <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }
    }
}
