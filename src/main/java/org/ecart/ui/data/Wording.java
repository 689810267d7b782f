package org.ecart.ui.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.EcartException;
import org.ecart.model.Labels;
import org.ecart.model.Mapping;
import org.ecart.model.Variable;
import org.ecart.store.Partition;
import org.ecart.study.Touched;
import org.ecart.ui.text.Texts;

/** Sentences of the data screen in the language of the interface. */
final class Wording {
    /** Stands where there is nothing. */
    static final String NOTHING = "\u2013";

    private static final BigDecimal KILO = BigDecimal.valueOf(1000);
    /** Codes that are named one by one. */
    private static final int MOST_CODES = 20;

    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    /** What to read when something failed: an expected failure says it, of a defect nothing is known here. */
    String failure(RuntimeException why) {
        return why instanceof EcartException expected
                ? texts.get(
                        expected.key(),
                        expected.arguments().stream().map(this::written).toArray())
                : texts.get("ui.data.defect");
    }

    /** A failure, and below it what there is to tell; empty when there is neither. */
    String said(Optional<RuntimeException> failure, Optional<Notice> notice) {
        return Stream.concat(failure.map(this::failure).stream(), notice.map(this::notice).stream())
                .collect(Collectors.joining("\n"));
    }

    private String notice(Notice notice) {
        return texts.get(notice.key(), notice.arguments().toArray());
    }

    /** Numbers as the language writes them. */
    private Object written(Object argument) {
        if (argument instanceof BigDecimal number) {
            return texts.numbers()
                    .format(number, Math.max(0, number.stripTrailingZeros().scale()));
        }
        return argument instanceof Long number ? texts.numbers().whole(number) : argument;
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

    /** How a file was read: delimiter, encoding, decimal sign. */
    String dialect(Dialect dialect) {
        return texts.get(
                "ui.data.report.dialect",
                delimiter(dialect.delimiter()),
                encoding(dialect.encoding()),
                decimalSign(dialect.decimalSign()));
    }

    String delimiter(char sign) {
        String name =
                switch (sign) {
                    case ';' -> "semicolon";
                    case '\t' -> "tab";
                    case '|' -> "pipe";
                    default -> "comma";
                };
        return texts.get("intake.delimiter." + name);
    }

    String encoding(Dialect.Encoding encoding) {
        return texts.get("intake.encoding." + lower(encoding));
    }

    String decimalSign(Dialect.DecimalSign sign) {
        return texts.get("intake.decimal." + lower(sign));
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

    /** The date of a partition as an argument of a sentence. */
    static Object date(Partition partition) {
        return partition.period().<Object>map(p -> p).orElseGet(() -> EcartException.data("ui.data.all_periods"));
    }

    /** When it came. */
    static String when(Partition partition) {
        return minute(partition.importedAt());
    }

    /** To the minute: 2026-01-31 12:00 UTC. */
    static String minute(String at) {
        return at.length() >= 16 ? at.substring(0, 10) + " " + at.substring(11, 16) + " UTC" : at;
    }

    String balance(FileReport told, boolean refused) {
        IntakeReport report = told.report();
        return texts.get(
                refused ? "ui.data.report.refused" : "ui.data.report.balance",
                texts.numbers().whole(report.read()),
                texts.numbers().whole(report.loaded()),
                texts.numbers().whole(report.rejected()));
    }

    /**
     * Which share of an extract's persons is in the population, in per cent; none when it has no persons. It is cut and
     * not rounded: 100 is all of them.
     */
    String matchRate(IntakeReport.Link link) {
        long persons = link.matched() + link.extractOnly();
        return persons == 0
                ? NOTHING
                : texts.numbers()
                        .format(
                                BigDecimal.valueOf(100 * link.matched())
                                        .divide(BigDecimal.valueOf(persons), 1, RoundingMode.DOWN),
                                1);
    }

    String reason(IntakeReport.Reason reason) {
        return texts.get("intake.reason." + lower(reason));
    }

    /** Codes of a variable that no code list has, the first of them: gender: X (12), 9 (1). */
    String unmapped(String variable, Map<String, Long> codes) {
        List<String> counted = codes.entrySet().stream()
                .limit(MOST_CODES)
                .map(e -> e.getKey() + " (" + texts.numbers().whole(e.getValue()) + ")")
                .toList();
        String more = codes.size() > MOST_CODES
                ? " " + texts.get("ui.data.report.more", texts.numbers().whole(codes.size() - MOST_CODES))
                : "";
        return variable + ": " + String.join(", ", counted) + more;
    }

    /** A study and its tables that hang on an extract. */
    String touched(Touched touched) {
        return texts.get("ui.data.touched", touched.study(), String.join(", ", touched.tables()));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
