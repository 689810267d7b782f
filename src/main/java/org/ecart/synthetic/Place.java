package org.ecart.synthetic;

/**
 * One of the N places in the population. It is always held: at 65 the next generation follows. Whatever happens in a
 * place depends on the seed and its number alone.
 *
 * @param phase age of its holder in {@link Lineage#FIRST_YEAR}, less 18; all ages are equally frequent in every year
 */
record Place(long number, long key, int phase) {
    private static final int AGES = Lineage.OLDEST - Lineage.YOUNGEST + 1;
    /** Room for one person a year up to 2030 in the index of a person. */
    private static final int HOLDERS = 23;

    private static final long PHASE = -1;
    private static final long GROUP = 0;

    static Place of(long seed, long number) {
        long key = Draws.key(seed, number);
        return new Place(number, key, (int) (Draws.unit(Draws.key(key, PHASE)) * AGES));
    }

    Lineage lineage(int year, Origins origins) {
        int birthYear = birthYear(year);
        long own = Draws.key(key, birthYear);
        return Lineage.of(own, birthYear, origins.at(birthYear, Draws.unit(Draws.key(own, GROUP))));
    }

    /** The person who holds the place at the end of a year. */
    Person holder(int year, Origins origins, Persons persons) {
        Lineage lineage = lineage(year, origins);
        int since = lineage.since(year);
        return persons.draw(lineage, since, number * HOLDERS + since - Lineage.FIRST_YEAR);
    }

    /** Whether somebody who held the place before {@code year} or in it still does. */
    boolean holds(Person person, int year) {
        return person.lineage().birthYear() == birthYear(year)
                && person.lineage().since(year) == person.since();
    }

    private int birthYear(int year) {
        return year - Lineage.YOUNGEST - (phase + year - Lineage.FIRST_YEAR) % AGES;
    }
}
