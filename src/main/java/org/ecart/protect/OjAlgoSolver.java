package org.ecart.protect;

import java.math.BigDecimal;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * ojAlgo behind {@link LinearSolver}. One worker and a limit of iterations instead of seconds, so that the answer does
 * not depend on the machine.
 */
final class OjAlgoSolver implements LinearSolver {
    private static final int MOST_ITERATIONS = 20_000;
    private static final int MOST_ITERATIONS_WHOLE = 500;
    /** A tableau of so many entries at most is kept whole, which is faster and takes more memory. */
    private static final long MOST_DENSE = 4_000_000;

    /** About 24 days in milliseconds: never. */
    private static final long NO_TIME_LIMIT = Integer.MAX_VALUE;

    @Override
    public Optional<double[]> minimise(Program all, boolean whole) {
        Program program = IndependentRows.of(all);
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        model.options.iterations_abort = whole ? MOST_ITERATIONS_WHOLE : MOST_ITERATIONS;
        model.options.time_abort = NO_TIME_LIMIT;
        model.options.time_suffice = NO_TIME_LIMIT;
        model.options.sparse =
                (long) program.variables().size() * program.rows().size() > MOST_DENSE;
        model.options.integer(IntegerStrategy.newConfigurable().withParallelism(() -> 1));
        org.ojalgo.optimisation.Variable[] variables =
                new org.ojalgo.optimisation.Variable[program.variables().size()];
        for (int v = 0; v < variables.length; v++) {
            Variable variable = program.variables().get(v);
            variables[v] = model.newVariable("v" + v)
                    .lower(variable.lower())
                    .upper(variable.upper())
                    .weight(variable.cost())
                    .integer(whole);
            // else ojAlgo works out the middle of the bounds, which takes longer than all the rest
            variables[v].setValue(BigDecimal.ZERO);
        }
        for (int r = 0; r < program.rows().size(); r++) {
            Row row = program.rows().get(r);
            Expression expression = model.newExpression("r" + r);
            for (int i = 0; i < row.variables().size(); i++) {
                expression.set(
                        variables[row.variables().get(i)], row.coefficients().get(i));
            }
            if (row.lower() == row.upper()) {
                expression.level(row.lower());
            } else {
                expression.lower(row.lower()).upper(row.upper());
            }
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        double[] solution = new double[variables.length];
        for (int v = 0; v < solution.length; v++) {
            solution[v] = result.doubleValue(v);
        }
        return Optional.of(solution);
    }
}
