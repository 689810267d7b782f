package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Study;
import org.ecart.protect.PrintedTable;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protection;
import org.ecart.protect.ReleasableTable;
import org.ecart.study.Offer;
import org.ecart.ui.task.TaskRunner;

/**
 * Explore without a window: the study and its history, the selected breakdown, and the table it gives. Every change
 * makes a new study; the figures follow at once with what is unsafe by itself marked, the full protection after it.
 */
public final class ExploreViewModel {
    /** A table with more cells than this is made only when the analyst says so. */
    static final long LARGE = 50_000;

    /**
     * What the grid shows.
     *
     * @param marks what happened to each cell, numbered as the shape says
     * @param last the protected table once that is done, so that what is shown may leave
     * @param refusal why it may not leave, where no rule protects it
     */
    public record Shown(
            PrintedTable table,
            List<Protection> marks,
            Optional<ProtectedTable> last,
            Optional<EcartException> refusal) {}

    private final Analysis analysis;
    private final TaskRunner tasks;
    private final StudyHistory history;
    private final Making making;
    private final CategoriesViewModel categories;
    private final CellAuditViewModel audit;
    private final ReadOnlyObjectWrapper<Offer> offer;
    private final BooleanProperty sortedByGap = new SimpleBooleanProperty();
    private final ObjectProperty<OptionalInt> selectedCell = new SimpleObjectProperty<>(OptionalInt.empty());
    private TaskRunner.Running offering = () -> {};

    /** @param start a study with at least one table; the first is selected */
    public ExploreViewModel(Study start, Analysis analysis, TaskRunner tasks) {
        this.analysis = analysis;
        this.tasks = tasks;
        this.history = new StudyHistory(start);
        this.making = new Making(analysis, tasks);
        this.categories = new CategoriesViewModel(this);
        this.audit = new CellAuditViewModel(making, tasks);
        this.offer = new ReadOnlyObjectWrapper<>(analysis.offer(start));
        history.stateProperty().addListener((o, before, now) -> follow(before, now));
        show();
    }

    private void follow(StudyHistory.State before, StudyHistory.State now) {
        Study study = now.study();
        if (!before.study().equals(study)) {
            analysis.save(study);
        }
        if (!before.study().rules().equals(study.rules())
                || !before.study().ruleSets().equals(study.ruleSets())) {
            offering.cancel();
            offering = tasks.run(
                    progress -> analysis.offer(study),
                    TaskRunner.Listener.of(offer::set, why -> making.failure().set(Optional.of(why))));
        }
        if (!before.study().equals(study) || !before.table().equals(now.table())) {
            show();
        }
    }

    public Study study() {
        return history.study();
    }

    /** The study's history, which all screens share. */
    public StudyHistory history() {
        return history;
    }

    /** The selected table. */
    public Study.Table table() {
        return study().table(history.table()).orElseThrow();
    }

    public Breakdown breakdown() {
        return table().breakdown();
    }

    /** Fires whenever study or selection change; read them from here. */
    public ReadOnlyObjectProperty<?> changes() {
        return history.changes();
    }

    public ReadOnlyObjectProperty<Offer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** The table as far as it is made; none while nothing could be made. */
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return making.shown().getReadOnlyProperty();
    }

    /** Why there is no table: an expected failure or a defect. */
    public ReadOnlyObjectProperty<Optional<RuntimeException>> failureProperty() {
        return making.failure().getReadOnlyProperty();
    }

    /** How long the last figures took, in milliseconds, without their protection. */
    public ReadOnlyLongProperty millisProperty() {
        return making.millis().getReadOnlyProperty();
    }

    /** The cells of a very large table that waits for the analyst's word; 0 = none waits. */
    public ReadOnlyLongProperty largeCellsProperty() {
        return making.largeCells().getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return making.busy().getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty nothingToUndoProperty() {
        return history.firstProperty();
    }

    public ReadOnlyBooleanProperty nothingToRedoProperty() {
        return history.lastProperty();
    }

    /** What runs work for this screen. */
    public TaskRunner tasks() {
        return tasks;
    }

    /** Whether the groups stand in the order of their gaps; a matter of the view, not of the study. */
    public BooleanProperty sortedByGapProperty() {
        return sortedByGap;
    }

    /** The cell in hand, numbered as the shape says, for grid and chart alike. */
    public ObjectProperty<OptionalInt> selectedCellProperty() {
        return selectedCell;
    }

    /** What may leave: only there once the table on screen is that of the breakdown and is protected. */
    public Optional<ReleasableTable> releasable() {
        return busyProperty().get()
                ? Optional.empty()
                : shownProperty().get().flatMap(Shown::last).map(ProtectedTable::releasable);
    }

    /** Why the table on screen may not leave; none where it may, or where that is not known yet. */
    public Optional<EcartException> refusal() {
        return shownProperty().get().flatMap(Shown::refusal);
    }

    /** The categories of the variables and how they are shown. */
    CategoriesViewModel categories() {
        return categories;
    }

    /** What somebody outside can make of a cell that is left out. */
    CellAuditViewModel audit() {
        return audit;
    }

    /** Looks again at what the workspace holds, after an import. */
    public void refresh() {
        offer.set(analysis.offer(study()));
        show();
    }

    public void undo() {
        history.undo();
    }

    public void redo() {
        history.redo();
    }

    /** Selects a named breakdown. */
    public void select(String table) {
        history.push(study(), table);
    }

    /** Puts a variable on rows, columns or layers. */
    public void put(Shelf shelf, String variable, boolean nested) {
        edit(b -> BreakdownEdits.put(b, shelf, variable, nested));
    }

    /** Takes a variable off its axis. */
    public void take(String variable) {
        edit(b -> BreakdownEdits.take(b, variable));
    }

    /** Puts a variable on an axis within another that stands there. */
    public void putWithin(Shelf shelf, String variable, String outer) {
        edit(b -> BreakdownEdits.putWithin(b, shelf, variable, outer));
    }

    public void swapRowsAndColumns() {
        edit(BreakdownEdits::swapped);
    }

    public void setIndicator(String indicator) {
        Measure before = usual();
        edit(b -> BreakdownEdits.measuring(b, indicator, before, usual(indicator)));
    }

    public void setReference(String variable, String code) {
        edit(b -> BreakdownEdits.compared(b, variable, code, usual()));
    }

    /** Takes the reference away, and the measures that need one. */
    public void clearReference() {
        edit(BreakdownEdits::notCompared);
    }

    /** The indicator of the table; none where it is not there. */
    Optional<Indicator> indicator() {
        return offer.get().indicator(breakdown().indicator());
    }

    /** The measure that says what the indicator says: a rate, an amount or a count. */
    Measure usual() {
        return usual(breakdown().indicator());
    }

    private Measure usual(String indicator) {
        return offer.get().indicator(indicator).map(Indicator::usual).orElse(Measure.WEIGHTED);
    }

    public void toggle(Period period) {
        edit(b -> BreakdownEdits.toggled(b, period));
    }

    public void toggle(Measure measure) {
        edit(b -> BreakdownEdits.toggled(BreakdownEdits.withUsual(b, usual()), measure));
    }

    /** The measures as they can be chosen now. */
    List<MeasureOffer.Group> measureGroups() {
        return MeasureOffer.groups(breakdown(), indicator(), measures());
    }

    /** The measures that the table shows. */
    public List<Measure> measures() {
        return BreakdownEdits.withUsual(breakdown(), usual()).measures();
    }

    /** Keeps only persons with one of these codes; no codes = everyone again. */
    public void restrict(String variable, List<String> codes) {
        edit(b -> BreakdownEdits.restricted(b, variable, codes));
    }

    /** The codes that persons are restricted to; none = all. */
    public List<String> restriction(String variable) {
        return BreakdownEdits.restriction(breakdown(), variable);
    }

    /** Counts only persons for whom this holds too, in the place of an earlier condition where there is one. */
    void filter(Optional<Condition> before, Condition condition) {
        edit(b -> BreakdownEdits.filtered(
                before.map(c -> BreakdownEdits.unfiltered(b, c)).orElse(b), condition));
    }

    /** What is wrong with a condition that is being typed. */
    Optional<TypedFault> conditionFault(String text) {
        // which editions there are is told when the table is made
        return TypedFault.of(
                text, v -> v.contains("@") || offer.get().inCondition(v).isPresent());
    }

    public void removeFilter(Condition condition) {
        edit(b -> BreakdownEdits.unfiltered(b, condition));
    }

    /** The filters as separate conditions. */
    public List<Condition> filters() {
        return BreakdownEdits.filters(breakdown());
    }

    public void setTotals(boolean totals) {
        edit(b -> b.withTotals(totals));
    }

    public void setUndetermined(boolean shownToo) {
        edit(b -> b.withUndetermined(shownToo));
    }

    /** Changes the title of the selected table, or anything else of it that is no breakdown. */
    public void editTable(UnaryOperator<Study.Table> change) {
        history.push(study().withTable(change.apply(table())), table().id());
    }

    /** Gives a table another title in one language. */
    public void rename(String table, Language language, String title) {
        study().table(table).filter(t -> !title.isBlank()).ifPresent(t -> {
            Map<Language, String> texts = new EnumMap<>(t.title().texts());
            texts.put(language, title.strip());
            Study.Table renamed = new Study.Table(t.id(), new Labels(texts), t.notes(), t.breakdown());
            history.push(study().withTable(renamed), table().id());
        });
    }

    /** Adds a copy of the selected table under the next free number, and selects it. */
    public void duplicate() {
        int number = study().tables().size() + 1;
        while (study().table(id(number)).isPresent()) {
            number++;
        }
        Study.Table copy = new Study.Table(id(number), table().title(), table().notes(), breakdown());
        List<Study.Table> tables = new ArrayList<>(study().tables());
        tables.add(copy);
        history.push(study().withTables(tables), copy.id());
    }

    private static String id(int number) {
        return number < 10 ? "T0" + number : "T" + number;
    }

    void edit(UnaryOperator<Breakdown> change) {
        editTable(t -> t.withBreakdown(BreakdownEdits.settled(change.apply(t.breakdown()))));
    }

    /** Makes the very large table that waits. */
    public void makeLarge() {
        making.make(study(), table());
    }

    private void show() {
        making.stop();
        long cells = cells();
        selectedCell.set(OptionalInt.empty());
        if (cells <= LARGE) {
            making.make(study(), table());
        } else {
            making.hold(cells);
        }
    }

    /** About how many cells the table has, by the known categories; a variable without a code list counts as 100. */
    long cells() {
        Breakdown breakdown = breakdown();
        long cells = Math.max(1, breakdown.periods().size());
        for (Shelf shelf : List.of(Shelf.ROWS, Shelf.COLUMNS, Shelf.LAYERS)) {
            long lines = BreakdownEdits.axis(breakdown, shelf).blocks().stream()
                    .mapToLong(
                            block -> block.stream().mapToLong(this::categories).reduce(1, (a, b) -> a * b))
                    .sum();
            cells *= Math.max(1, lines);
        }
        return cells;
    }

    private long categories(String variable) {
        return offer.get()
                .find(variable)
                .map(c -> c.categories().size())
                .filter(n -> n > 0)
                .orElse(100);
    }
}
