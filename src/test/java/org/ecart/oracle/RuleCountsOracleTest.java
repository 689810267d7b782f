package org.ecart.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.ecart.files.Catalogue;
import org.ecart.i18n.Messages;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Condition;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Progress;
import org.ecart.model.Query;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.store.Workspace;
import org.ecart.study.Delivered;
import org.ecart.study.RuleComparison;
import org.ecart.study.RuleReport;
import org.ecart.study.Tables;
import org.ecart.study.Tally;
import org.ecart.tabulate.FrameTabulator;
import org.ecart.tabulate.Tabulator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules do, counted by columns and by SQL on the same random rows under the same random rules. */
class RuleCountsOracleTest {
    private static final RecursiveComparisonConfiguration BY_VALUE = RecursiveComparisonConfiguration.builder()
            .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
            .build();

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void countsWhatSqlCounts(long seed, @TempDir Path folder) throws Exception {
        Random random = new Random(seed);
        RandomDelivery delivery = new RandomDelivery(random, 300);
        RandomQueries questions = new RandomQueries(random, delivery);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Workspace workspace = workspace(folder, delivery)) {
            Tabulator sql = new SqlTabulator(
                    connection,
                    new OracleTables(connection, delivery.codebook(), delivery.files(), RandomDelivery.PERIODS));
            int told = 0;
            for (int q = 0; q < 25; q++) {
                Query query = questions.next();
                if (query.derivations().isEmpty()) {
                    continue;
                }
                Rules last = query.derivations().get(query.derivations().size() - 1);
                String said = "seed %d, question %d: %s".formatted(seed, q, query.derivations());
                Tables here = tables(delivery, query, new FrameTabulator(workspace, 2));
                Tables there = tables(delivery, query, sql);

                RuleReport report = report(here, last);
                assertThat(report).as(said).usingRecursiveComparison(BY_VALUE).isEqualTo(report(there, last));
                addsUp(report, said);
                told += report.conflicts().size() + report.unmapped().size();

                Rules first = query.derivations().get(0);
                if (!first.categories().isEmpty() && !last.categories().isEmpty()) {
                    RuleComparison comparison = compare(here, first, last);
                    RuleComparison expected = compare(there, first, last);
                    assertThat(comparison.flows())
                            .as(said)
                            .usingRecursiveComparison(BY_VALUE)
                            .isEqualTo(expected.flows());
                    assertThat(comparison.headlines())
                            .as(said)
                            .usingRecursiveComparison(BY_VALUE)
                            .isEqualTo(expected.headlines());
                }
            }
            assertThat(told)
                    .as("seed %d, conflicts and codes in no group", seed)
                    .isPositive();
        }
    }

    private static Tables tables(RandomDelivery delivery, Query query, Tabulator tabulator) {
        Indicator anything = new Indicator(
                "anything",
                Labels.same("-"),
                Labels.same("-"),
                new Indicator.Statistic.Rate(new Condition.Known("birth"), Condition.ALL),
                Optional.empty());
        return new Tables(
                delivery.codebook(),
                new Catalogue(query.derivations(), List.of(anything)),
                tabulator,
                Messages.load(),
                Delivered.NONE);
    }

    private static RuleReport report(Tables tables, Rules rules) {
        return tables.counts(
                Study.bare(), RuleReport.Question.of(rules.variable(), RandomDelivery.PERIODS), Progress.NONE);
    }

    private static RuleComparison compare(Tables tables, Rules a, Rules b) {
        RuleComparison.Question question = new RuleComparison.Question(
                a.variable(),
                b.variable(),
                RandomDelivery.PERIODS,
                Condition.ALL,
                "anything",
                Optional.empty(),
                Optional.empty());
        return tables.compare(Study.bare(), question, Progress.NONE);
    }

    private static void addsUp(RuleReport report, String said) {
        for (int p = 0; p < report.periods().size(); p++) {
            int period = p;
            List<Long> sums = new ArrayList<>();
            sums.add(report.lines().stream()
                    .mapToLong(l -> l.persons().get(period).map(Tally::persons).orElse(0L))
                    .sum());
            sums.add(report.outcomes().stream()
                    .mapToLong(o -> o.persons().get(period).map(Tally::persons).orElse(0L))
                    .sum());
            assertThat(sums)
                    .as(said)
                    .containsOnly(report.population().get(p).map(Tally::persons).orElse(0L));
        }
    }

    private static Workspace workspace(Path folder, RandomDelivery delivery) throws Exception {
        Workspace workspace = Workspace.openOrCreate(folder.resolve("ws"));
        List<Path> paths = new ArrayList<>();
        for (DeliveredFile file : delivery.files()) {
            Path path = folder.resolve(file.extract() + ".csv");
            file.write(path, ',');
            paths.add(path);
        }
        Workspace.Import request = new Workspace.Import(
                paths,
                delivery.codebook(),
                Dialect.Said.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "test",
                "2026-01-01T00:00:00Z");
        workspace.take(request, Progress.NONE);
        return workspace;
    }
}
