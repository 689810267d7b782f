package org.ecart.intake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.ecart.model.EcartException;
import org.ecart.model.Period;
import org.ecart.model.Variable;

/** The accepted rows of one date while a file is read. */
final class PartitionBuffer {
    /** Rows that one date can hold; row numbers are ints. */
    private static final int LARGEST = 1 << 30;

    private final FileMatch match;
    private final Optional<Integer> personColumn;
    private final Map<Integer, CodeBuffer> codes = new LinkedHashMap<>();
    private final Map<Integer, AmountBuffer> amounts = new LinkedHashMap<>();
    private int[] persons = new int[1024];
    private int[] lines = new int[1024];
    private int rows;
    private boolean ascending = true;

    PartitionBuffer(FileMatch match) {
        this.match = match;
        this.personColumn = match.withRole(Variable.Role.PERSON);
        for (int c = 0; c < match.variables().size(); c++) {
            Optional<Variable> variable = match.variables().get(c);
            if (variable.isPresent()) {
                switch (variable.get().role()) {
                    case DIMENSION -> codes.put(c, new CodeBuffer());
                    case AMOUNT, WEIGHT, COUNT -> amounts.put(c, new AmountBuffer());
                    case PERSON, PERIOD -> {}
                }
            }
        }
    }

    /**
     * Adds rows of a piece.
     *
     * @param chosen the rows, as many as {@code count}
     * @param firstLine the line of the file on which the piece begins
     */
    void add(CodedPiece piece, int[] chosen, int count, int firstLine) {
        if (rows > LARGEST - count) {
            throw EcartException.data("intake.large", LARGEST);
        }
        codes.forEach((c, buffer) -> {
            if (piece.column(c) instanceof CodePiece column) {
                buffer.add(column.places(), chosen, count);
            }
        });
        amounts.forEach((c, buffer) -> {
            if (piece.column(c) instanceof AmountPiece column) {
                buffer.add(column, chosen, count);
            }
        });
        if (rows + count > lines.length) {
            lines = Arrays.copyOf(lines, Math.max(rows + count, rows + rows / 2));
            persons = Arrays.copyOf(persons, lines.length);
        }
        for (int i = 0; i < count; i++) {
            lines[rows + i] = firstLine + piece.line(chosen[i]);
        }
        if (personColumn.isPresent() && piece.column(personColumn.get()) instanceof PersonPiece column) {
            addPersons(column.numbers(), chosen, count);
        }
        rows += count;
    }

    private void addPersons(int[] numbers, int[] chosen, int count) {
        for (int i = 0; i < count; i++) {
            int person = numbers[chosen[i]];
            ascending &= rows + i == 0 || persons[rows + i - 1] < person;
            persons[rows + i] = person;
        }
    }

    /** The rows sorted by person; all copies of a person that occurs twice are refused, by their lines. */
    PartitionDraft sorted(Optional<Period> period, LongConsumer duplicates) {
        Map<String, CodeBuffer> coded = new LinkedHashMap<>();
        codes.forEach((c, buffer) -> coded.put(variable(c), buffer));
        Map<String, AmountBuffer> numbers = new LinkedHashMap<>();
        amounts.forEach((c, buffer) -> numbers.put(variable(c), buffer));
        if (personColumn.isEmpty()) {
            return new PartitionDraft(period, rows, new int[0], Optional.empty(), coded, numbers);
        }
        if (ascending) {
            return new PartitionDraft(period, rows, Arrays.copyOf(persons, rows), Optional.empty(), coded, numbers);
        }
        int[] order = orderByPerson(duplicates);
        int[] sorted = new int[order.length];
        Arrays.setAll(sorted, i -> persons[order[i]]);
        return new PartitionDraft(period, order.length, sorted, Optional.of(order), coded, numbers);
    }

    private int[] orderByPerson(LongConsumer duplicates) {
        long[] keyed = new long[rows];
        for (int row = 0; row < rows; row++) {
            keyed[row] = (long) persons[row] << Integer.SIZE | row;
        }
        Arrays.parallelSort(keyed);
        int[] order = new int[rows];
        int kept = 0;
        for (int i = 0; i < rows; i++) {
            boolean twice = (i > 0 && person(keyed[i - 1]) == person(keyed[i]))
                    || (i + 1 < rows && person(keyed[i + 1]) == person(keyed[i]));
            if (twice) {
                duplicates.accept(lines[(int) keyed[i]]);
            } else {
                order[kept++] = (int) keyed[i];
            }
        }
        return Arrays.copyOf(order, kept);
    }

    private static int person(long keyed) {
        return (int) (keyed >>> Integer.SIZE);
    }

    private String variable(int column) {
        return match.variables().get(column).orElseThrow().id();
    }
}
