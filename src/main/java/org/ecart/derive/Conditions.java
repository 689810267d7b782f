package org.ecart.derive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.RowMask;
import org.ecart.model.Condition;
import org.ecart.model.Condition.Bound;
import org.ecart.model.Period;

/**
 * Answers conditions for the columns of one reference date, a chunk at a time. Each comparison is decided once a
 * distinct value, not once a row.
 */
public final class Conditions {
    private final Period period;
    private final int rows;
    private final Map<String, CodedColumn> columns;
    private final Map<Condition, boolean[]> tables = new HashMap<>();

    /** @param columns every variable that the conditions name */
    public Conditions(Period period, int rows, Map<String, CodedColumn> columns) {
        this.period = period;
        this.rows = rows;
        this.columns = Map.copyOf(columns);
    }

    /** Decides every comparison inside {@code condition} ahead, so that {@link #select} may run on any thread. */
    public void prepare(Condition condition) {
        if (condition instanceof Condition.Not not) {
            prepare(not.condition());
        } else if (condition instanceof Condition.And and) {
            and.conditions().forEach(this::prepare);
        } else if (condition instanceof Condition.Or or) {
            or.conditions().forEach(this::prepare);
        } else if (!(condition instanceof Condition.All || condition instanceof Condition.Until)) {
            tables.computeIfAbsent(condition, this::byCode);
        }
    }

    /** The rows of chunk {@code chunk} for which a prepared condition holds. */
    public RowMask select(Condition condition, int chunk) {
        int length = Chunks.length(chunk, rows);
        if (condition instanceof Condition.All) {
            return RowMask.all(length);
        }
        if (condition instanceof Condition.Until until) {
            return holds(until) ? RowMask.all(length) : RowMask.none(length);
        }
        if (condition instanceof Condition.Not not) {
            return select(not.condition(), chunk).not();
        }
        if (condition instanceof Condition.And and) {
            return and.conditions().stream()
                    .map(c -> select(c, chunk))
                    .reduce(RowMask::and)
                    .orElseGet(() -> RowMask.all(length));
        }
        if (condition instanceof Condition.Or or) {
            return or.conditions().stream()
                    .map(c -> select(c, chunk))
                    .reduce(RowMask::or)
                    .orElseGet(() -> RowMask.none(length));
        }
        return RowMask.where(column(variable(condition)).segments().get(chunk), prepared(condition));
    }

    private boolean[] prepared(Condition condition) {
        boolean[] table = tables.get(condition);
        if (table == null) {
            throw new IllegalStateException("the condition was not prepared");
        }
        return table;
    }

    /** Whether it holds at the reference date, which is for everyone the same. */
    boolean holds(Condition.Until until) {
        return !period.date().isAfter(until.day());
    }

    private boolean[] byCode(Condition condition) {
        boolean[] answers = answers(condition);
        int[] places = column(variable(condition)).places();
        boolean[] table = new boolean[places.length];
        for (int code = 0; code < table.length; code++) {
            table[code] = answers[places[code]];
        }
        return table;
    }

    /** Whether a comparison holds, by the place of its variable's value. */
    boolean[] answers(Condition condition) {
        CodedColumn column = column(variable(condition));
        IntPredicate holds = predicate(condition, column);
        boolean[] table = new boolean[column.dictionary().size()];
        for (int place = 0; place < table.length; place++) {
            table[place] = holds.test(place);
        }
        return table;
    }

    private IntPredicate predicate(Condition condition, CodedColumn column) {
        Dictionary dictionary = column.dictionary();
        if (condition instanceof Condition.Known) {
            return column::known;
        }
        if (condition instanceof Condition.Recorded) {
            return place -> place != Dictionary.NO_RECORD;
        }
        if (condition instanceof Condition.In in) {
            Set<String> codes = Set.copyOf(in.codes());
            return place -> codes.contains(dictionary.code(place));
        }
        if (condition instanceof Condition.NotIn in) {
            Set<String> codes = Set.copyOf(in.codes());
            return place -> column.known(place) && !codes.contains(dictionary.code(place));
        }
        Condition.Compare compare = (Condition.Compare) condition;
        return place -> column.known(place)
                && comparedWith(dictionary.code(place), compare.bound())
                        .filter(compare.comparison()::holds)
                        .isPresent();
    }

    /** The sign of value - bound; none where the value is not of the bound's kind. */
    private Optional<Integer> comparedWith(String value, Bound bound) {
        try {
            if (bound instanceof Bound.Number number) {
                return Optional.of(new BigDecimal(value).compareTo(number.value()));
            }
            LocalDate date = LocalDate.parse(value);
            return Optional.of(
                    bound instanceof Bound.Date fixed
                            ? date.compareTo(fixed.date())
                            : ((Bound.ReferenceDate) bound).compare(date, period.date()));
        } catch (NumberFormatException | DateTimeParseException otherKind) {
            return Optional.empty();
        }
    }

    /** The column of a variable that conditions may name. */
    CodedColumn column(String variable) {
        CodedColumn column = columns.get(variable);
        if (column == null) {
            throw new IllegalStateException("no column " + variable);
        }
        return column;
    }

    private static String variable(Condition condition) {
        return condition.variables().iterator().next();
    }
}
