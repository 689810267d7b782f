package org.ecart.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecart.bench.Timing.millis;
import static org.ecart.bench.Timing.say;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Language;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.protect.Protection;
import org.ecart.store.Workspace;
import org.ecart.study.Released;
import org.ecart.study.Session;
import org.ecart.synthetic.SyntheticPopulation;
import org.ecart.synthetic.SyntheticPopulation.Spec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What it takes, and what it costs, to count, protect and attack tables together that tell of each other, beside the same tables
 * one by one, as a tool treats them to which nobody has declared the links: each is safe by itself, all of them together are
 * not. Persons of the generator; once each, since the choice is the same every time.
 */
@Tag("bench")
class ReleaseBenchmark {
    private static final int PERSONS = Integer.getInteger("ecart.bench.persons", 1_000_000);
    private static final int FIRST_YEAR = 2013;
    private static final int LAST_YEAR = 2016;
    private static final List<String> STUDIES =
            List.of(System.getProperty("ecart.bench.studies", "one_date,four_years,report")
                    .split(","));

    private final Path folder = Path.of("target", "bench", "release-" + PERSONS);

    @Test
    void tables_together_beside_one_by_one() throws IOException {
        say("%,d persons, %d to %d", PERSONS, FIRST_YEAR, LAST_YEAR);
        try (Session session = Session.open(workspace(), Messages.load())) {
            for (String name : STUDIES) {
                compare(session, study(name));
            }
        }
    }

    private static void compare(Session session, Study study) {
        Made together = Made.of(session, study);
        List<Made> alone = study.tables().stream()
                .map(table -> Made.of(session, study.withTables(List.of(table))))
                .toList();
        Made all = alone.stream().reduce(Made::and).orElseThrow();
        say("%s: %,d cells, %,d unsafe", study.title().in(Language.EN), together.cells(), together.primary());
        say("  together   %s", together);
        say("  one by one %s", all);
        say(
                "  ratio of times %.2f; %.3f of the cells that stay one by one stay together",
                together.seconds() / all.seconds(), (double) together.stay() / all.stay());
    }

    /**
     * What came of a release.
     *
     * @param stay cells in print
     * @param fallback cells left out with all around them for want of a proof
     * @param known cells left out that somebody knows in any case
     */
    private record Made(double seconds, long cells, long primary, long stay, long fallback, long known) {
        static Made of(Session session, Study study) {
            List<Released> made = new ArrayList<>();
            double seconds = millis(() -> made.add(session.tables().release(study, List.of(), Progress.NONE))) / 1000;
            Released released = made.get(0);
            assertThat(released.audit().broken()).isEmpty();
            List<Protection> marks = released.tables().stream()
                    .flatMap(table -> table.marks().stream())
                    .toList();
            return new Made(
                    seconds,
                    marks.size(),
                    count(marks, Protection.PRIMARY),
                    marks.stream().filter(mark -> !mark.suppressed()).count(),
                    count(marks, Protection.FALLBACK),
                    released.audit().tables().stream()
                            .flatMap(table -> table.attacked().stream())
                            .filter(cell -> !cell.finding().inAnyCase().isEmpty())
                            .count());
        }

        private static long count(List<Protection> marks, Protection kind) {
            return marks.stream().filter(mark -> mark == kind).count();
        }

        Made and(Made other) {
            return new Made(
                    seconds + other.seconds,
                    cells + other.cells,
                    primary + other.primary,
                    stay + other.stay,
                    fallback + other.fallback,
                    known + other.known);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%7.1f s, %,d of %,d safe cells stay (%.1f %%), fallback %d, known in any case %d",
                    seconds,
                    stay,
                    cells - primary,
                    100.0 * stay / (cells - primary),
                    fallback,
                    known);
        }
    }

    private static Study study(String name) {
        try {
            Path file = Path.of(
                    Objects.requireNonNull(ReleaseBenchmark.class.getResource("/bench/releases/" + name + ".json"))
                            .toURI());
            return Definitions.file(file, Definitions::study);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Made once and kept. */
    private Path workspace() throws IOException {
        Path workspace = folder.resolve("workspace");
        if (!Workspace.exists(workspace)) {
            Path extracts = folder.resolve("extracts");
            new SyntheticPopulation().write(new Spec(PERSONS, FIRST_YEAR, LAST_YEAR, 7), extracts, Progress.NONE);
            try (Stream<Path> files = Files.list(extracts);
                    Workspace fresh = Workspace.openOrCreate(workspace)) {
                fresh.take(
                        new Workspace.Import(
                                files.sorted().toList(),
                                Definitions.file(Path.of("sample-data", "codebook.json"), Definitions::codebook),
                                Dialect.Said.NOTHING,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "benchmark",
                                "2026-01-01T00:00:00Z"),
                        Progress.NONE);
            }
        }
        return workspace;
    }
}
