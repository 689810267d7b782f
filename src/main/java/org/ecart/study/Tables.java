package org.ecart.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.ecart.files.Catalogue;
import org.ecart.i18n.Messages;
import org.ecart.model.Breakdown;
import org.ecart.model.Caption;
import org.ecart.model.Codebook;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.protect.Draft;
import org.ecart.protect.LinkedTables;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protector;
import org.ecart.protect.ReleasableTable;
import org.ecart.protect.ReleaseAudit;
import org.ecart.stats.TableBuilder;
import org.ecart.stats.TablePlan;
import org.ecart.stats.ValueTable;
import org.ecart.tabulate.Tabulator;

/** Makes the tables of a study: plan, count, compute, protect. */
public final class Tables {
    private final Codebook codebook;
    private final Catalogue catalogue;
    private final Tabulator tabulator;
    private final Messages messages;
    private final Delivered delivered;

    /** @param delivered what codes the data have beside those of the codebook */
    public Tables(Codebook codebook, Catalogue catalogue, Tabulator tabulator, Messages messages, Delivered delivered) {
        this.delivered = delivered;
        this.codebook = codebook;
        this.catalogue = catalogue;
        this.tabulator = tabulator;
        this.messages = messages;
    }

    /**
     * The numbered tables of a study, protected together and with what has left before, then attacked.
     *
     * @param earlier tables that have left before, with what they told
     * @throws EcartException disclosure, when they cannot leave together
     */
    public Released release(Study study, List<Draft> earlier, Progress progress) {
        List<Draft> drafts = new ArrayList<>();
        List<Draft> leftOut = new ArrayList<>();
        List<Integer> leaving = new ArrayList<>();
        for (Study.Table table : study.tables()) {
            progress.report(
                    "study.table", (double) drafts.size() / study.tables().size());
            TableDraft drafted = draft(study, table, progress);
            Draft draft = drafted.draft();
            naming(table, () -> {
                drafted.requireProtection();
                Protector.requireRule(draft, study.policy());
            });
            drafted.leftOut().ifPresent(number -> {
                leaving.add(drafts.size());
                leftOut.add(number);
            });
            drafts.add(draft);
        }
        drafts.addAll(leftOut);
        Protector.Outcome made = Protector.protect(drafts, earlier, study.policy(), tabulator, progress);
        List<ReleasableTable> attacked =
                made.tables().stream().map(ProtectedTable::releasable).toList();
        ReleaseAudit audit =
                ReleaseAudit.of(drafts, attacked, earlier, made.witnesses(), study.policy(), tabulator, progress);
        List<ProtectedTable> finished = new ArrayList<>(made.tables());
        for (int n = 0; n < leaving.size(); n++) {
            ReleasableTable number = attacked.get(study.tables().size() + n);
            int table = leaving.get(n);
            finished.set(table, finished.get(table).noting(LeftOut.notes(number, messages)));
        }
        return new Released(finished, drafts, audit);
    }

    /** A study with the tables, besides its own, of those whom these leave out: all that tells something. */
    Study whole(Study study) {
        List<Study.Table> more = new ArrayList<>();
        for (Study.Table table : study.tables()) {
            naming(table, () -> {
                Planner planner = new Planner(codebook, catalogue, study, delivered);
                leftOut(table.id(), planner, planner.plan(table.breakdown())).ifPresent(more::add);
            });
        }
        return more.isEmpty() ? study : LeftOut.with(study, more);
    }

    private static Optional<Study.Table> leftOut(String id, Planner planner, TablePlan plan) {
        return LeftOut.of(
                id,
                plan.breakdown(),
                planner.leftOut(plan.breakdown()),
                Planner.span(plan.breakdown(), plan.indicator()));
    }

    /** For each date of a table those at which it looks at the persons of that date; nothing is counted. */
    List<Set<Period>> dates(Study study, Study.Table table) {
        TablePlan plan =
                naming(table, () -> new Planner(codebook, catalogue, study, delivered).plan(table.breakdown()));
        List<Set<Period>> dates = new ArrayList<>();
        Optional<Period> before = Optional.empty();
        for (Period period : new TreeSet<>(table.breakdown().periods())) {
            Set<Period> looked = LinkedTables.dates(plan, period);
            before.filter(then -> plan.splitsChange()).ifPresent(looked::add);
            dates.add(looked);
            before = Optional.of(period);
        }
        return dates;
    }

    /** A numbered table of a study. */
    public ProtectedTable make(Study study, Study.Table table, Progress progress) {
        TableDraft draft = draft(study, table, progress);
        return naming(table, () -> draft.protect(progress));
    }

    /**
     * A table outside the numbered ones, under a study's policy, rules and indicators.
     *
     * @throws EcartException usage, when a word of the breakdown stands for nothing
     */
    public ProtectedTable make(Study study, Breakdown breakdown, Progress progress) {
        return draft(study, breakdown, progress).protect(progress);
    }

    /** What a rule set does to the persons of some dates: the analyst's own look. */
    public RuleReport counts(Study study, RuleReport.Question question, Progress progress) {
        return new RuleCounts(codebook, catalogue, tabulator, messages, delivered).report(study, question, progress);
    }

    /** Two rule sets side by side: the analyst's own look. */
    public RuleComparison compare(Study study, RuleComparison.Question question, Progress progress) {
        return new RuleComparisons(codebook, catalogue, tabulator, this, delivered).compare(study, question, progress);
    }

    /** The figures of a table outside the numbered ones, not yet protected. */
    TableDraft draft(Study study, Breakdown breakdown, Progress progress) {
        return draft(study, Optional.empty(), breakdown, progress);
    }

    /**
     * Looks whether a variable can be derived under a study; nothing is counted.
     *
     * @throws EcartException usage, when its rules have a fault
     */
    public void check(Study study, String variable) {
        new Planner(codebook, catalogue, study, delivered).select(Set.of(variable), Condition.ALL, Optional.empty());
    }

    /** The figures of a numbered table, not yet protected; complaints name the table. */
    public TableDraft draft(Study study, Study.Table table, Progress progress) {
        return naming(table, () -> draft(study, Optional.of(table), table.breakdown(), progress));
    }

    private static void naming(Study.Table table, Runnable checked) {
        naming(table, () -> {
            checked.run();
            return table;
        });
    }

    private static <T> T naming(Study.Table table, Supplier<T> made) {
        try {
            return made.get();
        } catch (EcartException complaint) {
            throw new EcartException(complaint.fault(), "study.at", table.id(), complaint);
        }
    }

    private TableDraft draft(Study study, Optional<Study.Table> numbered, Breakdown breakdown, Progress progress) {
        Planner planner = new Planner(codebook, catalogue, study, delivered);
        TablePlan plan = planner.plan(breakdown);
        TableBuilder builder = new TableBuilder(
                tabulator, Captions.labels(messages, "study.unknown"), Captions.labels(messages, "study.no_record"));
        Map<Period, TablePlan> dated = builder.dated(plan, progress);
        ValueTable values = builder.build(plan, dated, progress);
        Breaks breaks = Breaks.of(study, plan);
        Captions captions = new Captions(messages, codebook);
        Caption caption = captions.caption(numbered, plan, breaks.all(), planner);
        dated.keySet().removeAll(values.unavailable().keySet());
        String name = numbered.map(Study.Table::id).orElse("");
        return new TableDraft(
                new Draft(name, breaks.flag(values), dated, caption, study.decimals(), List.of()),
                leftOut(name, planner, plan).map(number -> draft(LeftOut.with(study, List.of()), number, progress)
                        .draft()),
                study.policy(),
                plan,
                tabulator,
                messages);
    }
}
