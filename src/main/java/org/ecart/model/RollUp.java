package org.ecart.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the categories of a variable are put together from. It says nothing of persons: it is part of what a category means.
 *
 * @param of the variable whose codes are put together
 * @param codes of that variable, by category; a category that may hold others too is not there
 */
public record RollUp(String of, Map<String, List<String>> codes) {
    public RollUp {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        codes.forEach((category, parts) -> copy.put(category, List.copyOf(parts)));
        codes = Collections.unmodifiableMap(copy);
    }
}
