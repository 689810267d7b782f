package org.ecart.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;

/**
 * A first-match list as look-ups: one a row and input, added up to the entry in a table over the product of the inputs'
 * classes, and one into that table. Where one table would be too large there are several, and what one gives is the state
 * with which the next begins.
 */
final class DecisionTable implements ChunkRules {
    /** Steps of the diagram, at most; the rules of the Monitoring need some hundreds. */
    static final int MOST_STEPS = 1 << 16;

    /** Entries of one table, so that it stays near the processor. */
    private static final int LARGEST = 1 << 16;

    /** Rows that are taken through all tables at once: their entries stay in the nearest memory. */
    private static final int ROWS = 4096;

    /**
     * One table.
     *
     * @param steps for each input what a code adds to the entry
     * @param entries where in the next table to begin; in the last one the derived place
     */
    private record Stage(List<CodedColumn> inputs, List<int[]> steps, int[] entries) {}

    private final List<Stage> stages;
    private final int rows;
    private final boolean narrow;

    private DecisionTable(List<Stage> stages, int rows) {
        this.stages = stages;
        this.rows = rows;
        int[] places = stages.get(stages.size() - 1).entries();
        this.narrow = Arrays.stream(places).allMatch(place -> place < 1 << Byte.SIZE);
    }

    /**
     * The tables of a list.
     *
     * @param rows of the frame
     * @return none when the list has more than so many steps
     */
    static Optional<DecisionTable> of(Questions questions, int rows, int mostSteps) {
        return Diagram.of(questions, mostSteps)
                .map(diagram -> new DecisionTable(stages(diagram, questions.inputs()), rows));
    }

    /** From the last to the first, because a table leads to where the next one begins. */
    private static List<Stage> stages(Diagram diagram, List<Input> inputs) {
        LinkedList<Stage> stages = new LinkedList<>();
        IntUnaryOperator leadsTo = state -> diagram.places()[state];
        for (List<Diagram.Level> levels : cut(diagram.levels())) {
            int combinations = 1;
            LinkedList<int[]> steps = new LinkedList<>();
            for (int l = levels.size() - 1; l >= 0; l--) {
                int step = combinations;
                Classes classes = levels.get(l).classes();
                steps.addFirst(
                        Arrays.stream(inputs.get(levels.get(l).input()).column().byCode(classes.ofPlace()))
                                .map(c -> c * step)
                                .toArray());
                combinations *= classes.count();
            }
            List<CodedColumn> columns =
                    levels.stream().map(l -> inputs.get(l.input()).column()).toList();
            int[] entries = Arrays.stream(states(levels)).map(leadsTo).toArray();
            stages.addFirst(new Stage(columns, List.copyOf(steps), entries));
            int block = combinations;
            leadsTo = state -> state * block;
        }
        return List.copyOf(stages);
    }

    /** Levels that fit into a table together, the last ones first. */
    private static List<List<Diagram.Level>> cut(List<Diagram.Level> levels) {
        LinkedList<List<Diagram.Level>> parts = new LinkedList<>();
        int from = 0;
        do {
            int to = from;
            long size = from < levels.size() ? levels.get(from).states() : 1;
            while (to < levels.size()
                    && (to == from || size * levels.get(to).classes().count() <= LARGEST)) {
                size *= levels.get(to++).classes().count();
            }
            parts.addFirst(levels.subList(from, to));
            from = to;
        } while (from < levels.size());
        return parts;
    }

    /** The state behind some levels, by state before them x classes of their inputs. */
    private static int[] states(List<Diagram.Level> levels) {
        int[] states = IntStream.range(0, levels.isEmpty() ? 1 : levels.get(0).states())
                .toArray();
        for (Diagram.Level level : levels) {
            int count = level.classes().count();
            int[] longer = new int[states.length * count];
            for (int i = 0; i < longer.length; i++) {
                longer[i] = level.next()[states[i / count] * count + i % count];
            }
            states = longer;
        }
        return states;
    }

    @Override
    public CodeSegment derive(int chunk) {
        int length = Chunks.length(chunk, rows);
        List<List<CodeSegment>> segments = new ArrayList<>();
        for (Stage stage : stages) {
            segments.add(
                    stage.inputs().stream().map(c -> c.segments().get(chunk)).toList());
        }
        byte[] bytes = new byte[narrow ? length : 0];
        int[] places = new int[narrow ? 0 : length];
        int[] entry = new int[ROWS];
        int[] last = stages.get(stages.size() - 1).entries();
        for (int from = 0; from < length; from += ROWS) {
            int count = Math.min(ROWS, length - from);
            follow(segments, entry, from, count);
            for (int i = 0; i < count; i++) {
                if (narrow) {
                    bytes[from + i] = (byte) last[entry[i]];
                } else {
                    places[from + i] = last[entry[i]];
                }
            }
        }
        return narrow ? new CodeSegment.Bytes(bytes) : CodeSegment.pack(places, 0, length);
    }

    /** The entries of some rows in the last table. */
    private void follow(List<List<CodeSegment>> segments, int[] entry, int from, int count) {
        Arrays.fill(entry, 0, count, 0);
        for (int s = 0; s < stages.size(); s++) {
            Stage stage = stages.get(s);
            if (s > 0) {
                int[] before = stages.get(s - 1).entries();
                for (int i = 0; i < count; i++) {
                    entry[i] = before[entry[i]];
                }
            }
            for (int input = 0; input < stage.inputs().size(); input++) {
                segments.get(s)
                        .get(input)
                        .addTo(entry, count, from, stage.steps().get(input));
            }
        }
    }
}
