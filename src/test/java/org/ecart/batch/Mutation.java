package org.ecart.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A good delivery of sixty persons, and one to five kinds of damage done to it. */
record Mutation(byte[] damaged, boolean tellingHeader) {
    /** Every pseudonym begins so, and every wage. */
    static final String PERSON = "SECRET";

    static final String WAGE = "98765";

    private static final int ROWS = 60;

    static Mutation of(SplittableRandom random) throws IOException {
        byte[] text = good(random);
        int times = 1 + random.nextInt(5);
        for (int i = 0; i < times; i++) {
            text = random.nextInt(3) == 0 ? lines(random, text) : bytes(random, text);
        }
        String first = new String(text, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        boolean telling = first.contains(PERSON) || first.contains(WAGE);
        return new Mutation(random.nextInt(10) == 0 ? bytes(random, packed(random, text)) : text, telling);
    }

    private static byte[] good(SplittableRandom random) {
        char delimiter = ",;\t|".charAt(random.nextInt(4));
        boolean quoted = random.nextBoolean();
        StringBuilder text = new StringBuilder("person,period,sex,birth,entered,wage,weight\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(PERSON)
                    .append(row)
                    .append(",2014,")
                    .append(quoted ? "\"F\"" : "M")
                    .append(",19")
                    .append(random.nextInt(10, 99))
                    .append(",2001-01-31,")
                    .append(WAGE)
                    .append('.')
                    .append(random.nextInt(10, 100))
                    .append(",1\n");
        }
        return text.toString().replace(',', delimiter).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(SplittableRandom random, byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        if (random.nextBoolean()) {
            try (ZipOutputStream zip = new ZipOutputStream(packed, StandardCharsets.UTF_8)) {
                zip.putNextEntry(new ZipEntry("délivré.csv"));
                zip.write(text);
            }
            return packed.toByteArray();
        }
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        }
        return packed.toByteArray();
    }

    /** Some bytes changed, taken out or put in, or the end cut off. */
    private static byte[] bytes(SplittableRandom random, byte[] text) {
        if (text.length == 0) {
            return text;
        }
        int at = random.nextInt(text.length);
        byte[] telling = "\"\"\r\n;,\t|-.0e\u0000 ".getBytes(StandardCharsets.US_ASCII);
        byte sign = random.nextBoolean() ? (byte) random.nextInt(256) : telling[random.nextInt(telling.length)];
        switch (random.nextInt(5)) {
            case 0 -> {
                byte[] flipped = text.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                return flipped;
            }
            case 1 -> {
                byte[] changed = text.clone();
                changed[at] = sign;
                return changed;
            }
            case 2 -> {
                byte[] longer = Arrays.copyOf(text, text.length + 1);
                System.arraycopy(text, at, longer, at + 1, text.length - at);
                longer[at] = sign;
                return longer;
            }
            case 3 -> {
                int to = Math.min(text.length, at + 1 + random.nextInt(3));
                byte[] shorter = Arrays.copyOf(text, text.length - (to - at));
                System.arraycopy(text, to, shorter, at, text.length - to);
                return shorter;
            }
            default -> {
                return random.nextInt(4) == 0 ? Arrays.copyOf(text, at) : text;
            }
        }
    }

    /** A line twice, two lines swapped, one taken out, or one with another delimiter. */
    private static byte[] lines(SplittableRandom random, byte[] text) {
        List<String> lines =
                new ArrayList<>(Arrays.asList(new String(text, StandardCharsets.ISO_8859_1).split("\n", -1)));
        int one = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.add(random.nextInt(lines.size()), lines.get(one));
            case 1 -> Collections.swap(lines, one, random.nextInt(lines.size()));
            case 2 -> lines.remove(one);
            default ->
                lines.set(
                        one,
                        lines.get(one).replaceAll("[,;\t|]", Character.toString(";,|\t".charAt(random.nextInt(4)))));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }
}
