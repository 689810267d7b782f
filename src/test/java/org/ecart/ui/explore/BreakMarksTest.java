package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ecart.chart.Charts;
import org.ecart.export.CsvWriter;
import org.ecart.export.JsonTableWriter;
import org.ecart.export.XlsxWriter;
import org.ecart.files.AxisText;
import org.ecart.files.ConditionText;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.ChartSpec;
import org.ecart.model.Condition;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.ReleasableTable;
import org.ecart.study.FewPersons;
import org.junit.jupiter.api.Test;

/** One status a cell everywhere: the mark of a break is the same in every file, in charts and on screen. */
class BreakMarksTest {
    private static final Messages MESSAGES = Messages.load();
    private static final String NOTE = "Break in the series from 2014: coded by another source";

    private static final Study STUDY = Definitions.study("""
            {"format": "ecart/study", "version": 1, "id": "s", "title": "s", "policy": "default",
             "breaks": [{"period": "2014", "variables": ["work"], "note": "coded by another source"}]}
            """);

    private static final Rules AREA = Definitions.rules("""
            {"format": "ecart/rules", "version": 1, "variable": "area", "set": "towns", "edition": "3",
             "labels": "Area",
             "categories": [{"code": "N", "labels": "North"}, {"code": "S", "labels": "South"},
                            {"code": "E", "labels": "East"}],
             "recode": {"of": "town", "groups": {"N": ["n"], "S": ["s"]}, "else": "E"}}
            """);

    /** Sixteen in the north, half of them at work; twenty-four in the south, a third; three in the east: too few. */
    private static ProtectedTable table() {
        StringBuilder persons = new StringBuilder("town,work\n");
        IntStream.range(0, 16).forEach(i -> persons.append("n,").append(i % 2).append('\n'));
        IntStream.range(0, 24)
                .forEach(i -> persons.append("s,").append(i % 3 == 0 ? 1 : 0).append('\n'));
        IntStream.range(0, 3).forEach(i -> persons.append("e,1\n"));
        Indicator atWork = new Indicator(
                "at_work",
                Labels.same("At work"),
                Labels.same("those at work"),
                new Indicator.Statistic.Rate(ConditionText.parse("work = \"1\""), Condition.ALL),
                Optional.empty());
        Breakdown breakdown = new Breakdown(
                List.of(Period.ofYear(2013), Period.ofYear(2014)),
                AxisText.parse("area"),
                Axis.EMPTY,
                Axis.EMPTY,
                Condition.ALL,
                "at_work",
                Optional.empty(),
                Optional.of(new Breakdown.Reference("area", "N")),
                new Breakdown.Weight.Default(),
                true,
                false,
                List.of(Measure.RATE, Measure.GAP));
        return new FewPersons()
                .at(2013, persons.toString())
                .at(2014, persons.toString())
                .tables(List.of(AREA), List.of(atWork))
                .make(STUDY, breakdown, Progress.NONE);
    }

    private static final List<String> EXPECTED = List.of(
            "50.0", "[z]", "33.3", "-16.7", "[c]", "[c]", "50.0 [b]", "[z]", "33.3 [b]", "-16.7 [b]", "[c]", "[c]");

    @Test
    void inCsv() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.write(table().releasable(), false, out);
        List<String> cells = new ArrayList<>();
        out.toString(StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
            String[] fields = line.split(",", -1);
            cells.add(cell(fields[2], fields[3]));
            cells.add(cell(fields[4], fields[5]));
        });
        assertThat(cells).isEqualTo(EXPECTED);
    }

    private static String cell(String number, String status) {
        return (number + (status.isEmpty() ? "" : " [" + status + "]")).strip();
    }

    @Test
    void inJsonWithTheNoteAndTheRuleSet() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonTableWriter.write(table().releasable(), false, out);
        JsonNode json = new ObjectMapper().readTree(out.toByteArray());
        List<String> cells = new ArrayList<>();
        json.get("cells").forEach(cell -> cell.get("values")
                .forEach(v -> cells.add(cell(
                        v.get("value").isNull()
                                ? ""
                                : v.get("value").decimalValue().setScale(1).toPlainString(),
                        v.get("status").textValue()))));
        assertThat(cells).isEqualTo(EXPECTED);
        assertThat(json.at("/caption/notes").findValuesAsText("en")).contains(NOTE);
        assertThat(json.at("/caption/definitions").findValuesAsText("en"))
                .contains("Area: rules \"towns\", edition 3.");
    }

    @Test
    void inXlsxWithTheNoteAndTheRuleSet() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxWriter.write(table().releasable(), Language.EN, MESSAGES, out);
        List<String> figures = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            DataFormatter shown = new DataFormatter(Locale.ROOT);
            for (Row row : workbook.getSheetAt(0)) {
                texts.add(shown.formatCellValue(row.getCell(0)));
                String label = texts.get(texts.size() - 1);
                if (List.of("North", "South", "East").contains(label)) {
                    figures.add(plain(shown.formatCellValue(row.getCell(1))));
                    figures.add(plain(shown.formatCellValue(row.getCell(2))));
                }
            }
        }
        assertThat(figures).isEqualTo(EXPECTED);
        assertThat(texts).contains(NOTE, "[b] break in the series", "Area: rules \"towns\", edition 3.");
    }

    @Test
    void onScreen() {
        ProtectedTable made = table();
        GridModel grid = new GridModel(made.releasable(), made.marks(), Language.EN, MESSAGES, false);
        List<String> cells = new ArrayList<>();
        grid.lines().forEach(l -> grid.columns()
                .forEach(c -> cells.add(plain(grid.cell(l, c).text()))));
        assertThat(cells).isEqualTo(EXPECTED);
        assertThat(new TableText(grid, grid.lines(), grid.columns()).plain()).contains("33.3 [b]\t\u221216.7 [b]");
    }

    private static String plain(String printed) {
        return printed.replace('\u2212', '-').strip();
    }

    @Test
    void inChartsAndTheirTexts() {
        ReleasableTable table = table().releasable();
        Charts charts = new Charts(MESSAGES);
        ChartSpec lines = new ChartSpec("C01", Labels.same("Lines"), ChartSpec.Kind.LINES, "T01");
        assertThat(charts.alternative(lines, table, Language.EN))
                .contains("North: 2013 50.0 %; 2014 50.0 % [b]")
                .contains("South: 2013 33.3 %; 2014 33.3 % [b]")
                .contains("East: 2013 [c]; 2014 [c]");
        for (ChartSpec.Kind kind :
                List.of(ChartSpec.Kind.GAP_DUMBBELL, ChartSpec.Kind.CLUSTERED_BARS, ChartSpec.Kind.LINES)) {
            ChartSpec spec = new ChartSpec("C02", Labels.same("Chart"), kind, "T01");
            assertThat(new String(charts.svg(spec, table, Language.EN), StandardCharsets.UTF_8))
                    .as(kind.name())
                    .contains("33.3 [b]", NOTE, "[b] break in the series");
        }
        assertThat(new String(charts.svg(lines, table, Language.EN), StandardCharsets.UTF_8))
                .contains(">2014 [b]<");
    }
}
