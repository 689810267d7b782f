package org.ecart.tabulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.model.Condition;
import org.ecart.model.Fraction;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Query;
import org.junit.jupiter.api.Test;

class KeptCubesTest {
    private static final Period YEAR = Period.ofYear(2014);

    private final List<List<String>> counted = new ArrayList<>();
    private final AtomicInteger version = new AtomicInteger();

    private final FrameTabulator engine = new FrameTabulator((period, variables) -> frame(), 1);

    private KeptCubes cubes(long most) {
        return new KeptCubes(
                (query, progress) -> {
                    counted.add(query.dimensions());
                    return engine.tabulate(query, progress);
                },
                version::get,
                most);
    }

    @Test
    void rowsAndColumnsChangePlacesWithoutCounting() {
        KeptCubes cubes = cubes(100);
        cubes.tabulate(query("sex", "region"), Progress.NONE);

        Cube turned = cubes.tabulate(query("region", "sex"), Progress.NONE);

        assertThat(counted).containsExactly(List.of("sex", "region"));
        Cube fresh = engine.tabulate(query("region", "sex"), Progress.NONE);
        assertThat(turned.dimensions()).isEqualTo(fresh.dimensions());
        assertThat(turned.numbers()).containsExactly(fresh.numbers());
        assertThat(turned.persons()).containsExactly(fresh.persons());
        assertThat(IntStream.range(0, turned.size()).mapToObj(turned::weight).toList())
                .isEqualTo(
                        IntStream.range(0, fresh.size()).mapToObj(fresh::weight).toList());
        Cube.Amounts amounts = turned.amounts().orElseThrow();
        Cube.Amounts expected = fresh.amounts().orElseThrow();
        assertThat(amounts.persons()).containsExactly(expected.persons());
        assertThat(amounts.sums()).isEqualTo(expected.sums());
        assertThat(amounts.quantiles()).isEqualTo(expected.quantiles());
    }

    @Test
    void otherDataAreCountedAnew() {
        KeptCubes cubes = cubes(100);
        cubes.tabulate(query("sex"), Progress.NONE);
        version.incrementAndGet();

        cubes.tabulate(query("sex"), Progress.NONE);

        assertThat(counted).hasSize(2);
    }

    @Test
    void theLongestUnusedIsForgottenFirst() {
        // Two cells each.
        KeptCubes cubes = cubes(4);
        cubes.tabulate(query("sex"), Progress.NONE);
        cubes.tabulate(query("region"), Progress.NONE);
        cubes.tabulate(query("sex"), Progress.NONE);
        cubes.tabulate(query(), Progress.NONE);
        counted.clear();

        cubes.tabulate(query("sex"), Progress.NONE);
        cubes.tabulate(query("region"), Progress.NONE);

        assertThat(counted).containsExactly(List.of("region"));
    }

    private static Query query(String... dimensions) {
        return new Query(
                new Query.Source(YEAR, Optional.empty()),
                List.of(),
                List.of(dimensions),
                Condition.ALL,
                Optional.of(new Query.Amount("wage", List.of(Fraction.HALF))));
    }

    /** Two women and two men; the women live in different regions. */
    private static Frame frame() {
        return new Frame(
                YEAR,
                4,
                Map.of("sex", column("F", "M", 2, 2, 3, 3), "region", column("B", "W", 2, 3, 3, 3)),
                Map.of("wage", AmountColumn.of(0, List.of(new long[] {100, 90, 80, 70}))),
                Optional.empty(),
                Set.of());
    }

    private static CodedColumn column(String first, String second, int... places) {
        return new CodedColumn(
                new Dictionary(List.of(first, second)), Set.of(), List.of(CodeSegment.pack(places, 0, places.length)));
    }
}
