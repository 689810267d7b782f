package org.ecart.synthetic;

import java.util.ArrayList;
import java.util.List;

/** Draws the jobs that go with positions in work. */
final class Jobs {
    private static final int YEARS_IN_ONE_JOB = 7;
    private static final double MEDIAN_OF_2014 = 4.80;
    private static final double RAISE_A_YEAR = 0.018;
    /** Graduates of foreign origin are more often paid below their schooling. */
    private static final double BELOW_SCHOOLING = 0.08;

    private static final double CENTS = 100;
    private static final double LOWEST_WAGE = 52;
    private static final int WAGES_STOP_RISING_AFTER = 30;
    /** Share of student jobs among employees aged 18, 19, and so on. */
    private static final double[] STUDENTS = {0.75, 0.65, 0.5, 0.38, 0.25, 0.12, 0.06, 0.03};

    private final List<Sector> sectors =
            Assumptions.read("sectors.csv").rows().stream().map(Sector::of).toList();
    private final List<Choice<Sector>> byWorker = new ArrayList<>();

    Jobs() {
        for (boolean woman : List.of(false, true)) {
            for (boolean foreign : List.of(false, true)) {
                for (Education.Level level : Education.Level.values()) {
                    byWorker.add(Choice.of(sectors, s -> s.weight(woman, level, foreign)));
                }
            }
        }
    }

    private Choice<Sector> sectorsOf(Person person) {
        int worker = (person.woman() ? 2 : 0) + (person.group().foreign() ? 1 : 0);
        int levels = Education.Level.values().length;
        return byWorker.get(worker * levels + person.education().level().ordinal());
    }

    Job at(Person person, int year, String position) {
        Draws draws = new Draws(Spells.key(person.key(Matter.JOB), year, YEARS_IN_ONE_JOB));
        Sector sector = sectorsOf(person).at(draws.unit());
        boolean employee = position.equals("111") || position.equals("112");
        if (!employee) {
            return new Job(sector.section(), "", "", "", 0, false, false, false, false);
        }
        boolean inPublic = draws.chance(sector.inPublic());
        String status = status(person, year, sector, inPublic, draws);
        boolean temporary = sector.section().equals("N") && draws.chance(person.woman() ? 0.22 : 0.45);
        boolean vouchers = sector.section().equals("N")
                && !temporary
                && status.equals("B")
                && draws.chance(person.woman() ? 0.75 : 0.08);
        String time = workingTime(person, vouchers, temporary, draws);
        int age = person.age(year) - Lineage.YOUNGEST;
        boolean student =
                age < STUDENTS.length && Draws.unit(Draws.key(person.key(Matter.STUDENT), year)) < STUDENTS[age];
        String committee = inPublic ? "" : status.equals("B") ? sector.blueCommittee() : sector.whiteCommittee();
        long wage = dailyWage(person, year, status, student || vouchers);
        return new Job(sector.section(), committee, status, time, wage, inPublic, vouchers, temporary, student);
    }

    private static String status(Person person, int year, Sector sector, boolean inPublic, Draws draws) {
        boolean belgian = person.nationality().at(year).equals(Countries.BELGIUM);
        double kind = draws.unit();
        if (inPublic && kind < (belgian ? 0.5 : 0.04)) {
            return "C";
        }
        double blue = sector.blue()
                + switch (person.education().level()) {
                    case LOW -> 0.25;
                    case MEDIUM -> 0;
                    case HIGH -> -0.4;
                };
        return draws.chance(blue) ? "B" : "W";
    }

    private static String workingTime(Person person, boolean vouchers, boolean temporary, Draws draws) {
        double special = temporary ? 0.5 : 0.03;
        double part = vouchers ? 0.88 : person.woman() ? 0.42 : 0.10;
        double kind = draws.unit();
        return kind < special ? "S" : kind < special + (1 - special) * part ? "P" : "F";
    }

    private static long dailyWage(Person person, int year, String status, boolean modest) {
        Education.Level level = person.education().level();
        int experience = Math.min(WAGES_STOP_RISING_AFTER, Math.max(0, person.age(year) - 22));
        double logarithm = MEDIAN_OF_2014
                + RAISE_A_YEAR * (year - 2014)
                + (level == Education.Level.HIGH ? 0.0130 : 0.0075) * (experience - 15)
                + switch (level) {
                    case LOW -> -0.13;
                    case MEDIUM -> -0.04;
                    case HIGH -> person.group().foreign() ? 0.22 - BELOW_SCHOOLING : 0.22;
                }
                + (person.woman() ? -0.07 : 0)
                + (status.equals("B") ? -0.07 : 0)
                + (modest ? -0.20 : 0)
                + person.group().wage()
                + 0.20 * Draws.normal(person.key(Matter.TALENT))
                + 0.08 * Draws.normal(Draws.key(person.key(Matter.WAGE), year));
        double wage = Math.max(LOWEST_WAGE, StrictMath.exp(logarithm));
        return Math.round(wage * CENTS);
    }
}
