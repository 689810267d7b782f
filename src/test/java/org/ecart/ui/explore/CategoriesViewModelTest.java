package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecart.files.Definitions;
import org.ecart.model.Breakdown;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.protect.PrintedTable;
import org.ecart.ui.task.InlineTasks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hiding, ordering and merging categories of a table; on the sample's extracts. */
class CategoriesViewModelTest extends OnSample {
    private static final Merging.Words WORDS =
            new Merging.Words(Labels.same("Merged"), Labels.same("Unknown"), Labels.same("No record"));

    private ExploreViewModel model;
    private CategoriesViewModel categories;

    @BeforeEach
    void open() {
        model = new ExploreViewModel(
                Sample.unprotected(sample.study(), "figures are added up"), sample, new InlineTasks());
        categories = model.categories();
    }

    private List<String> codes(String variable) {
        return categories.lines(variable).stream().map(l -> l.category().code()).toList();
    }

    private PrintedTable table() {
        return model.shownProperty().get().orElseThrow().table();
    }

    private List<String> rows() {
        return table().shape().rows().entries().stream()
                .map(codes -> String.join(" ", codes))
                .toList();
    }

    private BigDecimal persons(String row) {
        return table().value(Measure.PERSONS, rows().indexOf(row)).number().orElseThrow();
    }

    @Test
    void aHiddenCategoryIsNotPrintedAndItsTotalStays() {
        Study before = model.study();
        BigDecimal total = persons("_T");
        categories.hide("origin", List.of("EU14"));
        assertThat(rows()).doesNotContain("EU14").contains("EU13", "_T");
        assertThat(persons("_T")).isEqualTo(total);
        assertThat(categories.lines("origin"))
                .filteredOn(CategoriesViewModel.Line::hidden)
                .hasSize(1);
        categories.show("origin", List.of("EU14"));
        assertThat(rows()).contains("EU14");
        model.undo();
        model.undo();
        assertThat(Definitions.text(model.study())).isEqualTo(Definitions.text(before));
    }

    @Test
    void theReferenceAndTheLastCategoryCannotBeHidden() {
        assertThat(categories.canHide("origin", List.of("BE"))).isFalse();
        assertThat(categories.canHide("origin", codes("origin"))).isFalse();
        assertThat(categories.canHide("gender", List.of("1")))
                .as("not in the table")
                .isFalse();
        categories.hide("origin", List.of("BE"));
        assertThat(rows()).contains("BE");
        categories.hide("origin", List.of("EU14"));
        model.setReference("origin", "EU14");
        assertThat(rows()).as("what others are compared with is shown").contains("EU14");
    }

    @Test
    void theTotalOverAVariableCanBeHiddenToo() {
        assertThat(categories.linesAndTotal("origin")).last().matches(l -> l.category()
                .isTotal());
        categories.hide("origin", List.of("_T"));
        assertThat(rows()).contains("BE").doesNotContain("_T");
        categories.showAll();
        assertThat(rows()).contains("_T");
        model.setTotals(false);
        assertThat(categories.linesAndTotal("origin"))
                .noneMatch(l -> l.category().isTotal());
    }

    @Test
    void theUsualReferenceCannotBeHiddenEither() {
        model.edit(b -> b.withReference(Optional.empty()));
        assertThat(table().reference()).contains(new Breakdown.Reference("origin", "BE"));
        assertThat(categories.canHide("origin", List.of("BE"))).isFalse();
        categories.merge("origin", List.of("BE", "EU14"), "Belgian or neighbour", WORDS);
        assertThat(model.breakdown().reference()).contains(new Breakdown.Reference("origin_merged", "BE_EU14"));
        assertThat(model.failureProperty().get()).isEmpty();
    }

    @Test
    void categoriesMoveTogetherAndGoBackToTheCodeList() {
        List<String> before = codes("origin");
        assertThat(before).startsWith("BE", "EU14", "EU13", "CAND");
        categories.move("origin", Set.of("EU13", "CAND"), -1);
        assertThat(codes("origin")).startsWith("BE", "EU13", "CAND", "EU14");
        assertThat(rows()).startsWith("BE", "EU13", "CAND", "EU14");
        assertThat(model.breakdown().arrangement().order().get("origin"))
                .as("no more than is needed")
                .containsExactly("BE", "EU13", "CAND", "EU14");
        categories.move("origin", Set.of("EU13", "CAND"), -1);
        categories.move("origin", Set.of("EU13", "CAND"), -1);
        assertThat(codes("origin")).startsWith("EU13", "CAND", "BE", "EU14");
        categories.move("origin", Set.of("BE"), 1);
        assertThat(codes("origin")).startsWith("EU13", "CAND", "EU14", "BE");
        assertThat(categories.ordered("origin")).isTrue();
        categories.resetOrder("origin");
        assertThat(codes("origin")).isEqualTo(before);
        assertThat(categories.ordered("origin")).isFalse();
    }

    @Test
    void atTheEndOfTheListNothingMoves() {
        Study before = model.study();
        categories.move("origin", Set.of("BE"), -1);
        assertThat(model.study()).isEqualTo(before);
    }

    @Test
    void mergedCategoriesAreOneOfAVariableOfTheStudysOwn() {
        Study before = model.study();
        BigDecimal both = persons("EU14").add(persons("EU13"));
        BigDecimal asia = persons("ASIA");
        categories.hide("origin", List.of("NAM"));
        categories.merge("origin", List.of("EU14", "EU13"), "European Union", WORDS);
        assertThat(model.failureProperty().get()).isEmpty();
        assertThat(model.breakdown().rows()).hasToString("origin_merged");
        assertThat(model.breakdown().reference()).contains(new Breakdown.Reference("origin_merged", "BE"));
        assertThat(rows()).startsWith("BE", "EU14_EU13", "CAND").doesNotContain("NAM", "EU14", "unknown");
        assertThat(persons("EU14_EU13")).isEqualTo(both);
        assertThat(persons("ASIA")).isEqualTo(asia);
        Rules rules = model.study().rules().get(0);
        assertThat(rules.key()).isEqualTo("origin_merged=own@1");
        assertThat(rules.categories().get(1).labels().in(Language.FR)).isEqualTo("European Union");
        assertThat(sample.saved()).last().isEqualTo(model.study());
        model.undo();
        model.undo();
        assertThat(Definitions.text(model.study())).isEqualTo(Definitions.text(before));
        assertThat(rows()).contains("EU14", "EU13");
    }

    @Test
    void aMergedVariableCanBeMergedOnceMore() {
        categories.merge("origin", List.of("EU14", "EU13"), "European Union", WORDS);
        categories.merge("origin_merged", List.of("MAGH", "AFR"), "African", WORDS);
        assertThat(model.breakdown().rows()).hasToString("origin_merged_merged");
        assertThat(rows()).contains("EU14_EU13", "MAGH_AFR").doesNotContain("MAGH");
        assertThat(model.failureProperty().get()).isEmpty();
    }

    @Test
    void whoHasNoKnownCodeStaysApart() {
        model.clearReference();
        model.take("origin");
        model.put(Shelf.ROWS, "worker_status", false);
        assertThat(rows()).contains("_N");
        BigDecimal none = persons("_N");
        BigDecimal total = persons("_T");
        List<String> known = codes("worker_status").subList(0, 2);
        BigDecimal two = persons(known.get(0)).add(persons(known.get(1)));
        categories.merge("worker_status", known, "Private", WORDS);
        assertThat(model.failureProperty().get()).isEmpty();
        assertThat(persons(String.join("_", known))).isEqualTo(two);
        assertThat(persons("no_record")).isEqualTo(none);
        assertThat(persons("_T")).isEqualTo(total);
    }

    @Test
    void oneCategoryOrNoNameMergesNothing() {
        Study before = model.study();
        categories.merge("origin", List.of("EU14"), "One", WORDS);
        categories.merge("origin", List.of("EU14", "EU13"), "  ", WORDS);
        assertThat(model.study()).isEqualTo(before);
        assertThat(model.breakdown().rows()).hasToString("origin");
    }
}
