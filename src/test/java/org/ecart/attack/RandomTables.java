package org.ecart.attack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.CountSystemBuilder;
import org.ecart.protect.Quantity;

/**
 * Random tables of the shapes that breakdowns make: one to four dimensions of two to six categories, printed totals or
 * not, groups of categories with subtotals, blocks that share a margin; skewed. Half are as registers of everyone make them:
 * large and small categories cross, so that small cells lie together. Half are sparse at random, as hard as can be.
 */
public final class RandomTables {
    /** Cells with all totals. */
    private static final int LARGEST = 120;

    private final SplittableRandom random;
    private final boolean sparse;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final Map<List<Integer>, long[]> leaves = new LinkedHashMap<>();

    /** Nodes 0..leaves-1 are categories, then groups of them, last the total; {@code children} of the latter two. */
    private record Dimension(int leaves, List<List<Integer>> children, boolean printedTotal) {
        int total() {
            return leaves + children.size() - 1;
        }

        List<Integer> children(int node) {
            return node < leaves ? List.of() : children.get(node - leaves);
        }
    }

    private RandomTables(SplittableRandom random) {
        this.random = random;
        this.sparse = random.nextBoolean();
    }

    /**
     * @param complete whether every margin is printed
     * @param sparse whether many cells are empty or small
     */
    record Drawn(CountSystem system, boolean complete, boolean sparse) {}

    /** What the persons of a cell are divided into. */
    private enum Parts {
        PERSONS,
        BINARY,
        BINARY_AND_OUTSIDE
    }

    /** The next table. */
    public static CountSystem table(SplittableRandom random) {
        return drawn(random).system();
    }

    static Drawn drawn(SplittableRandom random) {
        return new RandomTables(random).make();
    }

    /** Mostly the default policy; sometimes another threshold, or without group disclosure. */
    public static Policy policy(SplittableRandom random) {
        if (random.nextInt(10) < 6) {
            return Policy.DEFAULT;
        }
        int threshold = List.of(3, 5, 10).get(random.nextInt(3));
        return new Policy("random", threshold, random.nextBoolean(), Optional.of("a test"));
    }

    private Drawn make() {
        Parts parts = List.of(Parts.values()).get(random.nextInt(3));
        int d = 1 + random.nextInt(4);
        int cube = 1;
        for (int i = 0; i < d; i++) {
            int size = 2 + random.nextInt(5);
            Dimension dimension = dimension(size);
            while (cube * (dimension.total() + 1) * StrictMath.pow(3, d - 1 - i) > LARGEST && size > 2) {
                dimension = dimension(--size);
            }
            cube *= dimension.total() + 1;
            dimensions.add(dimension);
        }
        fill(parts);
        return table(parts, blocks(d));
    }

    private Dimension dimension(int size) {
        List<List<Integer>> children = new ArrayList<>();
        List<Integer> all = IntStream.range(0, size).boxed().toList();
        if (size >= 4 && random.nextInt(3) == 0) {
            int cut = 2 + random.nextInt(size - 3);
            children.add(all.subList(0, cut));
            children.add(all.subList(cut, size));
            children.add(List.of(size, size + 1));
        } else {
            children.add(all);
        }
        return new Dimension(size, children, random.nextInt(3) > 0);
    }

    /** One block with every dimension, or two that share the first. */
    private List<List<Integer>> blocks(int d) {
        List<Integer> all = IntStream.range(0, d).boxed().toList();
        if (d < 3 || random.nextInt(3) > 0) {
            return List.of(all);
        }
        int cut = 1 + random.nextInt(d - 1);
        List<Integer> second = new ArrayList<>(List.of(0));
        second.addAll(all.subList(cut, d));
        return List.of(all.subList(0, cut), second.stream().distinct().toList());
    }

    private void fill(Parts parts) {
        double zeros = random.nextDouble() * 0.7;
        double small = random.nextDouble() * (1 - zeros);
        double scale = StrictMath.exp(1 + 8 * random.nextDouble());
        List<double[]> sizes = dimensions.stream().map(this::sizes).toList();
        double everyone = StrictMath.exp(7 + 7 * random.nextDouble());
        double rate = random.nextDouble();
        double inside = 0.2 + 0.8 * random.nextDouble();
        for (List<Integer> leaf : product(dimensions.stream()
                .map(x -> IntStream.range(0, x.leaves()).boxed().toList())
                .toList())) {
            long persons = sparse ? persons(zeros, small, scale) : crossed(everyone, sizes, leaf);
            long outside = parts == Parts.BINARY_AND_OUTSIDE ? share(persons, 1 - inside) : 0;
            long rest = parts == Parts.PERSONS ? 0 : share(persons - outside, 1 - rate);
            leaves.put(leaf, new long[] {persons - outside - rest, rest, outside});
        }
    }

    private long persons(double zeros, double small, double scale) {
        double u = random.nextDouble();
        if (u < zeros) {
            return 0;
        }
        if (u < zeros + small) {
            return 1L + random.nextInt(6);
        }
        double skew = random.nextDouble();
        return 1 + (long) (scale * skew * skew * skew);
    }

    /** How large the categories of a dimension are among one another. */
    private double[] sizes(Dimension dimension) {
        return IntStream.range(0, dimension.leaves())
                .mapToDouble(c -> StrictMath.exp(-3 * random.nextDouble()))
                .toArray();
    }

    private long crossed(double everyone, List<double[]> sizes, List<Integer> leaf) {
        double persons = everyone * (0.5 + random.nextDouble());
        for (int d = 0; d < sizes.size(); d++) {
            persons *= sizes.get(d)[leaf.get(d)];
        }
        return (long) (persons + random.nextDouble());
    }

    /** A part of some persons: now and then none or all of them, in a register seldom. */
    private long share(long persons, double share) {
        return switch (random.nextInt(sparse ? 12 : 120)) {
            case 0 -> 0;
            case 1 -> persons;
            default -> Math.min(persons, (long) (persons * share + random.nextDouble()));
        };
    }

    private Drawn table(Parts parts, List<List<Integer>> blocks) {
        Map<List<Integer>, Boolean> nodes = new LinkedHashMap<>();
        for (List<Integer> block : blocks) {
            for (List<Integer> node : product(choices(block))) {
                nodes.merge(node, printed(block, node), Boolean::logicalOr);
            }
        }
        int[] sizes = IntStream.range(0, dimensions.size() + 1)
                .map(d -> d < dimensions.size() ? dimensions.get(d).leaves() : parts.ordinal() + 1)
                .toArray();
        CountSystemBuilder builder = new CountSystemBuilder(sizes);
        leaves.forEach((leaf, value) -> {
            for (int part = 0; part <= parts.ordinal(); part++) {
                int[] at = IntStream.concat(leaf.stream().mapToInt(i -> i), IntStream.of(part))
                        .toArray();
                builder.atom(value[part], at);
            }
        });
        nodes.forEach((node, printed) -> {
            if (printed) {
                int margins = (int) IntStream.range(0, node.size())
                        .filter(d -> node.get(d) >= dimensions.get(d).leaves())
                        .count();
                builder.unit(new Unit(figures(builder, parts, node), margins, false));
            }
        });
        return new Drawn(builder.build(), nodes.values().stream().allMatch(p -> p), sparse);
    }

    private Map<Quantity, Integer> figures(CountSystemBuilder builder, Parts parts, List<Integer> node) {
        Map<Quantity, Integer> figures = new EnumMap<>(Quantity.class);
        if (parts == Parts.PERSONS) {
            figures.put(Quantity.PERSONS, figure(builder, node, 0));
            return figures;
        }
        figures.put(Quantity.NUMERATOR, figure(builder, node, 0));
        figures.put(Quantity.REST, figure(builder, node, 1));
        figures.put(Quantity.TOTAL, figure(builder, node, 0, 1));
        if (parts == Parts.BINARY_AND_OUTSIDE) {
            figures.put(Quantity.OUTSIDE, figure(builder, node, 2));
            figures.put(Quantity.PERSONS, figure(builder, node, 0, 1, 2));
        }
        return figures;
    }

    private int figure(CountSystemBuilder builder, List<Integer> node, int... parts) {
        int[][] box = new int[dimensions.size() + 1][];
        for (int d = 0; d < dimensions.size(); d++) {
            box[d] = leavesUnder(dimensions.get(d), node.get(d)).stream()
                    .mapToInt(i -> i)
                    .toArray();
        }
        box[dimensions.size()] = parts;
        return builder.figure(box);
    }

    private static List<Integer> leavesUnder(Dimension dimension, int node) {
        List<Integer> children = dimension.children(node);
        return children.isEmpty()
                ? List.of(node)
                : children.stream()
                        .flatMap(child -> leavesUnder(dimension, child).stream())
                        .toList();
    }

    /** Within a block all nodes of its dimensions; the others stand at their total. */
    private List<List<Integer>> choices(List<Integer> block) {
        List<List<Integer>> choices = new ArrayList<>();
        for (int d = 0; d < dimensions.size(); d++) {
            int total = dimensions.get(d).total();
            choices.add(
                    block.contains(d) ? IntStream.rangeClosed(0, total).boxed().toList() : List.of(total));
        }
        return choices;
    }

    private boolean printed(List<Integer> block, List<Integer> node) {
        return block.stream().allMatch(d -> {
            Dimension dimension = dimensions.get(d);
            return node.get(d) < dimension.total() || dimension.printedTotal();
        });
    }

    private static List<List<Integer>> product(List<List<Integer>> choices) {
        List<List<Integer>> product = List.of(List.of());
        for (List<Integer> choice : choices) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> prefix : product) {
                for (int c : choice) {
                    List<Integer> tuple = new ArrayList<>(prefix);
                    tuple.add(c);
                    longer.add(List.copyOf(tuple));
                }
            }
            product = longer;
        }
        return product;
    }
}
