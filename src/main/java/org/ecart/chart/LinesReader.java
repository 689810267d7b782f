package org.ecart.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.chart.LinesData.Line;
import org.ecart.chart.LinesData.Panel;
import org.ecart.chart.LinesData.Point;
import org.ecart.model.EcartException;
import org.ecart.model.Measure;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;

/** Reads the figures of lines over years: a line a group. */
final class LinesReader {
    /** As many as the method has colours; the undetermined are grey and do not count. */
    private static final int MOST_LINES = 6;

    private final Reading reading;
    private final TableShape shape;
    private final Measure measure;
    /** places in the table, in order of time */
    private final List<Integer> periods;

    private LinesReader(Reading reading) {
        this.reading = reading;
        this.shape = reading.shape();
        this.measure = reading.measure();
        this.periods = IntStream.range(0, shape.periods().size())
                .boxed()
                .sorted(Comparator.comparing(shape.periods()::get))
                .toList();
    }

    /** @throws EcartException when the table has one period only, too many groups, or neither rates nor persons */
    static LinesData read(Reading reading) {
        return new LinesReader(reading).read();
    }

    private LinesData read() {
        if (periods.size() < 2) {
            throw EcartException.usage("chart.needs_periods", reading.name());
        }
        List<Reading.Group> groups = reading.groups();
        long coloured = groups.stream().filter(group -> !group.muted()).count();
        if (coloured > MOST_LINES) {
            throw EcartException.usage("chart.too_many_lines", reading.name(), coloured, MOST_LINES);
        }
        List<Integer> columns = Reading.totalOrAll(shape.columns());
        List<Integer> layers = Reading.totalOrAll(shape.layers());
        int panels = columns.size() * layers.size();
        reading.checkPanels(panels);
        List<Panel> all = new ArrayList<>();
        for (int layer : layers) {
            for (int column : columns) {
                Address place = new Address(0, 0, column, layer);
                Optional<String> heading = panels > 1 ? reading.heading(place, false) : Optional.empty();
                all.add(new Panel(
                        heading, groups.stream().map(g -> line(g, place)).toList()));
            }
        }
        return new LinesData(
                measure,
                reading.table().decimals().of(measure),
                periods.stream().map(shape.periods()::get).toList(),
                all);
    }

    private Line line(Reading.Group group, Address panel) {
        return new Line(
                group.codes(),
                group.label(),
                group.reference(),
                group.muted(),
                periods.stream()
                        .map(period -> new Address(period, group.row(), panel.column(), panel.layer()))
                        .map(address -> new Point(reading.place(address), reading.rounded(measure, address)))
                        .toList());
    }
}
