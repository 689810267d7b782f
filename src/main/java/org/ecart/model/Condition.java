package org.ecart.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A yes-or-no question about a person, in one grammar for filters and rules (docs/formats/conditions.md). Two-valued:
 * a comparison with an unknown value is false, so {@code x != "BE"} means "known, and not BE".
 */
public sealed interface Condition {
    /** Everyone. */
    Condition ALL = new All();

    record All() implements Condition {}

    record Not(Condition condition) implements Condition {}

    record And(List<Condition> conditions) implements Condition {
        public And {
            conditions = List.copyOf(conditions);
        }
    }

    record Or(List<Condition> conditions) implements Condition {
        public Or {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * The value is one of these codes. The codes of what is not known may be named too: a missing code of the code
     * list, {@code _U} for an empty field, {@code _N} for no record.
     */
    record In(String variable, List<String> codes) implements Condition {
        public In {
            codes = List.copyOf(codes);
        }
    }

    /** The value is known and none of these codes. */
    record NotIn(String variable, List<String> codes) implements Condition {
        public NotIn {
            codes = List.copyOf(codes);
        }
    }

    /** The value is neither empty nor a missing code, and the person has a row in that extract. */
    record Known(String variable) implements Condition {}

    /** The person has a row in the extract that holds the variable. */
    record Recorded(String variable) implements Condition {}

    /** A whole number or date compared with a bound. */
    record Compare(String variable, Comparison comparison, Bound bound) implements Condition {}

    /** How a value stands to a bound. */
    enum Comparison {
        LESS("<"),
        AT_MOST("<="),
        EQUAL("="),
        DIFFERENT("!="),
        AT_LEAST(">="),
        MORE(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        /** Whether it holds for the result of {@code value.compareTo(bound)}. */
        public boolean holds(int compared) {
            return switch (this) {
                case LESS -> compared < 0;
                case AT_MOST -> compared <= 0;
                case EQUAL -> compared == 0;
                case DIFFERENT -> compared != 0;
                case AT_LEAST -> compared >= 0;
                case MORE -> compared > 0;
            };
        }
    }

    /** What a value is compared with. */
    sealed interface Bound {
        record Number(BigDecimal value) implements Bound {}

        /** The reference date plus a number of years, which may be negative. */
        record ReferenceDate(int plusYears) implements Bound {}

        record Date(java.time.LocalDate date) implements Bound {}
    }

    static Condition and(Condition left, Condition right) {
        if (left instanceof All) {
            return right;
        }
        return right instanceof All ? left : new And(List.of(left, right));
    }

    /** The variables that the condition reads, in alphabetical order. */
    default Set<String> variables() {
        Set<String> all = new TreeSet<>();
        collect(this, all);
        return all;
    }

    private static void collect(Condition condition, Set<String> into) {
        if (condition instanceof Not not) {
            collect(not.condition(), into);
        } else if (condition instanceof And and) {
            and.conditions().forEach(c -> collect(c, into));
        } else if (condition instanceof Or or) {
            or.conditions().forEach(c -> collect(c, into));
        } else if (condition instanceof In in) {
            into.add(in.variable());
        } else if (condition instanceof NotIn in) {
            into.add(in.variable());
        } else if (condition instanceof Known known) {
            into.add(known.variable());
        } else if (condition instanceof Recorded recorded) {
            into.add(recorded.variable());
        } else if (condition instanceof Compare compare) {
            into.add(compare.variable());
        }
    }
}
