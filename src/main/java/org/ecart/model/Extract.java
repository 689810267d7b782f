package org.ecart.model;

import java.util.List;
import java.util.Optional;

/**
 * One kind of delivered file: its columns and what they mean.
 *
 * @param population whether its rows say who is counted; the other extracts are linked to it by person and date
 * @param dated whether it has one row a person and reference date; kinship has none and is valid for all
 */
public record Extract(String id, Labels labels, boolean population, boolean dated, List<Column> columns) {
    /**
     * A column of the file.
     *
     * @param aliases other names under which the column has been delivered
     */
    public record Column(String name, String variable, List<String> aliases) {
        public Column {
            aliases = List.copyOf(aliases);
        }

        /** Whether the header {@code name} is this column's, by name or alias. */
        public boolean named(String header) {
            return name.equals(header) || aliases.contains(header);
        }
    }

    public Extract {
        Identifiers.check(id);
        columns = List.copyOf(columns);
    }

    public Optional<Column> columnOf(String variable) {
        return columns.stream().filter(c -> c.variable().equals(variable)).findFirst();
    }
}
