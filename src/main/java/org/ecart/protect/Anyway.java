package org.ecart.protect;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecart.model.Policy;
import org.ecart.protect.Audit.Attacker;

/**
 * Who would know a figure whatever is printed now (docs/decisions/0005). What has been withheld before was uncertain then: of it
 * only what would be known if nothing had ever been printed.
 */
final class Anyway {
    /** For all questions together; they are asked seldom, and must not be answered in haste. */
    private static final long STEPS = 1_000_000_000;

    private final Steps steps = new Steps(STEPS);
    private final CountSystem system;
    private final Prover nothingNew;
    private final Optional<Prover> nothingEver;

    /** @param field of the system, with whatever is printed */
    Anyway(Prover.Field field, Policy policy) {
        this.system = field.ground().system();
        this.nothingNew = prover(field.ground(), field.requirements(), field.knowledge(), policy);
        boolean withheld =
                IntStream.range(0, system.units().size()).anyMatch(unit -> system.fate(unit) == Fate.WITHHELD);
        this.nothingEver = Optional.of(field.ground())
                .filter(of -> withheld)
                .map(Ground::unprinted)
                .map(bare -> {
                    Requirements requirements = field.requirements().of(bare.system(), policy);
                    return prover(bare, requirements, new Knowledge(bare.system(), requirements, policy), policy);
                });
    }

    private Prover prover(Ground ground, Requirements requirements, Knowledge knowledge, Policy policy) {
        Published nothing = new Published(ground, requirements);
        IntStream.range(0, ground.units()).forEach(nothing::leaveOut);
        Singletons singletons = new Singletons(ground, requirements.alone());
        Evidence evidence = new Evidence(ground, knowledge, nothing, singletons, policy.threshold());
        Prover.Field field = new Prover.Field(ground, requirements, nothing, evidence, knowledge);
        return new Prover(field, new Forced(ground, knowledge, singletons), steps, policy.threshold(), true);
    }

    /** Who would know a figure of a unit. */
    Set<Attacker> attackers(int unit, int figure) {
        Set<Attacker> knowing = EnumSet.noneOf(Attacker.class);
        steps.insist();
        knowing.addAll(nothingNew.attackers(figure));
        if (system.fate(unit) == Fate.WITHHELD) {
            steps.insist();
            nothingEver.ifPresent(ever -> knowing.retainAll(ever.attackers(figure)));
        }
        return knowing;
    }

    /** Whether the steps did not suffice for all that was asked. */
    boolean spent() {
        return steps.over();
    }

    /** The proofs that a figure is uncertain as long as nothing is printed now. */
    Prover nothingNew() {
        return nothingNew;
    }
}
