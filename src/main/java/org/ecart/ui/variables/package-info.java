/**
 * Variables: what the codebook has, extract by extract, and what rule sets derive, each with its codes and labels. Uses
 * {@code files} for the shipped rule sets. Begin with {@link org.ecart.ui.variables.VariablesViewModel}.
 */
package org.ecart.ui.variables;
