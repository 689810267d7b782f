/**
 * Variables: what the codebook has, extract by extract, and what rule sets derive, with everything that can be changed of a
 * rule set. Edits are pure functions ({@code RulesEdits}) into the history that Explore shares; counts and comparisons come
 * from {@code study} beside the interface thread. Begin with {@link org.ecart.ui.variables.VariablesViewModel}.
 */
package org.ecart.ui.variables;
