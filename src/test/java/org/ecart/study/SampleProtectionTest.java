package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.attack.Attacker;
import org.ecart.files.AxisText;
import org.ecart.files.BreakdownJson;
import org.ecart.i18n.Messages;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.model.Span;
import org.ecart.model.Status;
import org.ecart.model.Study;
import org.ecart.protect.CountSystem;
import org.ecart.protect.Draft;
import org.ecart.protect.LinkedTables;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protection;
import org.ecart.protect.Protector;
import org.ecart.protect.TableSystem;
import org.ecart.tabulate.FrameTabulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables that analysts ask of the sample, protected by default: no attacker breaks any of them, and most of what is
 * safe by itself is still told. What counts as published is what the finished table prints.
 */
class SampleProtectionTest {
    private static final double SAFE_CELLS_THAT_STAY = 0.8;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static Session session;

    private static final SampleStudy SAMPLE = new SampleStudy(Path.of("sample-data"));

    @BeforeAll
    static void openTheSample() {
        session = SAMPLE.open(folder.resolve("workspace"), Messages.load(), "2014-12-31T00:00:00Z", Progress.NONE);
    }

    @AfterAll
    static void close() {
        session.close();
    }

    /** The tables of the sample's study, then typical ones. */
    private static List<Breakdown> breakdowns() {
        List<Breakdown> all = new ArrayList<>();
        SAMPLE.study().tables().forEach(t -> all.add(t.breakdown()));
        all.add(table("origin > gender > age_band", "", "employment_rate", "2014"));
        all.add(table("origin_rollup > gender > age_band", "", "employment_rate", "2014"));
        all.add(table("region", "origin", "employment_rate", "2014"));
        all.add(table("origin", "region > gender", "employment_rate", "2014"));
        all.add(table("origin + gender + age_band", "", "employment_rate", "2014"));
        all.add(table("origin_rollup > gender + region", "", "activity_rate", "2014"));
        all.add(table("origin + age_band", "gender", "inactivity_rate", "2014"));
        all.add(table("origin", "", "unemployment_rate", "2014"));
        all.add(table("origin_rollup", "gender", "unemployment_rate", "2014"));
        all.add(table("region > origin_rollup", "", "unemployment_rate", "2014"));
        all.add(table("origin", "", "employment_rate", "2011", "2012", "2013", "2014"));
        all.add(table("origin", "gender", "employment_rate", "2013", "2014"));
        all.add(table("education", "origin", "employment_rate", "2014"));
        all.add(table("origin", "age_band", "population", "2014"));
        all.add(table("province", "origin_rollup", "employment_rate", "2014"));
        return all;
    }

    private static Breakdown table(String rows, String columns, String indicator, String... periods) {
        boolean count = indicator.equals("population");
        return new Breakdown(
                BreakdownJson.periods(List.of(periods)),
                AxisText.parse(rows),
                AxisText.parse(columns),
                Axis.EMPTY,
                Condition.ALL,
                indicator,
                Optional.empty(),
                Optional.empty(),
                new Breakdown.Weight.Default(),
                true,
                true,
                count ? List.of(Measure.PERSONS) : List.of(Measure.PERSONS, Measure.RATE));
    }

    /** What an outsider knows of some tables at a date. */
    private record Published(CountSystem counts, boolean[] suppressed) {}

    /** Tables that left together. */
    private record Release(List<Breakdown> breakdowns, List<Published> dates, long safe, long kept) {}

    private static Release release(List<Breakdown> breakdowns) {
        Study study = SAMPLE.study();
        Tables tables = session.tables();
        FrameTabulator tabulator = new FrameTabulator(session.workspace(), 2);
        List<Draft> drafts = breakdowns.stream()
                .map(b -> tables.draft(study, b, Progress.NONE).draft())
                .toList();
        List<ProtectedTable> made = Protector.protect(drafts, List.of(), Policy.DEFAULT, tabulator, Progress.NONE)
                .tables();
        Set<Period> periods = new TreeSet<>();
        drafts.forEach(draft -> periods.addAll(draft.plans().keySet()));
        List<Published> dates = new ArrayList<>();
        for (Period period : periods) {
            TableSystem whole = new LinkedTables(drafts, tabulator, Policy.DEFAULT).whole(period, Progress.NONE);
            boolean[] suppressed = new boolean[whole.places().size()];
            for (int u = 0; u < suppressed.length; u++) {
                TableSystem.Place cell = whole.places().get(u);
                int place = drafts.get(cell.table())
                        .values()
                        .cells()
                        .get(cell.cell())
                        .place();
                suppressed[u] = confidential(made.get(cell.table()), place);
            }
            dates.add(new Published(whole.system(), suppressed));
        }
        long safe = 0;
        long kept = 0;
        for (ProtectedTable table : made) {
            for (int place = 0; place < table.marks().size(); place++) {
                boolean confidential = confidential(table, place);
                boolean safeByItself = table.marks().get(place) != Protection.PRIMARY;
                safe += safeByItself ? 1 : 0;
                kept += safeByItself && !confidential ? 1 : 0;
                if (confidential) {
                    nothingIsTold(table, place);
                }
            }
        }
        return new Release(breakdowns, dates, safe, kept);
    }

    private static boolean confidential(ProtectedTable table, int place) {
        return table.releasable().value(Measure.PERSONS, place).status() == Status.CONFIDENTIAL;
    }

    private static void nothingIsTold(ProtectedTable made, int place) {
        for (Measure measure : made.releasable().measures()) {
            assertThat(made.releasable().value(measure, place).number())
                    .as("%s of a cell that is left out", measure)
                    .isEmpty();
        }
    }

    private static void withstands(Release release) {
        System.out.printf("%d of %d safe cells stay:%n", release.kept(), release.safe());
        release.breakdowns().forEach(b -> System.out.printf("  %s | %s, %s%n", b.rows(), b.columns(), b.indicator()));
        for (Published published : release.dates()) {
            assertThat(Attacker.avoidable(published.counts(), published.suppressed(), Policy.DEFAULT))
                    .as(release.breakdowns().toString())
                    .isEmpty();
        }
    }

    @Test
    void noOutsiderBreaksATableAndMostSafeCellsStay() {
        long safe = 0;
        long kept = 0;
        for (Breakdown breakdown : breakdowns()) {
            Release release = release(List.of(breakdown));
            withstands(release);
            safe += release.safe();
            kept += release.kept();
        }
        System.out.printf("Of %d cells that are safe by themselves %d stay published%n", safe, kept);
        assertThat((double) kept / safe).isGreaterThanOrEqualTo(SAFE_CELLS_THAT_STAY);
    }

    @Test
    void noOutsiderBreaksTablesThatLeaveTogether() {
        withstands(release(List.of(
                table("origin_rollup > gender", "", "employment_rate", "2014"),
                table("origin_rollup > gender", "", "unemployment_rate", "2014"),
                table("origin_rollup > region", "", "employment_rate", "2014"))));
        withstands(release(List.of(
                table("origin", "gender", "employment_rate", "2014"),
                table("origin_rollup", "gender", "employment_rate", "2014"),
                table("origin", "", "population", "2014"))));
        withstands(release(List.of(
                table("origin_rollup > education", "", "employment_rate", "2014")
                        .withSpan(Optional.of(new Span(18, 64))),
                table("origin_rollup > region", "", "employment_rate", "2014")
                        .withSpan(Optional.of(new Span(20, 64))))));
    }
}
