package org.ecart.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ecart.files.Catalogue;
import org.ecart.files.Definitions;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Codebook;
import org.ecart.model.Condition;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Query;
import org.ecart.model.Rules;
import org.ecart.store.Workspace;
import org.ecart.synthetic.SyntheticPopulation;
import org.ecart.tabulate.Cube;
import org.ecart.tabulate.FrameTabulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Origin and migration history of 200,000 generated persons by the shipped rules of edition 2017, and by SQL that was
 * written from METHOD sections 2 and 3 and not from those rules.
 */
class DerivedInSqlTest {
    private static final long PERSONS = 200_000;
    private static final int YEAR = 2014;

    /** The generator's own groups of countries, with the code of the same group in the shipped rules. */
    private static final String GROUPS = """
            ('eu14', 'EU14'), ('eu13', 'EU13'), ('candidate', 'CAND'), ('european', 'EUR'), ('maghreb', 'MAGH'),
            ('african', 'AFR'), ('north_american', 'NAM'), ('latin_american', 'SAM'), ('near_east', 'NME'),
            ('far_east', 'OFE'), ('asian', 'ASIA'), ('unclassified', 'FNC')
            """;

    /** Of a nationality: B Belgian, E of the EU, N of another country, U unknown. */
    private static final String SIDE = """
            create alias SIDE deterministic as '
            String side(String nationality, String eu) {
                if (nationality == null) {
                    return "U";
                }
                return nationality.equals("BE") ? "B" : eu.contains(" " + nationality + " ") ? "E" : "N";
            }'
            """;

    private static final String ORIGIN = """
            case
              when father <> 'BE' then group_of(father)
              when mother <> 'BE' then group_of(mother)
              when born <> 'BE' then group_of(born)
              when now <> 'BE' then group_of(now)
              when now = 'BE' and born = 'BE' and father = 'BE' and mother = 'BE' then 'BE'
              when now = 'BE' and born = 'BE' and (father is null or mother is null) then 'UBE'
              when born is null and now is null then 'UND'
              else 'UNC'
            end
            """;

    private static final String HISTORY = """
            case
              when origin = 'BE' and elders = 'BBBB' then 'BE'
              when origin = 'BE' and elders like '%N%' then 'G3_NEU'
              when origin = 'BE' and elders like '%E%' then 'G3_EU'
              when origin = 'BE' then 'BE_UND'
              when born = 'BE' and parents = 'EE' then 'G2_EU'
              when born = 'BE' and parents = 'NN' then 'G2_NEU'
              when born = 'BE' and parents in ('BE', 'EB') then 'G2_BE_EU'
              when born = 'BE' and parents in ('BN', 'NB') then 'G2_BE_NEU'
              when born = 'BE' and parents in ('EN', 'NE') then 'G2_EU_NEU'
              when born = 'BE' and (parents like '%E%' or parents like '%N%') then 'G2_OTHER'
              when born <> 'BE' and now = 'BE' and dateadd(year, 5, acquired) < date '2014-12-31' then 'G1_BE_OLD'
              when born <> 'BE' and now = 'BE' and acquired is not null then 'G1_BE_NEW'
              when now <> 'BE' and dateadd(year, 5, registered) < date '2014-12-31' then 'G1_OLD'
              when now <> 'BE' and registered is not null then 'G1_NEW'
              else 'UND'
            end
            """;

    @Test
    void twoHundredThousandPersonsAreDerivedAsSqlDoes(@TempDir Path folder) throws Exception {
        new SyntheticPopulation().write(new SyntheticPopulation.Spec(PERSONS, YEAR, YEAR, 20), folder, Progress.NONE);

        Map<String, Long> bySql = bySql(folder);
        Map<String, Long> byRules = byRules(folder);

        assertThat(byRules).isEqualTo(bySql);
        assertThat(byRules.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(PERSONS);
        assertThat(byRules.keySet().stream().map(k -> k.split(" ", -1)[1]).distinct())
                .as("kinds of migration history that occur")
                .hasSize(15);
    }

    /** Persons by origin, migration history, year of birth and gender. */
    private static Map<String, Long> byRules(Path folder) {
        Codebook codebook = Definitions.file(Path.of("sample-data/codebook.json"), Definitions::codebook);
        List<Path> files = Stream.of("population-2014.csv", "kinship.csv", "labour-2014.csv")
                .map(folder::resolve)
                .toList();
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("workspace"))) {
            workspace.take(
                    new Workspace.Import(
                            files,
                            codebook,
                            Dialect.Said.NOTHING,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            "test",
                            "2026-01-01T00:00:00Z"),
                    Progress.NONE);
            List<Rules> rules = Stream.of("origin", "migration_history")
                    .map(v -> Catalogue.shipped()
                            .rulesFor(v, Optional.of("monitoring@2017"))
                            .orElseThrow())
                    .toList();
            Cube cube = new FrameTabulator(workspace, 2)
                    .tabulate(
                            new Query(
                                    new Query.Source(Period.ofYear(YEAR), Optional.empty()),
                                    rules,
                                    List.of("origin", "migration_history", "birth_year", "gender"),
                                    Condition.ALL),
                            Progress.NONE);
            return counts(cube);
        }
    }

    private static Map<String, Long> counts(Cube cube) {
        Map<String, Long> counts = new TreeMap<>();
        for (int cell = 0; cell < cube.size(); cell++) {
            counts.put(String.join(" ", cube.codes(cell)), cube.persons()[cell]);
        }
        return counts;
    }

    private static Map<String, Long> bySql(Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement sql = connection.createStatement()) {
            sql.execute(
                    "create table country as select country, code from csvread('classpath:/synthetic/countries.csv')"
                            + " c join (values " + GROUPS + ") g (name, code) on g.name = c.\"GROUP\"");
            sql.execute("create table population as select * from csvread('" + folder.resolve("population-2014.csv")
                    + "')");
            sql.execute("create table kinship as select * from csvread('" + folder.resolve("kinship.csv") + "')");
            sql.execute("create index relatives on kinship (person)");
            sql.execute("create index groups on country (country)");
            sql.execute(SIDE);
            String eu = "' ' || (select listagg(country, ' ') from country where code in ('EU14', 'EU13')) || ' '";
            sql.execute("set @eu = " + eu);
            String person = "select nullif(k.father_nationality, '') father, nullif(k.mother_nationality, '') mother,"
                    + " nullif(p.nationality_at_birth, '') born, nullif(p.nationality_now, '') now,"
                    + " cast(nullif(acquired_on, '') as date) acquired,"
                    + " cast(nullif(registered_on, '') as date) registered, birth_year, gender, "
                    + sides("k.ff_nationality", "k.fm_nationality", "k.mf_nationality", "k.mm_nationality")
                    + " elders, " + sides("k.father_nationality", "k.mother_nationality") + " parents"
                    + " from population p left join kinship k on k.person = p.person";
            String origin =
                    ORIGIN.replaceAll("group_of\\((\\w+)\\)", "(select code from country where country.country = $1)");
            String counted = "select cell, count(*) from"
                    + " (select origin || ' ' || history || ' ' || birth_year || ' ' || gender cell from"
                    + " (select o.*, " + HISTORY + " history from (select q.*, " + origin + " origin from (" + person
                    + ") q) o)) group by cell";
            Map<String, Long> counts = new TreeMap<>();
            try (ResultSet rows = sql.executeQuery(counted)) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
            return counts;
        }
    }

    private static String sides(String... nationalities) {
        return Stream.of(nationalities)
                .map(n -> "side(nullif(" + n + ", ''), @eu)")
                .reduce((a, b) -> a + " || " + b)
                .orElseThrow();
    }
}
