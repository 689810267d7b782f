package org.ecart.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.model.Cuts;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Query;
import org.ecart.model.Rules;
import org.ecart.tabulate.Cube;
import org.ecart.tabulate.Tabulator;

/** Finds the cuts that rules speak of, so that what engines get are plain rules: one question first, then the others. */
public final class NationalCuts {
    private final Tabulator tabulator;

    public NationalCuts(Tabulator tabulator) {
        this.tabulator = tabulator;
    }

    /**
     * The same rules with the cuts of one date in the place of every "equal parts".
     *
     * @param rules inputs before what reads them
     * @param weight the weight variable; none = every person weighs 1
     */
    public List<Rules> in(List<Rules> rules, Period period, Optional<String> weight, Progress progress) {
        List<Rules> plain = new ArrayList<>();
        for (Rules set : rules) {
            plain.add(set.derivation() instanceof Cuts cuts ? at(set, cuts, plain, period, weight, progress) : set);
        }
        return plain;
    }

    private Rules at(
            Rules set, Cuts cuts, List<Rules> before, Period period, Optional<String> weight, Progress progress) {
        Query query = new Query(
                new Query.Source(period, weight),
                before,
                List.of(),
                cuts.everyone(),
                Optional.of(new Query.Amount(cuts.amount(), cuts.shares())));
        Cube cube = tabulator.tabulate(query, progress);
        List<BigDecimal> found = cube.amounts()
                .map(amounts -> amounts.quantiles().stream()
                        .flatMap(q -> q.stream().flatMap(Optional::stream))
                        .toList())
                .orElse(List.of());
        return new Rules(
                set.variable(),
                set.set(),
                set.edition(),
                set.labels(),
                set.categories(),
                set.toConfirm(),
                cuts.at(found));
    }
}
