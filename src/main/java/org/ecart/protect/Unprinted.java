package org.ecart.protect;

import java.util.List;
import java.util.stream.IntStream;
import org.ecart.model.Policy;

/** Proofs that would be there if nothing were printed now: what they need may be left out. */
final class Unprinted {
    private static final long STEPS = 1_000_000_000;

    private final Steps steps = new Steps(STEPS);
    private final Prover prover;

    /** @param field of the system, with whatever is printed */
    Unprinted(Prover.Field field, KnownAnyway anyway, Singletons singletons, Policy policy) {
        Ground ground = field.ground();
        Published nothing = new Published(ground, field.requirements());
        IntStream.range(0, ground.units()).forEach(nothing::leaveOut);
        Evidence evidence = new Evidence(ground, field.knowledge(), nothing, singletons, policy.threshold());
        Prover.Field bare = new Prover.Field(ground, field.requirements(), nothing, evidence, field.knowledge());
        this.prover = new Prover(bare, anyway, steps, policy.threshold(), true);
    }

    /** Moves that change a figure as long as nothing is printed now. */
    List<Move> witnesses(int figure) {
        steps.insist();
        prover.attackers(figure);
        return prover.witnesses(figure);
    }
}
