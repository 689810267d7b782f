package org.ecart.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.CodeSegment;
import org.ecart.model.Period;

/**
 * The checked rows of one extract and date, sorted by person, ready to be kept. A column is put in order only when it is
 * asked for, so that not all of them are held twice.
 */
public final class PartitionDraft {
    private final Optional<Period> period;
    private final int rows;
    private final int[] persons;
    private final Optional<int[]> order;
    private final Map<String, CodeBuffer> codes;
    private final Map<String, AmountBuffer> amounts;

    /** @param order which row comes where; none = as they came */
    PartitionDraft(
            Optional<Period> period,
            int rows,
            int[] persons,
            Optional<int[]> order,
            Map<String, CodeBuffer> codes,
            Map<String, AmountBuffer> amounts) {
        this.period = period;
        this.rows = rows;
        this.persons = persons;
        this.order = order;
        this.codes = codes;
        this.amounts = amounts;
    }

    /** The date; none for an extract that is valid for all dates. */
    public Optional<Period> period() {
        return period;
    }

    public int rows() {
        return rows;
    }

    /** The person of each row, ascending and distinct; empty for an extract without person numbers. */
    public int[] persons() {
        return persons;
    }

    /** The coded variables. */
    public Set<String> coded() {
        return codes.keySet();
    }

    /** The variables that are amounts, weights or counts. */
    public Set<String> numbers() {
        return amounts.keySet();
    }

    public List<CodeSegment> codes(String variable) {
        CodeBuffer buffer = Optional.ofNullable(codes.get(variable)).orElseThrow();
        return order.map(buffer::ordered).orElseGet(buffer::column);
    }

    public AmountColumn amounts(String variable) {
        AmountBuffer buffer = Optional.ofNullable(amounts.get(variable)).orElseThrow();
        return order.map(buffer::ordered).orElseGet(buffer::column);
    }
}
