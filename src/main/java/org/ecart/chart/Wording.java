package org.ecart.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ecart.i18n.Messages;
import org.ecart.i18n.Numbers;
import org.ecart.model.Caption;
import org.ecart.model.ChartSpec;
import org.ecart.model.Language;
import org.ecart.model.Status;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;

/** All words and figures of one chart in one language. */
final class Wording {
    private final ChartSpec spec;
    private final ReleasableTable table;
    private final DumbbellData data;
    private final Language language;
    private final Messages messages;
    private final Numbers numbers;

    Wording(ChartSpec spec, ReleasableTable table, DumbbellData data, Language language, Messages messages) {
        this.spec = spec;
        this.table = table;
        this.data = data;
        this.language = language;
        this.messages = messages;
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

    String axis() {
        return text("chart.axis", data.panels().get(0).reference().label());
    }

    String gapHeader() {
        return text("chart.gap");
    }

    String reference(DumbbellData.Panel panel) {
        return panel.reference().label() + " " + rate(panel.reference());
    }

    String tick(int percent) {
        return numbers.whole(percent);
    }

    String rate(DumbbellData.Line line) {
        Value rate = line.rate();
        return rate.number()
                .map(n -> marked(numbers.format(n, data.decimals()), rate))
                .orElse(rate.status().mark());
    }

    String gap(DumbbellData.Line line) {
        Value gap = line.gap();
        return gap.number()
                .map(n -> marked(numbers.signed(n, data.decimals()), gap))
                .orElse(gap.status().mark());
    }

    /** The meaning of the marks drawn, then the notes. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        TreeSet<Status> used = new TreeSet<>();
        data.panels().forEach(panel -> {
            used.add(panel.reference().rate().status());
            panel.lines().stream()
                    .flatMap(l -> Stream.of(l.rate().status(), l.gap().status()))
                    .forEach(used::add);
        });
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

    /** What the chart shows, for those who do not see it: a sentence a panel, then every figure. */
    String alternative() {
        List<String> lines = new ArrayList<>();
        internal().ifPresent(lines::add);
        lines.add(text("chart.alternative.kind", title(), subtitle()));
        data.panels().forEach(panel -> describe(panel, lines));
        notice().ifPresent(lines::add);
        return String.join("\n", lines);
    }

    private void describe(DumbbellData.Panel panel, List<String> lines) {
        panel.heading().ifPresent(heading -> lines.add(heading + ":"));
        lines.add(text("chart.alternative.reference", panel.reference().label(), percent(panel.reference())));
        List<DumbbellData.Line> groups = panel.lines().stream()
                .filter(l -> !l.muted() && l.gap().number().isPresent())
                .toList();
        if (groups.size() > 1) {
            DumbbellData.Line first = groups.get(0);
            DumbbellData.Line last = groups.get(groups.size() - 1);
            lines.add(text("chart.alternative.range", first.label(), gap(first), last.label(), gap(last)));
        }
        panel.lines().forEach(l -> lines.add(text("chart.alternative.line", l.label(), percent(l), gap(l))));
    }

    private String percent(DumbbellData.Line line) {
        return line.rate().number().isPresent() ? rate(line) + " %" : rate(line);
    }

    private static String marked(String number, Value value) {
        return value.status() == Status.NORMAL
                ? number
                : number + " " + value.status().mark();
    }

    private Caption caption() {
        return table.caption();
    }

    private String text(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }
}
