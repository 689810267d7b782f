package org.ecart.protect.links;

import java.util.Optional;
import org.ecart.model.Condition;

/**
 * Something that tables ask of each person: the value of a variable, or whether a condition holds.
 *
 * @param name the variable, or a name that stands for the condition
 */
public record Question(String name, Optional<Condition> condition) {}
