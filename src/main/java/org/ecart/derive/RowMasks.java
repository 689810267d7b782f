package org.ecart.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.RowMask;
import org.ecart.model.Condition;
import org.ecart.model.Rules;

/**
 * A first-match list rule by rule: the rows that a rule decides are selected and written, the others are left to the next.
 * Slower than a {@link DecisionTable}, and for lists of any size.
 */
final class RowMasks implements ChunkRules {
    /** The places that a rule gives: by the code of an input, or always the same. */
    private record Decision(Condition when, List<CodedColumn> input, int[] places) {}

    private final Conditions conditions;
    private final List<Decision> decisions = new ArrayList<>();
    private final int otherwise;
    private final int rows;

    /** @param dictionary of the derived variable */
    RowMasks(Rules.FirstMatch first, Conditions conditions, Dictionary dictionary, int rows) {
        this.conditions = conditions;
        this.rows = rows;
        for (Rules.Rule rule : first.rules()) {
            conditions.prepare(rule.when());
            if (rule.outcome() instanceof Rules.GroupOf of) {
                CodedColumn input = conditions.column(of.variable());
                int[] groups = Places.groups(first.grouping(of.grouping()), input.dictionary(), dictionary);
                decisions.add(new Decision(rule.when(), List.of(input), input.byCode(groups)));
            } else {
                int place = Places.of(dictionary, ((Rules.Code) rule.outcome()).code());
                decisions.add(new Decision(rule.when(), List.of(), new int[] {place}));
            }
        }
        this.otherwise = Places.of(dictionary, first.otherwise());
    }

    @Override
    public CodeSegment derive(int chunk) {
        int[] places = new int[Chunks.length(chunk, rows)];
        Arrays.fill(places, otherwise);
        RowMask undecided = RowMask.all(places.length);
        for (Decision decision : decisions) {
            RowMask matching = conditions.select(decision.when(), chunk).and(undecided);
            int[] given = given(decision, chunk, places.length);
            for (int row = 0; row < places.length; row++) {
                places[row] = matching.has(row) ? given[row] : places[row];
            }
            undecided = undecided.and(matching.not());
        }
        return CodeSegment.pack(places, 0, places.length);
    }

    private static int[] given(Decision decision, int chunk, int length) {
        int[] given = new int[length];
        if (decision.input().isEmpty()) {
            Arrays.fill(given, decision.places()[0]);
        } else {
            decision.input().get(0).segments().get(chunk).addTo(given, decision.places());
        }
        return given;
    }
}
