package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ecart.Elsewhere;
import org.ecart.real.Commands;
import org.ecart.real.CsvTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The release of the sample's study through the commands, as files on disk. */
class ReleaseTest {
    private static final Path SAMPLE = Path.of("sample-data");
    private static final Path STUDY = SAMPLE.resolve("study.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Variables and measures of the tables, and the figures of a CSV line by measure. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "T01", List.of("period", "origin"),
            "T02", List.of("period", "origin_rollup", "gender"),
            "T03", List.of("period", "origin_rollup"));

    private static final Map<String, List<String>> MEASURES = Map.of(
            "T01", List.of("persons", "rate", "gap", "ratio", "missing"),
            "T02", List.of("persons", "rate", "gap"),
            "T03", List.of("persons", "rate", "gap", "missing"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path root;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static Commands commands;

    @BeforeAll
    static void importAndRunTheSample() throws IOException {
        commands = new Commands(root.resolve("state"));
        importInto("workspace");
        run(STUDY, "workspace", "release");
    }

    private static void importInto(String workspace) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "import",
                "--workspace",
                root.resolve(workspace).toString(),
                "--codebook",
                SAMPLE.resolve("codebook.json").toString()));
        try (Stream<Path> files = Files.list(SAMPLE)) {
            files.map(Path::toString).filter(f -> f.endsWith(".csv")).sorted().forEach(arguments::add);
        }
        done(arguments.toArray(String[]::new));
    }

    private static Commands.Outcome run(Path study, String workspace, String out) {
        return done(
                "run",
                study.toString(),
                "--workspace",
                root.resolve(workspace).toString(),
                "--out",
                root.resolve(out).toString());
    }

    private static Commands.Outcome done(String... arguments) {
        Commands.Outcome outcome = commands.run(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEmpty();
        return outcome;
    }

    /** Every file by its path inside. */
    private static Map<String, byte[]> files(String release) throws IOException {
        Path folder = root.resolve(release);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
        return files;
    }

    @Test
    void holdsEachTableAndChartInEachLanguageAndNothingElse() throws IOException {
        List<String> expected =
                new ArrayList<>(List.of("internal/audit.json", "internal/manifest.json", "internal/study.json"));
        for (String number : List.of("01", "02", "03")) {
            expected.addAll(List.of("T" + number + ".csv", "T" + number + ".json"));
            for (String language : List.of("en", "fr", "nl", "de")) {
                expected.add(language + "/T" + number + ".xlsx");
                expected.add(language + "/C" + number + ".png");
                expected.add(language + "/C" + number + ".svg");
            }
        }
        assertThat(files("release").keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void isTheSameByteByByteInAnotherCountry() throws Exception {
        Elsewhere.run(() -> {
            importInto("workspace-elsewhere");
            return run(STUDY, "workspace-elsewhere", "elsewhere");
        });
        Map<String, byte[]> here = files("release");
        Map<String, byte[]> there = files("elsewhere");
        assertThat(there.keySet()).isEqualTo(here.keySet());
        here.forEach((path, content) ->
                assertThat(Arrays.equals(there.get(path), content)).as(path).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"T01", "T02", "T03"})
    void csvAndJsonAgreeCellByCell(String table) throws IOException {
        CsvTable csv = csv(table);
        JsonNode cells = JSON.readTree(
                        root.resolve("release/" + table + ".json").toFile())
                .get("cells");
        assertThat(cells).hasSize(csv.rows().size());
        for (JsonNode cell : cells) {
            List<String> key = new ArrayList<>(List.of(cell.get("period").textValue()));
            keys(table).stream()
                    .skip(1)
                    .forEach(v -> key.add(cell.get("codes").get(v).textValue()));
            for (String measure : measures(table)) {
                JsonNode figure = cell.get("values").get(measure);
                CsvTable.Row row = csv.row(key);
                assertThat(figure.get("status").textValue()).isEqualTo(row.get(measure + "_status"));
                if (figure.get("value").isNull()) {
                    assertThat(row.get(measure)).isEmpty();
                } else {
                    assertThat(Double.parseDouble(row.get(measure)))
                            .isEqualTo(figure.get("value").doubleValue());
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"T01,fr", "T01,de", "T02,nl", "T02,en", "T03,fr", "T03,en"})
    void theSheetHasTheFiguresAndMarksOfTheCsvInTheSameOrder(String table, String language) throws IOException {
        List<String> expected = new ArrayList<>();
        csv(table).rows().values().forEach(row -> measures(table).forEach(measure -> {
            String status = row.get(measure + "_status");
            expected.add(
                    row.get(measure).isEmpty()
                            ? "[" + status + "]"
                            : Double.toString(Double.parseDouble(row.get(measure))));
        }));
        assertThat(figures(root.resolve("release/" + language + "/" + table + ".xlsx")))
                .isEqualTo(expected);
    }

    /** Numbers and marks right of the first column, row by row. */
    private static List<String> figures(Path file) throws IOException {
        List<String> figures = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row) {
                    if (cell.getColumnIndex() == 0) {
                        continue;
                    }
                    if (cell.getCellType() == CellType.NUMERIC) {
                        figures.add(Double.toString(cell.getNumericCellValue()));
                    } else if (cell.getStringCellValue().startsWith("[")) {
                        figures.add(cell.getStringCellValue());
                    }
                }
            }
        }
        return figures;
    }

    /** One decimal for rates and gaps, two for ratios, none for persons: more would tell the counts. */
    @ParameterizedTest
    @ValueSource(strings = {"T01", "T02", "T03"})
    void noFigureHasMoreDecimalsThanTheStudySays(String table) {
        Map<String, String> forms = Map.of(
                "persons", "[0-9]*",
                "rate", "([0-9]+\\.[0-9])?",
                "gap", "(-?[0-9]+\\.[0-9])?",
                "ratio", "([0-9]+\\.[0-9]{2})?",
                "missing", "(-?[0-9]+)?");
        csv(table).rows().values().forEach(row -> measures(table)
                .forEach(m -> assertThat(row.get(m)).as(m).matches(forms.getOrDefault(m, "none"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "nl", "de"})
    void noWordInAChartHasMoreDecimalsEither(String language) throws IOException {
        Pattern text = Pattern.compile(">([^<>]*)<");
        for (String chart : List.of("C01", "C02", "C03")) {
            Matcher matcher =
                    text.matcher(Files.readString(root.resolve("release/" + language + "/" + chart + ".svg")));
            while (matcher.find()) {
                assertThat(matcher.group(1)).as(chart).doesNotContainPattern("[0-9][.,][0-9]{2}(?![0-9])");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"en,SYNTHETIC DATA", "fr,DONNÉES SYNTHÉTIQUES", "nl,SYNTHETISCHE GEGEVENS", "de,SYNTHETISCHE DATEN"})
    void everySheetChartAndJsonSaysThatItIsSynthetic(String language, String notice) throws IOException {
        for (String number : List.of("01", "02", "03")) {
            assertThat(Files.readString(root.resolve("release/" + language + "/C" + number + ".svg")))
                    .contains(notice);
            assertThat(JSON.readTree(
                                    root.resolve("release/T" + number + ".json").toFile())
                            .at("/caption/notice/" + language)
                            .textValue())
                    .startsWith(notice);
            assertThat(texts(root.resolve("release/" + language + "/T" + number + ".xlsx")))
                    .anyMatch(t -> t.startsWith(notice));
        }
    }

    @Test
    void aRollUpSaysWhatItsCategoriesArePutTogetherFrom() throws IOException {
        JsonNode byOrigin = JSON.readTree(root.resolve("release/T01.json").toFile());
        assertThat(byOrigin.at("/dimensions/0").has("of")).isFalse();
        JsonNode rolledUp = JSON.readTree(root.resolve("release/T02.json").toFile());
        assertThat(rolledUp.at("/dimensions/0/of").textValue()).isEqualTo("origin");
        assertThat(rolledUp.at("/dimensions/0/categories/1/of").toString()).isEqualTo("[\"EU14\",\"EU13\"]");
    }

    /** A CSV has no place for it, so whoever asks for one is told. */
    @Test
    void whoAsksForACsvIsToldThatItIsSynthetic() {
        Commands.Outcome table = commands.run(
                "tabulate",
                "--workspace",
                root.resolve("workspace").toString(),
                "--period",
                "2014",
                "--rows",
                "gender",
                "--indicator",
                "population");
        assertThat(table.err()).contains("SYNTHETIC DATA");
        assertThat(run(STUDY, "workspace", "told").err()).contains("SYNTHETIC DATA");
    }

    private static List<String> texts(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            workbook.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> {
                        if (cell.getCellType() == CellType.STRING) {
                            texts.add(cell.getStringCellValue());
                        }
                    }));
        }
        return texts;
    }

    /** How a cell was left out, and what can be computed of it, is nobody's business outside. */
    @Test
    void noPublicFileTellsKindsOrIntervals() throws IOException {
        assertThat(Files.readString(root.resolve("release/internal/audit.json")))
                .contains("\"kind\" : \"primary\"", "\"kind\" : \"secondary\"", "\"low\"", "\"high\"");
        files("release").forEach((path, content) -> {
            if (!path.startsWith("internal/")) {
                String text = path.endsWith(".xlsx")
                        ? String.join(" ", textsOf(path))
                        : new String(content, StandardCharsets.ISO_8859_1);
                assertThat(text)
                        .as(path)
                        .doesNotContainIgnoringCase("primary")
                        .doesNotContainIgnoringCase("secondary")
                        .doesNotContain("\"kind\"", "\"low\"", "\"high\"", "threshold");
            }
        });
    }

    private static List<String> textsOf(String path) {
        try {
            return texts(root.resolve("release").resolve(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void theAuditConformsToItsSchema() throws IOException {
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(Path.of("resources/schema/audit-1.json")))
                        .validate(JSON.readTree(
                                root.resolve("release/internal/audit.json").toFile())))
                .isEmpty();
    }

    @Test
    void theManifestHasTheFingerprintOfEveryOtherFile() throws IOException {
        Map<String, byte[]> files = files("release");
        JsonNode listed = JSON.readTree(
                        root.resolve("release/internal/manifest.json").toFile())
                .get("files");
        assertThat(listed).hasSize(files.size() - 1);
        listed.properties().forEach(e -> assertThat(Hashes.sha256(files.getOrDefault(e.getKey(), new byte[0])))
                .as(e.getKey())
                .isEqualTo(e.getValue().textValue()));
    }

    @Test
    void withoutProtectionEverythingIsInternalAndSaysWhy() throws IOException {
        Path study = root.resolve("open.json");
        Files.writeString(
                study,
                Files.readString(STUDY)
                        .replace(
                                "\"policy\": \"default\"",
                                "\"policy\": {\"id\": \"none\", \"reason\": \"a look inside the house\"}"));
        Commands.Outcome outcome = run(study, "workspace", "open");
        assertThat(outcome.err()).contains("NOT PROTECTED", "a look inside the house");
        Map<String, byte[]> files = files("open");
        assertThat(files).as("all but the audit").hasSize(files("release").size() - 1);
        assertThat(files.keySet()).allMatch(path -> path.startsWith("internal/"));
        assertThat(JSON.readTree(root.resolve("open/internal/T01.json").toFile())
                        .get("notProtectedBecause"))
                .isNotNull();
        assertThat(texts(root.resolve("open/internal/fr/T01.xlsx")))
                .anyMatch(t -> t.contains("a look inside the house"));
        assertThat(Files.readString(root.resolve("open/internal/fr/C01.svg"))).contains("a look inside the house");
    }

    private static CsvTable csv(String table) {
        try {
            return CsvTable.parse(Files.readString(root.resolve("release/" + table + ".csv")), keys(table));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> keys(String table) {
        return KEYS.getOrDefault(table, List.of());
    }

    private static List<String> measures(String table) {
        return MEASURES.getOrDefault(table, List.of());
    }
}
