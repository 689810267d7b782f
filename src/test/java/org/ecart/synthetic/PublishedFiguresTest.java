package org.ecart.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** METHOD section 9: employment rates of 2014 and shares of origin at 18-64, counted over the written files. */
class PublishedFiguresTest {
    private static final Map<String, Double> RATES = Map.of(
            "Belgian", 73.0,
            "candidate", 46.0,
            "Maghreb", 44.3,
            "African", 42.5,
            "European", 42.2);
    private static final Map<String, Double> SHARES = Map.ofEntries(
            Map.entry("Belgian", 65.0),
            Map.entry("undetermined", 5.0),
            Map.entry("EU-14", 10.0),
            Map.entry("EU-13", 4.0),
            Map.entry("candidate", 3.0),
            Map.entry("European", 1.5),
            Map.entry("Maghreb", 5.5),
            Map.entry("African", 3.0),
            Map.entry("Near/Middle East", 1.0),
            Map.entry("Asian", 1.0),
            Map.entry("Oceania/Far East", 0.5),
            Map.entry("Latin American", 0.8),
            Map.entry("North American", 0.2));
    private static final double ALL_SHARES =
            SHARES.values().stream().mapToDouble(Double::doubleValue).sum();

    private final Path directory;

    PublishedFiguresTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** Persons and persons in work by origin. */
    private static final class Census {
        private final Map<String, long[]> counts = new TreeMap<>();
        private long all;

        static Census of(Written written) {
            Census census = new Census();
            Map<Integer, String> parents = new HashMap<>();
            written.each(
                    "kinship.csv",
                    row -> parents.put(
                            numberOf(row),
                            (row.get("father_nationality") + "," + row.get("mother_nationality")).intern()));
            Map<Integer, Boolean> inWork = new HashMap<>();
            written.each(
                    "labour-2014.csv",
                    row -> inWork.put(numberOf(row), row.get("position").startsWith("1")));
            written.each("population-2014.csv", row -> {
                String[] both = parents.getOrDefault(numberOf(row), "?,?").split(",", -1);
                String origin =
                        OriginOracle.of(both[0], both[1], row.get("nationality_at_birth"), row.get("nationality_now"));
                long[] count = census.counts.computeIfAbsent(origin, o -> new long[2]);
                count[0]++;
                count[1] += inWork.getOrDefault(numberOf(row), false) ? 1 : 0;
                census.all++;
            });
            return census;
        }

        private static int numberOf(Written.Row row) {
            return Integer.parseInt(row.get("person").substring(1));
        }

        long persons(String origin) {
            return counts.getOrDefault(origin, new long[2])[0];
        }

        double share(String origin) {
            return 100.0 * persons(origin) / all;
        }

        double rate(String origin) {
            return 100.0 * counts.getOrDefault(origin, new long[2])[1] / persons(origin);
        }

        String report() {
            StringBuilder report = new StringBuilder("origin: share, employment rate\n");
            counts.keySet()
                    .forEach(o -> report.append(String.format(Locale.ROOT, "%s: %.3f, %.3f%n", o, share(o), rate(o))));
            return report.toString();
        }
    }

    private static double standardError(double percent, long persons) {
        return Math.sqrt(percent * (100 - percent) / (double) persons);
    }

    @Test
    void at_200000_persons_every_published_figure_is_met_within_three_standard_errors() {
        Census census = Census.of(Written.of(directory.resolve("out"), 200_000, 2014, 2014, 4711));
        RATES.forEach((origin, rate) -> assertThat(Math.abs(census.rate(origin) - rate))
                .as("rate of %s, seed 4711: %s", origin, census.report())
                .isLessThan(3 * standardError(rate, census.persons(origin))));
        SHARES.forEach((origin, share) -> {
            double expected = 100 * share / ALL_SHARES;
            // one part in a thousand more: the few of no group of countries are not among the published shares
            assertThat(Math.abs(census.share(origin) - expected))
                    .as("share of %s, seed 4711: %s", origin, census.report())
                    .isLessThan(3 * standardError(expected, 200_000) + 0.002 * expected);
        });
    }

    @Tag("attack")
    @ParameterizedTest
    @ValueSource(longs = {7, 20_260_131, -987_654_321_012_345L})
    void at_2_million_persons_rates_are_within_one_point_and_shares_within_half_a_point(long seed) {
        Census census = Census.of(Written.of(directory.resolve("out" + seed), 2_000_000, 2014, 2014, seed));
        RATES.forEach((origin, rate) -> assertThat(Math.abs(census.rate(origin) - rate))
                .as("rate of %s, seed %s: %s", origin, seed, census.report())
                .isLessThan(1));
        SHARES.forEach((origin, share) -> assertThat(Math.abs(census.share(origin) - 100 * share / ALL_SHARES))
                .as("share of %s, seed %s: %s", origin, seed, census.report())
                .isLessThan(0.5));
    }
}
