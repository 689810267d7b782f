/**
 * Rules and conditions over whole columns: decided once a class of values, looked up once a row. What was derived is kept
 * by the source of the frames. Uses {@code model}, {@code frame}, and {@code files} for the text of rules. Begin with
 * {@link org.ecart.derive.DerivedFrames}; {@link org.ecart.derive.DecisionTable} is the idea.
 */
package org.ecart.derive;
