package org.ecart.derive;

import java.util.ArrayList;
import java.util.List;
import org.ecart.frame.CodedColumn;

/** An input of a rule set with the questions that the rules ask about it, answered once a distinct value. */
final class Input {
    private final CodedColumn column;
    private final List<int[]> answers = new ArrayList<>();

    Input(CodedColumn column) {
        this.column = column;
    }

    CodedColumn column() {
        return column;
    }

    /**
     * Adds a question.
     *
     * @param byPlace its answers
     * @return its number
     */
    int ask(int[] byPlace) {
        answers.add(byPlace);
        return answers.size() - 1;
    }

    int answer(int number, int place) {
        return answers.get(number)[place];
    }

    Classes classes() {
        return Classes.of(column.dictionary().size(), answers);
    }
}
