package org.ecart.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ecart.files.Definitions;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.intake.GrowingDictionary;
import org.ecart.intake.Intake;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.PartitionDraft;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Extract;
import org.ecart.model.Period;
import org.ecart.model.Progress;

/** One import under way: drafts are written in small commits and become visible together with one last one. */
final class Publication {
    /** A draft that is written and not yet visible. */
    private record Written(int id, Extract extract, Optional<Period> period, boolean keyed) {}

    private final Database database;
    private final Partitions partitions;
    private final Segments segments;
    private final Alignments alignments;
    private final List<Written> written = new ArrayList<>();

    Publication(Database database, Partitions partitions, Segments segments, Alignments alignments) {
        this.database = database;
        this.partitions = partitions;
        this.segments = segments;
        this.alignments = alignments;
    }

    /** Writes the rows of one file. */
    void write(Workspace.Import request, Path file, Intake.Result result, Progress progress) {
        Extract extract = result.match().extract();
        if (result.partitions().stream().allMatch(d -> d.rows() == 0)) {
            throw noRows(file, result.report());
        }
        for (PartitionDraft draft : result.partitions()) {
            progress.report("store.write", -1);
            refuseWhatIsThere(extract, draft.period(), file);
            written.add(write(request, file, result, draft));
        }
    }

    /** Makes everything written visible; until the last commit nothing of it is. */
    void publish(
            Codebook codebook, PersonIndex persons, Map<String, GrowingDictionary> dictionaries, Progress progress) {
        // New persons and codes are harmless before the last commit: nothing refers to them yet, and they stay valid.
        persons.store(database);
        dictionaries.forEach((variable, dictionary) -> segments.append(variable, dictionary.added()));
        database.commit();
        for (int i = 0; i < written.size(); i++) {
            progress.report("store.align", -1);
            align(codebook, written.get(i), written.subList(0, i));
        }
        // The last moment at which the import can be called off.
        progress.report("store.align", -1);
        partitions.publish(written.stream().map(Written::id).toList());
        database.update("merge into setting key (name) values ('codebook', ?)", Definitions.text(codebook));
        database.commit();
    }

    /** Tells the reason that refused most rows. */
    private static EcartException noRows(Path file, IntakeReport report) {
        return report.byReason().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> EcartException.data(
                        "store.no_rows", file, most.getValue(), report.read(), reason(most.getKey())))
                .orElseGet(() -> EcartException.data("intake.no_rows", file));
    }

    private static EcartException reason(IntakeReport.Reason reason) {
        return EcartException.data("intake.reason." + reason.name().toLowerCase(Locale.ROOT));
    }

    private void refuseWhatIsThere(Extract extract, Optional<Period> period, Path file) {
        String date = period.map(Period::toString).orElse("-");
        if (partitions.find(extract.id(), period).isPresent()) {
            throw EcartException.data("store.already", extract.id(), date, file);
        }
        if (written.stream()
                .anyMatch(w -> w.extract().equals(extract) && w.period().equals(period))) {
            throw EcartException.data("store.twice", extract.id(), date, file);
        }
    }

    private Written write(Workspace.Import request, Path file, Intake.Result result, PartitionDraft draft) {
        boolean keyed = draft.persons().length > 0;
        Extract extract = result.match().extract();
        int id = partitions.add(new Partition(
                0,
                extract.id(),
                draft.period(),
                1,
                draft.rows(),
                keyed,
                String.valueOf(file.getFileName()),
                result.report().hash(),
                result.report().read(),
                result.report().rejected(),
                request.importedAt(),
                request.importedBy()));
        if (keyed) {
            segments.write(id, Segments.PERSONS, chunks(draft.persons()));
        }
        draft.coded().forEach(variable -> segments.write(id, variable, draft.codes(variable)));
        draft.numbers().forEach(variable -> segments.write(id, variable, draft.amounts(variable)));
        return new Written(id, extract, draft.period(), keyed);
    }

    private static List<CodeSegment> chunks(int[] persons) {
        List<CodeSegment> chunks = new ArrayList<>();
        for (int from = 0; from < persons.length; from += Chunks.SIZE) {
            int[] part = Arrays.copyOfRange(persons, from, Math.min(persons.length, from + Chunks.SIZE));
            chunks.add(CodeSegment.pack(part, 0, part.length));
        }
        return chunks;
    }

    /** Aligns a new partition with those it is linked to: others to a population, or itself to each population. */
    private void align(Codebook codebook, Written draft, List<Written> before) {
        List<Written> others = new ArrayList<>(before);
        for (Partition partition : partitions.published()) {
            codebook.extract(partition.extract())
                    .ifPresent(e -> others.add(new Written(partition.id(), e, partition.period(), partition.keyed())));
        }
        for (Written other : others) {
            boolean meet = other.period().isEmpty()
                    || draft.period().isEmpty()
                    || other.period().equals(draft.period());
            if (meet && draft.keyed() && other.keyed()) {
                if (draft.extract().population() && !other.extract().population()) {
                    alignments.make(draft.id(), other.id());
                } else if (!draft.extract().population() && other.extract().population()) {
                    alignments.make(other.id(), draft.id());
                }
            }
        }
    }
}
