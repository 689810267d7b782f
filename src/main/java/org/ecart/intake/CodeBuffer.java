package org.ecart.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;

/** A coded column while it grows: full chunks are packed at once, so that it stays small. */
final class CodeBuffer {
    private final List<CodeSegment> full = new ArrayList<>();
    private int[] open = new int[1024];
    private int filled;

    /** Adds the places of the rows named in {@code rows}, as many as {@code count}. */
    void add(int[] places, int[] rows, int count) {
        for (int i = 0; i < count; i++) {
            if (filled == Chunks.SIZE) {
                full.add(CodeSegment.pack(open, 0, filled));
                filled = 0;
            } else if (filled == open.length) {
                open = Arrays.copyOf(open, Math.min(Chunks.SIZE, filled * 2));
            }
            open[filled++] = places[rows[i]];
        }
    }

    /** All rows as they came, cut in chunks. */
    List<CodeSegment> column() {
        List<CodeSegment> all = new ArrayList<>(full);
        if (filled > 0) {
            all.add(CodeSegment.pack(open, 0, filled));
        }
        return all;
    }

    /** The rows named in {@code order}, in that order, cut in chunks. */
    List<CodeSegment> ordered(int[] order) {
        List<CodeSegment> all = column();
        return IntStream.range(0, Chunks.count(order.length))
                .parallel()
                .mapToObj(chunk -> {
                    int[] codes = new int[Chunks.length(chunk, order.length)];
                    for (int i = 0; i < codes.length; i++) {
                        int row = order[chunk * Chunks.SIZE + i];
                        codes[i] = all.get(row / Chunks.SIZE).at(row % Chunks.SIZE);
                    }
                    return CodeSegment.pack(codes, 0, codes.length);
                })
                .toList();
    }
}
