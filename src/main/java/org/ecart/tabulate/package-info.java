/**
 * Counting: a {@link org.ecart.model.Query} to a {@link org.ecart.tabulate.Cube}. Uses {@code model}, {@code frame} and
 * {@code derive}. Begin with {@link org.ecart.tabulate.Tabulator}; its signature names no column, so that another
 * engine can stand behind it.
 */
package org.ecart.tabulate;
