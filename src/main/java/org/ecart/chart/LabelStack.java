package org.ecart.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labels one above another without overlap, each as near as may be to where it wants to stand: those that would overlap
 * move together as one block to the mean of their wishes.
 */
final class LabelStack {
    private LabelStack() {}

    /**
     * The middle of each label.
     *
     * @param wishes where the middles would stand best
     * @param heights of the labels, room between them included
     * @param top where the first may begin; the sum of the heights has room between top and bottom
     */
    static double[] middles(double[] wishes, double[] heights, double top, double bottom) {
        List<Block> blocks = new ArrayList<>();
        IntStream.range(0, wishes.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> wishes[i]))
                .forEach(i -> {
                    blocks.add(new Block(i, wishes[i], heights[i]));
                    settle(blocks, top, bottom);
                });
        double[] middles = new double[wishes.length];
        for (Block block : blocks) {
            double y = block.from(top, bottom);
            for (int label : block.labels) {
                middles[label] = y + heights[label] / 2;
                y += heights[label];
            }
        }
        return middles;
    }

    private static void settle(List<Block> blocks, double top, double bottom) {
        while (blocks.size() > 1) {
            Block last = blocks.get(blocks.size() - 1);
            Block before = blocks.get(blocks.size() - 2);
            if (before.from(top, bottom) + before.height <= last.from(top, bottom)) {
                return;
            }
            blocks.remove(last);
            before.add(last);
        }
    }

    /** Labels that touch. */
    private static final class Block {
        private final List<Integer> labels = new ArrayList<>();
        private double height;
        /** the sum of the places where each label would have the block begin */
        private double wishes;

        Block(int label, double wish, double height) {
            this.labels.add(label);
            this.height = height;
            this.wishes = wish - height / 2;
        }

        double from(double top, double bottom) {
            return Math.max(top, Math.min(wishes / labels.size(), bottom - height));
        }

        void add(Block below) {
            wishes += below.wishes - below.labels.size() * height;
            height += below.height;
            labels.addAll(below.labels);
        }
    }
}
