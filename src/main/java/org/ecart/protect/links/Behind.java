package org.ecart.protect.links;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.model.AtDate;
import org.ecart.model.Condition;
import org.ecart.model.Period;
import org.ecart.model.Rules;

/**
 * What derived variables are made from.
 *
 * @param rules by name, inputs before what reads them
 */
record Behind(Map<String, Rules> rules) {
    Behind {
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    }

    /** The delivered variables that these are made from, at whatever date. */
    Set<String> sources(Set<String> names) {
        Set<String> sources = new TreeSet<>();
        for (String name : names) {
            Optional<Rules> made = Optional.ofNullable(rules.get(name));
            if (made.isPresent()) {
                sources.addAll(sources(made.get().derivation().inputs()));
            } else {
                sources.add(name);
            }
        }
        return sources;
    }

    /** All dates at which persons of a population are looked at for these variables. */
    Set<Period> dates(Set<String> names, Population of) {
        Set<Period> dates = new TreeSet<>(Set.of(of.period()));
        of.also().ifPresent(also -> dates.add(also.shift().from(of.period())));
        names.forEach(name -> addDates(name, of.period(), dates));
        return dates;
    }

    private void addDates(String name, Period period, Set<Period> dates) {
        Optional.ofNullable(rules.get(name)).map(Rules::derivation).ifPresent(derivation -> {
            Period then = derivation instanceof AtDate at ? at.shift().from(period) : period;
            dates.add(then);
            derivation.inputs().forEach(input -> addDates(input, then, dates));
        });
    }

    /** The date of which variables tell, seen from another: that one where they tell of several. */
    Period moment(Set<String> names, Period period) {
        List<Period> moments =
                names.stream().map(name -> moment(name, period)).distinct().toList();
        return moments.size() == 1 ? moments.get(0) : period;
    }

    private Period moment(String name, Period period) {
        return atDate(name)
                .map(at -> moment(at.variable(), at.shift().from(period)))
                .orElse(period);
    }

    private Optional<AtDate> atDate(String name) {
        return Optional.ofNullable(rules.get(name))
                .map(Rules::derivation)
                .filter(AtDate.class::isInstance)
                .map(AtDate.class::cast);
    }

    /** The date at which a variable is read that is read at another, seen from a date. */
    Optional<Period> elsewhere(String name, Period period) {
        return atDate(name).map(at -> at.shift().from(period));
    }

    /** Whether a variable has a code for who is not there at the other date. */
    boolean absent(String name, String code) {
        return atDate(name).filter(at -> at.absent().equals(code)).isPresent();
    }

    /** The condition that holds at the other date for all who have a code, and nobody else. */
    Optional<Condition> holding(String name, String code) {
        return atDate(name)
                .map(at -> rules.get(at.variable()))
                .map(Rules::derivation)
                .filter(Rules.FirstMatch.class::isInstance)
                .map(Rules.FirstMatch.class::cast)
                .filter(read -> read.rules().size() == 1
                        && read.rules().get(0).outcome().equals(new Rules.Code(code))
                        && !read.otherwise().equals(code)
                        && !absent(name, code))
                .map(read -> read.rules().get(0).when());
    }

    /** The rules of some variables and of all that these are made from. */
    List<Rules> of(Set<String> names) {
        Set<String> needed = new HashSet<>();
        names.forEach(name -> collect(name, needed));
        return rules.values().stream()
                .filter(set -> needed.contains(set.variable()))
                .toList();
    }

    private void collect(String name, Set<String> needed) {
        if (needed.add(name)) {
            Optional.ofNullable(rules.get(name))
                    .ifPresent(set -> set.derivation().inputs().forEach(input -> collect(input, needed)));
        }
    }
}
