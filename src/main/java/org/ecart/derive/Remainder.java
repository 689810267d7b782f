package org.ecart.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * What is left of a first-match list when some inputs are known: the rules that may still decide, and what holds when none
 * does. Equal remainders give the same code whatever the other inputs are.
 */
record Remainder(List<Branch> branches, Result otherwise) {
    /** What a rule gives. */
    sealed interface Result {}

    /** Always this place. */
    record Fixed(int place) implements Result {}

    /** The place that is the answer to a question about an input. */
    record Answer(int input, int number) implements Result {}

    record Branch(Formula when, Result result) {}

    /** The rules as they are written. */
    static Remainder of(List<Branch> branches, Result otherwise) {
        List<Branch> open = new ArrayList<>();
        for (Branch branch : branches) {
            if (branch.when().equals(Formula.TRUE)) {
                return new Remainder(trimmed(open, branch.result()), branch.result());
            }
            if (!branch.when().equals(Formula.FALSE)) {
                open.add(branch);
            }
        }
        return new Remainder(trimmed(open, otherwise), otherwise);
    }

    /** Last rules that give what holds anyway decide nothing. */
    private static List<Branch> trimmed(List<Branch> branches, Result otherwise) {
        int end = branches.size();
        while (end > 0 && branches.get(end - 1).result().equals(otherwise)) {
            end--;
        }
        return List.copyOf(branches.subList(0, end));
    }

    /** What is left when the answers about one more input are known. */
    Remainder given(int input, IntUnaryOperator answers) {
        if (branches.isEmpty() && otherwise instanceof Fixed) {
            return this;
        }
        List<Branch> left = new ArrayList<>();
        for (Branch branch : branches) {
            left.add(new Branch(Formula.given(branch.when(), input, answers), given(branch.result(), input, answers)));
        }
        return of(left, given(otherwise, input, answers));
    }

    private static Result given(Result result, int input, IntUnaryOperator answers) {
        return result instanceof Answer answer && answer.input() == input
                ? new Fixed(answers.applyAsInt(answer.number()))
                : result;
    }

    /** The place, when all inputs are known. */
    int place() {
        if (branches.isEmpty() && otherwise instanceof Fixed fixed) {
            return fixed.place();
        }
        throw new IllegalStateException("an input of the rules was left out");
    }
}
