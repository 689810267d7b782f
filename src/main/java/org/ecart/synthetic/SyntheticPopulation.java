package org.ecart.synthetic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;

/**
 * Writes three linked extracts of a Belgian register population that never existed: {@code population-YYYY.csv} with
 * exactly N persons of 18 to 64 a year, {@code kinship.csv} with one row a person, {@code labour-YYYY.csv} with one row
 * for nearly every person. Employment rates and shares by origin agree with the published ones (METHOD section 9). The
 * same seed gives the same bytes; the rows of a place depend neither on the number of places nor on the years asked
 * for. Memory does not grow with the number of persons.
 */
public final class SyntheticPopulation {
    private static final int PLACES_A_REPORT = 4096;

    /**
     * What to make.
     *
     * @param persons in each year, 1 to 20,000,000
     * @param firstYear 2008 or later
     * @param lastYear 2030 or earlier
     * @throws EcartException (usage) outside these ranges
     */
    public record Spec(long persons, int firstYear, int lastYear, long seed) {
        public static final long MOST_PERSONS = 20_000_000;
        public static final int FIRST_YEAR = Lineage.FIRST_YEAR;
        public static final int LAST_YEAR = 2030;

        public Spec {
            if (persons < 1 || persons > MOST_PERSONS) {
                throw EcartException.usage("synthetic.persons_range", persons, MOST_PERSONS);
            }
            if (firstYear < FIRST_YEAR || lastYear > LAST_YEAR || firstYear > lastYear) {
                throw EcartException.usage(
                        "synthetic.years_range",
                        Integer.toString(firstYear),
                        Integer.toString(lastYear),
                        Integer.toString(FIRST_YEAR),
                        Integer.toString(LAST_YEAR));
            }
        }

        int years() {
            return lastYear - firstYear + 1;
        }
    }

    private final Origins origins = Origins.assumed();
    private final Countries countries = Countries.assumed();
    private final Rows rows = new Rows();

    /**
     * Writes the extracts; after a failure or when cancelled, nothing is left behind.
     *
     * @param directory made if it is missing
     * @throws EcartException (usage) if one of the files is there already or the directory is a file; (data) if it
     *     cannot be written
     */
    public void write(Spec spec, Path directory, Progress progress) {
        try (ExtractFiles files = new ExtractFiles(directory)) {
            CsvFile kinship = files.create("kinship.csv", Rows.KINSHIP);
            List<CsvFile> population = new ArrayList<>();
            List<CsvFile> labour = new ArrayList<>();
            for (int year = spec.firstYear(); year <= spec.lastYear(); year++) {
                population.add(files.create("population-" + year + ".csv", Rows.POPULATION));
                labour.add(files.create("labour-" + year + ".csv", Rows.LABOUR));
            }
            Persons persons = new Persons(new PersonNumbers(spec.seed()), countries);
            for (long number = 0; number < spec.persons(); number++) {
                if (number % PLACES_A_REPORT == 0) {
                    progress.report("synthetic.writing", (double) number / spec.persons());
                }
                Place place = Place.of(spec.seed(), number);
                Person holder = place.holder(spec.firstYear(), origins, persons);
                rows.kinship(holder, kinship);
                for (int i = 0; i < spec.years(); i++) {
                    int year = spec.firstYear() + i;
                    if (!place.holds(holder, year)) {
                        holder = place.holder(year, origins, persons);
                        rows.kinship(holder, kinship);
                    }
                    rows.population(holder, year, population.get(i));
                    rows.labour(holder, year, labour.get(i));
                }
            }
            files.publish();
        } catch (IOException e) {
            throw EcartException.data("synthetic.cannot_write", directory);
        }
        progress.report("synthetic.writing", 1);
    }
}
