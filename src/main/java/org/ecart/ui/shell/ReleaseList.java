package org.ecart.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecart.model.Breakdown;
import org.ecart.model.ChartSpec;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Study;
import org.ecart.study.Offer;
import org.ecart.ui.text.Texts;

/** What the page Release lists: the tables and charts of a study by number, each table before what is drawn from it. */
public final class ReleaseList {
    /** The message keys of its columns. */
    public static final List<String> HEADS =
            List.of("ui.release.number", "ui.release.name", "ui.release.shows", "ui.release.dates", "ui.release.files");

    private final Texts texts;

    public ReleaseList(Texts texts) {
        this.texts = texts;
    }

    /** Its lines, in the language of the interface. */
    public List<List<String>> lines(Study study, Offer offer) {
        Map<String, List<ChartSpec>> charts = new TreeMap<>();
        study.charts().forEach(c -> charts.computeIfAbsent(c.table(), t -> new ArrayList<>())
                .add(c));
        List<List<String>> lines = new ArrayList<>();
        for (Study.Table table : study.tables()) {
            String dates = dates(table.breakdown());
            lines.add(List.of(
                    table.id(), texts.get(table.title()), shows(table.breakdown(), offer), dates, "CSV, JSON, XLSX"));
            for (ChartSpec chart : charts.getOrDefault(table.id(), List.of())) {
                lines.add(List.of(chart.id(), texts.get(chart.title()), drawn(chart), dates, "PNG, SVG"));
            }
        }
        return lines;
    }

    /** Employment rate by Origin, Gender. */
    private String shows(Breakdown breakdown, Offer offer) {
        String indicator = offer.indicator(breakdown.indicator())
                .map(Indicator::labels)
                .map(texts::get)
                .orElse(breakdown.indicator());
        String variables = Stream.of(breakdown.rows(), breakdown.columns(), breakdown.layers())
                .flatMap(axis -> axis.variables().stream())
                .distinct()
                .map(v -> offer.find(v).map(Offer.Choice::labels).orElse(Labels.same(v)))
                .map(texts::get)
                .collect(Collectors.joining(", "));
        return variables.isEmpty() ? indicator : texts.get("ui.release.of", indicator, variables);
    }

    private String drawn(ChartSpec chart) {
        String kind = texts.get("ui.release.chart." + chart.kind().name().toLowerCase(Locale.ROOT));
        return texts.get("ui.release.drawn", kind, chart.table());
    }

    private static String dates(Breakdown breakdown) {
        return breakdown.periods().stream().map(Period::toString).collect(Collectors.joining(", "));
    }
}
