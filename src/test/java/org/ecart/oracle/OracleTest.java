package org.ecart.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Progress;
import org.ecart.model.Query;
import org.ecart.store.Workspace;
import org.ecart.tabulate.FrameTabulator;
import org.ecart.tabulate.Tabulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files go through intake, store, frame, derive and tabulate; the same rows go through SQL. Every cell must agree. */
class OracleTest {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    @ParameterizedTest
    @CsvSource({
        "1, 40, 230",
        "2, 300, 200",
        "3, 900, 120",
        "4, 2000, 60",
        "5, 1, 40",
        "6, 500, 150",
        "7, 150, 200",
    })
    void countsWhatSqlCounts(long seed, int persons, int queries, @TempDir Path folder) throws Exception {
        agree(folder, seed, persons, queries);
    }

    @Test
    void countsWhatSqlCountsAcrossChunks(@TempDir Path folder) throws Exception {
        agree(folder, 8, 70_000, 6);
    }

    private void agree(Path folder, long seed, int persons, int queries) throws IOException, SQLException {
        Random random = new Random(seed);
        RandomDelivery delivery = new RandomDelivery(random, persons);
        RandomQueries questions = new RandomQueries(random, delivery);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Workspace workspace = workspace(folder.resolve("a"), delivery, delivery.files(), random);
                Workspace permuted = workspace(folder.resolve("b"), delivery, delivery.shuffled(), random)) {
            Tabulator sql = new SqlTabulator(
                    connection,
                    new OracleTables(connection, delivery.codebook(), delivery.files(), RandomDelivery.PERIODS));
            int told = 0;
            for (int q = 0; q < queries; q++) {
                Query query = questions.next();
                Answer expected = Answer.of(sql, query);
                told += expected.cells().isEmpty() ? 0 : 1;
                for (int threads : List.of(1, 2, 3, 8)) {
                    Answer answer = Answer.of(new FrameTabulator(workspace, threads), query);
                    assertThat(answer.unlike(expected))
                            .as("seed %d, question %d, %d threads: %s", seed, q, threads, query)
                            .isEmpty();
                }
                assertThat(Answer.of(new FrameTabulator(permuted, 2), query).unlike(expected))
                        .as("seed %d, question %d, other order of rows: %s", seed, q, query)
                        .isEmpty();
            }
            assertThat(told).as("seed %d, questions that count anybody", seed).isGreaterThanOrEqualTo(queries / 10);
        }
    }

    static Workspace workspace(Path folder, RandomDelivery delivery, List<DeliveredFile> files, Random random)
            throws IOException {
        Workspace workspace = Workspace.openOrCreate(folder);
        List<Path> paths = new ArrayList<>();
        for (DeliveredFile file : files) {
            Path path = folder.resolveSibling(folder.getFileName() + "-" + file.extract() + ".csv");
            file.write(path, DELIMITERS[random.nextInt(DELIMITERS.length)]);
            paths.add(path);
        }
        // In any order, all at once or one after another.
        Collections.shuffle(paths, random);
        int first = random.nextInt(paths.size());
        for (List<Path> part : List.of(paths.subList(0, first), paths.subList(first, paths.size()))) {
            Workspace.Import request = new Workspace.Import(
                    part,
                    delivery.codebook(),
                    Dialect.Said.NOTHING,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    "test",
                    "2026-01-01T00:00:00Z");
            assertThat(workspace.take(request, Progress.NONE))
                    .allSatisfy(report -> assertThat(report.rejects()).isEmpty());
        }
        return workspace;
    }
}
