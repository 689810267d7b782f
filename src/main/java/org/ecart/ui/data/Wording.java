package org.ecart.ui.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.Preview;
import org.ecart.model.EcartException;
import org.ecart.model.Labels;
import org.ecart.model.Mapping;
import org.ecart.model.Variable;
import org.ecart.store.Partition;
import org.ecart.ui.text.Texts;

/** Sentences of the data screen in the language of the interface. */
final class Wording {
    private static final BigDecimal KILO = BigDecimal.valueOf(1000);

    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    /** What to read when something failed: an expected failure says it, of a defect nothing is known here. */
    String failure(RuntimeException why) {
        return why instanceof EcartException expected ? texts.get(expected) : texts.get("ui.data.defect");
    }

    /** A size as people write it: 12.3 MB. */
    String size(long bytes) {
        BigDecimal kilobytes = BigDecimal.valueOf(bytes).divide(KILO, 6, RoundingMode.HALF_UP);
        return kilobytes.compareTo(KILO) < 0
                ? texts.get("ui.data.size.kilo", texts.numbers().format(kilobytes, 1))
                : texts.get(
                        "ui.data.size.mega",
                        texts.numbers().format(kilobytes.divide(KILO, 6, RoundingMode.HALF_UP), 1));
    }

    String progress(Pace.Reading reading) {
        return texts.get("ui.data.progress.bytes", size(reading.bytesRead()), size(reading.bytes()));
    }

    String rate(Pace.Reading reading) {
        OptionalLong rate = reading.rowsPerSecond();
        return rate.isPresent()
                ? texts.get("ui.data.progress.rate", texts.numbers().whole(about(rate.getAsLong())))
                : "";
    }

    /** To two figures: more would only flicker. */
    private static long about(long number) {
        return new BigDecimal(number)
                .round(new MathContext(2, RoundingMode.HALF_UP))
                .longValue();
    }

    String left(Pace.Reading reading) {
        OptionalLong left = reading.secondsLeft();
        if (left.isEmpty()) {
            return "";
        }
        long seconds = left.getAsLong();
        return seconds < 60
                ? texts.get("ui.data.progress.seconds", seconds)
                : texts.get("ui.data.progress.minutes", seconds / 60, seconds % 60);
    }

    /** How a file is written: size, delimiter, encoding, decimal sign. */
    String dialect(Preview preview) {
        String delimiter =
                switch (preview.dialect().delimiter()) {
                    case ';' -> "semicolon";
                    case '\t' -> "tab";
                    case '|' -> "pipe";
                    default -> "comma";
                };
        return texts.get(
                "ui.data.dialect",
                size(preview.bytes()),
                texts.get("intake.delimiter." + delimiter),
                texts.get("intake.encoding." + lower(preview.dialect().encoding())),
                texts.get("intake.decimal." + lower(preview.dialect().decimalSign())));
    }

    String how(ColumnPlan column) {
        return texts.get("ui.data.how." + lower(column.how()));
    }

    /** A variable to choose: its label and its name; the empty one is "not loaded". */
    String variable(List<Variable> variables, String id) {
        String label = label(variables, id);
        return id.equals(Mapping.NOT_LOADED) || label.equals(id) ? label : label + " (" + id + ")";
    }

    /** A variable that was chosen: its label. */
    String label(List<Variable> variables, String id) {
        if (id.equals(Mapping.NOT_LOADED)) {
            return texts.get("ui.data.not_loaded");
        }
        return variables.stream()
                .filter(v -> v.id().equals(id))
                .map(v -> texts.get(v.labels()))
                .findFirst()
                .orElse(id);
    }

    /** How an extract is called. */
    String extract(DataViewModel.Held held, Partition partition) {
        return text(held.label(partition.extract()));
    }

    private String text(Object labelsOrName) {
        return labelsOrName instanceof Labels labels ? texts.get(labels) : labelsOrName.toString();
    }

    String period(Partition partition) {
        return partition.period().map(Object::toString).orElseGet(() -> texts.get("ui.data.all_periods"));
    }

    /** 2026-01-31 12:00 UTC. */
    static String when(Partition partition) {
        String at = partition.importedAt();
        return at.length() >= 16 ? at.substring(0, 10) + " " + at.substring(11, 16) + " UTC" : at;
    }

    String balance(IntakeReport report) {
        return texts.get(
                "ui.data.report.balance",
                texts.numbers().whole(report.read()),
                texts.numbers().whole(report.loaded()),
                texts.numbers().whole(report.rejected()));
    }

    String reason(IntakeReport.Reason reason) {
        return texts.get("intake.reason." + lower(reason));
    }

    /** A code list's missing codes: gender: X (12), 9 (1). */
    String unmapped(String variable, Map<String, Long> codes) {
        List<String> counted = codes.entrySet().stream()
                .map(e -> e.getKey() + " (" + texts.numbers().whole(e.getValue()) + ")")
                .toList();
        return variable + ": " + String.join(", ", counted);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
