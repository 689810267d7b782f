package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.Breakdown;
import org.ecart.model.Category;
import org.ecart.model.Labels;
import org.ecart.model.Study;
import org.ecart.study.Offer;

/** How the categories of a variable are shown in the selected table, and what becomes one category. */
final class CategoriesViewModel {
    private final ExploreViewModel model;

    CategoriesViewModel(ExploreViewModel model) {
        this.model = model;
    }

    /**
     * A category in its place.
     *
     * @param reference whether others are compared with it, so that it cannot be hidden
     */
    record Line(Category category, boolean hidden, boolean reference) {}

    /** What a variable is called. */
    Labels labels(String variable) {
        return choice(variable).map(Offer.Choice::labels).orElseGet(() -> Labels.same(variable));
    }

    private Optional<Offer.Choice> choice(String variable) {
        return model.offerProperty().get().find(variable);
    }

    /** The categories that the table has, as they are ordered: those of the code list and those that only occur. */
    List<Line> lines(String variable) {
        Breakdown breakdown = model.breakdown();
        Map<String, Category> all = new LinkedHashMap<>();
        choice(variable)
                .map(Offer.Choice::categories)
                .orElse(List.of())
                .forEach(category -> all.put(category.code(), category));
        model.shownProperty().get().ifPresent(shown -> shown.table().shape().dimensions().stream()
                .filter(d -> d.variable().equals(variable))
                .flatMap(d -> d.categories().stream())
                .forEach(category -> all.putIfAbsent(category.code(), category)));
        List<String> hidden = breakdown.arrangement().hidden(variable);
        List<Category> ordered = new ArrayList<>(breakdown.arrangement().ordered(variable, List.copyOf(all.values())));
        ordered.removeIf(c -> !breakdown.showUndetermined() && (c.undetermined() || c.missing()));
        return ordered.stream()
                .map(c -> new Line(c, hidden.contains(c.code()), isReference(variable, c.code())))
                .toList();
    }

    /** The categories, and where there are totals the total last: it can be hidden too. */
    List<Line> linesAndTotal(String variable) {
        List<Line> lines = new ArrayList<>(lines(variable));
        if (model.breakdown().totals()) {
            boolean hidden = model.breakdown().arrangement().hidden(variable).contains(Category.TOTAL);
            lines.add(new Line(Category.of(Category.TOTAL, Labels.same(Category.TOTAL)), hidden, false));
        }
        return lines;
    }

    /** Whether others are compared with a category: the table's own reference, or the usual one that it falls back on. */
    boolean isReference(String variable, String code) {
        return model.breakdown()
                .reference()
                .or(() -> model.shownProperty().get().flatMap(s -> s.table().reference()))
                .filter(r -> r.variable().equals(variable) && r.code().equals(code))
                .isPresent();
    }

    /** How many categories are hidden. */
    long hidden(String variable) {
        return model.breakdown().arrangement().hidden(variable).size();
    }

    /** Whether these can be hidden: not the one that others are compared with, and not the last. */
    boolean canHide(String variable, Collection<String> codes) {
        List<Line> lines = lines(variable);
        boolean some = lines.stream().anyMatch(l -> !l.hidden() && !codes.contains(code(l)));
        boolean reference = lines.stream().anyMatch(l -> l.reference() && codes.contains(code(l)));
        boolean stands = model.breakdown().variables().contains(variable);
        return stands && some && !reference;
    }

    private static String code(Line line) {
        return line.category().code();
    }

    /** Hides categories, as far as they can be. */
    void hide(String variable, Collection<String> codes) {
        if (canHide(variable, codes)) {
            model.edit(b -> ArrangementEdits.hidden(b, variable, codes, true));
        }
    }

    /** Whether the innermost of the categories that a line is about can be hidden. */
    boolean canHide(List<GridModel.Of> line) {
        return !line.isEmpty()
                && canHide(line.get(0).variable(), List.of(line.get(0).code()));
    }

    /** Hides the innermost of the categories that a line is about. */
    void hide(List<GridModel.Of> line) {
        if (canHide(line)) {
            hide(line.get(0).variable(), List.of(line.get(0).code()));
        }
    }

    void show(String variable, Collection<String> codes) {
        model.edit(b -> ArrangementEdits.hidden(b, variable, codes, false));
    }

    /** Shows whatever is hidden on any axis. */
    void showAll() {
        model.edit(ArrangementEdits::allShown);
    }

    /** Moves categories up (-1) or down (1); they are in this order then, not in that of their gaps. */
    void move(String variable, Set<String> codes, int by) {
        List<String> all =
                lines(variable).stream().map(CategoriesViewModel::code).toList();
        model.sortedByGapProperty().set(false);
        // the total stands at the end whatever is selected with it
        model.edit(b -> ArrangementEdits.moved(b, variable, all, codes, by));
    }

    /** Whether a variable has an order of its own. */
    boolean ordered(String variable) {
        return model.breakdown().arrangement().order().containsKey(variable);
    }

    /** Goes back to the order of the code list. */
    void resetOrder(String variable) {
        model.edit(b -> ArrangementEdits.unordered(b, variable));
    }

    /** Goes back to the order of the code lists on every axis. */
    void resetOrders() {
        model.edit(ArrangementEdits::unordered);
    }

    /** The variables that the named share can be a share of the total over. */
    List<String> shareable() {
        return List.copyOf(model.breakdown().variables());
    }

    boolean shared(String variable) {
        return model.breakdown().arrangement().shareOf().contains(variable);
    }

    /** Makes the named share one of the total over a variable too, or no longer. */
    void toggleShare(String variable) {
        model.edit(b -> ArrangementEdits.shareToggled(b, variable));
    }

    /** Whether categories can become one: two or more, of a variable with a code list. */
    boolean canMerge(String variable, Collection<String> codes) {
        return codes.size() > 1
                && !codes.contains(Category.TOTAL)
                && model.breakdown().variables().contains(variable)
                && choice(variable).filter(c -> !c.categories().isEmpty()).isPresent();
    }

    /**
     * Puts a variable of the study's own in the place of this one, in which these categories are one.
     *
     * @param name of the merged category, in every language
     */
    void merge(String variable, Collection<String> codes, String name, Merging.Words words) {
        if (!canMerge(variable, codes) || name.isBlank()) {
            return;
        }
        List<Category> all =
                new ArrayList<>(lines(variable).stream().map(Line::category).toList());
        // those that are left out of this table are categories all the same
        choice(variable).stream()
                .flatMap(c -> c.categories().stream())
                .filter(c -> !all.contains(c))
                .forEach(all::add);
        Merging merging = new Merging(variable, all, isDerived(variable), words);
        model.history()
                .push(
                        merging.applied(model.study(), compared(model.table()), codes, name.strip(), this::taken),
                        model.table().id());
    }

    /** A reference that the table has without naming it is named: it would not be found under another variable. */
    private Study.Table compared(Study.Table table) {
        return table.withBreakdown(
                table.breakdown().withReference(table.breakdown().reference().or(() -> model.shownProperty()
                        .get()
                        .flatMap(s -> s.table().reference()))));
    }

    private boolean isDerived(String variable) {
        return model.offerProperty().get().groups().stream()
                .filter(g -> g.labels().isEmpty())
                .flatMap(g -> g.choices().stream())
                .anyMatch(c -> c.variable().equals(variable));
    }

    private boolean taken(String variable) {
        return choice(variable).isPresent()
                || model.study().rules().stream().anyMatch(r -> r.variable().equals(variable));
    }
}
