package org.ecart.intake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.CodeSegment;
import org.ecart.intake.IntakeReport.Reason;
import org.ecart.intake.IntakeReport.Reject;
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
    private long[] lines = new long[1024];
    private int rows;

    PartitionBuffer(FileMatch match, Function<String, GrowingDictionary> dictionaries) {
        this.match = match;
        this.personColumn =
                RowChecks.withRole(match, Variable.Role.PERSON).stream().findFirst();
        for (int c = 0; c < match.variables().size(); c++) {
            Optional<Variable> variable = match.variables().get(c);
            if (variable.isPresent()) {
                switch (variable.get().role()) {
                    case DIMENSION ->
                        codes.put(
                                c,
                                new CodeBuffer(dictionaries.apply(variable.get().id())));
                    case AMOUNT, WEIGHT, COUNT -> amounts.put(c, new AmountBuffer());
                    case PERSON, PERIOD -> {}
                }
            }
        }
    }

    /** Adds a checked row. */
    void add(Delivery.Row row, PersonKeys keys) {
        if (rows == LARGEST) {
            throw EcartException.data("intake.large", LARGEST);
        }
        amounts.forEach((c, buffer) -> {
            String value = row.fields().get(c);
            if (value.isEmpty()) {
                buffer.addUnknown();
            } else {
                buffer.add(RowChecks.number(value));
            }
        });
        codes.forEach((c, buffer) -> buffer.add(row.fields().get(c)));
        remember(row, keys);
    }

    private void remember(Delivery.Row row, PersonKeys keys) {
        if (rows == persons.length) {
            persons = Arrays.copyOf(persons, rows * 2);
            lines = Arrays.copyOf(lines, rows * 2);
        }
        if (personColumn.isPresent()) {
            persons[rows] = keys.of(row.fields().get(personColumn.get()));
        }
        lines[rows++] = row.line();
    }

    /** The rows sorted by person; all copies of a person that occurs twice are refused. */
    PartitionDraft sorted(Optional<Period> period, List<Reject> rejects) {
        int[] order = personColumn.isPresent()
                ? orderByPerson(rejects)
                : IntStream.range(0, rows).toArray();
        int[] sortedPersons = personColumn.isPresent()
                ? Arrays.stream(order).map(r -> persons[r]).toArray()
                : new int[0];
        Map<String, List<CodeSegment>> coded = new LinkedHashMap<>();
        codes.forEach((c, buffer) -> coded.put(variable(c), buffer.ordered(order)));
        Map<String, AmountColumn> numbers = new LinkedHashMap<>();
        amounts.forEach((c, buffer) -> numbers.put(variable(c), buffer.ordered(order)));
        return new PartitionDraft(period, order.length, sortedPersons, coded, numbers);
    }

    private int[] orderByPerson(List<Reject> rejects) {
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
                rejects.add(new Reject(lines[(int) keyed[i]], "", Reason.KEY_DUPLICATE));
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
