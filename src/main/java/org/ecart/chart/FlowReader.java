package org.ecart.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.chart.FlowData.End;
import org.ecart.chart.FlowData.Flow;
import org.ecart.chart.FlowData.Panel;
import org.ecart.model.Category;
import org.ecart.model.EcartException;
import org.ecart.model.Measure;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.model.TableShape.Side;
import org.ecart.model.Value;

/** Reads the figures of a flow picture: from the rows to the columns. */
final class FlowReader {
    /** As many as the method has colours; the undetermined are grey and do not count. */
    private static final int MOST_FROM = 6;

    private static final int MOST_TO = 10;

    private final Reading reading;
    private final TableShape shape;
    private final Measure measure;

    private FlowReader(Reading reading) {
        this.reading = reading;
        this.shape = reading.shape();
        this.measure = List.of(Measure.WEIGHTED, Measure.PERSONS).stream()
                .filter(reading.table().measures()::contains)
                .findFirst()
                .orElseThrow(() -> EcartException.usage("chart.needs_persons", reading.name()));
    }

    /** @throws EcartException when the table has no persons, nothing on its rows or columns, or too many of these */
    static FlowData read(Reading reading) {
        return new FlowReader(reading).read();
    }

    private FlowData read() {
        if (shape.rows().dimensions().isEmpty() || shape.columns().dimensions().isEmpty()) {
            throw EcartException.usage("chart.needs_two_sides", reading.name());
        }
        List<Integer> rows = ends(shape.rows());
        List<Integer> columns = ends(shape.columns());
        long coloured =
                rows.stream().filter(row -> !reading.isMuted(shape.rows(), row)).count();
        if (coloured > MOST_FROM || columns.size() > MOST_TO) {
            throw EcartException.usage(
                    "chart.too_many_flows", reading.name(), coloured, columns.size(), MOST_FROM, MOST_TO);
        }
        List<Integer> layers = Reading.totalOrAll(shape.layers());
        reading.checkPanels(shape.periods().size() * layers.size());
        List<Panel> panels = new ArrayList<>();
        for (int period = 0; period < shape.periods().size(); period++) {
            for (int layer : layers) {
                panels.add(panel(rows, columns, new Address(period, 0, 0, layer)));
            }
        }
        return new FlowData(measure, reading.table().decimals().of(measure), panels);
    }

    /** In the order of the table, undetermined last. */
    private List<Integer> ends(Side side) {
        return Reading.withoutTotals(side).stream()
                .sorted(Comparator.comparing(entry -> reading.isMuted(side, entry)))
                .toList();
    }

    private Panel panel(List<Integer> rows, List<Integer> columns, Address at) {
        List<Flow> flows = new ArrayList<>();
        for (int from = 0; from < rows.size(); from++) {
            for (int to = 0; to < columns.size(); to++) {
                Address cell = new Address(at.period(), rows.get(from), columns.get(to), at.layer());
                flows.add(new Flow(from, to, reading.place(cell), reading.rounded(measure, cell)));
            }
        }
        Optional<Integer> allColumns = total(shape.columns());
        Optional<Integer> allRows = total(shape.rows());
        return new Panel(
                heading(at),
                rows.stream()
                        .map(row -> end(
                                shape.rows(),
                                row,
                                allColumns.map(all -> new Address(at.period(), row, all, at.layer()))))
                        .toList(),
                columns.stream()
                        .map(column -> end(
                                shape.columns(),
                                column,
                                allRows.map(all -> new Address(at.period(), all, column, at.layer()))))
                        .toList(),
                flows);
    }

    private End end(Side side, int entry, Optional<Address> total) {
        Optional<Value> value = total.map(address -> reading.rounded(measure, address));
        return new End(side.entries().get(entry), reading.label(side, entry), reading.isMuted(side, entry), value);
    }

    /** The entry that sums over the whole side. */
    private static Optional<Integer> total(Side side) {
        return IntStream.range(0, side.entries().size())
                .boxed()
                .filter(i -> side.entries().get(i).stream().allMatch(Category.TOTAL::equals))
                .findFirst();
    }

    private Optional<String> heading(Address at) {
        List<String> parts = new ArrayList<>();
        if (shape.periods().size() > 1) {
            parts.add(shape.periods().get(at.period()).toString());
        }
        if (!shape.layers().dimensions().isEmpty()) {
            parts.add(reading.label(shape.layers(), at.layer()));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", parts));
    }
}
