package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecart.protect.LinearSolver.Program;
import org.ecart.protect.LinearSolver.Row;
import org.ecart.protect.LinearSolver.Variable;
import org.junit.jupiter.api.Test;

class IndependentRowsTest {
    /** If neither row of a square changes, and the first column does not, the second cannot. */
    @Test
    void theLastMarginOfASquareFollowsFromTheOthers() {
        List<Row> rows = List.of(fixed(0, 1), fixed(2, 3), fixed(0, 2), fixed(1, 3));
        assertThat(IndependentRows.of(program(4, rows)).rows()).containsExactly(rows.get(0), rows.get(1), rows.get(2));
    }

    /** Modulo 2 the third would follow from the others. */
    @Test
    void threeSumsOfTwoOutOfThreeAreIndependent() {
        List<Row> rows = List.of(fixed(0, 1), fixed(1, 2), fixed(0, 2));
        assertThat(IndependentRows.of(program(3, rows)).rows()).isEqualTo(rows);
    }

    @Test
    void ofTwoRowsThatSayTheSameTheNarrowerBoundsHold() {
        Row wide = new Row(List.of(0, 1), List.of(1, 1), -5, 3);
        Row other = new Row(List.of(0, 1), List.of(1, 1), -2, 8);
        assertThat(IndependentRows.of(program(2, List.of(wide, other))).rows())
                .containsExactly(new Row(List.of(0, 1), List.of(1, 1), -2, 3));
    }

    /** Random sums of atoms that must not change, and one that must rise by 3: the optimum is the same, and so is that there is none. */
    @Test
    void whatIsLeftOutMakesNoDifference() {
        SplittableRandom random = new SplittableRandom(17);
        int solved = 0;
        int fewer = 0;
        for (int i = 0; i < 200; i++) {
            int atoms = 4 + random.nextInt(8);
            List<Row> rows = new ArrayList<>();
            for (int r = 0; r < atoms; r++) {
                rows.add(changes(
                        IntStream.range(0, atoms)
                                .filter(a -> random.nextInt(3) == 0)
                                .toArray(),
                        0,
                        0));
            }
            rows.add(changes(new int[] {random.nextInt(atoms)}, 3, 24));
            rows.removeIf(row -> row.variables().isEmpty());
            Program program = new Program(
                    IntStream.range(0, 2 * atoms)
                            .mapToObj(v -> new Variable(0, 4 + random.nextInt(9), 1 + random.nextInt(5)))
                            .toList(),
                    rows);
            Program less = IndependentRows.of(program);
            Optional<double[]> found = new OjAlgoSolver().minimise(less, false);
            fewer += less.rows().size() < rows.size() ? 1 : 0;
            assertThat(possible(program)).isEqualTo(found.isPresent());
            found.ifPresent(solution -> rows.forEach(
                    row -> assertThat(sum(row, solution)).isBetween(row.lower() - 1e-6, row.upper() + 1e-6)));
            solved += found.isPresent() ? 1 : 0;
        }
        assertThat(solved).isBetween(20, 180);
        assertThat(fewer).isGreaterThan(50);
    }

    /** Without leaving anything out: a row that cannot be told from another has a variable of its own that stays 0. */
    private static boolean possible(Program program) {
        List<Variable> variables = new ArrayList<>(program.variables());
        List<Row> rows = new ArrayList<>();
        for (Row row : program.rows()) {
            List<Integer> own = new ArrayList<>(row.variables());
            List<Integer> coefficients = new ArrayList<>(row.coefficients());
            own.add(variables.size());
            coefficients.add(1);
            variables.add(new Variable(0, 0, 0));
            rows.add(new Row(own, coefficients, row.lower(), row.upper()));
        }
        return new OjAlgoSolver().minimise(new Program(variables, rows), false).isPresent();
    }

    private static double sum(Row row, double[] solution) {
        return IntStream.range(0, row.variables().size())
                .mapToDouble(i ->
                        row.coefficients().get(i) * solution[row.variables().get(i)])
                .sum();
    }

    private static Row fixed(int... variables) {
        return new Row(IntStream.of(variables).boxed().toList(), Collections.nCopies(variables.length, 1), 0, 0);
    }

    /** Atoms may rise and fall, by a variable each. */
    private static Row changes(int[] atoms, double lower, double upper) {
        List<Integer> variables = new ArrayList<>();
        List<Integer> coefficients = new ArrayList<>();
        for (int atom : atoms) {
            Collections.addAll(variables, 2 * atom, 2 * atom + 1);
            Collections.addAll(coefficients, 1, -1);
        }
        return new Row(variables, coefficients, lower, upper);
    }

    private static Program program(int variables, List<Row> rows) {
        return new Program(Collections.nCopies(variables, new Variable(0, 9, 1)), rows);
    }
}
