package org.ecart.ui.release;

import java.nio.file.Path;
import java.util.List;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.store.Ledger;
import org.ecart.study.Release;

/** What Release needs of the pipeline. */
public interface ReleaseWork {
    /** Protects and attacks all tables of a study together; nothing is written. */
    Release.Trial look(Study study, Progress progress);

    /** Writes the release into a folder that is empty or not there yet, and remembers it. */
    Release.Outcome write(Study study, Path folder, Progress progress);

    /** What has left, the oldest first. */
    List<Ledger.Entry> departures();
}
