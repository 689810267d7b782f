package org.ecart.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;

/** A coded column while it grows: full chunks are packed at once, so that it stays small. */
final class CodeBuffer {
    private final GrowingDictionary dictionary;
    private final List<CodeSegment> full = new ArrayList<>();
    private final int[] open = new int[Chunks.SIZE];
    private int filled;

    CodeBuffer(GrowingDictionary dictionary) {
        this.dictionary = dictionary;
    }

    void add(String value) {
        if (filled == open.length) {
            full.add(CodeSegment.pack(open, 0, filled));
            filled = 0;
        }
        open[filled++] = dictionary.place(value);
    }

    /** The rows named in {@code order}, in that order, cut in chunks. */
    List<CodeSegment> ordered(int[] order) {
        Optional<CodeSegment> last = filled == 0 ? Optional.empty() : Optional.of(CodeSegment.pack(open, 0, filled));
        List<CodeSegment> all = new ArrayList<>(full);
        last.ifPresent(all::add);
        List<CodeSegment> result = new ArrayList<>();
        int[] codes = new int[Chunks.SIZE];
        for (int chunk = 0; chunk < Chunks.count(order.length); chunk++) {
            int length = Chunks.length(chunk, order.length);
            for (int i = 0; i < length; i++) {
                int row = order[chunk * Chunks.SIZE + i];
                codes[i] = all.get(row / Chunks.SIZE).at(row % Chunks.SIZE);
            }
            result.add(CodeSegment.pack(codes, 0, length));
        }
        return result;
    }
}
