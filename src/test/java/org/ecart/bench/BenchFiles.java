package org.ecart.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.files.Definitions;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Codebook;
import org.ecart.model.Extract;
import org.ecart.model.Progress;
import org.ecart.store.Workspace;
import org.ecart.synthetic.SyntheticPopulation;
import org.ecart.synthetic.SyntheticPopulation.Spec;

/** Files of the generator's persons with twenty columns, one a year, made once and kept under {@code target/bench}. */
final class BenchFiles {
    static final List<String> POPULATION = List.of(
            "person",
            "reference_date",
            "gender",
            "birth_year",
            "region",
            "province",
            "municipality",
            "household",
            "nationality_at_birth",
            "nationality_now",
            "acquired_on",
            "registered_on",
            "country_of_birth",
            "purpose_of_stay");
    static final List<String> LABOUR =
            List.of("position", "sector", "joint_committee", "worker_status", "daily_wage", "education");

    private static final Path KEPT = Path.of("target", "bench");
    private static final int FIRST_YEAR = 2011;
    private static final long SEED = 7;

    private BenchFiles() {}

    /** One file a year, each with {@code persons} rows. */
    static List<Path> of(int persons, int years) throws IOException {
        Path folder = KEPT.resolve(persons + "x" + years);
        List<Path> files = new ArrayList<>();
        for (int year = FIRST_YEAR; year < FIRST_YEAR + years; year++) {
            files.add(folder.resolve("all-" + year + ".csv"));
        }
        if (!Files.exists(files.get(files.size() - 1))) {
            new SyntheticPopulation()
                    .write(new Spec(persons, FIRST_YEAR, FIRST_YEAR + years - 1, SEED), folder, Progress.NONE);
            for (int year = FIRST_YEAR; year < FIRST_YEAR + years; year++) {
                join(folder, year);
            }
            Files.delete(folder.resolve("kinship.csv"));
        }
        return files;
    }

    /** Both files have their persons in the same order; a few of the population are not in the other one. */
    private static void join(Path folder, int year) throws IOException {
        Path population = folder.resolve("population-" + year + ".csv");
        Path labour = folder.resolve("labour-" + year + ".csv");
        try (BufferedReader left = Files.newBufferedReader(population);
                BufferedReader right = Files.newBufferedReader(labour);
                BufferedWriter out = Files.newBufferedWriter(folder.resolve("all-" + year + ".csv"))) {
            List<Integer> chosen = places(right.readLine());
            out.write(left.readLine() + "," + String.join(",", LABOUR) + "\n");
            Optional<String[]> row = fields(right.readLine());
            for (String line = left.readLine(); line != null; line = left.readLine()) {
                StringBuilder joined = new StringBuilder(line);
                boolean same = row.isPresent() && line.startsWith(row.get()[0] + ",");
                for (int place : chosen) {
                    joined.append(',').append(same ? row.orElseThrow()[place] : "");
                }
                out.append(joined).append('\n');
                row = same ? fields(right.readLine()) : row;
            }
        }
        Files.delete(population);
        Files.delete(labour);
    }

    private static List<Integer> places(String header) {
        List<String> names = List.of(header.split(","));
        return LABOUR.stream().map(names::indexOf).toList();
    }

    private static Optional<String[]> fields(String line) {
        return Optional.ofNullable(line).map(l -> l.split(",", -1));
    }

    /** Imports files of {@link #of} into a workspace. */
    static void take(Workspace workspace, List<Path> files, Progress progress) {
        workspace.take(
                new Workspace.Import(
                        files,
                        codebook(),
                        Dialect.Said.NOTHING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "bench",
                        "2026-01-01T00:00:00Z"),
                progress);
    }

    /** The sample's codebook with all columns in one extract. */
    static Codebook codebook() {
        Codebook sample = Definitions.file(Path.of("sample-data", "codebook.json"), Definitions::codebook);
        List<Extract.Column> columns = new ArrayList<>();
        for (Extract extract : sample.extracts()) {
            for (Extract.Column column : extract.columns()) {
                boolean wanted = extract.population() || LABOUR.contains(column.name());
                if (wanted && columns.stream().noneMatch(c -> c.name().equals(column.name()))) {
                    columns.add(column);
                }
            }
        }
        Extract all = new Extract("all", sample.labels(), true, true, columns);
        return new Codebook(
                sample.id(),
                sample.edition(),
                sample.labels(),
                sample.source(),
                sample.notice(),
                sample.codeLists(),
                sample.variables(),
                List.of(all));
    }
}
