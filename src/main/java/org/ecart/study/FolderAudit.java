package org.ecart.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ecart.files.Catalogue;
import org.ecart.files.Definitions;
import org.ecart.model.AuditReport;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.Counted;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Manifest;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Span;
import org.ecart.model.Study;
import org.ecart.protect.FilesAudit;

/** Repeats the audit of a release from the files of its folder alone: no workspace, no data. */
public final class FolderAudit {
    private static final String INTERNAL = "internal/";
    private static final String ENDING = ".json";
    private static final String CSV = ".csv";

    private final Path folder;

    private FolderAudit(Path folder) {
        this.folder = folder;
    }

    /** What was there beside the tables. */
    public enum Beside {
        MANIFEST,
        STUDY,
        AUDIT
    }

    /**
     * A cell that is not the same in two files of a table.
     *
     * @param told whether a number stands in the CSV that is confidential in the JSON
     */
    public record Different(String table, Period period, Map<String, String> codes, boolean told) {}

    /**
     * What became of it.
     *
     * @param altered files that are not as they were written, are gone, or were not there then
     * @param different cells that the CSV of a table tells otherwise than its JSON
     * @param seen what was there beside the tables
     */
    public record Outcome(
            List<FilesAudit.Verdict> verdicts, List<String> altered, List<Different> different, Set<Beside> seen) {
        public Outcome {
            verdicts = List.copyOf(verdicts);
            altered = List.copyOf(altered);
            different = List.copyOf(different);
            seen = Set.copyOf(seen);
        }

        /** How many cells fall: by what the tables tell, or because the CSV of one tells a confidential number. */
        public int falls() {
            return verdicts.stream().mapToInt(this::falls).sum();
        }

        /** How many cells of a table fall. */
        public int falls(FilesAudit.Verdict verdict) {
            return verdict.falls().size() + told(verdict.table()).size();
        }

        /** The cells of a table whose confidential numbers its CSV tells. */
        public List<Different> told(String table) {
            return different.stream()
                    .filter(cell -> cell.told() && cell.table().equals(table))
                    .toList();
        }
    }

    /**
     * Audits a release.
     *
     * @param folder what {@code ecart run} wrote, with or without its {@code internal/}
     * @throws EcartException usage, when there are no tables or a file is not what it should be
     */
    public static Outcome of(Path folder, Policy policy) {
        if (policy.isNone()) {
            throw EcartException.usage("study.folder.policy");
        }
        return new FolderAudit(folder).audit(policy);
    }

    private Outcome audit(Policy policy) {
        Optional<Manifest> manifest = read("manifest.json", Definitions::manifest);
        Optional<Study> study = read("study.json", Definitions::study);
        Optional<AuditReport> audit = read("audit.json", Definitions::audit);
        List<FilesAudit.Table> tables = new ArrayList<>();
        for (String name : tables()) {
            String id = id(name, ENDING);
            tables.add(new FilesAudit.Table(
                    id,
                    Definitions.file(folder.resolve(name), Definitions::table),
                    study.flatMap(s -> s.table(id).map(table -> asked(s, table))),
                    audit.map(report -> leftOut(report, id)).orElse(List.of())));
        }
        Set<Beside> seen = new TreeSet<>();
        manifest.ifPresent(m -> seen.add(Beside.MANIFEST));
        study.ifPresent(s -> seen.add(Beside.STUDY));
        audit.ifPresent(a -> seen.add(Beside.AUDIT));
        Set<String> altered = new LinkedHashSet<>(manifest.map(this::altered).orElse(List.of()));
        List<Different> different = new ArrayList<>();
        tables.forEach(table -> compare(table, altered, different));
        names(CSV)
                .filter(name -> !Files.exists(folder.resolve(id(name, CSV) + ENDING)))
                .forEach(altered::add);
        return new Outcome(FilesAudit.of(tables, policy), List.copyOf(altered), different, seen);
    }

    /** Looks at the CSV of a table, where it is there. */
    private void compare(FilesAudit.Table table, Set<String> altered, List<Different> different) {
        Path file = folder.resolve(table.id() + CSV);
        if (!Files.isRegularFile(file)) {
            return;
        }
        CsvBeside csv;
        try {
            csv = CsvBeside.of(table.content(), Files.readString(file));
        } catch (IOException unreadable) {
            csv = new CsvBeside(false, List.of());
        }
        if (!csv.whole() || !csv.different().isEmpty()) {
            altered.add(table.id() + CSV);
        }
        csv.different()
                .forEach(cell -> different.add(new Different(
                        table.id(), cell.cell().period(), cell.cell().codes(), cell.told())));
    }

    private <T> Optional<T> read(String name, Function<String, T> reader) {
        Path file = folder.resolve(INTERNAL + name);
        return Files.exists(file) ? Optional.of(Definitions.file(file, reader)) : Optional.empty();
    }

    /** The names of the tables, as files. */
    private List<String> tables() {
        List<String> tables = names(ENDING).toList();
        if (tables.isEmpty()) {
            throw EcartException.usage("study.folder.no_tables", folder);
        }
        return tables;
    }

    private Stream<String> names(String ending) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ending))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw EcartException.data("study.folder.unreadable", folder);
        }
    }

    private static String id(String file, String ending) {
        return file.substring(0, file.length() - ending.length());
    }

    private static List<AuditReport.LeftOut> leftOut(AuditReport report, String table) {
        return report.tables().stream()
                .filter(found -> found.id().equals(table))
                .flatMap(found -> found.leftOut().stream())
                .toList();
    }

    /** Who is in the cells of a table, as the study says it. */
    private static FilesAudit.Asked asked(Study study, Study.Table table) {
        Breakdown breakdown = table.breakdown();
        Indicator indicator = Catalogue.shipped().with(study).indicator(breakdown.indicator());
        Set<String> determined = breakdown.showUndetermined() ? Set.of() : new TreeSet<>(breakdown.variables());
        Set<Condition> conditions = new HashSet<>();
        split(breakdown.filter(), conditions);
        if (indicator.statistic() instanceof Statistic.Count count) {
            split(count.among(), conditions);
        }
        Optional<Span> span = Planner.span(breakdown, indicator);
        boolean followed = breakdown.counted().cohort().isPresent();
        Optional<String> rate = indicator.statistic() instanceof Statistic.Rate of && of.denominator() == Condition.ALL
                ? Optional.of(of.numerator().toString())
                : Optional.empty();
        return new FilesAudit.Asked(
                among(breakdown, indicator) + (followed ? span : ""),
                followed ? Optional.empty() : span,
                conditions,
                determined,
                rate,
                sum(breakdown, indicator),
                breakdown.arrangement().hidden().keySet());
    }

    /** An amount whose figures are sums of it, under the weight that counts. */
    private static Optional<String> sum(Breakdown breakdown, Indicator indicator) {
        return indicator.statistic() instanceof Statistic.OfAmount of && of.summary() instanceof Indicator.Summary.Sum
                ? Optional.of("sum of " + of.amount() + " " + breakdown.weight())
                : Optional.empty();
    }

    /** Conditions that all hold, the codes of each in one order. */
    private static void split(Condition condition, Set<Condition> into) {
        if (condition instanceof Condition.And and) {
            and.conditions().forEach(each -> split(each, into));
        } else if (!(condition instanceof Condition.All)) {
            into.add(condition.mapped(part -> part instanceof Condition.In in
                    ? new Condition.In(
                            in.variable(), in.codes().stream().sorted().toList())
                    : part));
        }
    }

    /** Who is counted before any filter: persons of the date, or of another besides, or those with a known amount. */
    private static String among(Breakdown breakdown, Indicator indicator) {
        String counted = breakdown.counted().equals(Counted.USUAL)
                ? ""
                : breakdown.counted().toString();
        return indicator.statistic() instanceof Statistic.OfAmount of
                ? counted + of.among() + " " + of.amount()
                : counted;
    }

    private List<String> altered(Manifest manifest) {
        List<String> altered = new ArrayList<>();
        for (Map.Entry<String, String> file : manifest.files().entrySet()) {
            Path path = folder.resolve(file.getKey()).normalize();
            if (!path.startsWith(folder.normalize()) || !isAsWritten(path, file.getValue())) {
                altered.add(file.getKey());
            }
        }
        for (String name : tables()) {
            if (!manifest.files().containsKey(name)) {
                altered.add(name);
            }
        }
        return altered;
    }

    private static boolean isAsWritten(Path file, String hash) {
        try {
            return Files.isRegularFile(file)
                    && Hashes.sha256(Files.readAllBytes(file)).equals(hash);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
