package org.ecart.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.files.Definitions;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.intake.GrowingDictionary;
import org.ecart.intake.Intake;
import org.ecart.intake.PartitionDraft;
import org.ecart.model.EcartException;
import org.ecart.model.Extract;
import org.ecart.model.Period;
import org.ecart.model.Progress;

/** Writes drafts in small commits and makes them visible with one last one. */
final class Publication {
    private final Database database;
    private final Partitions partitions;
    private final Segments segments;
    private final Alignments alignments;

    Publication(Database database, Partitions partitions, Segments segments, Alignments alignments) {
        this.database = database;
        this.partitions = partitions;
        this.segments = segments;
        this.alignments = alignments;
    }

    void publish(
            Workspace.Import request,
            Intake.Result result,
            PersonIndex persons,
            Map<String, GrowingDictionary> dictionaries,
            Progress progress) {
        Extract extract = result.match().extract();
        refuseWhatIsThere(extract, result.partitions());
        progress.report("store.write", -1);
        // New persons and codes are harmless before the last commit: nothing refers to them yet, and they stay valid.
        persons.store(database);
        dictionaries.forEach((variable, dictionary) -> segments.append(variable, dictionary.added()));
        database.commit();
        List<Integer> ids = new ArrayList<>();
        for (PartitionDraft draft : result.partitions()) {
            ids.add(write(request, result, draft));
        }
        progress.report("store.align", -1);
        for (int i = 0; i < ids.size(); i++) {
            align(request, extract, result.partitions().get(i), ids.get(i));
        }
        partitions.publish(ids);
        database.update("merge into setting key (name) values ('codebook', ?)", Definitions.text(request.codebook()));
        database.commit();
    }

    private void refuseWhatIsThere(Extract extract, List<PartitionDraft> drafts) {
        if (drafts.stream().allMatch(d -> d.rows() == 0)) {
            throw EcartException.data("store.no_rows", extract.id());
        }
        for (PartitionDraft draft : drafts) {
            if (partitions.find(extract.id(), draft.period()).isPresent()) {
                throw EcartException.data(
                        "store.already",
                        extract.id(),
                        draft.period().map(Period::toString).orElse("-"));
            }
        }
    }

    private int write(Workspace.Import request, Intake.Result result, PartitionDraft draft) {
        boolean keyed = draft.persons().length > 0;
        int id = partitions.add(new Partition(
                0,
                result.match().extract().id(),
                draft.period(),
                1,
                draft.rows(),
                keyed,
                String.valueOf(request.file().getFileName()),
                result.report().hash(),
                result.report().read(),
                result.report().rejected(),
                request.importedAt(),
                request.importedBy()));
        if (keyed) {
            segments.write(id, Segments.PERSONS, chunks(draft.persons()));
        }
        draft.codes().forEach((variable, column) -> segments.write(id, variable, column));
        draft.amounts().forEach((variable, column) -> segments.write(id, variable, column));
        return id;
    }

    private static List<CodeSegment> chunks(int[] persons) {
        List<CodeSegment> chunks = new ArrayList<>();
        for (int from = 0; from < persons.length; from += Chunks.SIZE) {
            int[] part = Arrays.copyOfRange(persons, from, Math.min(persons.length, from + Chunks.SIZE));
            chunks.add(CodeSegment.pack(part, 0, part.length));
        }
        return chunks;
    }

    /** Aligns the new partition with those it is linked to: others to a population, or itself to each population. */
    private void align(Workspace.Import request, Extract extract, PartitionDraft draft, int id) {
        if (draft.persons().length == 0) {
            return;
        }
        for (Partition other : partitions.published()) {
            Optional<Extract> otherExtract = request.codebook().extract(other.extract());
            boolean meet = other.period().isEmpty()
                    || draft.period().isEmpty()
                    || other.period().equals(draft.period());
            if (otherExtract.isPresent() && other.keyed() && meet) {
                if (extract.population() && !otherExtract.get().population()) {
                    alignments.make(id, other.id());
                } else if (!extract.population() && otherExtract.get().population()) {
                    alignments.make(other.id(), id);
                }
            }
        }
    }
}
