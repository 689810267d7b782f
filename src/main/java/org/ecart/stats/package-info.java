/**
 * Figures from counts: the cells of a table with their rates, gaps, ratios, missing persons and limits, every one from
 * exact sums. Uses {@code model} and {@code tabulate}. Begin with {@link org.ecart.stats.TableBuilder}.
 */
package org.ecart.stats;
