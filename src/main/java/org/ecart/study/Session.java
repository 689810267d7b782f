package org.ecart.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecart.files.Catalogue;
import org.ecart.i18n.Messages;
import org.ecart.model.EcartException;
import org.ecart.model.Period;
import org.ecart.model.Study;
import org.ecart.store.Partition;
import org.ecart.store.Workspace;
import org.ecart.tabulate.FrameTabulator;
import org.ecart.tabulate.KeptCubes;
import org.ecart.tabulate.Tabulator;

/** An open workspace with everything wired that makes tables and releases from it. */
public final class Session implements AutoCloseable {
    /** About 50 MB of answers. */
    private static final long KEPT_CELLS = 1_000_000;

    private final Workspace workspace;
    private final Messages messages;
    private final Tabulator tabulator;

    private Session(Workspace workspace, Messages messages) {
        this.workspace = workspace;
        this.messages = messages;
        int threads = Runtime.getRuntime().availableProcessors();
        this.tabulator = new KeptCubes(
                new FrameTabulator(workspace, threads),
                () -> List.of(workspace.partitions(), workspace.requireCodebook()),
                KEPT_CELLS);
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
        return new Tables(
                workspace.requireCodebook(), Catalogue.shipped(), tabulator, messages, new InWorkspace(workspace));
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
        return new Release(tables(), messages, extracts, workspace.ledger());
    }

    @Override
    public void close() {
        workspace.close();
    }
}
