package org.ecart.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.files.Definitions;
import org.ecart.intake.GrowingDictionary;
import org.ecart.intake.Intake;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.IntakeReport.Link;
import org.ecart.intake.PartitionDraft;
import org.ecart.model.EcartException;
import org.ecart.model.Extract;
import org.ecart.model.Period;
import org.ecart.model.Progress;

/** What an import writes: drafts in small commits, which become visible together with one last one. */
final class Publication {
    /** A draft that is written and not yet visible, or a partition that was there before. */
    private record Written(int id, Extract extract, Optional<Period> period, boolean keyed, int file) {}

    /** Of no file of this import. */
    private static final int EARLIER = -1;

    private final Database database;
    private final Partitions partitions;
    private final Segments segments;
    private final Alignments alignments;
    private final Workspace.Import request;
    private final Optional<Partition> replaced;
    private final List<Written> written = new ArrayList<>();
    private int files;

    /** @throws EcartException usage, when what is to be replaced is not there */
    Publication(
            Database database,
            Partitions partitions,
            Segments segments,
            Alignments alignments,
            Workspace.Import request) {
        this.database = database;
        this.partitions = partitions;
        this.segments = segments;
        this.alignments = alignments;
        this.request = request;
        this.replaced = request.terms().replaced().map(partitions::require);
    }

    /** Writes the rows of one file. */
    void write(Path file, Intake.Result result, Progress progress) {
        Extract extract = result.match().extract();
        for (PartitionDraft draft : result.partitions()) {
            refuseWhatIsThere(extract, draft.period(), file);
        }
        refuseSameBytes(file, result.report());
        for (PartitionDraft draft : result.partitions()) {
            progress.report("store.write", -1);
            written.add(write(file, result, draft));
        }
        files++;
    }

    private void refuseWhatIsThere(Extract extract, Optional<Period> period, Path file) {
        Terms.Held held = new Terms.Held(extract.id(), period);
        boolean wanted = request.terms().replaced().equals(Optional.of(held));
        String date = period.map(Period::toString).orElse("-");
        if (!wanted && partitions.find(extract.id(), period).isPresent()) {
            throw EcartException.data("store.already", extract.id(), date, file);
        }
        if (written.stream()
                .anyMatch(w -> w.extract().equals(extract) && w.period().equals(period))) {
            throw EcartException.data("store.twice", extract.id(), date, file);
        }
    }

    private void refuseSameBytes(Path file, IntakeReport report) {
        if (!request.terms().again()) {
            partitions.published().stream()
                    .filter(p -> p.hash().equals(report.hash()))
                    .findFirst()
                    .ifPresent(same -> {
                        throw EcartException.data("store.same_bytes", file, same.held(), same.importedAt());
                    });
        }
    }

    private Written write(Path file, Intake.Result result, PartitionDraft draft) {
        boolean keyed = draft.persons().length > 0;
        Extract extract = result.match().extract();
        int id = partitions.add(new Partition(
                0,
                extract.id(),
                draft.period(),
                partitions.lastVersion(extract.id(), draft.period()) + 1,
                draft.rows(),
                keyed,
                String.valueOf(file.getFileName()),
                result.report().hash(),
                result.report().read(),
                result.report().rejected(),
                request.importedAt(),
                request.importedBy(),
                Optional.empty()));
        if (keyed) {
            segments.writePersons(id, draft.persons());
        }
        draft.coded().forEach(variable -> segments.write(id, variable, draft.codes(variable)));
        draft.numbers().forEach(variable -> segments.write(id, variable, draft.amounts(variable)));
        return new Written(id, extract, draft.period(), keyed, files);
    }

    /**
     * Makes everything written visible; until the last commit nothing of it is.
     *
     * @return the reports with the links of their files
     */
    List<IntakeReport> publish(
            List<IntakeReport> reports,
            PersonIndex persons,
            Map<String, GrowingDictionary> dictionaries,
            Progress progress) {
        refuseToReplaceNothing();
        List<IntakeReport> linked = new ArrayList<>(reports);
        for (int i = 0; i < written.size(); i++) {
            progress.report("store.align", -1);
            List<Link> links = align(written.get(i), written.subList(0, i));
            int file = written.get(i).file();
            linked.set(file, linked.get(file).withLinks(links));
        }
        // The last moment at which the import can be called off.
        progress.report("store.publish", -1);
        // Only now: persons and codes have no draft that could be told as such and be taken away again.
        persons.store(database);
        dictionaries.forEach((variable, dictionary) -> segments.append(variable, dictionary.added()));
        linked.forEach(
                r -> database.update("insert into report (hash, content) values (?, ?)", r.hash(), ReportJson.text(r)));
        partitions.publish(written.stream().map(Written::id).toList());
        replaced.ifPresent(old -> partitions.retire(old, request.importedAt()));
        database.update("merge into setting key (name) values ('codebook', ?)", Definitions.text(request.codebook()));
        database.commit();
        database.flush();
        return linked;
    }

    private void refuseToReplaceNothing() {
        replaced.ifPresent(old -> {
            if (written.stream()
                    .noneMatch(w ->
                            w.extract().id().equals(old.extract()) && w.period().equals(old.period()))) {
                throw EcartException.usage("store.not_brought", old.held());
            }
        });
    }

    /** Aligns a new partition with those it is linked to: others to a population, or itself to each population. */
    private List<Link> align(Written draft, List<Written> before) {
        List<Written> others = new ArrayList<>(before);
        for (Partition partition : partitions.published()) {
            if (!replaced.equals(Optional.of(partition))) {
                request.codebook()
                        .extract(partition.extract())
                        .ifPresent(e -> others.add(
                                new Written(partition.id(), e, partition.period(), partition.keyed(), EARLIER)));
            }
        }
        List<Link> links = new ArrayList<>();
        for (Written other : others) {
            boolean meet = other.period().isEmpty()
                    || draft.period().isEmpty()
                    || other.period().equals(draft.period());
            if (meet && draft.keyed() && other.keyed()) {
                if (draft.extract().population() && !other.extract().population()) {
                    links.add(link(draft, other));
                } else if (!draft.extract().population() && other.extract().population()) {
                    links.add(link(other, draft));
                }
            }
        }
        return links;
    }

    private Link link(Written population, Written other) {
        Alignments.Met met = alignments.make(population.id(), other.id());
        return new Link(
                population.extract().id(),
                population.period(),
                other.extract().id(),
                met.both(),
                met.population() - met.both(),
                met.other() - met.both());
    }
}
