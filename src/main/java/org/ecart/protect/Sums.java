package org.ecart.protect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecart.protect.TableSystem.Place;
import org.ecart.tabulate.Contributions;

/**
 * The sums of one amount that are printed together. <b>Parts</b> are groups of persons that lie in the same printed sums, so
 * that nothing tells them apart; a <b>figure</b> is a sum over parts. Parts without persons are none: nothing can be moved
 * to them, which supposes a reader who knows that they are empty.
 *
 * @param parts what each part has in units of the last decimal; none negative unless {@code signed}
 * @param scale how many decimals there are
 * @param signed whether readers know that an amount may be negative
 * @param figures those that cells tell, then those that follow from two or more of them and are unsafe
 * @param grid where the parts lie
 */
record Sums(List<BigInteger> parts, int scale, boolean signed, List<Figure> figures, SumGrid grid) {
    Sums {
        parts = List.copyOf(parts);
        figures = List.copyOf(figures);
    }

    /**
     * A sum over parts.
     *
     * @param tellers the cells that tell it; none where it only follows from others
     * @param price of leaving them all out
     * @param fixed whether readers know it whatever is left out
     * @param need by how much the upper bound must exceed it; 0 = it is safe
     * @param alone whether it is one person's
     */
    record Figure(BitSet parts, List<Place> tellers, long price, boolean fixed, BigInteger need, boolean alone) {
        Figure {
            tellers = List.copyOf(tellers);
        }

        boolean unsafe() {
            return need.signum() > 0;
        }
    }

    /** What a group of persons has. */
    record Group(long persons, BigDecimal sum, Contributions plain, Contributions weighted) {
        static final Group NOBODY = new Group(0, BigDecimal.ZERO, Contributions.NONE, Contributions.NONE);

        Group plus(Group other, int most) {
            return new Group(
                    persons + other.persons,
                    sum.add(other.sum),
                    plain.plus(other.plain, most),
                    weighted.plus(other.weighted, most));
        }
    }

    /** Puts the figures together. */
    static final class Builder {
        private final List<Group> atoms;
        private final int[][] places;
        private final AmountRules rules;
        private final int threshold;
        private final int most;
        private final Map<BitSet, Told> told = new LinkedHashMap<>();

        /** How a figure is told. */
        private static final class Told {
            private final List<Place> tellers = new ArrayList<>();
            private long price;
            private boolean fixed;
        }

        /**
         * @param atoms what the persons of each atom have
         * @param places the coordinates of each atom in the grid of all that the tables tell apart
         * @param threshold fewer persons are unsafe
         * @param most how many contributions are kept
         */
        Builder(List<Group> atoms, int[][] places, AmountRules rules, int threshold, int most) {
            this.atoms = List.copyOf(atoms);
            this.places = places.clone();
            this.rules = rules;
            this.threshold = threshold;
            this.most = most;
        }

        /** Adds a cell. */
        void cell(int[] of, Place place, long price, boolean fixed) {
            Told figure = told(of);
            figure.tellers.add(place);
            figure.price += price;
            figure.fixed |= fixed;
        }

        /** Adds a sum that readers know whatever is left out. */
        void fixed(int[] of) {
            told(of).fixed = true;
        }

        private Told told(int[] of) {
            BitSet occupied = new BitSet();
            for (int atom : of) {
                occupied.set(atom, atoms.get(atom).persons() > 0);
            }
            return told.computeIfAbsent(occupied, key -> new Told());
        }

        Sums build() {
            told.remove(new BitSet());
            List<BitSet> ofAtoms = List.copyOf(told.keySet());
            Map<BitSet, Integer> numbers = new LinkedHashMap<>();
            List<Group> parts = new ArrayList<>();
            List<BitSet> ofParts = ofAtoms.stream().map(all -> new BitSet()).toList();
            List<BitSet> figuresOf = atoms.stream().map(atom -> new BitSet()).toList();
            for (int f = 0; f < ofAtoms.size(); f++) {
                int figure = f;
                ofAtoms.get(f).stream().forEach(atom -> figuresOf.get(atom).set(figure));
            }
            SumGrid grid = new SumGrid(sizes());
            for (int atom = 0; atom < atoms.size(); atom++) {
                BitSet in = figuresOf.get(atom);
                if (!in.isEmpty()) {
                    int part = numbers.computeIfAbsent(in, key -> {
                        parts.add(Group.NOBODY);
                        return parts.size() - 1;
                    });
                    grid.lay(part, places[atom]);
                    parts.set(part, parts.get(part).plus(atoms.get(atom), most));
                    in.stream().forEach(f -> ofParts.get(f).set(part));
                }
            }
            return sums(parts, ofParts, List.copyOf(told.values()), grid);
        }

        private int[] sizes() {
            int dimensions = places.length == 0 ? 0 : places[0].length;
            return IntStream.range(0, dimensions)
                    .map(d -> Arrays.stream(places)
                            .mapToInt(at -> at[d] + 1)
                            .max()
                            .orElse(0))
                    .toArray();
        }

        private Sums sums(List<Group> parts, List<BitSet> figures, List<Told> how, SumGrid grid) {
            int scale = parts.stream()
                    .mapToInt(part -> Math.max(0, part.sum().scale()))
                    .max()
                    .orElse(0);
            List<Figure> all = new ArrayList<>();
            for (int f = 0; f < figures.size(); f++) {
                Told told = how.get(f);
                Group group = group(parts, figures.get(f));
                all.add(new Figure(
                        figures.get(f),
                        told.tellers,
                        told.price,
                        told.fixed,
                        need(group, scale),
                        group.persons() == 1));
            }
            for (BitSet rest : new SumDifferences(figures).all()) {
                Group group = group(parts, rest);
                BigInteger need = need(group, scale);
                if (need.signum() > 0) {
                    all.add(new Figure(rest, List.of(), 0, false, need, false));
                }
            }
            return new Sums(
                    parts.stream().map(part -> whole(part.sum(), scale)).toList(),
                    scale,
                    parts.stream().anyMatch(p -> p.weighted().sum().compareTo(p.sum()) != 0),
                    all,
                    grid);
        }

        private Group group(List<Group> parts, BitSet of) {
            return of.stream().mapToObj(parts::get).reduce(Group.NOBODY, (a, b) -> a.plus(b, most));
        }

        /**
         * In units of what is printed. What the unweighted rule needs counts as much as the weight of the largest
         * contributor can be: no more than the largest weighted contribution over the largest unweighted one.
         */
        private BigInteger need(Group group, int scale) {
            BigDecimal need = rules.need(group.weighted());
            BigDecimal plain = rules.need(group.plain());
            if (plain.signum() > 0) {
                need = need.max(plain.multiply(group.weighted().at(0))
                        .divide(group.plain().at(0), scale, RoundingMode.CEILING));
            }
            boolean unsafe = plain.signum() > 0 || need.signum() > 0 || group.persons() < threshold;
            return unsafe ? whole(need, scale).max(BigInteger.ONE) : BigInteger.ZERO;
        }

        private static BigInteger whole(BigDecimal value, int scale) {
            return value.setScale(scale, RoundingMode.CEILING).unscaledValue();
        }
    }

    /** The figures that each part is in, ascending. */
    int[][] figuresOf() {
        List<List<Integer>> of =
                parts.stream().<List<Integer>>map(part -> new ArrayList<>()).toList();
        for (int f = 0; f < figures.size(); f++) {
            int figure = f;
            figures.get(f).parts().stream().forEach(part -> of.get(part).add(figure));
        }
        return of.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** The parts of which somebody knows all: they are in a figure of one person. */
    BitSet alone() {
        BitSet alone = new BitSet();
        figures.stream().filter(Figure::alone).forEach(figure -> alone.or(figure.parts()));
        return alone;
    }

    /** The figures that hang together with this one by parts that they share, itself too. */
    BitSet connected(int figure) {
        BitSet found = new BitSet();
        BitSet reached = (BitSet) figures.get(figure).parts().clone();
        boolean more = true;
        while (more) {
            more = false;
            for (int f = found.nextClearBit(0); f < figures.size(); f = found.nextClearBit(f + 1)) {
                if (figures.get(f).parts().intersects(reached)) {
                    found.set(f);
                    reached.or(figures.get(f).parts());
                    more = true;
                }
            }
        }
        return found;
    }
}
