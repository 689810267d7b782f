package org.ecart.protect;

import java.util.EnumSet;
import java.util.List;
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
    private final Prover.Field field;
    private final Policy policy;
    private final Prover nothingNew;
    /** Made when it is asked: seldom anything was withheld that is now known. */
    private Optional<Prover> nothingEver = Optional.empty();

    /** @param field of the system, with whatever is printed */
    Anyway(Prover.Field field, Policy policy) {
        this.field = field;
        this.policy = policy;
        this.nothingNew = prover(field.ground(), field.requirements(), field.knowledge());
    }

    private Prover prover(Ground ground, Requirements requirements, Knowledge knowledge) {
        Published nothing = new Published(ground, requirements);
        IntStream.range(0, ground.units()).forEach(nothing::leaveOut);
        Singletons singletons = new Singletons(ground, requirements.alone());
        Evidence evidence = new Evidence(ground, knowledge, nothing, singletons, policy.threshold());
        Prover.Field bare = new Prover.Field(ground, requirements, nothing, evidence, knowledge);
        return new Prover(bare, new Forced(ground, knowledge, singletons), steps, policy.threshold(), true);
    }

    /** Who would know a figure of a unit. */
    Set<Attacker> attackers(int unit, int figure) {
        Set<Attacker> knowing = nothingNew(figure);
        if (field.ground().system().fate(unit) == Fate.WITHHELD && !knowing.isEmpty()) {
            steps.insist();
            knowing.retainAll(nothingEver().attackers(figure));
        }
        return knowing;
    }

    private Prover nothingEver() {
        if (nothingEver.isEmpty()) {
            Ground ground = field.ground().unprinted();
            CountSystem system = ground.system();
            Requirements requirements = field.requirements().of(system, policy);
            nothingEver = Optional.of(prover(ground, requirements, new Knowledge(system, requirements, policy)));
        }
        return nothingEver.orElseThrow();
    }

    /** Who would know a figure if nothing were printed now. */
    Set<Attacker> nothingNew(int figure) {
        Set<Attacker> knowing = EnumSet.noneOf(Attacker.class);
        steps.insist();
        knowing.addAll(nothingNew.attackers(figure));
        return knowing;
    }

    /** Moves that change a figure as long as nothing is printed now. */
    List<Move> witnesses(int figure) {
        return nothingNew.witnesses(figure);
    }

    /** Whether the steps did not suffice for all that was asked. */
    boolean spent() {
        return steps.over();
    }
}
