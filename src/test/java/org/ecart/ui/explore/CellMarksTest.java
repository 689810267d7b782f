package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ecart.chart.BarsData;
import org.ecart.chart.Charts;
import org.ecart.chart.DumbbellData;
import org.ecart.chart.Place;
import org.ecart.export.CsvWriter;
import org.ecart.export.JsonTableWriter;
import org.ecart.export.XlsxWriter;
import org.ecart.model.ChartSpec;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.model.Value;
import org.ecart.protect.Protection;
import org.ecart.protect.ReleasableTable;
import org.ecart.ui.explore.ExploreViewModel.Shown;
import org.ecart.ui.task.InlineTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One status a cell everywhere, and the kind of a confidential cell nowhere but on the analyst's screen. */
class CellMarksTest extends OnSample {
    private ExploreViewModel model;

    /** The employment gap by origin and region, where cells are unsafe, go with them, and are compared with such. */
    @BeforeEach
    void open() {
        model = new ExploreViewModel(sample.study(), sample, new InlineTasks());
        model.put(Shelf.COLUMNS, "region", false);
    }

    private Shown shown() {
        return model.shownProperty().get().orElseThrow();
    }

    private ReleasableTable table() {
        return model.releasable().orElseThrow();
    }

    private GridModel grid(List<Protection> marks) {
        return new GridModel(table(), marks, Language.EN, Sample.MESSAGES, false);
    }

    private static String key(int cell, Measure measure) {
        return String.format(Locale.ROOT, "%04d %s", cell, measure.id());
    }

    private static String status(String printed) {
        return printed.endsWith("]") ? printed.substring(printed.length() - 2, printed.length() - 1) : "";
    }

    private Map<String, String> onScreen() {
        Map<String, String> all = new TreeMap<>();
        GridModel grid = grid(shown().marks());
        for (GridModel.Line line : grid.lines()) {
            for (GridModel.Column column : grid.columns()) {
                grid.index(line, column)
                        .ifPresent(i -> all.put(
                                key(i, column.measure()),
                                status(grid.cell(line, column).text())));
            }
        }
        return all;
    }

    private Map<String, String> inCsv() throws IOException {
        Map<String, String> all = new TreeMap<>();
        List<String> lines = csv().lines().toList();
        List<String> head = Arrays.asList(lines.get(0).split(",", -1));
        for (int cell = 0; cell < lines.size() - 1; cell++) {
            String[] fields = lines.get(cell + 1).split(",", -1);
            for (Measure measure : table().measures()) {
                all.put(key(cell, measure), fields[head.indexOf(measure.id() + "_status")]);
            }
        }
        return all;
    }

    private String csv() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.write(table(), false, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Map<String, String> inJson() throws IOException {
        Map<String, String> all = new TreeMap<>();
        JsonNode cells = new ObjectMapper().readTree(json()).get("cells");
        for (int cell = 0; cell < cells.size(); cell++) {
            for (Measure measure : table().measures()) {
                JsonNode value = cells.get(cell).get("values").get(measure.id());
                all.put(key(cell, measure), value.get("status").textValue());
            }
        }
        return all;
    }

    private String json() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonTableWriter.write(table(), false, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Map<String, String> inXlsx() throws IOException {
        Map<String, String> all = new TreeMap<>();
        TableShape shape = table().shape();
        int measures = table().measures().size();
        int row = 0;
        for (List<String> fields : sheet()) {
            int figures = shape.columns().entries().size() * measures;
            boolean whole = fields.size() == figures + 1
                    && fields.subList(1, fields.size()).stream().allMatch(f -> f.matches("[-\u2212+0-9.,]+|\\[[a-z]]"));
            for (int f = 0; whole && f < figures; f++) {
                int cell = shape.index(new Address(0, row, f / measures, 0));
                all.put(key(cell, table().measures().get(f % measures)), status(fields.get(f + 1)));
            }
            row += whole ? 1 : 0;
        }
        return all;
    }

    private List<List<String>> sheet() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxWriter.write(table(), Language.EN, Sample.MESSAGES, out);
        List<List<String>> rows = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            DataFormatter shown = new DataFormatter(Locale.ROOT);
            for (Row row : workbook.getSheetAt(0)) {
                List<String> fields = new ArrayList<>();
                row.forEach(cell -> fields.add(shown.formatCellValue(cell)));
                rows.add(fields);
            }
        }
        return rows;
    }

    /** Bars draw the rate of each cell, the gap chart rate and gap of the cells over all regions. */
    private Map<String, String> inCharts() {
        Map<String, String> all = new TreeMap<>();
        Charts charts = new Charts(Sample.MESSAGES);
        BarsData bars = charts.bars(table(), Language.EN);
        bars.panels().forEach(panel -> panel.clusters().forEach(cluster -> cluster.bars()
                .forEach(bar -> put(all, cluster.row(), Optional.of(bar.place()), bars.measure(), bar.value()))));
        for (DumbbellData.Panel panel : charts.data(table(), Language.EN).panels()) {
            List<DumbbellData.Line> lines = new ArrayList<>(panel.lines());
            lines.add(panel.reference());
            for (DumbbellData.Line line : lines) {
                put(all, line.row(), Optional.of(panel.place()), Measure.RATE, line.rate());
                put(all, line.row(), Optional.of(panel.place()), Measure.GAP, line.gap());
            }
        }
        return all;
    }

    private void put(Map<String, String> all, List<String> row, Optional<Place> place, Measure measure, Value value) {
        TableShape shape = table().shape();
        int cell = shape.index(new Address(
                0,
                shape.rows().entries().indexOf(row),
                shape.columns().entries().indexOf(place.orElseThrow().column()),
                0));
        all.put(key(cell, measure), value.status().code());
    }

    @Test
    void aCellHasTheSameStatusOnScreenInTheChartAndInEachFile() throws Exception {
        Map<String, String> screen = onScreen();
        assertThat(screen).hasSize(table().shape().size() * table().measures().size());
        assertThat(screen.values()).contains("", "c", "z");
        assertThat(shown().marks()).contains(Protection.PRIMARY, Protection.SECONDARY, Protection.SAFE);
        assertThat(inCsv()).isEqualTo(screen);
        assertThat(inJson()).isEqualTo(screen);
        assertThat(inXlsx()).isEqualTo(screen);
        Map<String, String> charts = inCharts();
        Map<String, String> drawn = new TreeMap<>(screen);
        drawn.keySet().retainAll(charts.keySet());
        assertThat(charts).isEqualTo(drawn);
        Set<String> rates = screen.keySet().stream()
                .filter(k -> k.endsWith(" " + Measure.RATE.id()))
                .collect(Collectors.toCollection(TreeSet::new));
        // all rates but those of the line over all origins are drawn
        assertThat(charts.keySet().stream().filter(rates::contains).count())
                .isGreaterThanOrEqualTo(rates.size() * 2L / 3);
        assertThat(charts.values()).contains("", "c");
    }

    @Test
    void theKindOfAConfidentialCellIsOnTheScreenOnly() throws Exception {
        GridModel grid = grid(shown().marks());
        assertThat(grid.looks()).contains(GridModel.Look.PRIMARY, GridModel.Look.SECONDARY);
        GridModel unmarked = grid(Collections.nCopies(shown().marks().size(), Protection.SAFE));
        TableText copied = new TableText(grid, grid.lines(), grid.columns());
        TableText without = new TableText(unmarked, unmarked.lines(), unmarked.columns());
        assertThat(copied.plain()).isEqualTo(without.plain()).contains("[c]");
        assertThat(copied.html()).isEqualTo(without.html()).contains("[c]");
        Charts charts = new Charts(Sample.MESSAGES);
        List<String> files = new ArrayList<>(List.of(csv(), json(), sheet().toString(), copied.html()));
        for (ChartSpec.Kind kind : List.of(ChartSpec.Kind.GAP_DUMBBELL, ChartSpec.Kind.CLUSTERED_BARS)) {
            ChartSpec spec = new ChartSpec("C01", Labels.same("Chart"), kind, "T01");
            files.add(new String(charts.svg(spec, table(), Language.EN), StandardCharsets.UTF_8));
            files.add(charts.alternative(spec, table(), Language.EN));
        }
        assertThat(files).allSatisfy(file -> assertThat(file.toLowerCase(Locale.ROOT))
                .contains("c")
                .doesNotContain("primary", "secondary", "unsafe", "left out to protect"));
    }

    @Test
    void whoDoesNotSeeTheMarkHearsIt() {
        GridModel grid = grid(shown().marks());
        for (Language language : Language.values()) {
            GridModel told = new GridModel(table(), shown().marks(), language, Sample.MESSAGES, false);
            Set<String> words = new TreeSet<>();
            for (GridModel.Line line : grid.lines()) {
                for (GridModel.Column column : grid.columns()) {
                    String spoken = told.spoken(line, column);
                    String text = told.cell(line, column).text();
                    if (text.equals("[c]")) {
                        words.add(spoken.substring(spoken.indexOf("[c]")));
                    } else {
                        assertThat(spoken).endsWith(text);
                    }
                }
            }
            assertThat(words).hasSize(grid.looks().size()).doesNotContain("[c]");
        }
    }
}
