package org.ecart.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ecart.intake.delivery.Delivery;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.model.Variable.Role;
import org.ecart.model.Variable.Type;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that nobody should deliver, and some that somebody once did. */
class HostileFilesTest {
    private static final String HEADER = "person,father,mother\n";
    private static final String KINSHIP = HEADER + "a,\"B\r\nE\",FR\n\"b\"\"b\",é,\"x,y\"\nc,MA,\n";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    Path folder;

    /** What a file came to, or the key of the refusal. */
    private String read(Path file) {
        return read(file, Deliveries.codebook());
    }

    private static String read(Path file, Codebook codebook) {
        Map<String, GrowingDictionary> dictionaries = new HashMap<>();
        ByteIndex persons = ByteIndex.large();
        Intake.Request request = new Intake.Request(
                file, codebook, Dialect.Said.NOTHING, Optional.empty(), Optional.empty(), Optional.empty());
        return assertTimeoutPreemptively(SOON, () -> {
            try (Delivery delivery = new Delivery(file, Dialect.Said.NOTHING)) {
                Intake.Result result =
                        Intake.read(request, delivery, new Intake.Known(persons, dictionaries), 2, Progress.NONE);
                IntakeReport report = result.report();
                assertThat(result.partitions().stream()
                                .mapToLong(PartitionDraft::rows)
                                .sum())
                        .isEqualTo(report.loaded());
                return report.read() + " " + report.byReason() + " "
                        + IntStream.range(0, persons.size())
                                .mapToObj(persons::text)
                                .toList()
                        + dictionaries.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(e -> e.getKey() + e.getValue().values())
                                .toList();
            } catch (EcartException refused) {
                // What is said of it, without the file that it is said of.
                return refused.arguments().stream()
                        .filter(EcartException.class::isInstance)
                        .map(e -> ((EcartException) e).key())
                        .findFirst()
                        .orElse(refused.key());
            }
        });
    }

    private Path file(byte[] bytes) {
        try {
            return Files.write(folder.resolve("delivered"), bytes);
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }

    private Path file(String text) {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    zip.write(KINSHIP.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return packed.toByteArray();
    }

    @Test
    void aFileCutShortAnywhereIsLoadedAsFarAsItGoesOrRefused() {
        byte[] whole = KINSHIP.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            assertThat(read(file(Arrays.copyOf(whole, length))))
                    .as("cut to %d bytes", length)
                    .matches("(?s)intake\\.(empty|no_match|quote|not_utf8|header\\.twice)|[0-3] .*");
        }
    }

    @Test
    void aPackedFileCutShortAnywhereIsRefused() throws IOException {
        for (byte[] whole : List.of(gzip(KINSHIP.getBytes(StandardCharsets.UTF_8)), zip("kinship.csv"))) {
            for (int length = 0; length < whole.length; length++) {
                assertThat(read(file(Arrays.copyOf(whole, length))))
                        .as("cut to %d bytes of %d", length, whole.length)
                        .startsWith("intake.");
            }
        }
    }

    @Test
    void aBitFlippedInAPackedFileIsNoticedOrChangesNothing() throws IOException {
        String good = read(file(KINSHIP));
        for (byte[] whole : List.of(gzip(KINSHIP.getBytes(StandardCharsets.UTF_8)), zip("kinship.csv"))) {
            for (int bit = 0; bit < whole.length * Byte.SIZE; bit += 7) {
                byte[] flipped = whole.clone();
                flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
                String read = read(file(flipped));
                assertThat(read.startsWith("intake.") || read.equals(good))
                        .as("bit %d of %d bytes: %s", bit, whole.length, read)
                        .isTrue();
            }
        }
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        byte[] rows = ",,\n".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
        Path bomb = folder.resolve("bomb.gz");
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(bomb))) {
            file.write(gzip(HEADER.getBytes(StandardCharsets.UTF_8)));
            // It may consist of parts that are each unpacked for themselves.
            byte[] part = gzip(rows);
            for (long unpacked = 0; unpacked < 200L * MEGABYTE; unpacked += rows.length) {
                file.write(part);
            }
        }
        assertThat(Files.size(bomb)).isLessThan(MEGABYTE);
        assertThat(read(bomb)).isEqualTo("intake.bomb");
    }

    @Tag("attack")
    @Test
    void aZippedBombIsNotUnpacked() throws IOException {
        byte[] rows = ",,\n".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream file = new ZipOutputStream(Files.newOutputStream(bomb))) {
            file.setLevel(Deflater.BEST_SPEED);
            file.putNextEntry(new ZipEntry("bomb.csv"));
            file.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (long unpacked = 0; unpacked < 200L * MEGABYTE; unpacked += rows.length) {
                file.write(rows);
            }
        }
        assertThat(read(bomb)).isEqualTo("intake.bomb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../k.csv", "/k.csv", "a/../../k.csv", "a/..", "..\\k.csv", "C:\\k.csv", "c:k.csv", "k\0.csv"})
    void aZipThatWouldUnpackElsewhereIsRefused(String name) throws IOException {
        assertThat(read(file(zip(name)))).isEqualTo("intake.zip_name");
    }

    @Test
    void aZipHoldsOneFile() throws IOException {
        String good = read(file(KINSHIP));
        assertThat(read(file(zip("a.csv", "b.csv")))).isEqualTo("intake.zip_entries");
        assertThat(read(file(zip("folder/")))).isEqualTo("intake.zip_entries");
        assertThat(read(file(zip()))).startsWith("intake.");
        assertThat(read(file(zip("folder/", "folder/deep/", "folder/deep/k..csv"))))
                .isEqualTo(good);
    }

    @Test
    void whatMayNotBeReadIsRefused() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path file = file(KINSHIP);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
        assumeThat(Files.isReadable(file)).as("root may read all").isFalse();
        assertThat(read(file)).isEqualTo("intake.unreadable");
    }

    @Test
    void aPipeOrADeviceIsRefusedAndNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeThat(made(pipe)).isTrue();
        assertThat(read(pipe)).isEqualTo("intake.no_regular_file");
        for (String device : List.of("/dev/zero", "/dev/stdin")) {
            if (Files.exists(Path.of(device)) && !Files.isRegularFile(Path.of(device))) {
                assertThat(read(Path.of(device))).startsWith("intake.");
            }
        }
    }

    private static boolean made(Path pipe) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("mkfifo", pipe.toString()).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @Test
    void aRowOfAHundredThousandFieldsIsOneReject() {
        assertThat(read(file(HEADER + "a" + ",".repeat(99_999) + "\nb,BE,FR\n")))
                .startsWith("2 {FIELDS=1} [b]");
        assertThat(read(file(HEADER + "\"a\"" + ",\"\"".repeat(99_999) + "\nb,BE,FR\n")))
                .startsWith("2 {FIELDS=1} [b]");
    }

    @Test
    void aHeaderOfAHundredThousandColumnsIsRead() {
        String columns = IntStream.range(0, 100_000).mapToObj(c -> ",c" + c).collect(Collectors.joining());
        String row = "a,BE,FR" + ",".repeat(100_000);
        assertThat(read(file("person,father,mother" + columns + "\n" + row + "\nb,BE,FR\n")))
                .startsWith("2 {FIELDS=1} [a]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\""})
    void aFieldOfAHundredMegabytesIsRefusedBeforeItFillsTheMemory(String quote) throws IOException {
        Path file = folder.resolve("long");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), MEGABYTE)) {
            out.write((HEADER + "a," + quote).getBytes(StandardCharsets.UTF_8));
            byte[] some = "x".repeat(MEGABYTE).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                out.write(some);
            }
            out.write((quote + ",FR\n").getBytes(StandardCharsets.UTF_8));
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        try (Delivery delivery = new Delivery(file, Dialect.Said.NOTHING)) {
            assertThatThrownBy(delivery::next).isInstanceOfSatisfying(EcartException.class, e -> assertThat(e.key())
                    .isEqualTo("intake.long_row"));
        }
        assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
                .isLessThan(200L * MEGABYTE);
    }

    /** To make a number of so many digits takes minutes; it cannot be kept anyway. */
    @Test
    void aNumberOfTenMillionDigitsIsOneReject() {
        Codebook codebook = Deliveries.codebook(List.of(
                Deliveries.variable("person", Role.PERSON, Type.CODE),
                Deliveries.variable("period", Role.PERIOD, Type.DATE),
                Deliveries.listed("sex", "sex"),
                Deliveries.variable("birth", Role.DIMENSION, Type.INTEGER),
                Deliveries.variable("entered", Role.DIMENSION, Type.DECIMAL),
                Deliveries.variable("wage", Role.AMOUNT, Type.DECIMAL),
                Deliveries.variable("weight", Role.WEIGHT, Type.DECIMAL),
                Deliveries.variable("father", Role.DIMENSION, Type.CODE),
                Deliveries.variable("mother", Role.DIMENSION, Type.CODE),
                Deliveries.variable("job", Role.DIMENSION, Type.CODE)));
        String header = "person;period;sex;birth;entered;wage;weight\n";
        String many = "7".repeat(10_000_000);
        for (String row : List.of(
                "a;2014;F;1980;1,5;" + many + ";1",
                "a;2014;F;1980;1,5;1," + many + ";1",
                "a;2014;F;1980;1,5;1;" + many,
                "a;2014;F;" + many + ";1,5;1;1",
                "a;2014;F;1980;" + many + ";1;1",
                "a;2014;F;1980;1," + "7".repeat(2000) + ";1;1",
                "a;" + many + ";F;1980;1,5;1;1",
                many + ";2014;F;1980;1,5;1;1")) {
            assertThat(read(file(header + row + "\nb;2014;F;1980;2,5;2,5;1\n"), codebook))
                    .as(row.substring(0, 30))
                    .containsPattern("^2 \\{(NUMBER|DATE|KEY_LONG|CODE_LONG)=1}")
                    .contains("[b]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12345-06-30", "-2014-06-30", "+999999999-12-31", "2014-6-30", "2014-02-30"})
    void aYearHasFourDigits(String date) {
        assertThat(read(file("person,period,job\na," + date + ",1\nb,2014,2\n")))
                .startsWith("2 {DATE=1} [b]");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, intake.not_text", "UTF-16BE, intake.not_text", "UTF-16, intake.not_text"})
    void anEncodingThatIsNotKnownIsRefused(String encoding, String key) {
        assertThat(read(file(KINSHIP.getBytes(Charset.forName(encoding))))).isEqualTo(key);
    }

    @Test
    void aNulIsRefusedWhereverItStands() {
        for (int at = 0; at < HEADER.length() + 5; at++) {
            StringBuilder text = new StringBuilder(HEADER + "a,BE,FR\n");
            text.setCharAt(at, '\0');
            assertThat(read(file(text.toString()))).as("at %d", at).isIn("intake.not_text", "intake.not_utf8");
        }
        String late = HEADER + "a,BE,FR\n".repeat(100_000) + "b,B\0,FR\n" + "a,BE,FR\n".repeat(100_000);
        assertThat(read(file(late))).isIn("intake.not_text", "intake.not_utf8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lone CR | person,father,mother$a,BE,FR$b,,MA$ | 2 {} [a, b]",
                "no end to the last line | person,father,mother#a,BE,FR#b,,MA | 2 {} [a, b]",
                "an empty last field and no end | person,father,mother#a,BE, | 1 {} [a]",
                "empty lines | person,father,mother##a,BE,FR#### | 5 {FIELDS=4} [a]",
                "quotes in the middle of a field | person,father,mother#a\"b\",B\"E,FR# | 1 {} [a\"b\"]",
                "a quote behind a quoted field | person,father,mother#\"a\"b,BE,FR# | intake.quote",
                "a quote that never ends | person,father,mother#a,\"BE,FR# | intake.quote",
                "a header and no rows | person,father,mother# | 0 {} []",
                "a header without end | person,father,mother | 0 {} []",
                "only a line end | # | intake.no_match",
                "a column twice | person,father,mother,father#a,BE,FR,BE# | intake.header.twice",
                "a quoted header | \"person\",\"father\",\"mother\"#a,BE,FR# | 1 {} [a]",
                "a header over two lines | person,father,\"mother#twice\"#a,BE,FR# | 1 {} [a]",
            })
    void isReadAsItIsWritten(String name, String text, String expected) {
        String written = text.strip().replace('#', '\n').replace('$', '\r');
        assertThat(read(file(written))).as(name).startsWith(expected.strip());
        if (!expected.contains("intake")) {
            assertThat(read(file("\uFEFF" + written)))
                    .as(name + ", with a mark")
                    .isEqualTo(read(file(written)));
        }
    }
}
