package org.ecart.ui.explore;

import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.study.Offer;
import org.ecart.study.TableDraft;

/** What Explore needs of the pipeline. */
public interface Analysis {
    /** The figures of a table, not yet protected. */
    TableDraft draft(Study study, Study.Table table, Progress progress);

    /** What can be chosen from. */
    Offer offer(Study study);

    /** Keeps the study where a restart finds it. */
    void save(Study study);
}
