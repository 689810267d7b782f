package org.ecart.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

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

    /** The value is known and its code in {@code group}, or in a group that is part of it, of a named grouping. */
    record InGroup(String variable, String group, String grouping) implements Condition {}

    /** The value is known and its code not in {@code group} of a named grouping. */
    record NotInGroup(String variable, String group, String grouping) implements Condition {}

    /** The reference date is {@code day} or before; the same for everyone. */
    record Until(LocalDate day) implements Condition {}

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

        /**
         * The reference date plus a number of years, which may be negative. "Before the reference date less 5 years"
         * asks whether the date plus 5 years is before the reference date: that differs around 29 February.
         */
        record ReferenceDate(int plusYears) implements Bound {
            /**
             * The sign of a date compared with this bound.
             *
             * @param reference the reference date of the period
             */
            public int compare(LocalDate date, LocalDate reference) {
                return plusYears < 0
                        ? date.plusYears(-plusYears).compareTo(reference)
                        : date.compareTo(reference.plusYears(plusYears));
            }
        }

        record Date(LocalDate date) implements Bound {}

        /** A number that a parameter of the rule set gives. */
        record Parameter(String name) implements Bound {}

        /** The reference date plus or less as many years as a parameter of the rule set gives. */
        record ReferenceParameter(boolean later, String name) implements Bound {}
    }

    static Condition and(Condition left, Condition right) {
        if (left instanceof All) {
            return right;
        }
        return right instanceof All ? left : new And(List.of(left, right));
    }

    /** The same condition with each of its parts that has no parts of its own changed. */
    default Condition mapped(UnaryOperator<Condition> change) {
        if (this instanceof Not not) {
            return new Not(not.condition().mapped(change));
        }
        if (this instanceof And and) {
            return new And(and.conditions().stream().map(c -> c.mapped(change)).toList());
        }
        if (this instanceof Or or) {
            return new Or(or.conditions().stream().map(c -> c.mapped(change)).toList());
        }
        return change.apply(this);
    }

    /** The same condition asked of other variables. */
    default Condition renamed(UnaryOperator<String> name) {
        return mapped(part -> {
            if (part instanceof In in) {
                return new In(name.apply(in.variable()), in.codes());
            }
            if (part instanceof NotIn in) {
                return new NotIn(name.apply(in.variable()), in.codes());
            }
            if (part instanceof InGroup in) {
                return new InGroup(name.apply(in.variable()), in.group(), in.grouping());
            }
            if (part instanceof NotInGroup in) {
                return new NotInGroup(name.apply(in.variable()), in.group(), in.grouping());
            }
            if (part instanceof Known known) {
                return new Known(name.apply(known.variable()));
            }
            if (part instanceof Recorded recorded) {
                return new Recorded(name.apply(recorded.variable()));
            }
            return part instanceof Compare compare
                    ? new Compare(name.apply(compare.variable()), compare.comparison(), compare.bound())
                    : part;
        });
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
        } else if (condition instanceof InGroup in) {
            into.add(in.variable());
        } else if (condition instanceof NotInGroup in) {
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
