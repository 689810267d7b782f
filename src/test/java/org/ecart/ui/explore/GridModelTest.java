package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.protect.PrintedTable;
import org.ecart.ui.explore.ExploreViewModel.Shown;
import org.ecart.ui.task.InlineTasks;
import org.ecart.ui.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GridModelTest extends OnSample {
    private ExploreViewModel model;

    @BeforeEach
    void open() {
        model = new ExploreViewModel(sample.study(), sample, new InlineTasks());
    }

    private Shown shown() {
        return model.shownProperty().get().orElseThrow();
    }

    private GridModel grid(boolean byGap) {
        return new GridModel(shown().table(), shown().marks(), Language.EN, Sample.MESSAGES, byGap);
    }

    @Test
    void aLineForEachGroupAndAColumnForEachMeasure() {
        GridModel grid = grid(false);
        assertThat(grid.columns())
                .extracting(c -> c.heads().get(0))
                .containsExactly("Persons", "Rate, %", "Gap, pp", "Ratio", "Missing");
        assertThat(grid.lines()).first().satisfies(l -> {
            assertThat(l.label()).isEqualTo("Belgian");
            assertThat(l.reference()).isTrue();
        });
        assertThat(grid.lines()).last().satisfies(l -> assertThat(l.total()).isTrue());
        assertThat(grid.lines()).anyMatch(GridModel.Line::undetermined);
    }

    @Test
    void figuresAreRoundedOnceAndWrittenAsInPrint() {
        GridModel grid = grid(false);
        PrintedTable table = shown().table();
        GridModel.Line line = grid.lines().get(1);
        GridModel.Column gap = grid.columns().get(2);
        BigDecimal exact = table.value(Measure.GAP, grid.index(line, gap).orElseThrow())
                .number()
                .orElseThrow();
        assertThat(grid.cell(line, gap).text())
                .isEqualTo(
                        exact.setScale(1, RoundingMode.HALF_UP).toPlainString().replace('-', '\u2212'));
    }

    @Test
    void confidentialCellsAreMarkedByTheirKind() {
        GridModel grid = grid(false);
        List<GridModel.Look> looks = grid.lines().stream()
                .map(l -> grid.cell(l, grid.columns().get(0)))
                .filter(c -> c.text().equals("[c]"))
                .map(GridModel.Cell::look)
                .toList();
        assertThat(looks).containsOnly(GridModel.Look.PRIMARY, GridModel.Look.SECONDARY);
    }

    @Test
    void byGapTheReferenceIsFirstAndTheSmallestGapFollows() {
        GridModel grid = grid(true);
        assertThat(grid.lines().get(0).reference()).isTrue();
        assertThat(grid.lines()).last().satisfies(l -> assertThat(l.total()).isTrue());
        List<GridModel.Line> ordinary = grid.lines().stream()
                .filter(l -> !l.reference() && !l.total() && !l.undetermined())
                .toList();
        List<String> gaps = ordinary.stream()
                .map(l -> grid.cell(l, grid.columns().get(2)).text())
                .toList();
        List<BigDecimal> numbers = gaps.stream()
                .filter(g -> !g.equals("[c]"))
                .map(g -> new BigDecimal(g.replace('\u2212', '-').replace("+", "")))
                .toList();
        assertThat(numbers).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(gaps.subList(numbers.size(), gaps.size())).containsOnly("[c]");
        assertThat(grid.lines()).hasSameElementsAs(grid(false).lines());
    }

    @Test
    void aHeadKnowsTheCategoriesThatItIsAbout() {
        GridModel plain = grid(false);
        GridModel.Line last = plain.lines().get(plain.lines().size() - 1);
        assertThat(plain.categories(plain.lines().get(1))).containsExactly(new GridModel.Of("origin", "EU14", "EU-14"));
        assertThat(plain.categories(last)).containsExactly(new GridModel.Of("origin", "_T", "Total"));
        assertThat(plain.categories(plain.columns().get(0))).isEmpty();
        model.put(Shelf.ROWS, "gender", true);
        model.put(Shelf.COLUMNS, "region", false);
        GridModel nested = grid(false);
        assertThat(nested.categories(nested.lines().get(0)))
                .as("a heading")
                .containsExactly(new GridModel.Of("origin", "BE", "Belgian"));
        assertThat(nested.categories(nested.lines().get(1)))
                .extracting(GridModel.Of::variable)
                .containsExactly("gender", "origin");
        assertThat(nested.categories(nested.columns().get(0)))
                .extracting(GridModel.Of::variable)
                .containsExactly("region");
    }

    @Test
    void nestedRowsStayUnderTheirGroup() {
        model.put(Shelf.ROWS, "gender", true);
        GridModel plain = grid(false);
        GridModel sorted = grid(true);
        assertThat(plain.lines().get(0).row()).as("a heading").isEmpty();
        assertThat(plain.lines().get(1).indent()).isEqualTo(1);
        assertThat(sorted.lines()).hasSameElementsAs(plain.lines());
        assertThat(sorted.lines().get(0).label()).isEqualTo("Belgian");
        assertThat(sorted.lines().get(3).label()).isEqualTo("Total");
    }

    @Test
    void datesAndColumnVariablesHaveTheirHeads() {
        model.put(Shelf.COLUMNS, "gender", false);
        model.toggle(Period.ofYear(2013));
        GridModel grid = grid(false);
        assertThat(grid.dated()).isTrue();
        assertThat(grid.period(grid.lines().get(0))).isEqualTo("2013");
        assertThat(grid.columns().get(0).heads()).hasSize(2).endsWith("Persons");
        assertThat(grid.columns().get(grid.columns().size() - 1).heads()).containsExactly("Total", "Missing");
    }

    @Test
    void copiedTextKeepsLinesHeadsAndFigures() {
        model.put(Shelf.COLUMNS, "gender", false);
        GridModel grid = grid(false);
        TableText text = new TableText(grid, grid.lines(), grid.columns());
        List<String> lines = text.plain().lines().toList();
        assertThat(lines).hasSize(grid.lines().size() + 1);
        assertThat(lines.get(1).split("\t", -1))
                .hasSize(grid.columns().size() + 1)
                .startsWith("Belgian");
        assertThat(text.html())
                .startsWith("<table><tr><th colspan=\"1\" rowspan=\"2\">")
                .contains("<th colspan=\"5\" rowspan=\"1\">Total</th>")
                .contains(grid.cell(grid.lines().get(0), grid.columns().get(1)).text());
    }

    @Test
    void thePassportOfAConfidentialCellTellsNoFigure() {
        Texts texts = new Texts(Sample.MESSAGES, Language.EN);
        PassportText passport = new PassportText(
                shown(), model.breakdown(), model.offerProperty().get(), texts);
        for (int cell = 0; cell < shown().marks().size(); cell++) {
            List<String> names = passport.entries(cell).stream()
                    .map(PassportText.Entry::name)
                    .toList();
            assertThat(names).contains("Definition", "Numerator", "Denominator", "Ages", "Filters", "Rules", "Source");
            assertThat(names.contains("Persons"))
                    .isEqualTo(!shown().marks().get(cell).suppressed());
        }
        assertThat(passport.title(0)).isEqualTo("Belgian · 2014");
    }
}
