package org.ecart.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * How the columns of one delivered file meet a codebook when their names differ.
 *
 * @param extract the extract that the file is
 * @param columns column name in the file to variable of the codebook, {@link #NOT_LOADED} for a column to be left out;
 *     columns not named here match by name or alias
 */
public record Mapping(String extract, Map<String, String> columns) {
    /** Stands for a variable where a column is not to be loaded, whatever its name. */
    public static final String NOT_LOADED = "";

    public Mapping {
        columns = Map.copyOf(columns);
        Map<String, String> byVariable = new TreeMap<>();
        columns.forEach((column, variable) -> {
            if (!variable.equals(NOT_LOADED) && byVariable.put(variable, column) != null) {
                throw EcartException.usage("model.twice", variable);
            }
        });
    }
}
