package org.ecart.ui;

import java.util.List;
import java.util.Optional;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.study.RuleComparison;
import org.ecart.study.RuleReport;
import org.ecart.study.Session;
import org.ecart.study.Tables;
import org.ecart.ui.variables.VariableWork;

/** The way from Variables into an open workspace. */
final class SessionVariables implements VariableWork {
    private final Session session;
    private volatile Optional<Tables> tables = Optional.empty();

    SessionVariables(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Codebook> codebook() {
        Optional<Codebook> codebook = session.workspace().codebook();
        tables = codebook.map(c -> session.tables());
        return codebook;
    }

    @Override
    public RuleReport report(Study study, RuleReport.Question question, Progress progress) {
        return tables.orElseThrow().counts(study, question, progress);
    }

    @Override
    public RuleComparison compare(Study study, RuleComparison.Question question, Progress progress) {
        return tables.orElseThrow().compare(study, question, progress);
    }

    @Override
    public List<Fault> faults(Study taken, Rules rules) {
        try {
            tables.orElseThrow().check(taken, rules.variable());
            return List.of();
        } catch (EcartException fault) {
            return List.of(Fault.of(rules, fault));
        }
    }
}
