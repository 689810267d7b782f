package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.files.AxisText;
import org.ecart.files.ConditionText;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.model.AuditReport;
import org.ecart.model.AuditReport.Kind;
import org.ecart.model.Breakdown;
import org.ecart.model.Labels;
import org.ecart.model.Measure;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.protect.Preview;
import org.ecart.protect.PrintedTable;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protection;
import org.ecart.protect.Protector;
import org.ecart.protect.ReleaseAudit;
import org.ecart.protect.Witnesses;
import org.ecart.tabulate.FrameTabulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attack on the sample's study as it is about to leave. */
class ReleaseAuditTest {
    private static final SampleStudy SAMPLE = new SampleStudy(Path.of("sample-data"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path folder;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static Session session;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static Released released;

    @BeforeAll
    static void openTheSample() {
        session = SAMPLE.open(folder.resolve("workspace"), Messages.load(), "2014-12-31T00:00:00Z", Progress.NONE);
        released = session.tables().release(SAMPLE.study(), List.of(), Progress.NONE);
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @Test
    void nobodyLearnsTooMuch() {
        assertThat(released.audit().broken()).isEmpty();
        assertThat(released.audit().budgetSpent()).isFalse();
    }

    @Test
    void itCountsWhatTheTablesPrint() {
        for (int t = 0; t < released.tables().size(); t++) {
            List<Protection> marks = released.tables().get(t).marks();
            ReleaseAudit.Table found = released.audit().tables().get(t);
            for (Protection kind : List.of(Protection.PRIMARY, Protection.SECONDARY)) {
                assertThat(found.count(kind)).as("%s %s", found.name(), kind).isEqualTo(count(marks, kind));
            }
            assertThat(found.safe()).as(found.name()).isEqualTo(count(marks, Protection.SAFE));
        }
    }

    private static int count(List<Protection> marks, Protection kind) {
        return (int) marks.stream().filter(m -> m == kind).count();
    }

    /** The tables with nothing left out but what is unsafe by itself under a policy. */
    private static List<Preview> previews(Released made, Policy policy) {
        return made.drafts().stream()
                .map(draft -> Protector.preview(draft, policy))
                .toList();
    }

    /** What attackers can do about them under the sample's policy. */
    private static ReleaseAudit attack(Released made, List<? extends PrintedTable> printed) {
        return ReleaseAudit.of(
                made.drafts(),
                printed,
                List.of(),
                Witnesses.NONE,
                SAMPLE.study().policy(),
                new FrameTabulator(session.workspace(), 2),
                Progress.NONE);
    }

    /** Only what is unsafe by itself left out: totals give it back. */
    @Test
    void secondaryCellsInPrintAreFound() {
        ReleaseAudit audit = attack(released, previews(released, Policy.DEFAULT));
        assertThat(audit.broken()).hasValueSatisfying(place -> assertThat(place).startsWith("T0"));
    }

    /** Wages of few, without what goes along with them. */
    @Test
    void sumsThatTotalsGiveBackAreFound() {
        Breakdown wages = SAMPLE.study()
                .tables()
                .get(0)
                .breakdown()
                .withRows(AxisText.parse("origin > gender"))
                .withReference(Optional.empty())
                .withIndicator("mean_wage")
                .withMeasures(List.of(Measure.PERSONS, Measure.AMOUNT));
        Study study = SAMPLE.study()
                .withCharts(List.of())
                .withTables(List.of(new Study.Table("T1", Labels.same("Wages"), List.of(), wages)));
        Released made = session.tables().release(study, List.of(), Progress.NONE);
        assertThat(made.audit().broken()).isEmpty();
        ReleaseAudit audit = attack(made, previews(made, Policy.DEFAULT));
        assertThat(audit.tables().get(0).attacked().stream()
                        .filter(ReleaseAudit.Attacked::broken)
                        .count())
                .isGreaterThan(1);
    }

    @Test
    void anUnsafeCellInPrintIsFoundAndNamedWithoutItsValue() {
        ReleaseAudit audit = attack(released, previews(released, Policy.none("a look")));
        assertThat(audit.broken()).hasValueSatisfying(place -> assertThat(place)
                .matches("T0[1-3]: 20[0-9]{2}(, [a-z_]+ [A-Z_a-z0-9]+)+"));
    }

    /** Ages 18-64 as the total of a rate, 20-64 as a number of persons: those of 18 and 19 are what is left. */
    @Test
    void agesThatARateLeavesOverAreFound() {
        Breakdown rates = SAMPLE.study()
                .tables()
                .get(0)
                .breakdown()
                .withRows(AxisText.parse("origin_rollup > region"))
                .withReference(Optional.empty())
                .withMeasures(List.of(Measure.PERSONS, Measure.RATE));
        Breakdown persons = rates.withIndicator("population")
                .withFilter(ConditionText.parse("age >= 20 and age <= 64"))
                .withMeasures(List.of(Measure.PERSONS));
        Study study = SAMPLE.study()
                .withCharts(List.of())
                .withTables(List.of(
                        new Study.Table("T1", Labels.same("18-64"), List.of(), rates),
                        new Study.Table("T2", Labels.same("20-64"), List.of(), persons)));
        Released made = session.tables().release(study, List.of(), Progress.NONE);
        assertThat(made.audit().broken()).isEmpty();
        assertThat(attack(made, previews(made, Policy.DEFAULT)).differences())
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference.cells())
                        .anyMatch(cell -> cell.startsWith("T1"))
                        .anyMatch(cell -> cell.startsWith("T2")));
    }

    /** Sparse tables that leave together, and what the attack on them takes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "origin > gender + region; employment_rate | origin_rollup > gender > age_band; employment_rate",
                "region > origin_rollup; unemployment_rate | origin > region; employment_rate | origin; population",
                "origin + gender + age_band; employment_rate | education > origin_rollup; inactivity_rate",
                "origin > gender; employment_rate | origin > gender; unemployment_rate | province; employment_rate",
                "province > origin_rollup; employment_rate | origin > age_band; population",
                "origin > gender; employment_rate | origin > age_band; employment_rate"
                        + " | origin_rollup > education; employment_rate | origin_rollup > region > gender; employment_rate"
                        + " | origin; unemployment_rate | origin; activity_rate | migration_history > gender; employment_rate"
                        + " | province > origin_rollup; employment_rate | region > education; employment_rate"
            })
    void whatTheProtectorLetsPassWithstands(String tables) {
        List<Study.Table> numbered = new ArrayList<>();
        for (String table : tables.split(" [|] ")) {
            String[] said = table.split("; ");
            Breakdown breakdown = SAMPLE.study()
                    .tables()
                    .get(0)
                    .breakdown()
                    .withRows(AxisText.parse(said[0]))
                    .withReference(Optional.empty())
                    .withIndicator(said[1])
                    .withMeasures(
                            said[1].equals("population")
                                    ? List.of(Measure.PERSONS)
                                    : List.of(Measure.PERSONS, Measure.RATE));
            numbered.add(new Study.Table("T" + numbered.size(), Labels.same("T"), List.of(), breakdown));
        }
        Study study = SAMPLE.study().withCharts(List.of()).withTables(numbered);
        Released made = session.tables().release(study, List.of(), Progress.NONE);
        long start = System.nanoTime();
        ReleaseAudit audit = attack(
                made, made.tables().stream().map(ProtectedTable::releasable).toList());
        System.out.printf(
                "%s, attacked in %d ms, %s: %s%n",
                Kept.of(made.tables()),
                (System.nanoTime() - start) / 1_000_000,
                audit.tables().stream()
                        .map(t -> t.safe() + " printed, " + t.attacked().size() + " attacked, "
                                + t.count(Protection.FALLBACK) + " for want of a proof")
                        .toList(),
                tables);
        assertThat(audit.broken()).isEmpty();
        assertThat(audit.budgetSpent()).isFalse();
        assertThat(made.tables()).allSatisfy(table -> assertThat(table.marks()).doesNotContain(Protection.FALLBACK));
    }

    @Test
    void theReportIsReadBackAsItWasWritten() {
        AuditReport report = released.report("sample", Policy.DEFAULT, List.of());
        assertThat(Definitions.audit(Definitions.text(report))).isEqualTo(report);
        assertThat(report.tables())
                .flatMap(AuditReport.Table::leftOut)
                .isNotEmpty()
                .allSatisfy(cell -> {
                    assertThat(cell.unsafe().isEmpty()).isEqualTo(cell.kind() != Kind.PRIMARY);
                    assertThat(cell.codes()).isNotEmpty();
                });
    }
}
