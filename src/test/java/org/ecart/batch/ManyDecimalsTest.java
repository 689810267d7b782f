package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ecart.real.Commands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A rate with many decimals tells how many persons it is of (METHOD, derived measures). So what leaves does not depend on
 * how many are printed, and no file has more than the study says.
 */
class ManyDecimalsTest {
    /** Persons at work of all persons, by town. Nothing may be told of the last four. */
    private static final String TOWNS = """
            A 24 of 37
            B 31 of 79
            C 8 of 17
            D 45 of 90
            three-work 3 of 20
            three-do-not 17 of 20
            all-work 12 of 12
            nobody-works 0 of 14
            """;

    private static final String CODEBOOK = """
            {"format": "ecart/codebook", "version": 1, "id": "towns", "edition": "1", "labels": "Towns", "source": "-",
             "variables": [
               {"id": "person", "labels": "Person", "role": "person"},
               {"id": "year", "labels": "Year", "role": "period"},
               {"id": "town", "labels": "Town"},
               {"id": "work", "labels": "In work"}],
             "extracts": [
               {"id": "people", "labels": "People", "population": true, "columns": [
                 {"name": "person"}, {"name": "year"}, {"name": "town"}, {"name": "work"}]}]}
            """;

    private static final String STUDY = """
            {"format": "ecart/study", "version": 1, "id": "towns", "title": "Towns", "outputs": ["en"],
             "policy": "default", "decimals": {"rate": %d, "ratio": %1$d, "persons": %1$d},
             "indicators": [{"id": "at_work", "labels": "At work", "definition": "-", "numerator": "work = \\"1\\""}],
             "tables": [{"id": "T01", "title": "T", "breakdown": {"periods": ["2014"], "rows": "town",
               "indicator": "at_work", "reference": {"variable": "town", "code": "A"}, "totals": true,
               "measures": ["rate", "rate_low", "rate_high", "gap", "ratio", "missing"]}}]}
            """;

    private static final int MEASURES = 6;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path root;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static Commands commands;

    @BeforeAll
    static void releaseTheSameTableWithMoreAndMoreDecimals() throws IOException {
        commands = new Commands(root.resolve("state"));
        Files.writeString(root.resolve("codebook.json"), CODEBOOK);
        Files.writeString(root.resolve("people.csv"), people());
        for (int decimals : new int[] {0, 1, 6}) {
            Files.writeString(root.resolve("study" + decimals + ".json"), STUDY.formatted(decimals));
            // each in a workspace of its own: what has left before would be taken in
            done("import", "--workspace", "@w" + decimals, "--codebook", "@codebook.json", "@people.csv");
            done("run", "@study" + decimals + ".json", "--workspace", "@w" + decimals, "--out", "@release" + decimals);
        }
    }

    private static String people() {
        StringBuilder people = new StringBuilder("person,year,town,work\n");
        for (String line : TOWNS.lines().toList()) {
            String[] words = line.split(" ");
            for (int p = 0; p < Integer.parseInt(words[3]); p++) {
                String work = p < Integer.parseInt(words[1]) ? "1" : "0";
                people.append(String.join(",", words[0] + p, "2014", words[0], work))
                        .append('\n');
            }
        }
        return people.toString();
    }

    private static Commands.Outcome run(String... arguments) {
        return commands.run(Stream.of(arguments)
                .map(a -> a.startsWith("@") ? root.resolve(a.substring(1)).toString() : a)
                .toArray(String[]::new));
    }

    private static String done(String... arguments) {
        Commands.Outcome outcome = run(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.out();
    }

    /** The table to 15 significant digits, which is not meant to be passed on. */
    private static List<List<String>> inFull() {
        return lines(done(
                "tabulate",
                "--workspace",
                "@w1",
                "--study",
                "@study1.json",
                "--period",
                "2014",
                "--rows",
                "town",
                "--indicator",
                "at_work",
                "--reference",
                "town=A",
                "--totals",
                "--measures",
                "rate,rate_low,rate_high,gap,ratio,missing"));
    }

    private static List<List<String>> released(int decimals) throws IOException {
        return lines(Files.readString(root.resolve("release" + decimals + "/T01.csv")));
    }

    /** The cells of a CSV, each with its date, its town, and by measure its number and its status. */
    private static List<List<String>> lines(String csv) {
        return csv.lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();
    }

    private static List<List<String>> statuses(List<List<String>> cells) {
        return cells.stream()
                .map(cell -> Stream.concat(
                                Stream.of(cell.get(1)),
                                Stream.iterate(3, i -> i < cell.size(), i -> i + 2)
                                        .map(cell::get))
                        .toList())
                .toList();
    }

    private static List<String> numbers(List<List<String>> cells) {
        return cells.stream()
                .flatMap(cell ->
                        Stream.iterate(2, i -> i < cell.size(), i -> i + 2).map(cell::get))
                .filter(number -> !number.isEmpty())
                .toList();
    }

    /** The rate of a town as it is printed. */
    private static String rate(List<List<String>> cells, String town) {
        return cells.stream()
                .filter(cell -> cell.get(1).equals(town))
                .map(cell -> cell.get(2))
                .findFirst()
                .orElseThrow();
    }

    /** The first fraction, by continued fractions, that prints as this rate does. */
    private static String guess(String rate) {
        BigDecimal printed = new BigDecimal(rate);
        BigDecimal left = printed.movePointLeft(2);
        long[] numerators = {0, 1};
        long[] denominators = {1, 0};
        while (true) {
            long whole = left.longValue();
            numerators = new long[] {numerators[1], whole * numerators[1] + numerators[0]};
            denominators = new long[] {denominators[1], whole * denominators[1] + denominators[0]};
            BigDecimal tried = BigDecimal.valueOf(100 * numerators[1])
                    .divide(BigDecimal.valueOf(denominators[1]), printed.scale(), RoundingMode.HALF_UP);
            if (tried.compareTo(printed) == 0) {
                return numerators[1] + " of " + denominators[1];
            }
            left = BigDecimal.ONE.divide(left.subtract(BigDecimal.valueOf(whole)), MathContext.DECIMAL128);
        }
    }

    /** One decimal tells a wrong number of persons; six are as good as fifteen digits. */
    @Test
    void aRateWithManyDecimalsTellsItsPersons() throws IOException {
        assertThat(rate(released(1), "B")).isEqualTo("39.2");
        assertThat(rate(released(6), "B")).isEqualTo("39.240506");
        assertThat(rate(inFull(), "B")).isEqualTo("39.2405063291139");
        assertThat(guess("39.2")).isEqualTo("20 of 51");
        assertThat(guess("39.240506")).isEqualTo("31 of 79");
        assertThat(guess("39.2405063291139")).isEqualTo("31 of 79");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6})
    void soACellHasTheSameStatusWithAnyDecimals(int decimals) throws IOException {
        List<List<String>> cells = released(decimals);
        assertThat(cells).hasSize(9);
        assertThat(statuses(cells)).isEqualTo(statuses(inFull()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6})
    void andARateOfTooFewNeverLeaves(int decimals) throws IOException {
        for (List<List<String>> cells : List.of(released(decimals), inFull())) {
            for (String town : List.of("three-work", "three-do-not", "all-work", "nobody-works")) {
                assertThat(statuses(cells)).contains(List.of(town, "c", "c", "c", "c", "c", "c"));
                assertThat(rate(cells, town)).isEmpty();
            }
            assertThat(statuses(cells)).contains(List.of("B", "", "", "", "", "", ""));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 10})
    void moreThanSixAreRefused(int decimals) throws IOException {
        Files.writeString(root.resolve("many.json"), STUDY.formatted(decimals));
        Commands.Outcome outcome = run("run", "@many.json", "--workspace", "@w1", "--out", "@many");
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("Decimals are 0 to 6.");
        assertThat(root.resolve("many")).doesNotExist();
    }

    /** As they lie in the files, before any program rounds what it shows. */
    @ParameterizedTest
    @CsvSource({"0,-?[0-9]+", "1,-?[0-9]+[.][0-9]", "6,-?[0-9]+[.][0-9]{6}"})
    void everyFileHasTheDecimalsOfTheStudyAndNoMore(int decimals, String form) throws IOException {
        List<String> csv = numbers(released(decimals));
        assertThat(csv).hasSize(5 * MEASURES - 3).allMatch(number -> number.matches(form));
        assertThat(json(decimals)).isEqualTo(csv);
        assertThat(xlsx(decimals)).isEqualTo(csv);
    }

    @Test
    void moreDecimalsWouldBeNoticed() {
        assertThat(numbers(inFull())).anyMatch(number -> number.matches("-?[0-9]+[.][0-9]{12,}"));
    }

    private static List<String> json(int decimals) throws IOException {
        List<String> numbers = new ArrayList<>();
        JsonNode table = JSON.readTree(Files.readString(root.resolve("release" + decimals + "/T01.json")));
        for (JsonNode cell : table.get("cells")) {
            for (JsonNode figure : cell.get("values")) {
                if (!figure.get("value").isNull()) {
                    numbers.add(figure.get("value").decimalValue().toPlainString());
                }
            }
        }
        return numbers;
    }

    private static List<String> xlsx(int decimals) throws IOException {
        List<String> numbers = new ArrayList<>();
        try (InputStream in = Files.newInputStream(root.resolve("release" + decimals + "/en/T01.xlsx"));
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.NUMERIC && cell instanceof XSSFCell written) {
                        numbers.add(written.getRawValue());
                    }
                }
            }
        }
        return numbers;
    }
}
