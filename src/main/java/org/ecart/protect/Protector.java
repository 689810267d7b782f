package org.ecart.protect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecart.model.Caption;
import org.ecart.model.Decimals;
import org.ecart.model.Measure;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.model.Value;
import org.ecart.stats.Counts;
import org.ecart.stats.Part;
import org.ecart.stats.ValueTable;

/** The gate: figures and a policy go in, a table that may leave comes out. */
public final class Protector {
    private Protector() {}

    /** Decides every cell of a table under a policy and puts {@code [c]} where a value may not leave. */
    public static ProtectedTable protect(
            ValueTable table, Policy policy, Caption caption, Decimals decimals, Progress progress) {
        List<Protection> marks = placed(table, Suppression.protect(countTable(table), policy, progress));
        ReleasableTable releasable =
                new ReleasableTable(caption, table.shape(), masked(table, marks), table.reference(), decimals, policy);
        return new ProtectedTable(releasable, marks);
    }

    /** Marks only what is unsafe by itself: quick enough for every change on the screen. */
    public static Preview preview(ValueTable table, Policy policy, Caption caption, Decimals decimals) {
        List<Protection> marks = placed(table, Suppression.primary(countTable(table), policy));
        return new Preview(caption, table.shape(), masked(table, marks), marks, table.reference(), decimals);
    }

    private static List<Protection> placed(ValueTable table, List<Protection> decided) {
        List<Protection> marks =
                new ArrayList<>(Collections.nCopies(table.shape().size(), Protection.SAFE));
        for (int c = 0; c < table.cells().size(); c++) {
            int place = table.cells().get(c).place();
            if (place >= 0) {
                marks.set(place, decided.get(c));
            }
        }
        return marks;
    }

    private static Map<Measure, List<Value>> masked(ValueTable table, List<Protection> marks) {
        Map<Measure, List<Value>> values = new LinkedHashMap<>();
        table.values().forEach((measure, column) -> values.put(measure, masked(table, measure, column, marks)));
        return values;
    }

    /** The counts behind a table as the system of equations that its readers know. */
    public static CountTable countTable(ValueTable table) {
        CountTable.Parts parts = CountTable.Parts.valueOf(table.divided().name());
        return new CountTable(
                parts,
                table.cells().stream().map(c -> cell(parts, c)).toList(),
                table.sums().stream()
                        .map(s -> new CountTable.Sum(s.total(), s.addends()))
                        .toList());
    }

    private static CountTable.Cell cell(CountTable.Parts parts, ValueTable.Cell cell) {
        Counts counts = cell.counts();
        boolean published = cell.place() >= 0;
        return switch (parts) {
            case PERSONS -> new CountTable.Cell(counts.persons(), 0, 0, published);
            case BINARY -> new CountTable.Cell(counts.persons(Part.NUMERATOR), counts.persons(Part.REST), 0, published);
            case BINARY_AND_OUTSIDE ->
                new CountTable.Cell(
                        counts.persons(Part.NUMERATOR),
                        counts.persons(Part.REST),
                        counts.persons(Part.OUTSIDE),
                        published);
        };
    }

    /** A derived figure tells its parts: it goes when its own cell goes or the one it is compared with. */
    private static List<Value> masked(ValueTable table, Measure measure, List<Value> column, List<Protection> marks) {
        List<Value> masked = new ArrayList<>(column);
        for (int place = 0; place < column.size(); place++) {
            int reference = table.references().get(place);
            boolean own = marks.get(place).suppressed();
            boolean compared = measure.comparesWithReference()
                    && reference >= 0
                    && marks.get(reference).suppressed();
            boolean itself = measure.comparesWithReference() && reference == place;
            if ((own || compared) && !itself) {
                masked.set(place, Value.CONFIDENTIAL);
            }
        }
        return masked;
    }
}
