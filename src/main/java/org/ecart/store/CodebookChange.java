package org.ecart.store;

import java.util.Optional;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Extract;
import org.ecart.model.Variable;

/** A workspace may get a richer codebook, but what is already kept must go on meaning the same. */
final class CodebookChange {
    private CodebookChange() {}

    /**
     * Refuses a codebook that drops or redefines what the workspace holds.
     *
     * @throws EcartException data, naming the variable or extract
     */
    static void check(Optional<Codebook> before, Codebook after) {
        if (before.isEmpty()) {
            return;
        }
        for (Variable old : before.get().variables()) {
            boolean same = after.variable(old.id())
                    .filter(v -> v.role() == old.role() && v.type() == old.type())
                    .isPresent();
            refuseUnless(same, old.id());
        }
        for (Extract old : before.get().extracts()) {
            boolean same = after.extract(old.id())
                    .filter(e -> e.dated() == old.dated() && e.population() == old.population())
                    .isPresent();
            refuseUnless(same, old.id());
        }
    }

    private static void refuseUnless(boolean same, String id) {
        if (!same) {
            throw EcartException.data("store.codebook", id);
        }
    }
}
