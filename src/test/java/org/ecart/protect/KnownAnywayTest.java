package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecart.model.Loss;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem.Unit;
import org.junit.jupiter.api.Test;

/** What no suppression can hide: provinces with a few persons each, and all of these but the last, which no table sums up. */
class KnownAnywayTest {
    private static final int[] EVERYBODY = CountSystemBuilder.ALL;

    /** Persons of five provinces; a table of each, and one of the first four together. */
    private record Example(KnownAnyway known, int[] provinces, int together) {
        static Example of(Fate together, int... persons) {
            CountSystemBuilder builder = new CountSystemBuilder(persons.length, 1);
            IntStream.range(0, persons.length).forEach(p -> builder.atom(persons[p], p, 0));
            int[] provinces = IntStream.range(0, persons.length)
                    .map(p -> builder.figure(new int[] {p}, EVERYBODY))
                    .toArray();
            int four = builder.figure(new int[] {0, 1, 2, 3}, EVERYBODY);
            IntStream.of(provinces).forEach(figure -> builder.unit(unit(figure), Fate.OPEN));
            builder.unit(unit(four), together);
            CountSystem system = builder.build();
            Requirements requirements = new Requirements(system, system.units().size(), Policy.DEFAULT);
            Ground ground = new Ground(system, Loss.BALANCED);
            Knowledge knowledge = new Knowledge(system, requirements, Policy.DEFAULT);
            Singletons singletons = new Singletons(ground, requirements.alone());
            return new Example(
                    new KnownAnyway(ground, knowledge, singletons, Policy.DEFAULT.threshold()), provinces, four);
        }

        private static Unit unit(int figure) {
            return new Unit(Map.of(Quantity.PERSONS, figure), 0, false);
        }
    }

    /** Each is 1 to 4 and so is their sum: 1 each. */
    @Test
    void four_unsafe_cells_with_an_unsafe_sum_are_known_to_whoever_knows_the_rule() {
        Example example = Example.of(Fate.OPEN, 1, 1, 1, 1, 90);
        assertThat(example.known().toB(example.together())).isTrue();
        assertThat(example.known().toB(example.provinces()[2])).isTrue();
        assertThat(example.known().toB(example.provinces()[4])).isFalse();
        assertThat(example.known().toA(example.together(), true)).isFalse();
    }

    @Test
    void with_a_person_more_they_are_in_doubt() {
        Example example = Example.of(Fate.OPEN, 1, 1, 1, 2, 90);
        assertThat(List.of(0, 1, 2, 3)).noneMatch(p -> example.known().toB(example.provinces()[p]));
    }

    /** The sum of 5 has left. Nobody who knows only that can tell the parts; whoever knows the rule still has two ways. */
    @Test
    void what_has_left_before_counts_as_known() {
        Example example = Example.of(Fate.PRINTED, 1, 1, 1, 2, 90);
        assertThat(example.known().toA(example.together(), true)).isTrue();
        assertThat(example.known().toA(example.provinces()[0], true)).isFalse();
        assertThat(example.known().toB(example.provinces()[0])).isFalse();
        Example fewer = Example.of(Fate.PRINTED, 1, 1, 1, 1, 90);
        assertThat(fewer.known().toB(fewer.provinces()[0])).isTrue();
    }
}
