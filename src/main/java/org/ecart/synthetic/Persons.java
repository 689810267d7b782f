package org.ecart.synthetic;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes the person who holds a place from a given year on. */
final class Persons {
    private static final int YEARS_TO_CITIZENSHIP = 3;
    private static final Map<String, Choice<String>> PURPOSES = Map.of(
            "return", Choice.of("01 30 02 25 03 5 09 40"),
            "eu", Choice.of("01 32 02 44 03 10 05 4 09 10"),
            "family", Choice.of("01 66 02 9 03 8 04 6 06 7 09 4"),
            "asylum", Choice.of("01 36 02 8 03 14 04 30 06 9 09 3"),
            "work", Choice.of("01 36 02 36 03 20 05 3 09 5"));

    private final PersonNumbers numbers;
    private final Countries countries;
    private final Ancestry ancestry;

    Persons(PersonNumbers numbers, Countries countries) {
        this.numbers = numbers;
        this.countries = countries;
        this.ancestry = new Ancestry(countries);
    }

    /** @param index one of its own for each person, whatever the seed */
    Person draw(Lineage lineage, int since, long index) {
        long key = Draws.key(lineage.key(), -since);
        Draws draws = new Draws(Draws.key(key, Matter.FACTS.ordinal()));
        boolean woman = draws.chance(lineage.group().women());
        Region region = region(lineage.group(), draws);
        Education education = Education.draw(lineage, woman, draws);
        Ancestry.Roots roots = ancestry.draw(lineage, draws);
        Optional<Arrival> arrival = lineage.bornHere() ? Optional.empty() : Optional.of(arrival(lineage, since, draws));
        return new Person(
                key,
                numbers.of(index),
                lineage,
                since,
                woman,
                region,
                education,
                roots.kin(),
                nationality(lineage, roots, arrival, draws),
                countryOfBirth(lineage, roots, draws),
                arrival);
    }

    private static Region region(OriginGroup group, Draws draws) {
        double where = draws.unit();
        if (where < group.regions().brussels()) {
            return Region.BRUSSELS;
        }
        return where < group.regions().brussels() + group.regions().flanders() ? Region.FLANDERS : Region.WALLONIA;
    }

    private String countryOfBirth(Lineage lineage, Ancestry.Roots roots, Draws draws) {
        if (!lineage.bornHere()) {
            return countries.birthplace(roots.origin(), lineage.birthYear(), draws);
        }
        return draws.chance(roots.atBirth().isEmpty() ? 0.3 : 0.001) ? Countries.UNKNOWN : Countries.BELGIUM;
    }

    /** A newcomer arrives in the first year; the others came at some time before, at the earliest the year after birth. */
    private static Arrival arrival(Lineage lineage, int since, Draws draws) {
        int year = since;
        if (since == lineage.firstYear()) {
            int possible = since - lineage.birthYear();
            int ago = (int) draws.exponential(lineage.group().presence().yearsHere());
            year = since - (ago < possible ? ago : draws.below(possible));
        }
        Choice<String> purposes =
                Objects.requireNonNull(PURPOSES.get(lineage.group().stay()), "a known mix of purposes");
        return new Arrival(someDay(year, draws), purposes.at(draws.unit()));
    }

    private static Nationality nationality(
            Lineage lineage, Ancestry.Roots roots, Optional<Arrival> arrival, Draws draws) {
        boolean bornForeign = !roots.atBirth().isEmpty() && !roots.atBirth().equals(Countries.BELGIUM);
        if (!bornForeign || !draws.chance(lineage.group().presence().naturalised())) {
            return new Nationality(roots.atBirth(), roots.without(), Optional.empty());
        }
        int year = arrival.map(a -> a.registeredOn().getYear() + YEARS_TO_CITIZENSHIP + draws.below(14))
                .orElseGet(() -> lineage.birthYear() + 1 + draws.below(22));
        return new Nationality(roots.atBirth(), roots.without(), Optional.of(someDay(year, draws)));
    }

    private static LocalDate someDay(int year, Draws draws) {
        return LocalDate.of(year, 1 + draws.below(12), 1 + draws.below(28));
    }
}
