package org.ecart.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.intake.GuardVerdict;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.IntakeReport.Doubt;
import org.ecart.intake.IntakeReport.Link;
import org.ecart.intake.IntakeReport.Reason;
import org.ecart.intake.IntakeReport.Reject;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Period;
import org.junit.jupiter.api.Test;

class KeptReportTest {
    @Test
    void whatWasWrittenIsReadAsItWas() {
        GuardVerdict doubt = new GuardVerdict(GuardVerdict.Level.WARN, Optional.of(GuardVerdict.Kind.EMAIL), 2);
        IntakeReport report = new IntakeReport(
                "labour-2014.csv",
                "ab12",
                "labour",
                new Dialect('\t', Dialect.Encoding.WINDOWS_1252, Dialect.DecimalSign.COMMA),
                10,
                List.of(new Reject(3, "", Reason.FIELDS), new Reject(7, "wage", Reason.NUMBER)),
                List.of("note"),
                List.of("sector"),
                Map.of("sex", Map.of("X", 4L)),
                List.of(new Doubt("contact", doubt)),
                List.of(
                        new Link("population", Optional.of(Period.ofYear(2014)), "labour", 7, 2, 1),
                        new Link("population", Optional.empty(), "labour", 8, 0, 0)));

        assertThat(KeptReport.of(ReportJson.text(report))).isEqualTo(report);
    }
}
