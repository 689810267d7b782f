package org.ecart.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.chart.BarsData.Bar;
import org.ecart.chart.BarsData.Cluster;
import org.ecart.chart.BarsData.Panel;
import org.ecart.chart.BarsData.Series;
import org.ecart.model.EcartException;
import org.ecart.model.Measure;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.model.TableShape.Side;
import org.ecart.model.Value;

/** Reads the figures of clustered bars: a bar a column; in a table without columns a bar a period. */
final class BarsReader {
    private static final int MOST_SERIES = 6;

    private final Reading reading;
    private final TableShape shape;
    private final Measure measure;
    private final boolean barsArePeriods;
    private final List<Integer> columns;

    private BarsReader(Reading reading) {
        this.reading = reading;
        this.shape = reading.shape();
        this.measure = reading.measure();
        this.columns = columns();
        this.barsArePeriods = columns.size() == 1 && shape.periods().size() > 1;
    }

    /** @throws EcartException when the table has neither rates nor persons, or too many columns, periods or layers */
    static BarsData read(Reading reading) {
        return new BarsReader(reading).read();
    }

    /** The columns that are no totals, undetermined last; the total where there is nothing else. */
    private List<Integer> columns() {
        Side side = shape.columns();
        List<Integer> single = new ArrayList<>(Reading.withoutTotals(side));
        single.sort(Comparator.comparing(column -> reading.isMuted(side, column)));
        return single.isEmpty() ? Reading.totalOrAll(side) : single;
    }

    private BarsData read() {
        List<Series> series = series();
        if (series.size() > MOST_SERIES) {
            throw EcartException.usage(
                    barsArePeriods ? "chart.too_many_bars.periods" : "chart.too_many_bars.columns",
                    reading.name(),
                    series.size(),
                    MOST_SERIES);
        }
        List<Integer> layers = Reading.totalOrAll(shape.layers());
        int periods = barsArePeriods ? 1 : shape.periods().size();
        reading.checkPanels(periods * layers.size());
        List<Panel> panels = new ArrayList<>();
        for (int period = 0; period < periods; period++) {
            for (int layer : layers) {
                panels.add(new Panel(heading(period, layer, periods, layers.size()), clusters(period, layer)));
            }
        }
        return new BarsData(measure, reading.table().decimals().of(measure), series, panels);
    }

    private List<Series> series() {
        if (barsArePeriods) {
            return shape.periods().stream()
                    .map(period -> new Series(period.toString(), false))
                    .toList();
        }
        if (columns.size() == 1) {
            return List.of(new Series("", false));
        }
        return columns.stream()
                .map(c -> new Series(reading.label(shape.columns(), c), reading.isMuted(shape.columns(), c)))
                .toList();
    }

    private Optional<String> heading(int period, int layer, int periods, int layers) {
        List<String> parts = new ArrayList<>();
        if (periods > 1) {
            parts.add(shape.periods().get(period).toString());
        }
        if (layers > 1) {
            parts.add(reading.label(shape.layers(), layer));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", parts));
    }

    private List<Cluster> clusters(int period, int layer) {
        List<Reading.Group> groups = new ArrayList<>(reading.groups());
        if (groups.stream().anyMatch(Reading.Group::reference)) {
            groups.sort(Comparator.comparing(Reading.Group::muted)
                    .thenComparing(
                            Comparator.comparing(Reading.Group::reference).reversed())
                    .thenComparing(group -> order(group, period, layer), DumbbellReader::highestFirst));
        }
        return groups.stream()
                .map(group -> new Cluster(
                        group.codes(), group.label(), group.reference(), group.muted(), bars(group, period, layer)))
                .toList();
    }

    /** The figure that groups are ordered by: over all columns where the table has it, of the last period. */
    private Optional<BigDecimal> order(Reading.Group group, int period, int layer) {
        int column = Reading.totalOrAll(shape.columns()).get(0);
        int last = barsArePeriods ? shape.periods().size() - 1 : period;
        Value value = reading.rounded(measure, new Address(last, group.row(), column, layer));
        return group.muted() ? Optional.empty() : value.number();
    }

    private List<Bar> bars(Reading.Group group, int period, int layer) {
        return IntStream.range(0, barsArePeriods ? shape.periods().size() : columns.size())
                .mapToObj(i -> barsArePeriods
                        ? new Address(i, group.row(), columns.get(0), layer)
                        : new Address(period, group.row(), columns.get(i), layer))
                .map(address -> new Bar(reading.place(address), reading.rounded(measure, address)))
                .toList();
    }
}
