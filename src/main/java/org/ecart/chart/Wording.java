package org.ecart.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ecart.i18n.Messages;
import org.ecart.i18n.Numbers;
import org.ecart.model.Caption;
import org.ecart.model.ChartSpec;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Status;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;

/** The words and figures of one chart in one language that every kind of chart has. */
final class Wording {
    private final ChartSpec spec;
    private final ReleasableTable table;
    private final ChartData data;
    private final Language language;
    private final Messages messages;
    private final Numbers numbers;

    Wording(ChartSpec spec, Reading reading, ChartData data) {
        this.spec = spec;
        this.table = reading.table();
        this.data = data;
        this.language = reading.language();
        this.messages = reading.messages();
        this.numbers = Numbers.of(language);
    }

    /** The warning of a table without protection. */
    Optional<String> internal() {
        return table.policy().isNone()
                ? Optional.of(text("i18n.internal", table.policy().reason().orElse("")))
                : Optional.empty();
    }

    String number() {
        return spec.id();
    }

    String title() {
        return spec.title().in(language);
    }

    String subtitle() {
        return caption().subtitle().in(language);
    }

    String indicator() {
        return caption().indicator().in(language);
    }

    /** What an axis of this measure is called: the indicator and its unit. */
    String axis(Measure measure) {
        return switch (measure.unit()) {
            case PERCENT -> text("chart.axis.rate", indicator());
            case POINTS, RATIO, PERSONS, AMOUNT, AMOUNT_GAP, PERCENT_GAP ->
                text("chart.axis.persons", indicator(), text("i18n.measure." + measure.id()));
        };
    }

    String tick(long value) {
        return numbers.whole(value);
    }

    /** A figure, or the mark in its place. */
    String figure(Value value, int decimals) {
        return value.number()
                .map(n -> marked(numbers.format(n, decimals), value))
                .orElse(value.status().mark());
    }

    /** A difference, or the mark in its place. */
    String signed(Value value, int decimals) {
        return value.number()
                .map(n -> marked(numbers.signed(n, decimals), value))
                .orElse(value.status().mark());
    }

    /** A figure with its unit, and its mark after both. */
    String inUnit(Value value, Measure measure, int decimals) {
        String unit = measure.unit() == Measure.Unit.PERCENT ? " %" : "";
        return value.number()
                .map(n -> marked(numbers.format(n, decimals) + unit, value))
                .orElse(value.status().mark());
    }

    /** The meaning of the marks drawn, then the notes. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        TreeSet<Status> used = new TreeSet<>();
        data.values().forEach(value -> used.add(value.status()));
        used.remove(Status.NORMAL);
        used.forEach(status -> notes.add(text("i18n.status." + status.code())));
        caption().notes().forEach(note -> notes.add(note.in(language)));
        return notes;
    }

    String source() {
        return caption().source().in(language);
    }

    Optional<String> notice() {
        return caption().notice().map(notice -> notice.in(language));
    }

    /**
     * What the chart shows, for those who do not see it.
     *
     * @param kind the key of the sentence that names the kind of chart
     * @param findings its figures
     */
    String alternative(String kind, List<String> findings) {
        List<String> lines = new ArrayList<>();
        internal().ifPresent(lines::add);
        lines.add(text(kind, title(), subtitle()));
        lines.addAll(findings);
        notice().ifPresent(lines::add);
        return String.join("\n", lines);
    }

    String text(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    private static String marked(String number, Value value) {
        return value.status() == Status.NORMAL
                ? number
                : number + " " + value.status().mark();
    }

    private Caption caption() {
        return table.caption();
    }
}
