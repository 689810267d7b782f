package org.ecart.ui.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Period;
import org.ecart.store.Terms;
import org.ecart.store.Workspace;

/**
 * Why the workspace refused an import, in the words of a window: what it says by itself names options of the command.
 *
 * @param why what the workspace said
 * @param terms on which it refused
 */
record Refusal(RuntimeException why, Terms terms) {
    private static final String ALREADY = "store.already";
    private static final String SAME_BYTES = "store.same_bytes";
    /** Shares are said in per cent, to so many decimals. */
    private static final int DECIMALS = 2;

    /** What is there already and could be replaced; only one extract at a date can be at a time. */
    Optional<Terms.Held> replaceable() {
        return terms.replaced().isEmpty() ? already() : Optional.empty();
    }

    private Optional<Terms.Held> already() {
        return expected(ALREADY)
                .map(refused -> new Terms.Held(
                        refused.arguments().get(0).toString(),
                        Period.parse(refused.arguments().get(1).toString())));
    }

    /** Whether it is only that the workspace holds the same bytes. */
    boolean isForSameBytes() {
        return expected(SAME_BYTES).isPresent();
    }

    private Optional<EcartException> expected(String key) {
        return why instanceof EcartException refused && refused.key().equals(key)
                ? Optional.of(refused)
                : Optional.empty();
    }

    /** Whether a file was read to its end and refused for its rows, so that its report says what is wrong. */
    boolean isForRows(List<FileReport> seen) {
        boolean limit = why instanceof EcartException refused && Workspace.isForRejects(refused);
        boolean nothingLeft = !seen.isEmpty()
                && seen.get(seen.size() - 1).report().loaded() == 0
                && seen.get(seen.size() - 1).report().rejected() > 0;
        return limit || nothingLeft;
    }

    /** What to say. */
    RuntimeException told(Codebook codebook) {
        if (!(why instanceof EcartException refused)) {
            return why;
        }
        List<Object> said = refused.arguments();
        if (Workspace.isForRejects(refused)) {
            BigDecimal limit = new BigDecimal(said.get(4).toString()).setScale(DECIMALS, RoundingMode.HALF_UP);
            return EcartException.data(
                    "ui.data.refused.rejects", name(said.get(0)), said.get(1), said.get(2), said.get(3), limit);
        }
        if (isForSameBytes()) {
            Terms.Held same = (Terms.Held) said.get(1);
            return EcartException.data(
                    "ui.data.refused.same_bytes",
                    name(said.get(0)),
                    label(codebook, same),
                    date(same),
                    Wording.minute(said.get(2).toString()));
        }
        return already()
                .<RuntimeException>map(held -> EcartException.data(
                        replaceable().isPresent() ? "ui.data.refused.already" : "ui.data.refused.several",
                        name(said.get(2)),
                        label(codebook, held),
                        date(held)))
                .orElse(why);
    }

    private static String name(Object file) {
        return String.valueOf(Path.of(file.toString()).getFileName());
    }

    private static Object label(Codebook codebook, Terms.Held held) {
        return codebook.extract(held.extract()).<Object>map(e -> e.labels()).orElse(held.extract());
    }

    private static Object date(Terms.Held held) {
        return held.period().<Object>map(p -> p).orElseGet(() -> EcartException.data("ui.data.all_periods"));
    }
}
