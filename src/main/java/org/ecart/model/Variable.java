package org.ecart.model;

import java.util.Optional;

/**
 * A variable of a codebook.
 *
 * @param id the name in breakdowns, conditions and files
 * @param codeList the id of its code list; none where any code is accepted as it comes
 * @param universe to whom it applies, such as a sector to those in work; {@link Condition#ALL} by default
 */
public record Variable(String id, Labels labels, Role role, Type type, Optional<String> codeList, Condition universe) {
    /** What a variable is for. */
    public enum Role {
        /** the pseudonymous person number */
        PERSON,
        /** the reference date */
        PERIOD,
        /** the survey weight, a number of 0 or more */
        WEIGHT,
        /** the number of persons that a row stands for, a whole number of 0 or more */
        COUNT,
        /** something to break down or filter by */
        DIMENSION,
        /** an amount, such as a daily wage */
        AMOUNT;

        /** How values of this role are read where nothing else is said. */
        public Type usualType() {
            return switch (this) {
                case PERSON, DIMENSION -> Type.CODE;
                case PERIOD -> Type.DATE;
                case COUNT -> Type.INTEGER;
                case WEIGHT, AMOUNT -> Type.DECIMAL;
            };
        }
    }

    /** How the values of a dimension are read and compared. */
    public enum Type {
        /** codes: equal or not */
        CODE,
        /** whole numbers: age, year of birth */
        INTEGER,
        /** ISO dates, {@code 2014-12-31} */
        DATE,
        /** decimal numbers: amounts and weights */
        DECIMAL
    }

    public Variable {
        Identifiers.check(id);
    }

    /** A variable that applies to everyone. */
    public Variable(String id, Labels labels, Role role, Type type, Optional<String> codeList) {
        this(id, labels, role, type, codeList, Condition.ALL);
    }

    /** Whether values are kept as codes of a dictionary; amounts and weights are kept as numbers. */
    public boolean coded() {
        return role == Role.DIMENSION;
    }
}
