package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.attack.Attacker;
import org.ecart.files.AxisText;
import org.ecart.files.BreakdownJson;
import org.ecart.files.Catalogue;
import org.ecart.i18n.Messages;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.Measure;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.model.Status;
import org.ecart.model.Study;
import org.ecart.model.Value;
import org.ecart.protect.CountSystem;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protection;
import org.ecart.protect.TableSystem;
import org.ecart.stats.TableBuilder;
import org.ecart.stats.ValueTable;
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

    /** A table with what an outsider knows of it. */
    private record Published(CountSystem counts, boolean[] suppressed, long safe, long kept) {}

    private static Published publish(Breakdown breakdown) {
        Study study = SAMPLE.study();
        ProtectedTable made = session.tables().make(study, breakdown, Progress.NONE);
        ValueTable values = values(study, breakdown);
        TableSystem counts = TableSystem.of(values);
        boolean[] suppressed = new boolean[counts.system().units().size()];
        long safe = 0;
        long kept = 0;
        for (int cell = 0; cell < values.cells().size(); cell++) {
            int place = values.cells().get(cell).place();
            if (place >= 0) {
                Value persons = made.releasable().value(Measure.PERSONS, place);
                boolean confidential = persons.status() == Status.CONFIDENTIAL;
                suppressed[counts.unitOf().get(cell)] = confidential;
                boolean safeByItself = made.marks().get(place) != Protection.PRIMARY;
                safe += safeByItself ? 1 : 0;
                kept += safeByItself && !confidential ? 1 : 0;
                if (confidential) {
                    nothingIsTold(made, place);
                }
            }
        }
        return new Published(counts.system(), suppressed, safe, kept);
    }

    private static void nothingIsTold(ProtectedTable made, int place) {
        for (Measure measure : made.releasable().measures()) {
            assertThat(made.releasable().value(measure, place).number())
                    .as("%s of a cell that is left out", measure)
                    .isEmpty();
        }
    }

    private static ValueTable values(Study study, Breakdown breakdown) {
        Planner planner = new Planner(session.workspace().requireCodebook(), Catalogue.shipped(), study);
        Messages messages = Messages.load();
        return new TableBuilder(
                        new FrameTabulator(session.workspace(), 2),
                        Captions.labels(messages, "study.unknown"),
                        Captions.labels(messages, "study.no_record"))
                .build(planner.plan(breakdown), Progress.NONE);
    }

    @Test
    void noOutsiderBreaksATableAndMostSafeCellsStay() {
        long safe = 0;
        long kept = 0;
        for (Breakdown breakdown : breakdowns()) {
            Published published = publish(breakdown);
            assertThat(Attacker.avoidable(published.counts(), published.suppressed(), Policy.DEFAULT))
                    .as(breakdown.toString())
                    .isEmpty();
            System.out.printf(
                    "%d of %d safe cells stay: %s | %s, %s%n",
                    published.kept(), published.safe(), breakdown.rows(), breakdown.columns(), breakdown.indicator());
            safe += published.safe();
            kept += published.kept();
        }
        System.out.printf("Of %d cells that are safe by themselves %d stay published%n", safe, kept);
        assertThat((double) kept / safe).isGreaterThanOrEqualTo(SAFE_CELLS_THAT_STAY);
    }
}
