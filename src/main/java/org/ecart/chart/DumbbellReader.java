package org.ecart.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ecart.model.Breakdown.Reference;
import org.ecart.model.EcartException;
import org.ecart.model.Measure;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.model.TableShape.Dimension;
import org.ecart.protect.ReleasableTable;

/** Reads the figures of a gap chart from a table. */
final class DumbbellReader {
    private final Reading reading;
    private final TableShape shape;
    private final Reference reference;
    private final int variable;

    private DumbbellReader(Reading reading, Reference reference) {
        this.reading = reading;
        this.shape = reading.shape();
        this.reference = reference;
        this.variable = shape.rows().dimensions().stream()
                .map(Dimension::variable)
                .toList()
                .indexOf(reference.variable());
        if (variable < 0) {
            throw notInRows(reference.variable());
        }
    }

    /** @throws EcartException when the table has no rates and gaps of one row dimension against a reference */
    static DumbbellData read(Reading reading) {
        ReleasableTable table = reading.table();
        if (!table.measures().containsAll(List.of(Measure.RATE, Measure.GAP))) {
            throw EcartException.usage("chart.needs_rate_and_gap", reading.name());
        }
        Reference reference =
                table.reference().orElseThrow(() -> EcartException.usage("chart.no_reference", reading.name()));
        return new DumbbellReader(reading, reference).read();
    }

    private DumbbellData read() {
        List<Integer> columns = Reading.totalOrAll(shape.columns());
        List<Integer> layers = Reading.totalOrAll(shape.layers());
        int panels = shape.periods().size() * columns.size() * layers.size();
        reading.checkPanels(panels);
        List<DumbbellData.Panel> all = new ArrayList<>();
        for (int period = 0; period < shape.periods().size(); period++) {
            for (int layer : layers) {
                for (int column : columns) {
                    Address place = new Address(period, 0, column, layer);
                    all.add(panel(
                            place,
                            panels > 1 ? reading.heading(place, shape.periods().size() > 1) : Optional.empty()));
                }
            }
        }
        return new DumbbellData(all, reading.table().decimals().of(Measure.RATE));
    }

    private DumbbellData.Panel panel(Address place, Optional<String> heading) {
        List<DumbbellData.Line> lines = new ArrayList<>();
        for (int row = 0; row < shape.rows().entries().size(); row++) {
            if (Reading.isAlone(shape.rows().entries().get(row), variable)) {
                lines.add(line(new Address(place.period(), row, place.column(), place.layer())));
            }
        }
        DumbbellData.Line line = lines.stream()
                .filter(l -> l.code().equals(reference.code()))
                .findFirst()
                .orElseThrow(() -> notInRows(reference.code()));
        lines.remove(line);
        lines.sort(Comparator.comparing(DumbbellData.Line::muted)
                .thenComparing(l -> l.muted() ? Optional.empty() : l.gap().number(), DumbbellReader::highestFirst));
        return new DumbbellData.Panel(heading, reading.place(place), line, lines);
    }

    /** Those without a number last. */
    static int highestFirst(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        if (a.isPresent() && b.isPresent()) {
            return b.get().compareTo(a.get());
        }
        return Boolean.compare(b.isPresent(), a.isPresent());
    }

    private DumbbellData.Line line(Address address) {
        Dimension dimension = shape.rows().dimensions().get(variable);
        List<String> row = shape.rows().entries().get(address.row());
        String code = row.get(variable);
        return new DumbbellData.Line(
                row,
                code,
                dimension.label(code).in(reading.language()),
                reading.rounded(Measure.RATE, address),
                reading.rounded(Measure.GAP, address),
                Reading.isMuted(dimension, code));
    }

    private EcartException notInRows(String missing) {
        return EcartException.usage("chart.reference_not_in_rows", reading.name(), missing);
    }
}
