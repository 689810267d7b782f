package org.ecart.protect.links;

import java.util.Optional;
import org.ecart.model.Condition;

/**
 * Something that tables ask of each person of a population: the value of a variable, or whether a condition holds.
 *
 * @param name the variable, or a name that stands for the condition
 */
public record Question(Kind kind, String name, Optional<Condition> condition, Population population) {
    /** What is asked. */
    public enum Kind {
        /** the value of a variable */
        VALUE,
        /** whether a condition holds */
        CONDITION,
        /** whether some table counts the person in the population */
        COUNTED,
        /** whether the person is there at all */
        THERE
    }

    /** Whether it asks where somebody is, and not what he has there. */
    public boolean presence() {
        return kind == Kind.COUNTED || kind == Kind.THERE;
    }
}
