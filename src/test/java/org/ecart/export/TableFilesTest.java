package org.ecart.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ecart.Elsewhere;
import org.ecart.i18n.Messages;
import org.ecart.i18n.Numbers;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Policy;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;
import org.ecart.protect.ReleasableTables;
import org.junit.jupiter.api.Test;

/** Every file format against the table, cell by cell. */
class TableFilesTest {
    private static final Messages MESSAGES = Messages.load();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Test
    void theCsvOfASmallTable() throws IOException {
        assertThat(text(csv(ReleasableTables.byGender(), false))).isEqualTo("""
                        period,origin,gender,persons,persons_status,rate,rate_status,gap,gap_status
                        2014,BE,F,1234567,,67.8,,,z
                        2014,BE,M,617283,,79.7,,,z
                        2014,BE,_T,411522,,73.1,,,z
                        2014,EU13,F,,c,,c,,c
                        2014,EU13,M,,c,,c,,c
                        2014,EU13,_T,205761,,60.4,,-12.6,
                        2014,UND,F,176366,,49.5,,-18.3,
                        2014,UND,M,154320,,59.2,,-20.5,
                        2014,UND,_T,137174,,55.0,,-18.1,
                        2014,_T,F,123456,,63.1,,-4.7,
                        2014,_T,M,112233,,73.2,,-6.5,
                        2014,_T,_T,,x,,x,,x
                        """);
    }

    @Test
    void theExamplesOfTheManualAreWhatTheWritersWrite() throws IOException {
        ReleasableTable table = ReleasableTables.documented();
        Path manual = Path.of("docs", "formats");
        assertThat(text(csv(table, false))).isEqualTo(Files.readString(manual.resolve("table.example.csv")));
        assertThat(text(json(table, false))).isEqualTo(Files.readString(manual.resolve("table.example.json")));
    }

    @Test
    void exactFiguresHaveFifteenDigits() throws IOException {
        assertThat(text(csv(ReleasableTables.gaps(), true)))
                .contains("2014,MAGH,205761,,44.3333333333333,,-28.7084666666667,\n")
                .contains("2014,UND,94966,,55,,-18.0418,\n");
    }

    @Test
    void everyCellOfTheCsvIsTheTables() throws IOException {
        for (ReleasableTable table : tables()) {
            List<String> lines = text(csv(table, false)).lines().skip(1).toList();
            assertThat(lines).hasSize(table.shape().size());
            for (int cell = 0; cell < lines.size(); cell++) {
                String[] fields = lines.get(cell).split(",", -1);
                List<String> codes = List.copyOf(
                        table.shape().codes(table.shape().address(cell)).values());
                assertThat(List.of(fields).subList(1, 1 + codes.size())).isEqualTo(codes);
                int at = 1 + codes.size();
                for (Measure measure : table.measures()) {
                    Value value = table.value(measure, cell);
                    assertThat(fields[at++]).isEqualTo(printed(table, measure, value));
                    assertThat(fields[at++]).isEqualTo(value.status().code());
                }
            }
        }
    }

    @Test
    void everyCellOfTheJsonIsTheTablesAndTheSchemaHolds() throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema());
        for (ReleasableTable table : tables()) {
            byte[] file = json(table, false);
            assertThat(schema.validate(text(file), InputFormat.JSON)).isEmpty();
            JsonNode cells = JSON.readTree(file).get("cells");
            assertThat(cells).hasSize(table.shape().size());
            for (int cell = 0; cell < cells.size(); cell++) {
                JsonNode written = cells.get(cell);
                assertThat(JSON.convertValue(written.get("codes"), Map.class))
                        .isEqualTo(table.shape().codes(table.shape().address(cell)));
                for (Measure measure : table.measures()) {
                    Value value = table.value(measure, cell);
                    JsonNode figure = written.get("values").get(measure.id());
                    assertThat(figure.get("status").textValue())
                            .isEqualTo(value.status().code());
                    String number = figure.get("value").isNull()
                            ? ""
                            : figure.get("value").decimalValue().toPlainString();
                    assertThat(number).isEqualTo(printed(table, measure, value));
                }
            }
        }
    }

    @Test
    void theSchemaRefusesANumberInAConfidentialCell() throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema());
        String file = text(json(ReleasableTables.byGender(), false));
        String leak = file.replaceFirst("\"value\": null,(\\s+\"status\": \"c\")", "\"value\": 3,$1");
        assertThat(leak).isNotEqualTo(file);
        assertThat(schema.validate(leak, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void everyCellOfTheSheetIsTheTables() throws IOException {
        for (ReleasableTable table : tables()) {
            try (XSSFWorkbook workbook = open(xlsx(table, Language.NL))) {
                assertThat(figures(workbook.getSheetAt(0), table)).isEqualTo(expected(table));
            }
        }
    }

    @Test
    void theSheetHasItsWordsAndTheMarksItUses() throws IOException {
        try (XSSFWorkbook workbook = open(xlsx(ReleasableTables.byGender(), Language.DE))) {
            List<String> texts = texts(workbook.getSheetAt(0));
            assertThat(workbook.getSheetName(0)).isEqualTo("T03");
            assertThat(texts)
                    .containsSubsequence(
                            "Geschlecht", "Frauen", "Männer", "Insgesamt", "Herkunft", "Personen", "Quote, %")
                    .containsSubsequence("Belgisch", "EU-13", "[c]", "Unbestimmt", "Insgesamt")
                    .contains("[c] vertraulich: kleine Gruppe", "[z] nicht zutreffend", "[x] nicht verfügbar")
                    .contains("SYNTHETISCHE DATEN, keine Ergebnisse")
                    .doesNotContain("[b] Bruch in der Reihe");
        }
    }

    @Test
    void nestedRowsAreIndentedAndBlocksNameTheirLayer() throws IOException {
        try (XSSFWorkbook workbook = open(xlsx(ReleasableTables.large(3), Language.EN))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(texts(sheet))
                    .containsSubsequence(
                            "2013 · Level of education: Low",
                            "Belgian",
                            "Women",
                            "Men",
                            "Total",
                            "Central / South American")
                    .containsSubsequence("2014 · Level of education: Total", "Belgian");
            Row women = row(sheet, "Women");
            assertThat(women.getCell(0).getCellStyle().getIndention()).isEqualTo((short) 1);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        }
    }

    @Test
    void withoutProtectionSheetAndJsonSaySo() throws IOException {
        ReleasableTable table = ReleasableTables.gaps(Policy.none("a check"), List.of());
        try (XSSFWorkbook workbook = open(xlsx(table, Language.FR))) {
            assertThat(texts(workbook.getSheetAt(0))).contains("INTERNE, NON PROTÉGÉ : a check");
        }
        JsonNode json = JSON.readTree(json(table, true));
        assertThat(json.get("protected").booleanValue()).isFalse();
        assertThat(json.get("notProtectedBecause").textValue()).isEqualTo("a check");
    }

    @Test
    void sameBytesTwiceAndElsewhere() throws Exception {
        ReleasableTable table = ReleasableTables.large(7);
        for (Format format : List.<Format>of(t -> csv(t, true), t -> json(t, true), t -> xlsx(t, Language.FR))) {
            byte[] here = format.write(table);
            assertThat(format.write(table)).isEqualTo(here);
            assertThat(Elsewhere.run(() -> format.write(table))).isEqualTo(here);
        }
    }

    private interface Format {
        byte[] write(ReleasableTable table) throws IOException;
    }

    private static List<ReleasableTable> tables() {
        return Stream.of(
                        ReleasableTables.gaps(Policy.DEFAULT, List.of("NAM")),
                        ReleasableTables.byGender(),
                        ReleasableTables.withoutTotals(),
                        ReleasableTables.large(11))
                .toList();
    }

    private static String printed(ReleasableTable table, Measure measure, Value value) {
        return value.number()
                .map(n -> Numbers.rounded(n, table.decimals().of(measure)).toPlainString())
                .orElse("");
    }

    /** All figures and marks in reading order: period, layer, row, column, measure. */
    private static List<String> expected(ReleasableTable table) {
        TableShape shape = table.shape();
        List<String> all = new ArrayList<>();
        for (int period = 0; period < shape.periods().size(); period++) {
            for (int layer = 0; layer < shape.layers().entries().size(); layer++) {
                for (int row = 0; row < shape.rows().entries().size(); row++) {
                    for (int column = 0; column < shape.columns().entries().size(); column++) {
                        for (Measure measure : table.measures()) {
                            Value value = table.value(measure, shape.index(new Address(period, row, column, layer)));
                            all.add(
                                    value.number().isPresent()
                                            ? Double.toString(Double.parseDouble(printed(table, measure, value)))
                                            : value.status().mark());
                        }
                    }
                }
            }
        }
        return all;
    }

    private static List<String> figures(XSSFSheet sheet, ReleasableTable table) {
        int last = table.shape().columns().entries().size() * table.measures().size();
        List<String> found = new ArrayList<>();
        for (Row row : sheet) {
            for (int x = 1; x <= last; x++) {
                Cell cell = row.getCell(x);
                if (cell == null) {
                    continue;
                }
                if (cell.getCellType() == CellType.NUMERIC) {
                    found.add(Double.toString(cell.getNumericCellValue()));
                } else if (cell.getStringCellValue().startsWith("[")) {
                    found.add(cell.getStringCellValue());
                }
            }
        }
        return found;
    }

    private static List<String> texts(XSSFSheet sheet) {
        List<String> texts = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING) {
                    texts.add(cell.getStringCellValue());
                }
            }
        }
        return texts;
    }

    private static Row row(XSSFSheet sheet, String label) {
        for (Row row : sheet) {
            Cell first = row.getCell(0);
            if (first != null
                    && first.getCellType() == CellType.STRING
                    && first.getStringCellValue().equals(label)) {
                return row;
            }
        }
        throw new AssertionError("no row " + label);
    }

    private static byte[] csv(ReleasableTable table, boolean exact) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.write(table, exact, out);
        return out.toByteArray();
    }

    private static byte[] json(ReleasableTable table, boolean exact) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonTableWriter.write(table, exact, out);
        return out.toByteArray();
    }

    private static byte[] xlsx(ReleasableTable table, Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxWriter.write(table, language, MESSAGES, out);
        return out.toByteArray();
    }

    private static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static String schema() throws IOException {
        try (InputStream in = TableFilesTest.class.getResourceAsStream("/schema/table-1.json")) {
            assertThat(in).isNotNull();
            return text(in.readAllBytes());
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
