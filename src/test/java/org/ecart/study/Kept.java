package org.ecart.study;

import java.util.List;
import java.util.Locale;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protection;

/**
 * What is left of a release.
 *
 * @param stay cells in print
 * @param safe those that are safe by themselves, in print or not
 */
record Kept(long stay, long safe) {
    static Kept of(List<ProtectedTable> tables) {
        List<Protection> marks =
                tables.stream().flatMap(table -> table.marks().stream()).toList();
        return new Kept(
                marks.stream().filter(mark -> !mark.suppressed()).count(),
                marks.stream().filter(mark -> mark != Protection.PRIMARY).count());
    }

    /** Of the safe cells, in percent. */
    double share() {
        return 100.0 * stay / safe;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d of %d safe cells stay (%.0f %%)", stay, safe, share());
    }
}
