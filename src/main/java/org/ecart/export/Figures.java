package org.ecart.export;

import java.math.BigDecimal;
import java.util.Optional;
import org.ecart.i18n.Numbers;
import org.ecart.model.Measure;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;

/** The figures of a data file: exact to 15 significant digits, or with the decimals that the table prints. */
enum Figures {
    EXACT,
    PRINTED;

    static Figures of(boolean exact) {
        return exact ? EXACT : PRINTED;
    }

    /** The number of a value as a data file writes it; none where the value has only a status. */
    Optional<String> number(ReleasableTable table, Measure measure, Value value) {
        return value.number().map(number -> written(table, measure, number));
    }

    private String written(ReleasableTable table, Measure measure, BigDecimal number) {
        return switch (this) {
            case EXACT -> Numbers.plain(number);
            case PRINTED -> Numbers.plain(number, table.decimals().of(measure));
        };
    }
}
