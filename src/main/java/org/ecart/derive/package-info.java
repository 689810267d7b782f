/**
 * Rules and conditions over whole columns: one look-up table a condition and column, never a decision a row. Uses
 * {@code model} and {@code frame}. Begin with {@link org.ecart.derive.Derivations}.
 */
package org.ecart.derive;
