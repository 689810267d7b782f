package org.ecart.ui.variables;

import java.util.List;
import java.util.Optional;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.study.RuleComparison;
import org.ecart.study.RuleReport;

/** What the Variables screen needs of the pipeline. */
public interface VariableWork {
    /** The codebook of the workspace; not for the interface thread. */
    Optional<Codebook> codebook();

    /** What a rule set does to the persons of some dates; not for the interface thread. */
    RuleReport report(Study study, RuleReport.Question question, Progress progress);

    /** Two rule sets side by side; not for the interface thread. */
    RuleComparison compare(Study study, RuleComparison.Question question, Progress progress);

    /**
     * What is wrong with a rule set, so that no table can be made by it; none = it can be used. Counts nothing: quick.
     *
     * @param taken the study with the rule set taken up
     */
    List<Fault> faults(Study taken, Rules rules);

    /**
     * Something that is wrong with a rule set.
     *
     * @param rule the id of the rule; none where it is no rule that is wrong
     */
    record Fault(Optional<String> rule, EcartException why) {
        /** A complaint names the rule set first and then the rule. */
        public static Fault of(Rules rules, EcartException why) {
            List<String> named = why.arguments().stream().map(Object::toString).toList();
            boolean placed = named.size() > 1
                    && named.get(0).equals(rules.key())
                    && rules.derivation() instanceof Rules.FirstMatch first
                    && first.rules().stream().anyMatch(r -> r.id().equals(named.get(1)));
            return new Fault(placed ? Optional.of(named.get(1)) : Optional.empty(), why);
        }
    }
}
