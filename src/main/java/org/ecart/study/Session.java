package org.ecart.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ecart.files.Catalogue;
import org.ecart.i18n.Messages;
import org.ecart.model.EcartException;
import org.ecart.model.Period;
import org.ecart.model.Study;
import org.ecart.store.Partition;
import org.ecart.store.Workspace;
import org.ecart.tabulate.FrameTabulator;

/** An open workspace with everything wired that makes tables and releases from it. */
public final class Session implements AutoCloseable {
    private final Workspace workspace;
    private final Messages messages;

    private Session(Workspace workspace, Messages messages) {
        this.workspace = workspace;
        this.messages = messages;
    }

    /** Everything around a workspace that was opened; closing the session closes it. */
    public static Session of(Workspace workspace, Messages messages) {
        return new Session(workspace, messages);
    }

    /** Opens a workspace that is not encrypted; see {@link Workspace#open} for what can go wrong. */
    public static Session open(Path folder, Messages messages) {
        return of(Workspace.open(folder), messages);
    }

    public Workspace workspace() {
        return workspace;
    }

    /** What makes tables under the workspace's codebook as it is now. */
    public Tables tables() {
        int threads = Runtime.getRuntime().availableProcessors();
        return new Tables(
                workspace.requireCodebook(),
                Catalogue.shipped(),
                new FrameTabulator(workspace, threads),
                messages,
                this::delivered);
    }

    /** Whether a code was delivered for any date of the population. */
    private boolean delivered(String variable, String code) {
        String population = workspace.requireCodebook().population().id();
        return workspace.partitions().stream()
                .filter(p -> p.extract().equals(population))
                .flatMap(p -> p.period().stream())
                .map(period -> workspace.frame(period, Set.of(variable)).codes().get(variable))
                .anyMatch(column ->
                        column != null && column.dictionary().place(code).isPresent());
    }

    /** What can be chosen from in this workspace under a study. */
    public Offer offer(Study study) {
        return Offer.of(workspace.requireCodebook(), workspace.partitions(), Catalogue.shipped(), study);
    }

    /** The studies that are kept beside the data. */
    public StudyFiles studies() {
        return new StudyFiles(workspace.folder());
    }

    /**
     * The study to begin with: the first that is kept, else a new one with one table.
     *
     * @throws EcartException data, when nothing is imported or a kept study cannot be read
     */
    public Study firstStudy() {
        List<String> kept = studies().ids();
        return kept.isEmpty()
                ? new FirstStudy(workspace.requireCodebook(), messages, offer(Study.bare())).make()
                : studies().load(kept.get(0));
    }

    /** What makes releases from the extracts as they are now. */
    public Release release() {
        Map<String, String> extracts = new TreeMap<>();
        for (Partition partition : workspace.partitions()) {
            String period = partition.period().map(Period::toString).orElse("");
            extracts.put((partition.extract() + " " + period).strip(), partition.hash());
        }
        return new Release(tables(), messages, extracts);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
