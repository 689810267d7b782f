package org.ecart.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Classes of an amount of equal weight, such as deciles of the daily wage: one cut a reference date, over everyone of
 * {@code among} before any filter (METHOD, section 4). The codes are {@code 1} for the lowest to {@code parts}; an
 * amount that is equal to a cut is in the lower class.
 *
 * @param amount the variable
 * @param among who is cut, and classed
 * @param parts 2 to 1,000
 * @param otherwise the code of everyone else, and of those whose amount is not known
 */
public record Cuts(String amount, Condition among, int parts, String otherwise) implements Rules.Derivation {
    private static final int MOST = 1_000;

    public Cuts {
        if (parts < 2 || parts > MOST) {
            throw EcartException.usage("model.cuts", MOST);
        }
    }

    /** The shares at which the weight is cut. */
    public List<Fraction> shares() {
        return IntStream.range(1, parts).mapToObj(i -> new Fraction(i, parts)).toList();
    }

    /** Who is cut. */
    public Condition everyone() {
        return Condition.and(among, new Condition.Known(amount));
    }

    /**
     * The classes once the cuts are known.
     *
     * @param cuts one a share, ascending; none where nobody is cut
     */
    public Rules.FirstMatch at(List<BigDecimal> cuts) {
        List<Rules.Rule> rules = new ArrayList<>();
        rules.add(new Rules.Rule("else", new Condition.Not(everyone()), new Rules.Code(otherwise)));
        for (int c = 0; c < cuts.size(); c++) {
            String code = Integer.toString(c + 1);
            Condition below = new Condition.Compare(
                    amount, Condition.Comparison.AT_MOST, new Condition.Bound.Number(cuts.get(c)));
            rules.add(new Rules.Rule(code, below, new Rules.Code(code)));
        }
        return new Rules.FirstMatch(rules, List.of(), cuts.isEmpty() ? otherwise : Integer.toString(parts));
    }

    @Override
    public Cuts renamed(UnaryOperator<String> input) {
        return new Cuts(input.apply(amount), among.renamed(input), parts, otherwise);
    }

    @Override
    public Set<String> inputs() {
        return everyone().variables();
    }

    @Override
    public Set<String> outcomes() {
        Set<String> all = new TreeSet<>();
        all.add(otherwise);
        IntStream.rangeClosed(1, parts).mapToObj(Integer::toString).forEach(all::add);
        return all;
    }
}
