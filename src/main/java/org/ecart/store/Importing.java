package org.ecart.store;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.ecart.intake.GrowingDictionary;
import org.ecart.intake.Intake;
import org.ecart.intake.IntakeReport;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;

/** One import: every file is read and checked before any of it is written, and all become visible together or none. */
final class Importing {
    static final String TOO_MANY_REJECTS = "store.rejects";

    private final Database database;
    private final Segments segments;
    private final Publication publication;
    private final Workspace.Import request;

    /** @param publication what is read goes there */
    Importing(Database database, Segments segments, Publication publication, Workspace.Import request) {
        this.database = database;
        this.segments = segments;
        this.publication = publication;
        this.request = request;
    }

    /** @param seen is told of each file when it was read, and of a refused one too */
    List<IntakeReport> run(Progress progress, Consumer<IntakeReport> seen) {
        PersonIndex persons = PersonIndex.load(database);
        Map<String, GrowingDictionary> dictionaries = new HashMap<>();
        request.codebook()
                .variables()
                .forEach(v -> dictionaries.put(v.id(), new GrowingDictionary(segments.dictionary(v.id()))));
        Intake.Known known = new Intake.Known(persons.index(), dictionaries);
        SharedProgress shared = SharedProgress.of(request.sources(), progress);
        List<IntakeReport> reports = new ArrayList<>();
        for (Workspace.Source source : request.sources()) {
            Intake.Result result = Intake.read(
                    new Intake.Request(
                            source.file(),
                            request.codebook(),
                            source.said(),
                            source.mapping(),
                            source.as(),
                            source.period()),
                    known,
                    shared.next());
            seen.accept(result.report());
            refuseTooManyRejects(source.file(), result.report());
            publication.write(source.file(), result, progress);
            reports.add(result.report());
        }
        return publication.publish(reports, persons, dictionaries, progress);
    }

    private void refuseTooManyRejects(Path file, IntakeReport report) {
        if (report.loaded() == 0) {
            throw noRows(file, report);
        }
        BigDecimal most = BigDecimal.valueOf(request.terms().mostRejected());
        if (BigDecimal.valueOf(report.rejected()).compareTo(most.multiply(BigDecimal.valueOf(report.read()))) > 0) {
            throw EcartException.data(
                    TOO_MANY_REJECTS, file, report.rejected(), report.read(), mostOften(report), percent(most));
        }
    }

    private static EcartException noRows(Path file, IntakeReport report) {
        return report.read() == 0
                ? EcartException.data("intake.no_rows", file)
                : EcartException.data("store.no_rows", file, report.rejected(), report.read(), mostOften(report));
    }

    /** The reason that refused most rows, and how many. */
    private static EcartException mostOften(IntakeReport report) {
        Map.Entry<IntakeReport.Reason, Long> most = report.byReason().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow();
        return EcartException.data("intake.reason." + most.getKey().name().toLowerCase(Locale.ROOT));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
