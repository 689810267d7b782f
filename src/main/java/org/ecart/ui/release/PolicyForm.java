package org.ecart.ui.release;

import java.util.Optional;
import org.ecart.model.EcartException;
import org.ecart.model.Loss;
import org.ecart.model.Policy;
import org.ecart.model.Policy.AmountRule;

/**
 * A policy as it is filled in.
 *
 * @param threshold as typed
 * @param largest as typed, like the other numbers of the rule for amounts
 */
public record PolicyForm(
        String id,
        String threshold,
        boolean groupDisclosure,
        Loss loss,
        String largest,
        String percent,
        String p,
        String step,
        String reason) {
    /** A policy that is not the shipped one. */
    private static final String OWN = "own";

    static PolicyForm of(Policy policy) {
        AmountRule amounts = policy.amounts();
        return new PolicyForm(
                policy.id(),
                Integer.toString(policy.threshold()),
                policy.groupDisclosure(),
                policy.loss(),
                Integer.toString(amounts.largest()),
                Integer.toString(amounts.percent()),
                Integer.toString(amounts.p()),
                Integer.toString(amounts.step()),
                policy.reason().orElse(""));
    }

    PolicyForm withThreshold(String typed) {
        return new PolicyForm(id, typed, groupDisclosure, loss, largest, percent, p, step, reason);
    }

    PolicyForm withGroupDisclosure(boolean on) {
        return new PolicyForm(id, threshold, on, loss, largest, percent, p, step, reason);
    }

    PolicyForm withLoss(Loss other) {
        return new PolicyForm(id, threshold, groupDisclosure, other, largest, percent, p, step, reason);
    }

    PolicyForm withLargest(String typed) {
        return new PolicyForm(id, threshold, groupDisclosure, loss, typed, percent, p, step, reason);
    }

    PolicyForm withPercent(String typed) {
        return new PolicyForm(id, threshold, groupDisclosure, loss, largest, typed, p, step, reason);
    }

    PolicyForm withP(String typed) {
        return new PolicyForm(id, threshold, groupDisclosure, loss, largest, percent, typed, step, reason);
    }

    PolicyForm withStep(String typed) {
        return new PolicyForm(id, threshold, groupDisclosure, loss, largest, percent, p, typed, reason);
    }

    PolicyForm withReason(String typed) {
        return new PolicyForm(id, threshold, groupDisclosure, loss, largest, percent, p, step, typed);
    }

    /**
     * The policy that it says.
     *
     * @throws EcartException usage, when a number cannot be read, or a weaker protection has no reason
     */
    Policy policy() {
        Optional<String> because = Optional.of(reason.strip()).filter(r -> !r.isEmpty());
        AmountRule amounts = new AmountRule(number(largest), number(percent), number(p), number(step));
        Policy own = new Policy(
                id.equals(Policy.DEFAULT.id()) ? OWN : id,
                number(threshold),
                groupDisclosure,
                amounts,
                Loss.BALANCED,
                because);
        Policy shipped = Policy.DEFAULT;
        boolean same = own.threshold() == shipped.threshold()
                && own.groupDisclosure() == shipped.groupDisclosure()
                && own.amounts().equals(shipped.amounts())
                && because.isEmpty();
        return (same ? shipped : own).with(loss);
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException notANumber) {
            throw EcartException.usage("ui.release.policy.number", typed.strip());
        }
    }
}
