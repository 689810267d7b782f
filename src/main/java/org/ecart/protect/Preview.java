package org.ecart.protect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ecart.model.Breakdown;
import org.ecart.model.Caption;
import org.ecart.model.Decimals;
import org.ecart.model.Measure;
import org.ecart.model.TableShape;
import org.ecart.model.Value;

/**
 * A table for the analyst's screen before its protection is done: cells that are unsafe by themselves are marked, those
 * that must go with them are not yet. No writer takes it.
 *
 * @param values for each measure one value a cell
 * @param marks what is known of each cell so far
 */
public record Preview(
        Caption caption,
        TableShape shape,
        Map<Measure, List<Value>> values,
        List<Protection> marks,
        Optional<Breakdown.Reference> reference,
        Decimals decimals)
        implements PrintedTable {
    public Preview {
        Map<Measure, List<Value>> copy = new LinkedHashMap<>();
        values.forEach((measure, column) -> copy.put(measure, List.copyOf(column)));
        values = copy;
        marks = List.copyOf(marks);
    }

    @Override
    public List<Measure> measures() {
        return List.copyOf(values.keySet());
    }

    @Override
    public Value value(Measure measure, int cell) {
        return Objects.requireNonNull(values.get(measure), "not a measure of this table")
                .get(cell);
    }
}
