package org.ecart.protect;

import java.util.List;
import java.util.Optional;

/**
 * A solver of linear programs. Nothing that it answers is believed before it is checked by substitution in whole
 * numbers, so a wrong answer costs a suppression too many and never a secret.
 */
interface LinearSolver {
    /**
     * Minimise the cost.
     *
     * @param whole whether the variables must be whole numbers
     * @return a value for each variable; empty if there is no solution or none was found
     */
    Optional<double[]> minimise(Program program, boolean whole);

    /** A linear program: variables within bounds, rows of them that stay within bounds. */
    record Program(List<Variable> variables, List<Row> rows) {}

    record Variable(double lower, double upper, double cost) {}

    /** @param variables by place, each with its coefficient */
    record Row(List<Integer> variables, List<Integer> coefficients, double lower, double upper) {}
}
