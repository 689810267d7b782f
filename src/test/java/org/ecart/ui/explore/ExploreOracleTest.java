package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javafx.stage.Stage;
import org.ecart.i18n.Numbers;
import org.ecart.model.ChartSpec;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Status;
import org.ecart.model.TableShape;
import org.ecart.protect.ReleasableTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What stands in the cells on screen is what leaves in a file, and what SQL counts over the same rows. */
class ExploreOracleTest extends ExploreOnStage {
    private static final int PERSONS = 3_000;
    private static final int YEAR = 2014;

    private final long seed = new Random().nextLong();
    private Path data = Path.of("");

    @Override
    Sample sample(Path folder) throws Exception {
        data = folder.resolve("data");
        return Sample.made(PERSONS, seed, data, folder.resolve("workspace"));
    }

    @Start
    void start(Stage shown) throws Exception {
        open(shown);
    }

    @Test
    void everyRenderedFigureIsThatOfTheExportedFile(FxRobot robot, @TempDir Path folder) throws Exception {
        settle();
        robot.interact(() -> {
            model.put(Shelf.COLUMNS, "gender", false);
            model.toggle(Period.ofYear(2013));
        });
        settle();
        ReleasableTable table = model.releasable().orElseThrow();
        Path file = folder.resolve("T01.csv");
        TableFile.CSV.write(
                table,
                ChartSource.spec(model.study(), model.table(), ChartSpec.Kind.GAP_DUMBBELL),
                Language.EN,
                Sample.MESSAGES,
                file);
        List<String> lines = Files.readAllLines(file);
        List<String> head = List.of(lines.get(0).split(",", -1));
        Map<String, String> rendered = rendered(robot);
        int compared = 0;
        for (int cell = 0; cell < table.shape().size(); cell++) {
            String[] line = lines.get(cell + 1).split(",", -1);
            for (Measure measure : table.measures()) {
                int at = head.indexOf(measure.id());
                String expected = line[at].isEmpty() ? "[" + line[at + 1] + "]" : printed(measure, line[at]);
                assertThat(rendered.get(cell + " " + measure.id()))
                        .as("seed %d, %s in %s", seed, measure, lines.get(cell + 1))
                        .isEqualTo(expected);
                compared++;
            }
        }
        assertThat(rendered).hasSize(compared);
    }

    private static String printed(Measure measure, String plain) {
        BigDecimal number = new BigDecimal(plain);
        Numbers numbers = Numbers.of(Language.EN);
        return measure.unit() == Measure.Unit.POINTS
                ? numbers.signed(number, number.scale())
                : numbers.format(number, number.scale());
    }

    /** Persons and those in work by region and gender. */
    private record Counted(long persons, long employed) {
        String rate() {
            BigDecimal percent =
                    BigDecimal.valueOf(100 * employed).divide(BigDecimal.valueOf(persons), 1, RoundingMode.HALF_UP);
            return Numbers.of(Language.EN).format(percent, 1);
        }
    }

    @Test
    void everyRenderedFigureIsWhatSqlCounts(FxRobot robot) throws Exception {
        settle();
        robot.interact(() -> {
            model.put(Shelf.ROWS, "region", false);
            model.take("origin");
            model.put(Shelf.COLUMNS, "gender", false);
        });
        settle();
        Map<List<String>, Counted> counted = counted();
        Map<String, String> rendered = rendered(robot);
        TableShape shape = model.releasable().orElseThrow().shape();
        int compared = 0;
        for (int cell = 0; cell < shape.size(); cell++) {
            TableShape.Address address = shape.address(cell);
            List<String> codes = List.of(
                    shape.rows().entries().get(address.row()).get(0),
                    shape.columns().entries().get(address.column()).get(0));
            String persons = String.valueOf(rendered.get(cell + " " + Measure.PERSONS.id()));
            if (!counted.containsKey(codes) || persons.equals(Status.CONFIDENTIAL.mark())) {
                continue;
            }
            Counted expected = Objects.requireNonNull(counted.get(codes));
            assertThat(persons)
                    .as("seed %d, %s", seed, codes)
                    .isEqualTo(Numbers.of(Language.EN).whole(expected.persons()));
            assertThat(rendered.get(cell + " " + Measure.RATE.id()))
                    .as("seed %d, %s", seed, codes)
                    .isEqualTo(expected.rate());
            compared++;
        }
        assertThat(compared).as("seed %d", seed).isGreaterThanOrEqualTo(10);
    }

    /** The delivered rows in ordinary tables, joined and counted; the total of each side too. */
    private Map<List<String>, Counted> counted() throws Exception {
        Map<List<String>, Counted> counted = new HashMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement sql = connection.createStatement()) {
            for (String extract : List.of("population", "labour")) {
                sql.execute("create table " + extract + " as select * from csvread('"
                        + data.resolve(extract + "-" + YEAR + ".csv") + "')");
            }
            for (String region : List.of("region", "'_T'")) {
                for (String gender : List.of("gender", "'_T'")) {
                    try (ResultSet rows = sql.executeQuery(
                            "select r, g, count(*), count(case when position like '1%' then 1 end) from (select "
                                    + region + " as r, " + gender + " as g, position from population p"
                                    + " left join labour l on l.person = p.person where " + YEAR
                                    + " - cast(birth_year as int) between 18 and 64) group by r, g")) {
                        while (rows.next()) {
                            counted.put(
                                    List.of(rows.getString(1), rows.getString(2)),
                                    new Counted(rows.getLong(3), rows.getLong(4)));
                        }
                    }
                }
            }
        }
        return counted;
    }
}
