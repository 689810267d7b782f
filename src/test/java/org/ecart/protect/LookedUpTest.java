package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecart.files.Definitions;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.protect.TableSystem.Place;
import org.ecart.study.FewPersons;
import org.junit.jupiter.api.Test;

/** Who is alone in an atom of one grid is where the data say in the others, and not wherever he might be. */
class LookedUpTest {
    /** Fewer than are answered. */
    private static final int FEW = 150;

    private static final String A_BY_B =
            "\"periods\": [\"2014\"], \"rows\": \"a\", \"columns\": \"b\", \"indicator\": \"people\", \"measures\": [\"persons\"]";
    private static final String B_BY_C =
            "\"periods\": [\"2014\"], \"rows\": \"b\", \"columns\": \"c\", \"indicator\": \"people\", \"measures\": [\"persons\"]";

    /** Of four with b2 one has a1, and of those four one has c1: another one. */
    @Test
    void theOnlyOneOfATableIsNotTheOnlyOneOfAnotherIfTheDataSayNo() {
        Linked linked = Linked.of(new FewPersons().at(2014, """
                        a,b,c
                        a1,b1,c1
                        a1,b1,c2
                        a2,b1,c1
                        a1,b2,c2
                        a2,b2,c2
                        a2,b2,c2
                        a2,b2,c1"""), A_BY_B, B_BY_C);
        int one = linked.atom(0, "a1", "b2");
        Whereabouts whereabouts = linked.system().whereabouts();

        assertThat(linked.system().count(one)).isEqualTo(1);
        assertThat(whereabouts.mayBe(one, linked.atom(1, "b2", "c2"))).isTrue();
        assertThat(whereabouts.mayBe(one, linked.atom(1, "b2", "c1"))).isFalse();
        assertThat(whereabouts.mayBe(one, linked.atom(1, "b1", "c1"))).isFalse();
    }

    @Test
    void everybodyIsInOnePlaceOfEachGridThatCountsHimAndGridsAgreeWhereThatIs() {
        for (long seed = 1; seed <= 3; seed++) {
            Linked linked = Linked.overYears(new SplittableRandom(seed));
            CountSystem system = linked.system();
            Joints joints = new Joints(system);
            int lookedUp = 0;
            for (int atom = 0; atom < system.atoms(); atom++) {
                for (int grid = 0; system.count(atom) == 1 && grid < linked.grids() && lookedUp < FEW; grid++) {
                    if (grid != system.grid(atom)) {
                        assertOnePlace(seed, linked, joints, atom, grid);
                        lookedUp++;
                    }
                }
            }
            assertThat(lookedUp).as("seed %d", seed).isEqualTo(FEW);
        }
    }

    private static void assertOnePlace(long seed, Linked linked, Joints joints, int atom, int grid) {
        CountSystem system = linked.system();
        Whereabouts whereabouts = system.whereabouts();
        String said = "seed %d, atom %d, grid %d".formatted(seed, atom, grid);
        int[] places = IntStream.range(0, system.atoms())
                .filter(other -> system.grid(other) == grid && whereabouts.mayBe(atom, other))
                .toArray();
        assertThat(places).as(said).hasSizeLessThan(2);
        for (int place : places) {
            assertThat(system.count(place)).as(said).isPositive();
            assertThat(system.count(place) > 1 || whereabouts.mayBe(place, atom))
                    .as(said)
                    .isTrue();
        }
        for (int join : joints.of(grid)) {
            if (joints.beyond(join, grid) == system.grid(atom) && joints.cell(join, atom) != Joints.FREE) {
                assertThat(places).as(said).hasSize(1);
                assertThat(joints.cell(join, places[0])).as(said).isEqualTo(joints.cell(join, atom));
            }
        }
    }

    /** What tables tell of persons. */
    private record Linked(List<Draft> drafts, TableSystem tables) {
        static Linked of(FewPersons persons, String... breakdowns) {
            List<String> tables = IntStream.range(0, breakdowns.length)
                    .mapToObj(
                            t -> "{\"id\": \"T%d\", \"title\": \"t\", \"breakdown\": {%s}}".formatted(t, breakdowns[t]))
                    .toList();
            Study study = Definitions.study("""
                    {"format": "ecart/study", "version": 1, "id": "s", "title": "s", "policy": {"id": "default"},
                     "indicators": [{"id": "people", "labels": "People", "definition": "all"}],
                     "tables": [%s]}
                    """.formatted(String.join(", ", tables)));
            List<Draft> drafts = persons.tables(List.of(), List.of())
                    .release(study, List.of(), Progress.NONE)
                    .drafts();
            LinkedTables linked = new LinkedTables(drafts, persons.tabulator(), study.policy());
            Set<Period> dates = linked.dates().get(0);
            return new Linked(drafts, linked.at(dates, Progress.NONE).system());
        }

        /** Tables of two years and of one, some of whom are of no known region, so that there are several grids. */
        static Linked overYears(SplittableRandom random) {
            List<List<String>> years = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            years.forEach(lines -> lines.add("no,group,region,status"));
            for (int person = 1; person <= 25; person++) {
                String group = "g" + random.nextInt(3);
                for (List<String> lines : years) {
                    if (random.nextInt(6) > 0) {
                        String region = random.nextInt(8) == 0 ? "" : "r" + random.nextInt(3);
                        lines.add("%d,%s,%s,s%d".formatted(person, group, region, random.nextInt(3)));
                    }
                }
            }
            FewPersons persons = new FewPersons();
            for (int y = 0; y < years.size(); y++) {
                persons.at(2013 + y, String.join("\n", years.get(y)));
            }
            return of(
                    persons,
                    table("\"2013\"", "group > status", "status@1y"),
                    table("\"2014\"", "group > status", "status@1y"),
                    table("\"2013\", \"2014\", \"2015\"", "group", "region"),
                    table("\"2013\", \"2014\", \"2015\"", "region", "status"));
        }

        private static String table(String periods, String rows, String columns) {
            return """
                    "periods": [%s], "rows": "%s", "columns": "%s", "indicator": "people", "undetermined": true,
                    "measures": ["persons"]""".formatted(periods, rows, columns);
        }

        CountSystem system() {
            return tables.system();
        }

        int grids() {
            return system().grid(system().atoms() - 1) + 1;
        }

        /** The one atom of a cell. */
        int atom(int table, String... codes) {
            List<Integer> units = IntStream.range(0, tables.places().size())
                    .filter(u -> is(tables.places().get(u), table, List.of(codes)))
                    .boxed()
                    .toList();
            int[] atoms = system().atomsOf(system().units().get(units.get(0)).widest());
            assertThat(atoms).hasSize(1);
            return atoms[0];
        }

        private boolean is(Place place, int table, List<String> codes) {
            return place.table() == table
                    && drafts.get(table)
                            .values()
                            .cells()
                            .get(place.cell())
                            .codes()
                            .equals(codes);
        }
    }
}
