package org.ecart.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.i18n.Messages;
import org.ecart.i18n.Numbers;
import org.ecart.model.Breakdown.Reference;
import org.ecart.model.Category;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.model.TableShape.Dimension;
import org.ecart.model.TableShape.Side;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;

/** Reads the figures of a gap chart from a table. */
final class DumbbellReader {
    private static final Set<String> UNKNOWN = Set.of(Category.UNKNOWN, Category.NO_RECORD);
    private static final int MOST_PANELS = 12;

    private final ReleasableTable table;
    private final TableShape shape;
    private final Language language;
    private final Messages messages;
    private final Reference reference;
    private final int decimals;

    private DumbbellReader(ReleasableTable table, Language language, Messages messages) {
        this.table = table;
        this.shape = table.shape();
        this.language = language;
        this.messages = messages;
        this.reference =
                table.reference().orElseThrow(() -> EcartException.usage("chart.no_reference", name(table, language)));
        this.decimals = table.decimals().of(Measure.RATE);
    }

    /** @throws EcartException when the table has no rates and gaps of one row dimension against a reference */
    static DumbbellData read(ReleasableTable table, Language language, Messages messages) {
        if (!table.measures().containsAll(List.of(Measure.RATE, Measure.GAP))) {
            throw EcartException.usage("chart.needs_rate_and_gap", name(table, language));
        }
        return new DumbbellReader(table, language, messages).read();
    }

    private DumbbellData read() {
        List<Integer> columns = totalOrAll(shape.columns());
        List<Integer> layers = totalOrAll(shape.layers());
        int panels = shape.periods().size() * columns.size() * layers.size();
        if (panels > MOST_PANELS) {
            throw EcartException.usage("chart.too_many_panels", name(table, language), panels, MOST_PANELS);
        }
        List<DumbbellData.Panel> all = new ArrayList<>();
        for (int period = 0; period < shape.periods().size(); period++) {
            for (int layer : layers) {
                for (int column : columns) {
                    Address place = new Address(period, 0, column, layer);
                    all.add(panel(place, panels > 1 ? Optional.of(heading(place)) : Optional.empty()));
                }
            }
        }
        return new DumbbellData(all, decimals);
    }

    /** The entry that sums over the whole side; all of its entries where there is none. */
    private static List<Integer> totalOrAll(Side side) {
        List<List<String>> entries = side.entries();
        return IntStream.range(0, entries.size())
                .filter(i -> entries.get(i).stream().allMatch(Category.TOTAL::equals))
                .boxed()
                .findFirst()
                .map(List::of)
                .orElseGet(() -> IntStream.range(0, entries.size()).boxed().toList());
    }

    private DumbbellData.Panel panel(Address place, Optional<String> heading) {
        Dimension dimension = shape.rows().dimensions().stream()
                .filter(d -> d.variable().equals(reference.variable()))
                .findFirst()
                .orElseThrow(() -> EcartException.usage(
                        "chart.reference_not_in_rows", name(table, language), reference.variable()));
        List<DumbbellData.Line> lines = new ArrayList<>();
        for (int row = 0; row < shape.rows().entries().size(); row++) {
            int cell = shape.index(new Address(place.period(), row, place.column(), place.layer()));
            codeAlone(row, dimension).ifPresent(code -> lines.add(line(dimension, code, cell)));
        }
        DumbbellData.Line line = lines.stream()
                .filter(l -> l.code().equals(reference.code()))
                .findFirst()
                .orElseThrow(() ->
                        EcartException.usage("chart.reference_not_in_rows", name(table, language), reference.code()));
        lines.remove(line);
        lines.sort(Comparator.comparing(DumbbellData.Line::muted)
                .thenComparing(l -> l.muted() ? Optional.empty() : l.gap().number(), DumbbellReader::highestFirst));
        return new DumbbellData.Panel(heading, line, lines);
    }

    private static int highestFirst(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        if (a.isPresent() && b.isPresent()) {
            return b.get().compareTo(a.get());
        }
        return Boolean.compare(b.isPresent(), a.isPresent());
    }

    /** The category of {@code dimension} in a row that sums over everything else; none for the total. */
    private Optional<String> codeAlone(int row, Dimension dimension) {
        int at = shape.rows().dimensions().indexOf(dimension);
        List<String> codes = shape.rows().entries().get(row);
        boolean alone =
                IntStream.range(0, codes.size()).allMatch(d -> codes.get(d).equals(Category.TOTAL) != (d == at));
        return alone ? Optional.of(codes.get(at)) : Optional.empty();
    }

    private DumbbellData.Line line(Dimension dimension, String code, int cell) {
        boolean undetermined = dimension.categories().stream()
                .anyMatch(c -> c.code().equals(code) && (c.undetermined() || c.missing()));
        return new DumbbellData.Line(
                code,
                dimension.label(code).in(language),
                rounded(Measure.RATE, cell),
                rounded(Measure.GAP, cell),
                undetermined || UNKNOWN.contains(code));
    }

    private Value rounded(Measure measure, int cell) {
        Value exact = table.value(measure, cell);
        return new Value(exact.number().map(n -> Numbers.rounded(n, decimals)), exact.status());
    }

    private String heading(Address place) {
        List<String> parts = new ArrayList<>();
        if (shape.periods().size() > 1) {
            parts.add(shape.periods().get(place.period()).toString());
        }
        parts.addAll(labels(shape.layers(), place.layer()));
        parts.addAll(labels(shape.columns(), place.column()));
        return String.join(" · ", parts);
    }

    private List<String> labels(Side side, int entry) {
        List<String> codes = side.entries().get(entry);
        return IntStream.range(0, codes.size())
                .mapToObj(d -> codes.get(d).equals(Category.TOTAL)
                        ? messages.text(language, "i18n.total")
                        : side.dimensions().get(d).label(codes.get(d)).in(language))
                .collect(Collectors.toList());
    }

    private static String name(ReleasableTable table, Language language) {
        return table.caption().number().isEmpty()
                ? table.caption().title().in(language)
                : table.caption().number();
    }
}
