package org.ecart.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecart.bench.Timing.at;
import static org.ecart.bench.Timing.millis;
import static org.ecart.bench.Timing.say;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ecart.model.AtDate;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Query;
import org.ecart.model.Rules;
import org.ecart.model.Shift;
import org.ecart.tabulate.Cube;
import org.ecart.tabulate.FrameTabulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Transitions over two years, and a cohort through four, beside DuckDB's joins over narrow columns in memory with the same
 * number of threads. Cells are compared first; the merge is made anew each time. Memory is that of the columns that are needed,
 * those of persons included, beside two columns of one byte for each year.
 */
@Tag("bench")
class TransitionBenchmark {
    private static final int PERSONS = Integer.getInteger("ecart.bench.persons", 7_000_000);
    private static final int ROUNDS = Integer.getInteger("ecart.bench.rounds", 30);
    private static final int WARM = Integer.getInteger("ecart.bench.warm", 20);
    private static final int THREADS =
            Integer.getInteger("ecart.bench.threads", Runtime.getRuntime().availableProcessors());
    private static final int FIRST = 2011;
    private static final String GONE = "gone";

    /** One question: dimensions of Ecart's, and the same as SQL whose columns are places of codes. */
    private record Asked(Query query, String sql) {}

    @Test
    void personsOverTime() throws IOException, SQLException {
        BenchYears years = new BenchYears(PERSONS, FIRST, FIRST + 3, 1);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duck.createStatement()) {
            sql.execute("set threads = " + THREADS);
            years.fill(duck);
            say(
                    "%,d persons, %d threads, %d rounds after %d to warm up; median (p95) in ms; memory beside two columns a year",
                    PERSONS, THREADS, ROUNDS, WARM);
            beside("transition of two years by origin", years, sql, List.of(transition(false)));
            beside("the same with those who are new", years, sql, List.of(transition(true)));
            beside(
                    "a cohort through four years, by origin",
                    years,
                    sql,
                    IntStream.range(0, 4).mapToObj(TransitionBenchmark::cohort).toList());
        }
    }

    private static Asked transition(boolean both) {
        Rules now = status("now", 0);
        Rules next = status("next", 1);
        Optional<Query.Also> also =
                both ? Optional.of(new Query.Also(new Shift.Years(1), Set.of("origin"))) : Optional.empty();
        String origin = both ? "coalesce(a.origin, b.origin)" : "a.origin";
        String sql = "select " + origin + ", coalesce(cast(a.status as integer), 9), "
                + "coalesce(cast(b.status as integer), 9), count(*) from y" + FIRST + " a "
                + (both ? "full" : "left") + " join y" + (FIRST + 1) + " b on a.person = b.person group by all";
        return new Asked(
                new Query(
                        new Query.Source(Period.ofYear(FIRST), Optional.empty(), also),
                        both ? List.of(now, next) : List.of(next),
                        List.of("origin", both ? "now" : "status", "next"),
                        Condition.ALL),
                sql);
    }

    /** Those who were in work in the first year, so many years later. */
    private static Asked cohort(int later) {
        Rules then = status("then", later);
        return new Asked(
                new Query(
                        new Query.Source(Period.ofYear(FIRST), Optional.empty()),
                        List.of(then),
                        List.of("origin", "then"),
                        new Condition.In("status", List.of(BenchYears.STATUS.get(0)))),
                "select a.origin, coalesce(cast(b.status as integer), 9), count(*) from y" + FIRST + " a left join y"
                        + (FIRST + later) + " b on a.person = b.person where a.status = 0 group by all");
    }

    private static Rules status(String variable, int years) {
        return new Rules(
                variable,
                "bench",
                "1",
                Labels.same(variable),
                List.of(Category.of(GONE, Labels.same(GONE))),
                new AtDate("status", new Shift.Years(years), GONE));
    }

    private static void beside(String title, BenchYears years, Statement duck, List<Asked> questions) {
        FrameTabulator tabulator = new FrameTabulator(years, THREADS);
        for (Asked asked : questions) {
            assertThat(own(tabulator, asked.query())).as(title).isEqualTo(other(duck, asked.sql()));
        }
        List<Double> ecart = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        for (int round = -WARM; round < ROUNDS; round++) {
            double own = millis(() -> questions.forEach(q -> tabulator.tabulate(q.query(), Progress.NONE)));
            double other = millis(() -> questions.forEach(q -> other(duck, q.sql())));
            if (round >= 0) {
                ecart.add(own);
                peer.add(other);
            }
        }
        say(
                "  %-45s Ecart %7.2f (%7.2f)  DuckDB %8.2f (%8.2f)  ratio %.3f  memory %.2f",
                title,
                at(ecart, 0.5),
                at(ecart, 0.95),
                at(peer, 0.5),
                at(peer, 0.95),
                at(ecart, 0.5) / at(peer, 0.5),
                BenchMemory.besideTwoColumns(
                        years, THREADS, questions.stream().map(Asked::query).toList()));
    }

    private static Map<String, Long> own(FrameTabulator tabulator, Query query) {
        Cube cube = tabulator.tabulate(query, Progress.NONE);
        Map<String, Long> cells = new TreeMap<>();
        for (int cell = 0; cell < cube.size(); cell++) {
            cells.put(String.join(" ", cube.codes(cell)), cube.persons()[cell]);
        }
        return cells;
    }

    private static Map<String, Long> other(Statement duck, String sql) {
        Map<String, Long> cells = new TreeMap<>();
        try (ResultSet rows = duck.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> key = new ArrayList<>();
                int origin = rows.getInt(1);
                key.add(origin < 0 ? Category.NO_RECORD : BenchYears.ORIGIN.get(origin));
                for (int c = 2; c < columns; c++) {
                    int status = rows.getInt(c);
                    key.add(status < BenchYears.STATUS.size() ? BenchYears.STATUS.get(status) : GONE);
                }
                cells.put(String.join(" ", key), rows.getLong(columns));
            }
            return cells;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }
}
