package org.ecart.stats;

import java.math.BigDecimal;
import java.util.Optional;
import org.ecart.tabulate.Contributions;
import org.ecart.tabulate.Sides;

/**
 * An amount in a printed cell.
 *
 * @param figure its sum, mean or quantile, exact
 * @param told what it tells of single persons; none where nobody asked, or rows do not stand for one person each
 */
public record AmountCell(BigDecimal figure, Optional<Told> told) {
    /**
     * What an amount tells of single persons.
     *
     * @param contributions unweighted
     * @param weighted contributions to what is printed
     * @param sides of a quantile; none for a sum or a mean
     */
    public record Told(Contributions contributions, Contributions weighted, Optional<Sides> sides) {}
}
