package org.ecart.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * How the columns of one delivered file meet a codebook when their names differ.
 *
 * @param extract the extract that the file is
 * @param columns column name in the file to variable of the codebook; columns not named here match by name or alias
 */
public record Mapping(String extract, Map<String, String> columns) {
    public Mapping {
        columns = Map.copyOf(columns);
        Map<String, String> byVariable = new TreeMap<>();
        columns.forEach((column, variable) -> {
            if (byVariable.put(variable, column) != null) {
                throw EcartException.usage("model.twice", variable);
            }
        });
    }
}
