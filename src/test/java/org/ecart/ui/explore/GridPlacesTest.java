package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ecart.protect.PrintedTable;
import org.ecart.ui.task.InlineTasks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // opened before all tests
class GridPlacesTest {
    private static final double CHARACTER = 8;

    private Sample sample;
    private PrintedTable like;

    @BeforeAll
    void importSample(@TempDir Path folder) {
        sample = new Sample(folder.resolve("workspace"));
        like = new ExploreViewModel(sample.study(), sample, new InlineTasks())
                .shownProperty()
                .get()
                .orElseThrow()
                .table();
    }

    @AfterAll
    void close() {
        sample.close();
    }

    private GridPlaces places(int lines, int columns) {
        return GridPlaces.of(WideTable.grid(like, lines, columns), text -> CHARACTER * text.length());
    }

    @Test
    void columnsStandSideBySideAndAreFoundByTheirPlace() {
        GridPlaces places = places(3, 200);
        assertThat(places.columns()).isEqualTo(200);
        for (int column = 0; column < 200; column++) {
            double start = places.start(column);
            double end = places.start(column + 1);
            assertThat(end - start).as("as wide as its head, Persons").isGreaterThanOrEqualTo(7 * CHARACTER);
            assertThat(places.columnAt(start)).isEqualTo(column);
            assertThat(places.columnAt((start + end) / 2)).isEqualTo(column);
        }
        assertThat(places.columnAt(-5)).isZero();
        assertThat(places.columnAt(places.width() + 5)).isEqualTo(199);
    }

    @Test
    void aHeadSpansItsColumnsEvenWhereTheyReachOutOfView() {
        GridPlaces places = places(3, 300);
        assertThat(places.heads(98, 101))
                .filteredOn(h -> h.level() == 0)
                .containsExactly(
                        new GridPlaces.Head(0, 1, 0, 100, "group 0"), new GridPlaces.Head(0, 1, 100, 200, "group 1"));
        assertThat(places.heads(98, 101))
                .filteredOn(h -> h.level() == 2)
                .hasSize(4)
                .allMatch(h -> h.text().equals("Persons") && h.to() == h.from() + 1);
    }

    @Test
    void aHeadOverASingleColumnHasRoomForItsTextAndTheEndsOfItsLine() {
        GridPlaces places = places(3, 100);
        // 8 around the text at each side, and 5 beside the line
        assertThat(places.start(1) - places.start(0)).isGreaterThanOrEqualTo("column 0".length() * CHARACTER + 26);
    }

    @Test
    void labelsGetNarrowerSoThatAllColumnsAreInViewButStayReadable() {
        GridPlaces places = places(3, 100);
        assertThat(places.within(places.frozen() + places.width()).labels()).isEqualTo(places.labels());
        assertThat(places.within(10).labels())
                .isLessThanOrEqualTo(places.labels())
                .isGreaterThan(100);
    }
}
