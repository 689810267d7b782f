package org.ecart.derive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.Condition;
import org.ecart.model.Condition.Bound;
import org.ecart.model.Rules;

/** Rules applied to one person at a time, as an analyst reads them; shares nothing with the engine. */
final class RowByRow {
    private final Map<String, String> person;
    private final Map<String, Set<String>> missing;
    private final LocalDate reference;

    /**
     * @param person values by variable; {@code _U} empty, {@code _N} no record
     * @param missing codes that mean "not known", by variable
     */
    RowByRow(Map<String, String> person, Map<String, Set<String>> missing, LocalDate reference) {
        this.person = new HashMap<>(person);
        this.missing = missing;
        this.reference = reference;
    }

    /** Derives a variable, so that the next may read it. */
    String derive(Rules rules) {
        String code = code(rules.derivation());
        person.put(rules.variable(), code);
        return code;
    }

    private String code(Rules.Derivation derivation) {
        if (derivation instanceof Rules.FirstMatch first) {
            for (Rules.Rule rule : first.rules()) {
                if (holds(rule.when())) {
                    return rule.outcome() instanceof Rules.Code code ? code.code() : group(first, rule.outcome());
                }
            }
            return first.otherwise();
        }
        if (derivation instanceof Rules.Recode recode) {
            String value = value(recode.variable());
            if (value.equals("_N")) {
                return recode.noRecord();
            }
            return known(recode.variable()) ? group(recode.grouping(), value) : recode.unknown();
        }
        Rules.Bands bands = (Rules.Bands) derivation;
        Optional<BigDecimal> number = known(bands.variable()) ? number(value(bands.variable())) : Optional.empty();
        for (Rules.Band band : bands.bands()) {
            if (number.isPresent()
                    && number.get().compareTo(BigDecimal.valueOf(band.from())) >= 0
                    && number.get().compareTo(BigDecimal.valueOf(band.to())) <= 0) {
                return band.code();
            }
        }
        return bands.otherwise();
    }

    private String group(Rules.FirstMatch first, Rules.Outcome outcome) {
        Rules.GroupOf of = (Rules.GroupOf) outcome;
        return group(first.grouping(of.grouping()), value(of.variable()));
    }

    private static String group(Rules.Grouping grouping, String value) {
        for (Rules.Group group : grouping.groups()) {
            if (group.members().contains(value)) {
                return group.code();
            }
        }
        return grouping.otherwise();
    }

    private boolean holds(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return !holds(not.condition());
        }
        if (condition instanceof Condition.And and) {
            return and.conditions().stream().allMatch(this::holds);
        }
        if (condition instanceof Condition.Or or) {
            return or.conditions().stream().anyMatch(this::holds);
        }
        if (condition instanceof Condition.Known known) {
            return known(known.variable());
        }
        if (condition instanceof Condition.Recorded recorded) {
            return !value(recorded.variable()).equals("_N");
        }
        if (condition instanceof Condition.In in) {
            return in.codes().contains(value(in.variable()));
        }
        if (condition instanceof Condition.NotIn in) {
            return known(in.variable()) && !in.codes().contains(value(in.variable()));
        }
        if (condition instanceof Condition.Until until) {
            return !reference.isAfter(until.day());
        }
        return !(condition instanceof Condition.Compare compare)
                || (known(compare.variable())
                        && compared(value(compare.variable()), compare.bound())
                                .map(compare.comparison()::holds)
                                .orElse(false));
    }

    private Optional<Integer> compared(String value, Bound bound) {
        if (bound instanceof Bound.Number number) {
            return number(value).map(n -> n.compareTo(number.value()));
        }
        if (bound instanceof Bound.Date fixed) {
            return date(value).map(d -> d.compareTo(fixed.date()));
        }
        int years = ((Bound.ReferenceDate) bound).plusYears();
        return date(value)
                .map(d ->
                        years < 0 ? d.plusYears(-years).compareTo(reference) : d.compareTo(reference.plusYears(years)));
    }

    private static Optional<BigDecimal> number(String value) {
        try {
            return Optional.of(new BigDecimal(value));
        } catch (NumberFormatException text) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException text) {
            return Optional.empty();
        }
    }

    private boolean known(String variable) {
        return !List.of("_U", "_N").contains(value(variable))
                && !Optional.ofNullable(missing.get(variable)).orElse(Set.of()).contains(value(variable));
    }

    private String value(String variable) {
        return Optional.ofNullable(person.get(variable)).orElseThrow();
    }
}
