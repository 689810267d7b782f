package org.ecart.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A variable of the same person at another date: its codes there, and one code for who is not in the population of that date.
 * A derived variable is made at the other date, which is its reference date.
 *
 * @param variable coded, stored or derived
 * @param absent the code of a person who is not there, such as "gone" at a later date and "new" at an earlier one
 * @param also whether those are read too who are only at a further date, seen from the other, as a table counts them there
 */
public record AtDate(String variable, Shift shift, String absent, Optional<Query.Also> also)
        implements Rules.Derivation {
    /** Reads the persons of the other date. */
    public AtDate(String variable, Shift shift, String absent) {
        this(variable, shift, absent, Optional.empty());
    }

    public AtDate {
        if (absent.equals(Category.UNKNOWN) || absent.equals(Category.NO_RECORD)) {
            throw EcartException.usage("model.at.absent", absent);
        }
    }

    /**
     * All codes that can come out, as far as they are known.
     *
     * @param own the categories of the rule set, at least that of the absent
     * @param read those of the variable at the other date; what the rule set does not name itself goes before
     */
    public static List<Category> categories(List<Category> own, List<Category> read) {
        List<Category> all = new ArrayList<>();
        read.stream()
                .filter(r -> own.stream().noneMatch(o -> o.code().equals(r.code())))
                .forEach(all::add);
        all.addAll(own);
        return all;
    }

    @Override
    public AtDate renamed(UnaryOperator<String> input) {
        return new AtDate(input.apply(variable), shift, absent, also);
    }

    /** What is read at the other date. */
    @Override
    public Set<String> inputs() {
        return Set.of(variable);
    }

    /** Of those of the variable that is read nothing is known here. */
    @Override
    public Set<String> outcomes() {
        return Set.of(absent);
    }
}
