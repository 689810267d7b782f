package org.ecart.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.synthetic.SyntheticPopulation.Spec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticPopulationTest {
    private final Path directory;

    SyntheticPopulationTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Path write(String name, long persons, int firstYear, int lastYear, long seed) {
        Path out = directory.resolve(name);
        new SyntheticPopulation().write(new Spec(persons, firstYear, lastYear, seed), out, Progress.NONE);
        return out;
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Path::getFileName).sorted().toList();
        }
    }

    @Test
    void the_same_arguments_give_the_same_bytes_in_any_locale_and_time_zone() throws IOException {
        Path first = write("first", 500, 2011, 2013, 5);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        Path second;
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            second = write("second", 500, 2011, 2013, 5);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(filesIn(first)).hasSize(7);
        for (Path file : filesIn(first)) {
            assertThat(first.resolve(file)).hasSameBinaryContentAs(second.resolve(file));
        }
    }

    @Test
    void another_seed_gives_another_population() throws IOException {
        String one = Files.readString(write("one", 50, 2014, 2014, 1).resolve("population-2014.csv"));
        String two = Files.readString(write("two", 50, 2014, 2014, 2).resolve("population-2014.csv"));
        assertThat(one).isNotEqualTo(two);
    }

    @Test
    void a_place_has_the_same_rows_however_many_places_there_are() throws IOException {
        Path few = write("few", 200, 2012, 2014, 9);
        Path many = write("many", 700, 2012, 2014, 9);
        for (Path file : filesIn(few)) {
            assertThat(Files.readString(many.resolve(file))).startsWith(Files.readString(few.resolve(file)));
        }
    }

    @Test
    void a_year_is_the_same_whichever_other_years_are_written() {
        Path alone = write("alone", 400, 2014, 2014, 9);
        Path series = write("series", 400, 2008, 2030, 9);
        assertThat(alone.resolve("population-2014.csv")).hasSameBinaryContentAs(series.resolve("population-2014.csv"));
        assertThat(alone.resolve("labour-2014.csv")).hasSameBinaryContentAs(series.resolve("labour-2014.csv"));
    }

    @Test
    void numbers_and_years_out_of_range_are_refused() {
        assertThatThrownBy(() -> new Spec(0, 2011, 2014, 1))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("synthetic.persons_range"));
        assertThatThrownBy(() -> new Spec(20_000_001, 2011, 2014, 1)).isInstanceOf(EcartException.class);
        for (int[] years : new int[][] {{2014, 2011}, {2007, 2011}, {2011, 2031}}) {
            assertThatThrownBy(() -> new Spec(1, years[0], years[1], 1))
                    .isInstanceOfSatisfying(
                            EcartException.class, e -> assertThat(e.key()).isEqualTo("synthetic.years_range"));
        }
    }

    @Test
    void a_file_that_is_there_already_is_kept_and_nothing_is_added() throws IOException {
        Files.writeString(directory.resolve("labour-2014.csv"), "mine");
        assertThatThrownBy(() -> write(".", 10, 2014, 2014, 1))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("synthetic.file_exists"));
        assertThat(filesIn(directory)).containsExactly(Path.of("labour-2014.csv"));
        assertThat(directory.resolve("labour-2014.csv")).hasContent("mine");
    }

    @Test
    void a_file_in_place_of_the_directory_is_refused() throws IOException {
        Files.writeString(directory.resolve("out"), "mine");
        assertThatThrownBy(() -> write("out", 10, 2014, 2014, 1))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("synthetic.not_a_directory"));
    }

    @Test
    void a_cancelled_run_leaves_nothing_behind() throws IOException {
        Progress cancelling = (step, fraction) -> {
            if (fraction > 0) {
                throw new Progress.Cancelled();
            }
        };
        Path out = directory.resolve("out");
        assertThatThrownBy(() -> new SyntheticPopulation().write(new Spec(10_000, 2014, 2014, 1), out, cancelling))
                .isInstanceOf(Progress.Cancelled.class);
        assertThat(filesIn(directory)).isEmpty();
    }
}
