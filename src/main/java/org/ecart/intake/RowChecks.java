package org.ecart.intake;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ecart.intake.IntakeReport.Reason;
import org.ecart.intake.IntakeReport.Reject;
import org.ecart.model.Period;
import org.ecart.model.Variable;

/** What must hold of one row before it is taken in. The first fault decides. */
final class RowChecks {
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?");

    private final List<String> header;
    private final List<Optional<Variable>> variables;

    RowChecks(List<String> header, FileMatch match) {
        this.header = header;
        this.variables = match.variables();
    }

    /** The fault of a row, if it has one. */
    Optional<Reject> fault(Delivery.Row row) {
        if (row.fields().size() != variables.size()) {
            return Optional.of(new Reject(row.line(), "", Reason.FIELDS));
        }
        for (int c = 0; c < variables.size(); c++) {
            if (variables.get(c).isPresent()) {
                Optional<Reason> reason =
                        fault(variables.get(c).get(), row.fields().get(c));
                if (reason.isPresent()) {
                    return Optional.of(new Reject(row.line(), header.get(c), reason.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Reason> fault(Variable variable, String value) {
        return switch (variable.role()) {
            case PERSON -> key(value);
            case PERIOD -> unless(Period.parse(value).isPresent(), Reason.DATE);
            case COUNT -> unless(INTEGER.matcher(value).matches() && !value.startsWith("-"), Reason.NUMBER);
            case WEIGHT -> unless(kept(value) && !value.startsWith("-"), Reason.NUMBER);
            case AMOUNT -> unless(value.isEmpty() || kept(value), Reason.NUMBER);
            case DIMENSION -> dimension(variable.type(), value);
        };
    }

    /** Whether it is a number, and one that can be kept. */
    private static boolean kept(String value) {
        return DECIMAL.matcher(value).matches() && AmountBuffer.keeps(number(value));
    }

    private static Optional<Reason> key(String value) {
        if (value.isEmpty()) {
            return Optional.of(Reason.KEY_MISSING);
        }
        return unless(value.getBytes(StandardCharsets.UTF_8).length <= PersonKeys.LONGEST, Reason.KEY_LONG);
    }

    private static Optional<Reason> dimension(Variable.Type type, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (type) {
            case CODE -> Optional.empty();
            case INTEGER -> unless(INTEGER.matcher(value).matches(), Reason.NUMBER);
            case DECIMAL -> unless(DECIMAL.matcher(value).matches(), Reason.NUMBER);
            case DATE -> unless(date(value), Reason.DATE);
        };
    }

    private static boolean date(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException notADate) {
            return false;
        }
    }

    private static Optional<Reason> unless(boolean holds, Reason otherwise) {
        return holds ? Optional.empty() : Optional.of(otherwise);
    }

    /** Reads a number that has passed the checks. */
    static BigDecimal number(String value) {
        return new BigDecimal(value);
    }

    /** The columns of a file that hold a variable with {@code role}. */
    static List<Integer> withRole(FileMatch match, Variable.Role role) {
        List<Integer> places = new ArrayList<>();
        for (int c = 0; c < match.variables().size(); c++) {
            if (match.variables().get(c).filter(v -> v.role() == role).isPresent()) {
                places.add(c);
            }
        }
        return places;
    }
}
