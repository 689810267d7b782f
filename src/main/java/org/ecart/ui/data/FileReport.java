package org.ecart.ui.data;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.ecart.intake.IntakeReport;

/**
 * The report of a file, counted beside the interface thread: millions of rows may have been refused.
 *
 * @param byReason refused rows by reason, in the order of the reasons
 * @param first the first refused rows, at most {@link #SHOWN}
 */
public record FileReport(
        IntakeReport report, Map<IntakeReport.Reason, Long> byReason, List<IntakeReport.Reject> first) {
    /** Refused rows that are shown one by one. */
    static final int SHOWN = 1000;

    static FileReport of(IntakeReport report) {
        return new FileReport(
                report,
                Collections.unmodifiableMap(report.byReason()),
                report.rejects().stream().limit(SHOWN).toList());
    }

    static List<FileReport> of(List<IntakeReport> reports) {
        return reports.stream().map(FileReport::of).toList();
    }

    /** Whether more rows were refused than are shown. */
    boolean isCut() {
        return report.rejected() > first.size();
    }
}
