package org.ecart.ui.variables;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ecart.i18n.Messages;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.study.Offer;
import org.ecart.study.RuleComparison;
import org.ecart.study.RuleReport;
import org.ecart.study.SampleStudy;
import org.ecart.study.Session;
import org.ecart.study.Tables;

/** The sample's extracts in a workspace of their own, through the real pipeline. */
final class SampleWork implements VariableWork, AutoCloseable {
    private final SampleStudy sample = new SampleStudy(Path.of("sample-data"));
    private final Session session;
    private final Tables tables;

    SampleWork(Path folder) {
        session = sample.open(folder, Messages.load(), "2026-01-01T00:00:00Z", Progress.NONE);
        tables = session.tables();
    }

    Study study() {
        return sample.study();
    }

    Offer offer(Study study) {
        return session.offer(study);
    }

    @Override
    public Optional<Codebook> codebook() {
        return session.workspace().codebook();
    }

    @Override
    public RuleReport report(Study study, RuleReport.Question question, Progress progress) {
        return tables.counts(study, question, progress);
    }

    @Override
    public RuleComparison compare(Study study, RuleComparison.Question question, Progress progress) {
        return tables.compare(study, question, progress);
    }

    @Override
    public List<Fault> faults(Study taken, Rules rules) {
        try {
            tables.check(taken, rules.variable());
            return List.of();
        } catch (EcartException fault) {
            return List.of(Fault.of(rules, fault));
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
