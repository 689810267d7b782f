package org.ecart.study;

import java.util.function.Predicate;
import org.ecart.model.Condition;
import org.ecart.model.Cuts;
import org.ecart.model.EcartException;
import org.ecart.model.Rules;

/** An amount can be known or not, and compared with a number; it has no codes, and no row of its own to be missing. */
final class AmountsCompared {
    private final Predicate<String> amount;

    /** @param amount whether a variable is an amount */
    AmountsCompared(Predicate<String> amount) {
        this.amount = amount;
    }

    /** @throws EcartException usage, when an amount is asked for a code */
    void check(Condition condition) {
        condition.mapped(part -> {
            boolean asksForCodes = part instanceof Condition.In
                    || part instanceof Condition.NotIn
                    || part instanceof Condition.Recorded
                    || (part instanceof Condition.Compare compare
                            && !(compare.bound() instanceof Condition.Bound.Number));
            if (asksForCodes && part.variables().stream().anyMatch(amount)) {
                throw EcartException.usage(
                        "study.amount_codes", part.variables().iterator().next());
            }
            return part;
        });
    }

    /** The same of the conditions of rules; what is recoded or banded must have codes. */
    void check(Rules rules) {
        Rules.Derivation derivation = rules.derivation();
        if (derivation instanceof Rules.FirstMatch first) {
            first.rules().forEach(rule -> check(rule.when()));
        } else if (derivation instanceof Cuts cuts) {
            check(cuts.among());
        } else {
            derivation.inputs().stream().filter(amount).findFirst().ifPresent(variable -> {
                throw EcartException.usage("study.amount_codes", variable);
            });
        }
    }
}
