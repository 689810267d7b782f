package org.ecart.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ecart.Seeds;
import org.ecart.intake.delivery.Delivery;
import org.ecart.intake.delivery.Dialect;
import org.ecart.intake.delivery.Dialect.DecimalSign;
import org.ecart.intake.delivery.Dialect.Encoding;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Variable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Into how many pieces a file is cut and how many threads work on them changes nothing: not the rows, not the order of
 * codes and persons, not the line of a reject. And it is what a plain reading of the whole comes to.
 */
class PieceLawTest {
    private static final int TEXTS = 40;
    private static final int MANY_TEXTS = 1500;
    private static final List<Integer> SIZES = List.of(16, 17, 31, 64, 257, 1000, 4096, 1 << 20);
    private static final List<Integer> THREADS = List.of(1, 2, 3, 8);

    /** Everything that may lie across the end of a piece, in two hundred bytes. */
    private static final String TRICKY = "person;period;sex;birth;entered;wage;weight\r\n"
            + "a;2014;F;1980;;10,5;1\r\n"
            + "b;2014;\"é\r\nü\"\"; €\";1970;;;2\r"
            + "\r\n"
            + "c;2014;a\"b;1960;;\"7\";3\n\n"
            + "b;2014;M;x;;;\r"
            + "a;2014;F;1981;;1;1";

    @Test
    void aFileReadsTheSameHoweverItIsCut(@TempDir Path folder) throws IOException {
        for (long seed = 0; seed < TEXTS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RandomText text = RandomText.of(random);
            Path file = write(folder, text.bytes());
            String expected = PlainReading.of(text);
            for (int cut = 0; cut < 4; cut++) {
                assertRead(file, text.dialect(), pick(random, SIZES), pick(random, THREADS), expected, seed);
            }
        }
    }

    @Tag("attack")
    @Test
    void thousandsOfFilesReadTheSameHoweverTheyAreCut(@TempDir Path folder) throws IOException {
        SplittableRandom seeds = new SplittableRandom(Seeds.ofThisRun("the law of pieces"));
        for (int i = 0; i < MANY_TEXTS; i++) {
            long seed = seeds.nextLong();
            RandomText text = RandomText.of(new SplittableRandom(seed));
            Path file = write(folder, text.bytes());
            String expected = PlainReading.of(text);
            for (int size : SIZES) {
                assertRead(file, text.dialect(), size, pick(seeds, THREADS), expected, seed);
            }
        }
    }

    @Test
    void everyPlaceOfATrickyTextMayBeTheEndOfAPiece(@TempDir Path folder) throws IOException {
        for (Encoding encoding : Encoding.values()) {
            RandomText text = new RandomText(TRICKY, new Dialect(';', encoding, DecimalSign.COMMA));
            Path file = write(folder, text.bytes());
            String expected = PlainReading.of(text);
            for (int size = 3; size < text.bytes().length + 2; size++) {
                assertRead(file, text.dialect(), size, 1 + size % 3, expected, size);
            }
        }
    }

    /** Pieces as large as they are: the end of the first one lies within two bytes that belong together. */
    @ParameterizedTest
    @CsvSource({"'\r\n', false", "'\r\n', true", "é, true", "'\"\"', true"})
    void theEndOfALargePieceCutsThroughNothing(String cut, boolean quoted, @TempDir Path folder) throws IOException {
        String header = "person;period;sex;birth;entered;wage;weight\n";
        // The first piece is what was read behind the header, and as much again.
        int end = header.length() + 2 * ((1 << 20) - header.length());
        StringBuilder text = new StringBuilder(end + 100).append(header);
        int rows = 0;
        while (text.length() < end - 1000) {
            text.append("p")
                    .append(rows++)
                    .append(";2014;")
                    .append("x".repeat(900))
                    .append(";1980;;1,5;1\n");
        }
        String begun = quoted ? "last;2014;\"" : "last;2014;F;1980;;1,5;1";
        String padding = "p;2014;" + "y".repeat(end - 1 - text.length() - begun.length() - 20) + ";1980;;1,5;1\n";
        text.append(padding).append(begun);
        assertThat(text).hasSize(end - 1);
        text.append(cut).append(quoted ? "\";1980;;1,5;1\n" : "").append("z;2014;F;1;;;1");
        RandomText whole = new RandomText(text.toString(), new Dialect(';', Encoding.UTF_8, DecimalSign.COMMA));
        assertRead(write(folder, whole.bytes()), whole.dialect(), 1 << 20, 2, PlainReading.of(whole), rows);
    }

    /** Refusals have to name the same line, or nobody can look for it. */
    @Test
    void aFaultIsFoundOnTheSameLineHoweverTheFileIsCut(@TempDir Path folder) throws IOException {
        String rows = "a;2014;F;1980;;;1\n\"b\n\";2014;F;1980;;;1\n";
        for (String fault : List.of("c;2014;\"F\"x;1980;;;1\n", "c;2014;\u0000;1980;;;1\n", "c;2014;\"F;1980;;;1\n")) {
            String text = "person;period;sex;birth;entered;wage;weight\n" + rows + fault + "d;2014;M;1980;;;1\n";
            Path file = write(folder, text.getBytes(StandardCharsets.UTF_8));
            Dialect dialect = new Dialect(';', Encoding.UTF_8, DecimalSign.COMMA);
            String expected = read(file, dialect, 1 << 20, 1);
            assertThat(expected).startsWith("refused").containsAnyOf(", 5]", "not_text");
            for (int size = 3; size < text.length() + 2; size++) {
                assertRead(file, dialect, size, 1 + size % 3, expected, size);
            }
        }
    }

    /** Aggregated rows: many rows, no persons, and a column that says how many each stands for. */
    @Test
    void countsAddUpHoweverTheFileIsCut(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder("area,persons\n");
        long sum = 0;
        for (int row = 0; row < 3000; row++) {
            int persons = row * 7 % 1000;
            sum += row % 50 == 0 ? 0 : persons;
            text.append("a")
                    .append(row % 30)
                    .append(',')
                    .append(row % 50 == 0 ? "x" : persons)
                    .append('\n');
        }
        Path file = write(folder, text.toString().getBytes(StandardCharsets.UTF_8));
        Codebook codebook = new Codebook(
                "counts",
                "1",
                Labels.same("Counts"),
                Labels.same("Source"),
                Optional.empty(),
                List.of(),
                List.of(
                        Deliveries.variable("area", Variable.Role.DIMENSION, Variable.Type.CODE),
                        Deliveries.variable("persons", Variable.Role.COUNT, Variable.Type.INTEGER)),
                List.of(Deliveries.extract("rows", true, true, "area", "persons")));
        Intake.Request request = new Intake.Request(
                file, codebook, Dialect.Said.NOTHING, Optional.empty(), Optional.empty(), Period.parse("2014"));
        for (int size : SIZES) {
            try (Delivery delivery = new Delivery(file, Dialect.Said.NOTHING, size)) {
                Intake.Result result = Intake.read(
                        request,
                        delivery,
                        new Intake.Known(ByteIndex.large(), new HashMap<>()),
                        1 + size % 3,
                        Progress.NONE);
                assertThat(result.report().rejected()).isEqualTo(60);
                assertThat(result.partitions().get(0).amounts("persons").segments().stream()
                                .flatMapToLong(s -> Arrays.stream(s.elements()))
                                .sum())
                        .as("pieces of %d bytes", size)
                        .isEqualTo(sum);
            }
        }
    }

    private static <T> T pick(SplittableRandom random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Path write(Path folder, byte[] text) throws IOException {
        return Files.write(folder.resolve("delivered.csv"), text);
    }

    private static void assertRead(Path file, Dialect dialect, int size, int threads, String expected, long seed) {
        assertThat(read(file, dialect, size, threads))
                .as("seed %d, %s, pieces of %d bytes, %d threads", seed, dialect, size, threads)
                .isEqualTo(expected);
    }

    private static String read(Path file, Dialect dialect, int size, int threads) {
        Dialect.Said said = new Dialect.Said(
                Optional.of(dialect.delimiter()), Optional.of(dialect.encoding()), Optional.of(dialect.decimalSign()));
        ByteIndex persons = ByteIndex.large();
        Map<String, GrowingDictionary> dictionaries = new HashMap<>();
        Intake.Request request = new Intake.Request(
                file, Deliveries.codebook(), said, Optional.empty(), Optional.of("population"), Optional.empty());
        try (Delivery delivery = new Delivery(file, said, size)) {
            Intake.Result result =
                    Intake.read(request, delivery, new Intake.Known(persons, dictionaries), threads, Progress.NONE);
            return ReadingText.of(result, persons, dictionaries);
        } catch (EcartException refused) {
            return "refused " + refused.getMessage();
        }
    }
}
