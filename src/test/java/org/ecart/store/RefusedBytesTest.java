package org.ecart.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.ecart.intake.ByteIndex;
import org.ecart.intake.Deliveries;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guard has refused lies nowhere in the workspace afterwards, neither as text nor packed. */
class RefusedBytesTest {
    private static final int ROWS = 5000;
    private static final String TOKEN = "hT4nRz81LpXe6Yd";
    private static final String POPULATION = "person,period,sex,birth,entered,wage,weight\n";

    @ParameterizedTest
    @ValueSource(strings = {"person", "father"})
    void theBytesOfARefusedColumnAreInNoFile(String column, @TempDir Path folder) throws IOException {
        StringBuilder kinship = new StringBuilder("person,father,mother\n");
        for (int row = 0; row < ROWS; row++) {
            kinship.append(column.equals("person") ? niss(row) + ",BE" : "z" + row + "," + niss(row))
                    .append(",FR\n");
        }
        refused(folder, Deliveries.file(folder, POPULATION + rows("b")), Deliveries.file(folder, kinship.toString()));
        assertThat(found(folder.resolve("w"), niss(1), niss(2500), niss(ROWS - 1)))
                .isEmpty();
    }

    /** Else the test above would prove nothing. */
    @Test
    void theSameSearchFindsWhatWasTakenIn(@TempDir Path folder) throws IOException {
        Path place = folder.resolve("w");
        try (Workspace workspace = Workspace.openOrCreate(place)) {
            KilledImport.act(
                    workspace, "take", List.of(Deliveries.file(folder, POPULATION + rows("KEPT"))), Progress.NONE);
        }
        assertThat(found(place, TOKEN, "CODEOFKEPT")).containsExactlyInAnyOrder(TOKEN, "CODEOFKEPT");
    }

    /** Neither does what an earlier file of the same import had written already. */
    @Test
    void theFilesBeforeTheRefusedOneAreClearedAwayToo(@TempDir Path folder) throws IOException {
        StringBuilder kinship = new StringBuilder("person,father,mother\n");
        for (int row = 0; row < ROWS; row++) {
            kinship.append("z").append(row).append(',').append(niss(row)).append(",FR\n");
        }
        refused(
                folder,
                Deliveries.file(folder, POPULATION + rows("STAGED")),
                Deliveries.file(folder, kinship.toString()));
        assertThat(found(folder.resolve("w"), TOKEN, "CODEOFSTAGED")).isEmpty();
    }

    private static void refused(Path folder, Path... files) throws IOException {
        Path held = Deliveries.file(folder, (POPULATION + rows("HELD")).replace("2014", "2013"));
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            KilledImport.act(workspace, "take", List.of(held), Progress.NONE);
            assertThatThrownBy(() -> KilledImport.act(workspace, "take", List.of(files), Progress.NONE))
                    .isInstanceOfSatisfying(EcartException.class, e -> {
                        assertThat(e.arguments().get(1).toString()).contains("intake.guard.refused");
                        assertThat(e.getMessage()).doesNotContain(niss(1));
                    });
        }
        try (Database database = Database.open(folder.resolve("w"), false)) {
            ByteIndex persons = PersonIndex.load(database).index();
            assertThat(IntStream.range(0, persons.size()).mapToObj(persons::text))
                    .hasSize(101)
                    .allMatch(p -> p.startsWith("HELD") || p.equals("h"));
            assertThat(database.query("select code from dictionary", row -> row.getString(1)))
                    .containsExactlyInAnyOrder("CODEOFHELD", "1980");
            assertThat(database.query("select count(*) from partition", row -> row.getInt(1)))
                    .containsExactly(1);
            assertThat(database.query("select count(*) from report", row -> row.getInt(1)))
                    .containsExactly(1);
        }
    }

    private static String rows(String begin) {
        StringBuilder rows = new StringBuilder();
        // Only a word like this one is left whole by all that packs it.
        rows.append(begin.equals("HELD") ? "h" : TOKEN)
                .append(",2014,CODEOF")
                .append(begin)
                .append(",1980,,1,1\n");
        for (int row = 0; row < 100; row++) {
            rows.append(begin)
                    .append('p')
                    .append(row)
                    .append(",2014,CODEOF")
                    .append(begin)
                    .append(",1980,,1,1\n");
        }
        return rows.toString();
    }

    /** A national number that was never given: born in 1850 with a right check. */
    private static String niss(int row) {
        long number = 500101000L + row % 998 + 1 + row / 998 * 100_000L;
        return "%09d%02d".formatted(number, 97 - number % 97);
    }

    /** Which of the texts lie in a file of a workspace, as they are or in whatever can be unpacked. */
    private static List<String> found(Path place, String... texts) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = Files.readAllBytes(file);
                String plain = new String(content, StandardCharsets.ISO_8859_1);
                String unpacked = new String(unpacked(content), StandardCharsets.ISO_8859_1);
                for (String text : texts) {
                    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE)) {
                        String bytes = new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
                        if ((plain.contains(bytes) || unpacked.contains(bytes)) && !found.contains(text)) {
                            found.add(text);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** What comes out when a deflated text is taken to begin at each byte. */
    private static byte[] unpacked(byte[] content) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 16];
        Inflater inflater = new Inflater(true);
        for (int from = 0; from < content.length; from++) {
            inflater.reset();
            inflater.setInput(content, from, content.length - from);
            try {
                int count = inflater.inflate(some);
                // Chance makes a few bytes of anything.
                all.write(some, 0, count > 100 ? count : 0);
            } catch (DataFormatException notDeflated) {
                // Most bytes begin nothing.
            }
        }
        inflater.end();
        return all.toByteArray();
    }
}
