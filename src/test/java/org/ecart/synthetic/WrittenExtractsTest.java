package org.ecart.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of every population, looked at in one of 20,000 persons and three years. */
class WrittenExtractsTest {
    private static final int PERSONS = 20_000;
    private static final List<Integer> YEARS = List.of(2012, 2013, 2014);
    private static final Set<String> EMPLOYEE = Set.of("111", "112");

    private static final Map<String, Written.Row> kinship = new TreeMap<>();
    private static final Map<Integer, Map<String, Written.Row>> population = new TreeMap<>();
    private static final Map<Integer, Map<String, Written.Row>> labour = new TreeMap<>();

    @BeforeAll
    static void write(@TempDir Path directory) {
        Written written = Written.of(directory.resolve("out"), PERSONS, 2012, 2014, 31);
        kinship.putAll(written.byPerson("kinship.csv"));
        for (int year : YEARS) {
            population.put(year, written.byPerson("population-" + year + ".csv"));
            labour.put(year, written.byPerson("labour-" + year + ".csv"));
        }
    }

    private static Map<String, Written.Row> population(int year) {
        return population.getOrDefault(year, Map.of());
    }

    private static Map<String, Written.Row> labour(int year) {
        return labour.getOrDefault(year, Map.of());
    }

    private static Written.Row kinship(String person) {
        return Objects.requireNonNull(kinship.get(person));
    }

    @Test
    void every_year_has_exactly_n_persons_of_18_to_64() {
        for (int year : YEARS) {
            assertThat(population(year)).hasSize(PERSONS);
            assertThat(population(year).values()).allSatisfy(row -> {
                assertThat(year - row.number("birth_year")).isBetween(18, 64);
                assertThat(row.get("reference_date")).isEqualTo(year + "-12-31");
                assertThat(row.get("person")).matches("P[0-9]{9}");
            });
        }
    }

    @Test
    void kinship_has_one_row_for_each_person_of_any_year() {
        Set<String> persons = new TreeSet<>();
        population.values().forEach(rows -> persons.addAll(rows.keySet()));
        assertThat(kinship.keySet()).isEqualTo(persons);
        assertThat(kinship.size()).as("some leave, some follow").isBetween(PERSONS + 500, PERSONS + 3_000);
    }

    @Test
    void one_person_in_a_hundred_has_no_labour_row_and_nobody_else_has_one() {
        for (int year : YEARS) {
            assertThat(population(year).keySet()).containsAll(labour(year).keySet());
            assertThat(labour(year).size()).isBetween((int) (PERSONS * 0.98), (int) (PERSONS * 0.995));
        }
    }

    @Test
    void what_is_born_with_a_person_never_changes() {
        List<String> lasting =
                List.of("gender", "birth_year", "nationality_at_birth", "country_of_birth", "registered_on");
        population(2012).forEach((person, before) -> {
            Written.Row after = population(2014).getOrDefault(person, before);
            for (String column : lasting) {
                assertThat(after.get(column)).isEqualTo(before.get(column));
            }
        });
    }

    @Test
    void a_date_of_acquisition_is_there_if_and_only_if_born_foreign_and_now_belgian() {
        for (Written.Row row : population(2014).values()) {
            boolean bornForeign = row.has("nationality_at_birth")
                    && !row.get("nationality_at_birth").equals("BE");
            boolean nowBelgian = row.get("nationality_now").equals("BE");
            assertThat(row.has("acquired_on")).isEqualTo(bornForeign && nowBelgian);
            assertThat(row.get("acquired_on")).isLessThanOrEqualTo(row.get("reference_date"));
        }
    }

    @Test
    void those_born_abroad_and_only_they_have_a_date_of_registration_and_a_purpose_of_stay() {
        for (Written.Row row : population(2014).values()) {
            boolean abroad =
                    row.has("country_of_birth") && !row.get("country_of_birth").equals("BE");
            assertThat(row.has("registered_on")).isEqualTo(abroad);
            assertThat(row.has("purpose_of_stay")).isEqualTo(abroad);
            assertThat(row.get("registered_on")).isLessThanOrEqualTo(row.get("reference_date"));
            if (abroad) {
                assertThat(row.get("registered_on")).isGreaterThan(row.get("birth_year"));
                if (row.has("acquired_on")) {
                    assertThat(row.get("acquired_on")).isGreaterThan(row.get("registered_on"));
                }
            }
        }
    }

    @Test
    void grandparents_are_known_only_through_a_known_parent_and_mostly_share_a_foreign_nationality() {
        int[] same = new int[2];
        for (Written.Row row : kinship.values()) {
            for (String[] line : new String[][] {{"father", "ff", "fm"}, {"mother", "mf", "mm"}}) {
                String parent = row.get(line[0] + "_nationality");
                for (int i = 1; i <= 2; i++) {
                    String grandparent = row.get(line[i] + "_nationality");
                    assertThat(grandparent.isEmpty())
                            .isEqualTo(row.get(line[i] + "_country").isEmpty());
                    if (parent.isEmpty()) {
                        assertThat(grandparent).isEmpty();
                    } else if (!parent.equals("BE") && !grandparent.isEmpty()) {
                        same[grandparent.equals(parent) ? 1 : 0]++;
                    }
                }
            }
        }
        assertThat(same[1]).isGreaterThan(9 * same[0]);
    }

    @Test
    void a_third_generation_exists_of_belgian_born_parents_with_a_foreign_grandparent() {
        long third = kinship.values().stream()
                .filter(row -> row.get("father_nationality").equals("BE")
                        && row.get("mother_nationality").equals("BE"))
                .filter(row -> Set.of("IT", "FR", "NL").contains(row.get("ff_country")))
                .count();
        assertThat(third).isGreaterThan(PERSONS / 200);
    }

    @Test
    void missing_parents_rise_with_age() {
        int[] persons = new int[4];
        int[] missing = new int[4];
        population(2014).forEach((person, row) -> {
            int band = (2014 - row.number("birth_year") - 18) / 12;
            persons[band]++;
            missing[band] += kinship(person).has("father_nationality") ? 0 : 1;
        });
        for (int band = 1; band < 4; band++) {
            assertThat(missing[band] / (double) persons[band])
                    .isGreaterThan(1.1 * missing[band - 1] / (double) persons[band - 1]);
        }
    }

    @Test
    void only_employees_have_a_wage_and_a_status_and_only_those_in_work_a_sector() {
        for (Written.Row row : labour(2014).values()) {
            boolean employee = EMPLOYEE.contains(row.get("position"));
            boolean inWork = row.get("position").startsWith("1");
            assertThat(row.has("daily_wage")).isEqualTo(employee);
            assertThat(row.has("worker_status")).isEqualTo(employee);
            assertThat(row.has("working_time")).isEqualTo(employee);
            for (String column :
                    List.of("sector", "public_sector", "service_vouchers", "agency_work", "student_work")) {
                assertThat(row.has(column)).isEqualTo(inWork);
            }
            assertThat(row.get("daily_wage")).matches("|[0-9]{2,4}\\.[0-9]{2}");
        }
    }

    @Test
    void most_keep_their_position_from_quarter_to_quarter_and_from_year_to_year() {
        assertThat(stayers(2014, "position_q3", 2014)).isBetween(0.96, 0.99);
        assertThat(stayers(2013, "position", 2014)).isBetween(0.92, 0.97);
    }

    /** Of those in work before who have a row in {@code year}, the share in work then. */
    private static double stayers(int yearBefore, String columnBefore, int year) {
        int[] counts = new int[2];
        labour(year).forEach((person, row) -> {
            Written.Row before = labour(yearBefore).get(person);
            if (before != null && before.get(columnBefore).startsWith("1")) {
                counts[0]++;
                counts[1] += row.get("position").startsWith("1") ? 1 : 0;
            }
        });
        return counts[1] / (double) counts[0];
    }

    @Test
    void employment_is_lowest_in_brussels_and_unemployment_near_nine_per_cent_of_the_active() {
        Map<String, int[]> byRegion = new TreeMap<>();
        int[] all = new int[2];
        population(2014).forEach((person, row) -> {
            Written.Row work = labour(2014).get(person);
            char head = work == null ? '-' : work.get("position").charAt(0);
            int[] counts = byRegion.computeIfAbsent(row.get("region"), r -> new int[2]);
            counts[0]++;
            counts[1] += head == '1' ? 1 : 0;
            all[0] += head == '1' ? 1 : 0;
            all[1] += head == '2' ? 1 : 0;
        });
        Map<String, Double> rates = new TreeMap<>();
        byRegion.forEach((region, counts) -> rates.put(region, counts[1] / (double) counts[0]));
        assertThat(rates.get("04000")).isLessThan(rates.get("03000"));
        assertThat(rates.get("03000")).isLessThan(rates.get("02000"));
        assertThat(all[1] / (double) (all[0] + all[1])).isBetween(0.075, 0.10);
    }

    @Test
    void every_code_has_a_label_in_four_languages_but_the_one_that_is_in_no_list() throws IOException {
        JsonNode labels = new ObjectMapper()
                .readTree(Path.of("sample-data", "code-labels.json").toFile());
        Map<String, Set<String>> used = new TreeMap<>();
        for (int year : YEARS) {
            population(year).values().forEach(row -> collect(row, used));
            labour(year).values().forEach(row -> collect(row, used));
        }
        kinship.values().forEach(row -> collect(row, used));
        used.forEach((list, codes) -> {
            Set<String> known = new TreeSet<>();
            for (JsonNode code : labels.path(list)) {
                known.add(code.path("code").asText());
                assertThat(code.path("labels").properties()).hasSize(4);
            }
            codes.removeAll(known);
            assertThat(codes).as(list).isSubsetOf("QX");
        });
    }

    private static void collect(Written.Row row, Map<String, Set<String>> used) {
        for (String column : row.columns()) {
            String list = listOf(column);
            if (!list.isEmpty() && row.has(column)) {
                used.computeIfAbsent(list, l -> new TreeSet<>()).add(row.get(column));
            }
        }
    }

    private static String listOf(String column) {
        if (column.contains("nationality") || column.contains("country")) {
            return "country";
        }
        return switch (column) {
            case "person", "reference_date", "birth_year", "acquired_on", "registered_on", "daily_wage" -> "";
            case "public_sector", "service_vouchers", "agency_work", "student_work" -> "yes_no";
            default -> column.startsWith("position") ? "position" : column;
        };
    }
}
