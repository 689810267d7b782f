package org.ecart.ui;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ecart.model.Indicator;
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.study.Offer;
import org.ecart.study.Session;
import org.ecart.study.TableDraft;
import org.ecart.study.Tables;
import org.ecart.ui.explore.Analysis;
import org.ecart.ui.task.TaskRunner;

/** The way from Explore into an open workspace. */
final class SessionAnalysis implements Analysis {
    /** What an offer follows from, beside the workspace. */
    private record Origin(Map<String, String> ruleSets, List<Rules> rules, List<Indicator> indicators) {
        static Origin of(Study study) {
            return new Origin(study.ruleSets(), study.rules(), study.indicators());
        }
    }

    private record Offered(Origin origin, Offer offer) {}

    private final Session session;
    private final TaskRunner saving;
    private final Consumer<RuntimeException> notSaved;
    private volatile Tables tables;
    private volatile Optional<Offered> offered = Optional.empty();

    /**
     * Reads the codebook, which takes a moment: not for the interface thread.
     *
     * @param saving runs what writes studies, in order
     */
    SessionAnalysis(Session session, TaskRunner saving, Consumer<RuntimeException> notSaved) {
        this.session = session;
        this.saving = saving;
        this.notSaved = notSaved;
        this.tables = session.tables();
    }

    /** Reads the codebook again, and what it offers a study: after an import. Not for the interface thread either. */
    void renew(Study study) {
        tables = session.tables();
        offered = Optional.of(new Offered(Origin.of(study), session.offer(study)));
    }

    @Override
    public TableDraft draft(Study study, Study.Table table, Progress progress) {
        return tables.draft(study, table, progress);
    }

    @Override
    public Offer offer(Study study) {
        Origin origin = Origin.of(study);
        Optional<Offered> known = offered.filter(o -> o.origin().equals(origin));
        if (known.isEmpty()) {
            known = Optional.of(new Offered(origin, session.offer(study)));
            offered = known;
        }
        return known.get().offer();
    }

    @Override
    public void save(Study study) {
        saving.run(
                progress -> {
                    session.studies().save(study);
                    return study;
                },
                TaskRunner.Listener.of(saved -> {}, notSaved));
    }
}
