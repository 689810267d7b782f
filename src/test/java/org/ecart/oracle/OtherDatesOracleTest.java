package org.ecart.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.model.AtDate;
import org.ecart.model.Period;
import org.ecart.model.Query;
import org.ecart.model.Shift;
import org.ecart.store.Workspace;
import org.ecart.tabulate.FrameTabulator;
import org.ecart.tabulate.Tabulator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Persons who come and go over years of which some were not delivered: what they have at other dates, and who is only there,
 * is asked of the engine, which merges, and of SQL, which joins.
 */
class OtherDatesOracleTest {
    private static final List<Shift> SHIFTS = Stream.concat(
                    IntStream.rangeClosed(-2, 2).<Shift>mapToObj(Shift.Years::new),
                    Stream.of(new Shift.Fixed(Period.ofYear(2013))))
            .toList();

    @ParameterizedTest
    @CsvSource({"1, 30, 200", "2, 400, 200", "3, 1500, 60", "4, 5, 150", "5, 200, 200", "6, 80000, 3"})
    void countsWhatSqlCounts(long seed, int persons, int questions, @TempDir Path folder) throws Exception {
        Random random = new Random(seed);
        RandomDelivery delivery = RandomDelivery.overTime(random, persons, years(random));
        RandomQueries queries = new RandomQueries(random, delivery, SHIFTS);
        int told = 0;
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Workspace workspace = OracleTest.workspace(folder.resolve("w"), delivery, delivery.files(), random)) {
            Tabulator sql = new SqlTabulator(
                    connection,
                    new OracleTables(connection, delivery.codebook(), delivery.files(), delivery.periods()));
            for (int q = 0; q < questions; q++) {
                Query query = queries.next();
                Answer expected = Answer.of(sql, query);
                told += overTime(query) && !expected.cells().isEmpty() ? 1 : 0;
                // The second time some of it is kept.
                for (int threads : List.of(1, 3)) {
                    assertThat(Answer.of(new FrameTabulator(workspace, threads), query)
                                    .unlike(expected))
                            .as("seed %d, question %d, %d threads: %s", seed, q, threads, query)
                            .isEmpty();
                }
            }
        }
        assertThat(told)
                .as("seed %d, questions about more dates than one that count anybody", seed)
                .isGreaterThanOrEqualTo(questions / 10);
    }

    private static boolean overTime(Query query) {
        return query.source().also().isPresent()
                || query.derivations().stream().anyMatch(r -> r.derivation() instanceof AtDate);
    }

    /** Some of six years, and 2013. */
    private static List<Period> years(Random random) {
        List<Period> years = new ArrayList<>();
        for (int year = 2011; year <= 2016; year++) {
            if (year == 2013 || random.nextInt(5) > 0) {
                years.add(Period.ofYear(year));
            }
        }
        return years;
    }
}
