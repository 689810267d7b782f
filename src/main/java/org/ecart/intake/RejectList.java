package org.ecart.intake;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import org.ecart.intake.IntakeReport.Reason;
import org.ecart.intake.IntakeReport.Reject;

/** Refused rows in eight bytes each, in the order of their lines: a file of millions may be refused row by row. */
final class RejectList extends AbstractList<Reject> {
    private static final int COLUMN_BITS = 24;
    private static final int REASON_BITS = 8;
    private static final List<Reason> REASONS = List.of(Reason.values());

    private final List<String> header;
    private final long[] rejects;

    private RejectList(List<String> header, long[] rejects) {
        this.header = header;
        this.rejects = rejects;
    }

    @Override
    public Reject get(int index) {
        long packed = rejects[index];
        int column = (int) (packed >>> REASON_BITS) & ((1 << COLUMN_BITS) - 1);
        Reason reason = REASONS.get((int) packed & ((1 << REASON_BITS) - 1));
        return new Reject(packed >>> COLUMN_BITS + REASON_BITS, column == 0 ? "" : header.get(column - 1), reason);
    }

    @Override
    public int size() {
        return rejects.length;
    }

    /** Refused rows while a file is read. */
    static final class Growing {
        private long[] rejects = new long[64];
        private int size;

        /** @param column its place in the header; below 0 where it is the whole row */
        void add(long line, int column, Reason reason) {
            if (size == rejects.length) {
                rejects = Arrays.copyOf(rejects, size * 2);
            }
            rejects[size++] = line << COLUMN_BITS + REASON_BITS | (column + 1L) << REASON_BITS | reason.ordinal();
        }

        /** By line. */
        RejectList sorted(List<String> header) {
            long[] sorted = Arrays.copyOf(rejects, size);
            Arrays.sort(sorted);
            return new RejectList(header, sorted);
        }
    }
}
