package org.ecart.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words around a table or chart, in every language.
 *
 * @param number "T01", "C01"; empty for a table outside a study
 * @param title tells the finding
 * @param subtitle measure, population, period
 * @param notes remarks, the span used, the number of undetermined, the protection in force
 * @param definitions the definition of the indicator and of every derived variable with its rule set
 * @param notice printed with every output, such as "SYNTHETIC DATA"
 * @param indicator the name of what is measured, for the axis of a chart
 */
public record Caption(
        String number,
        Labels title,
        Labels subtitle,
        List<Labels> notes,
        List<Labels> definitions,
        Labels source,
        Optional<Labels> notice,
        Labels indicator) {
    public Caption {
        notes = List.copyOf(notes);
        definitions = List.copyOf(definitions);
    }

    /** The same words with more notes at the end. */
    public Caption noting(List<Labels> more) {
        List<Labels> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Caption(number, title, subtitle, all, definitions, source, notice, indicator);
    }
}
