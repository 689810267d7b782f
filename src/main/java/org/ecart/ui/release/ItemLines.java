package org.ecart.ui.release;

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

/** What Release lists: the tables and charts of a study by number, each table before what is drawn from it. */
public final class ItemLines {
    /**
     * A table or a chart, in words.
     *
     * @param table the table that it is, or is drawn from
     * @param files what it becomes, or that it cannot leave
     */
    public record Item(String id, String table, String title, String shows, String dates, String files) {}

    private final Texts texts;

    public ItemLines(Texts texts) {
        this.texts = texts;
    }

    /** The items in the language of the interface. */
    public List<Item> of(Study study, Offer offer) {
        Map<String, List<ChartSpec>> charts = new TreeMap<>();
        study.charts().forEach(c -> charts.computeIfAbsent(c.table(), t -> new ArrayList<>())
                .add(c));
        String languages = study.outputs().stream()
                .map(l -> l.code().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        List<Item> items = new ArrayList<>();
        for (Study.Table table : study.tables()) {
            String id = table.id();
            String dates = dates(table.breakdown());
            String files = texts.get("ui.release.files.table", languages);
            items.add(new Item(id, id, texts.get(table.title()), shows(table.breakdown(), offer), dates, files));
            for (ChartSpec chart : charts.getOrDefault(id, List.of())) {
                String drawn = texts.get("ui.release.files.chart", languages);
                items.add(new Item(chart.id(), id, texts.get(chart.title()), drawn(chart), dates, drawn));
            }
        }
        return items;
    }

    /** How an item stands, once all were run. */
    public String status(Item item, ReleaseViewModel.Status status) {
        if (status.state() == ReleaseViewModel.State.OPEN) {
            return texts.get("ui.release.status.open");
        }
        if (status.state() == ReleaseViewModel.State.UNPROTECTED) {
            return texts.get("ui.release.status.unprotected");
        }
        if (!item.id().equals(item.table())) {
            return texts.get("ui.release.status.chart", item.table());
        }
        String printed = texts.numbers().whole(status.printed());
        return switch (status.state()) {
            case SAFE -> texts.get("ui.release.status.safe", printed);
            case BROKEN -> texts.get("ui.release.status.broken");
            default ->
                texts.get(
                        "ui.release.status.left_out",
                        printed,
                        texts.numbers().whole(status.primary()),
                        texts.numbers().whole(status.secondary()));
        };
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
