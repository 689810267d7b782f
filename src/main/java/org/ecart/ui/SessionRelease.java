package org.ecart.ui;

import java.nio.file.Path;
import java.util.List;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.store.Ledger;
import org.ecart.study.Release;
import org.ecart.study.Session;
import org.ecart.ui.release.ReleaseWork;

/** The way from Release into an open workspace. */
record SessionRelease(Session session) implements ReleaseWork {
    @Override
    public Release.Trial look(Study study, Progress progress) {
        return session.release().look(study, progress);
    }

    @Override
    public Release.Outcome write(Study study, Path folder, Progress progress) {
        return session.release().write(study, folder, Workspaces.now(), progress);
    }

    @Override
    public List<Ledger.Entry> departures() {
        return session.workspace().ledger().all();
    }
}
