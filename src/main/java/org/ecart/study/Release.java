package org.ecart.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ecart.chart.Charts;
import org.ecart.export.CsvWriter;
import org.ecart.export.JsonTableWriter;
import org.ecart.export.ManifestWriter;
import org.ecart.export.XlsxWriter;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.model.AuditReport;
import org.ecart.model.ChartSpec;
import org.ecart.model.Departure;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.protect.ReleasableTable;
import org.ecart.store.Ledger;

/**
 * Writes the release of a study: every table as CSV, JSON and, in each output language, XLSX; every chart in each
 * language as PNG and SVG. The same input gives the same bytes. The study and a manifest go to {@code internal/}; under
 * a policy "none" everything does.
 */
public final class Release {
    private static final String INTERNAL = "internal";

    private final Tables tables;
    private final Messages messages;
    private final Map<String, String> extracts;
    private final Ledger ledger;

    /**
     * @param extracts for each extract and date the hash of the file it came from
     * @param ledger what has left before
     */
    public Release(Tables tables, Messages messages, Map<String, String> extracts, Ledger ledger) {
        this.tables = tables;
        this.messages = messages;
        this.extracts = Map.copyOf(extracts);
        this.ledger = ledger;
    }

    /**
     * What became of a release.
     *
     * @param id the SHA-256 of its manifest, by which the ledger knows it
     * @param warnings what the analyst should know of earlier releases, and of cells that no proof hides
     */
    public record Outcome(String id, List<EcartException> warnings) {
        public Outcome {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Makes a release: the whole of it or nothing. It is protected together with what has left before and is remembered,
     * unless its policy is "none". A release that has left before is made as it was then, so that it has the same bytes.
     *
     * @param out a folder that is not there yet or is empty
     * @param at when, UTC, to the second: for the ledger, not for the files
     * @throws EcartException usage, when the folder holds something or a table cannot be made; disclosure, when an
     *     outsider could learn too much
     */
    public Outcome write(Study study, Path out, String at, Progress progress) {
        refuseFull(out);
        List<Departure> standing = study.policy().isNone() ? List.of() : ledger.standing();
        Optional<Departure> before =
                standing.stream().filter(d -> asks(d, study)).reduce((first, last) -> last);
        Made made = made(study, before.map(d -> until(standing, d)).orElse(standing), progress);
        boolean again =
                before.isPresent() && before.get().id().equals(made.departure().id());
        if (before.isPresent() && !again) {
            made = made(study, standing, progress);
        }
        write(made, out, study.policy().isNone() || again ? Optional.empty() : Optional.of(at));
        return new Outcome(made.departure().id(), made.warnings());
    }

    /**
     * What would leave now.
     *
     * @param warnings what the analyst should know of earlier releases
     */
    public record Trial(Released released, List<EcartException> warnings) {
        public Trial {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Makes the tables of a release and attacks them as {@link #write} does; nothing is written or remembered, and
     * nothing refused.
     */
    public Trial look(Study study, Progress progress) {
        List<Departure> standing = study.policy().isNone() ? List.of() : ledger.standing();
        List<Departure> before = standing.stream()
                .filter(d -> asks(d, study))
                .reduce((first, last) -> last)
                .map(d -> until(standing, d))
                .orElse(standing);
        Earlier earlier = Earlier.before(study, before, tables, progress);
        return new Trial(tables.release(study, earlier.drafts(), progress), earlier.warnings());
    }

    /** Whether a release asked the same of the same extracts. */
    private boolean asks(Departure departure, Study study) {
        return departure.study().equals(Definitions.text(tables.whole(study)))
                && departure.extracts().equals(extracts);
    }

    private static List<Departure> until(List<Departure> standing, Departure departure) {
        return standing.subList(0, standing.indexOf(departure));
    }

    /** @param at when it is to be remembered; none = it is not */
    private void write(Made made, Path out, Optional<String> at) {
        Path folder = out.toAbsolutePath().normalize();
        Path draft = folder.resolveSibling(folder.getFileName() + ".part");
        try {
            delete(draft);
            write(made.files(), draft);
            // Remembered first: what readers might have must not be forgotten.
            at.ifPresent(then -> ledger.add(made.departure(), then));
            Files.deleteIfExists(folder);
            Files.move(draft, folder);
        } catch (IOException unwritable) {
            throw EcartException.data("study.release.unwritable", out);
        }
    }

    /** A release before it is written. */
    private record Made(Departure departure, Map<String, byte[]> files, List<EcartException> warnings) {}

    private Made made(Study study, List<Departure> before, Progress progress) {
        Earlier earlier = Earlier.before(study, before, tables, progress);
        Released released = tables.release(study, earlier.drafts(), progress);
        refuseBroken(released);
        Map<String, byte[]> files = files(study, released, progress);
        if (!study.policy().isNone()) {
            AuditReport report =
                    released.report(study.id(), study.policy(), earlier.report(released.audit(), messages));
            files.put(INTERNAL + "/audit.json", bytes(Definitions.text(report)));
        }
        files.put(INTERNAL + "/study.json", bytes(Definitions.text(study)));
        Map<String, String> hashes = new TreeMap<>();
        files.forEach((path, content) -> hashes.put(path, Hashes.sha256(content)));
        byte[] manifest = manifest(study, hashes);
        files.put(INTERNAL + "/manifest.json", manifest);
        Departure departure = Departures.of(Hashes.sha256(manifest), tables.whole(study), released, extracts, hashes);
        List<EcartException> warnings = Stream.concat(earlier.warnings().stream(), released.warnings().stream())
                .toList();
        return new Made(departure, files, warnings);
    }

    private static void write(Map<String, byte[]> files, Path draft) throws IOException {
        boolean whole = false;
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = draft.resolve(file.getKey());
                Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(draft));
                Files.write(path, file.getValue());
            }
            whole = true;
        } finally {
            if (!whole) {
                delete(draft);
            }
        }
    }

    private static void refuseFull(Path out) {
        if (Files.isDirectory(out)) {
            try (Stream<Path> inside = Files.list(out)) {
                if (inside.findAny().isPresent()) {
                    throw EcartException.usage("study.release.not_empty", out);
                }
            } catch (IOException unreadable) {
                throw EcartException.usage("study.release.unwritable", out);
            }
        } else if (Files.exists(out) || belowAFile(out.toAbsolutePath())) {
            throw EcartException.usage("study.release.not_a_folder", out);
        }
    }

    private static boolean belowAFile(Path out) {
        Optional<Path> next = Optional.ofNullable(out.getParent());
        while (next.isPresent() && !Files.exists(next.get())) {
            next = Optional.ofNullable(next.get().getParent());
        }
        return next.isPresent() && !Files.isDirectory(next.get());
    }

    /** Every table and chart by its path inside. */
    private Map<String, byte[]> files(Study study, Released released, Progress progress) {
        String root = study.policy().isNone() ? INTERNAL + "/" : "";
        Map<String, byte[]> files = new TreeMap<>();
        Map<String, ReleasableTable> made = new LinkedHashMap<>();
        for (int t = 0; t < study.tables().size(); t++) {
            Study.Table table = study.tables().get(t);
            ReleasableTable releasable = released.tables().get(t).releasable();
            made.put(table.id(), releasable);
            files.put(root + table.id() + ".csv", bytes(o -> CsvWriter.write(releasable, false, o)));
            files.put(root + table.id() + ".json", bytes(o -> JsonTableWriter.write(releasable, false, o)));
            for (Language language : study.outputs()) {
                files.put(
                        root + language.code() + "/" + table.id() + ".xlsx",
                        bytes(o -> XlsxWriter.write(releasable, language, messages, o)));
            }
        }
        Charts charts = new Charts(messages);
        for (ChartSpec chart : study.charts()) {
            ReleasableTable table = Optional.ofNullable(made.get(chart.table())).orElseThrow();
            for (Language language : study.outputs()) {
                progress.report("study.chart", -1);
                String path = root + language.code() + "/" + chart.id();
                files.put(path + ".png", charts.png(chart, table, language));
                files.put(path + ".svg", charts.svg(chart, table, language));
            }
        }
        return files;
    }

    private static void refuseBroken(Released released) {
        Optional<String> broken = released.audit().broken();
        if (broken.isPresent()) {
            throw new EcartException(EcartException.Fault.DISCLOSURE, "study.audit.broken", broken.get());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] manifest(Study study, Map<String, String> hashes) {
        return bytes(o -> o.write(bytes(ManifestWriter.text(study.id(), extracts, hashes))));
    }

    private interface Writer {
        void write(OutputStream out) throws IOException;
    }

    private static byte[] bytes(Writer writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                for (Path path : inside.sorted((a, b) -> b.compareTo(a)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
