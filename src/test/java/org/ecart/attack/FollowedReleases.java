package org.ecart.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.files.Definitions;
import org.ecart.model.Category;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.model.Status;
import org.ecart.model.Study;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.CountSystemBuilder;
import org.ecart.protect.Quantity;
import org.ecart.protect.ReleasableTable;
import org.ecart.protect.ReleaseAudit;
import org.ecart.stats.ValueTable;
import org.ecart.study.FewPersons;
import org.ecart.study.Released;
import org.ecart.study.Tables;

/**
 * Random persons over two or three years and random tables of them - of a year, of a year and the next, of those who came,
 * rates of changing - made and protected as a release is; then attacked over all that the persons can have been. Where they move,
 * there are tables by place too.
 */
final class FollowedReleases {
    private static final int FIRST_YEAR = 2013;
    private static final int MANY = 1_000;
    private static final List<String> STATUS = List.of("work", "seek", "none");
    /** Where a table asks for the status at its own date, and for that a year later. */
    private static final Pattern OWN_STATUS = Pattern.compile("status(?!@1y)|work");

    private static final Pattern LATER_STATUS = Pattern.compile("@1y|finds_work|leaves");
    private static final Pattern YEAR = Pattern.compile("\"(20[0-9]{2})\"");
    private static final String ALSO = "also";
    private static final List<String> GROUPS = List.of("A", "B", "C");
    /** Of those of the last group some tables tell nothing. */
    private static final String FILTER = ", \"filter\": \"group != \\\"C\\\"\"";

    private static final List<String> PLACES = List.of("P", "Q");

    private final boolean moving;

    private long safe;
    private long published;
    private int releases;

    /** @param moving whether persons move from place to place */
    FollowedReleases(boolean moving) {
        this.moving = moving;
    }

    /** One release from one seed; fails with the seed and what is broken. */
    void attack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Years years = new Years(random, moving);
        Policy policy = RandomTables.policy(random);
        List<String> breakdowns = new ArrayList<>(breakdowns(random, years.years()));
        if (moving) {
            breakdowns.add(byPlace(random, years.years()));
        }
        breakdowns.replaceAll(table -> random.nextInt(5) == 0 ? table + FILTER : table);
        Study study = study(policy, breakdowns);
        Released released = years.tables().release(study, List.of(), Progress.NONE);
        Outside outside =
                outside(new Histories(years.persons, GROUPS, told(breakdowns, years.years())), breakdowns, released);
        CountSystem system = outside.system();
        boolean[] hidden = outside.hidden();
        boolean[] primary = PlainProtection.primary(system, policy);
        releases++;
        for (int i = 0; i < hidden.length; i++) {
            boolean counts = years.many() && !primary[i];
            safe += counts ? 1 : 0;
            published += counts && !hidden[i] ? 1 : 0;
        }
        assertThat(Attacker.avoidable(system, hidden, policy))
                .as("seed %s, %s, %s", seed, policy, breakdowns)
                .isEmpty();
        assertThat(released.audit().broken()).as("seed %s", seed).isEmpty();
    }

    /** Where all tables of some persons and what they do leave out the last group, what is told of it is a matter of its own. */
    private static List<List<Histories.Told>> told(List<String> breakdowns, int years) {
        List<String> ofAll =
                breakdowns.stream().filter(table -> !table.contains(FILTER)).toList();
        Set<String> apart = new TreeSet<>(populations(breakdowns));
        apart.removeAll(populations(ofAll));
        apart.retainAll(populations(breakdowns.stream()
                .filter(OWN_STATUS.asPredicate().or(LATER_STATUS.asPredicate()))
                .toList()));
        List<String> others = GROUPS.subList(0, 2);
        List<String> last = GROUPS.subList(2, 3);
        List<List<Histories.Told>> told = new ArrayList<>();
        for (int year = FIRST_YEAR; year < FIRST_YEAR + years - 1; year++) {
            boolean left = apart.contains(year + "") || apart.contains(year + ALSO);
            boolean came = apart.contains(year + 1 + "") || apart.contains(year + ALSO);
            told.add(
                    left || came
                            ? List.of(told(others, left, came, breakdowns), told(last, left, came, ofAll))
                            : List.of(told(GROUPS, false, false, breakdowns)));
        }
        return told;
    }

    /**
     * @param left whether those of the last group who left are told apart from others who did
     * @param came the same of those who came
     */
    private static Histories.Told told(List<String> groups, boolean left, boolean came, List<String> breakdowns) {
        return new Histories.Told(
                groups,
                left ? groups : GROUPS,
                came ? groups : GROUPS,
                breakdowns.stream().anyMatch(OWN_STATUS.asPredicate()),
                breakdowns.stream().anyMatch(LATER_STATUS.asPredicate()),
                breakdowns.stream().anyMatch(table -> table.contains("change_stayed") && table.contains(FILTER)));
    }

    /** Each year of a table, and whether those of the next are counted too. */
    private static Set<String> populations(List<String> breakdowns) {
        return breakdowns.stream()
                .flatMap(table ->
                        YEAR.matcher(table).results().map(year -> year.group(1) + (table.contains(ALSO) ? ALSO : "")))
                .collect(Collectors.toSet());
    }

    /** The tables as an outsider sees them who knows of all that nobody promises to hide. */
    private record Outside(CountSystem system, boolean[] hidden) {}

    private static Outside outside(Histories histories, List<String> breakdowns, Released released) {
        CountSystemBuilder builder = histories.atoms();
        List<Boolean> suppressed = new ArrayList<>();
        for (int t = 0; t < breakdowns.size(); t++) {
            ValueTable values = released.drafts().get(t).values();
            ReleasableTable table = released.tables().get(t).releasable();
            List<ReleaseAudit.Attacked> attacked =
                    released.audit().tables().get(t).attacked();
            for (ValueTable.Cell cell : values.cells()) {
                if (cell.told()) {
                    builder.unit(new Unit(figures(builder, histories, breakdowns.get(t), values, cell), 0, false));
                    suppressed.add(hidden(table, values, cell) && promised(attacked, values, cell));
                }
            }
        }
        boolean[] hidden = new boolean[suppressed.size()];
        IntStream.range(0, hidden.length).forEach(i -> hidden[i] = suppressed.get(i));
        return new Outside(builder.build(), hidden);
    }

    /**
     * Those who stayed have no place where a mark would say that they are hidden: only the audit tells of whom it is sure.
     */
    private static boolean promised(List<ReleaseAudit.Attacked> attacked, ValueTable values, ValueTable.Cell cell) {
        return cell.staying().isEmpty()
                || attacked.stream()
                        .anyMatch(other -> other.place() < 0
                                && other.period().equals(cell.period())
                                && other.staying().equals(cell.staying())
                                && List.copyOf(other.codes().values()).equals(cell.codes()));
    }

    private static List<String> breakdowns(SplittableRandom random, int years) {
        List<String> all = new ArrayList<>();
        String every = periods(years);
        String first = periods(years - 1);
        all.add(
                switch (random.nextInt(7)) {
                    case 0 -> table(first, "group > status", "status@1y", "people", "persons");
                    case 1 -> table(first, "group", "status + status@1y", "people", "persons");
                    case 2 -> table(first, "group", "status@1y", "people", "persons");
                    case 3 -> table(every, "group", "", "in_work", "rate\", \"change\", \"change_stayed");
                    case 4 -> table(first, "group", "", "leaves", "denominator\", \"rate");
                    case 5 -> table(first, "", "", "leaves", "denominator\", \"rate");
                    default -> table(first, "group", "", "finds_work", "denominator\", \"rate");
                });
        if (random.nextBoolean()) {
            all.add(table(first, "group", "status@0y > status@1y", "people", "persons") + ", \"also\": \"1y\"");
        }
        all.add(
                switch (random.nextInt(4)) {
                    case 0 -> table(every, "group", "status", "people", "persons");
                    case 1 -> table(every, "group", "", "in_work", "denominator\", \"rate");
                    case 2 -> table(every, "status", "", "people", "persons");
                    default -> table(every, "group", "", "people", "persons");
                });
        return all;
    }

    private static String byPlace(SplittableRandom random, int years) {
        String every = periods(years);
        return switch (random.nextInt(4)) {
            case 0 -> table(every, "place", "", "people", "persons");
            case 1 -> table(every, "group", "place", "people", "persons");
            case 2 -> table(every, "place", "status", "people", "persons");
            default -> table(every, "place", "group", "in_work", "denominator\", \"rate");
        };
    }

    private static String periods(int years) {
        return IntStream.range(0, years)
                .mapToObj(y -> "\"" + (FIRST_YEAR + y) + "\"")
                .collect(Collectors.joining(", "));
    }

    private static String table(String periods, String rows, String columns, String indicator, String measures) {
        return """
                "periods": [%s], "rows": "%s", "columns": "%s", "indicator": "%s", "totals": true, "undetermined": true,
                "measures": ["%s"]""".formatted(periods, rows, columns, indicator, measures);
    }

    private static Study study(Policy policy, List<String> breakdowns) {
        List<String> tables = new ArrayList<>();
        for (int t = 0; t < breakdowns.size(); t++) {
            tables.add("{\"id\": \"T%d\", \"title\": \"t\", \"breakdown\": {%s}}".formatted(t, breakdowns.get(t)));
        }
        Study plain = Definitions.study("""
                {"format": "ecart/study", "version": 1, "id": "s", "title": "s", "policy": {"id": "default"},
                 "indicators": [
                   {"id": "people", "labels": "People", "definition": "all"},
                   {"id": "in_work", "labels": "In work", "definition": "d",
                    "numerator": "status = \\"work\\"", "denominator": "all"},
                   {"id": "finds_work", "labels": "Finds work", "definition": "d",
                    "numerator": "status@1y = \\"work\\"", "denominator": "status = \\"seek\\""},
                   {"id": "leaves", "labels": "Leaves", "definition": "d",
                    "numerator": "status@1y = \\"gone\\"", "denominator": "all"}],
                 "tables": [%s]}
                """.formatted(String.join(", ", tables)));
        return plain.withPolicy(policy);
    }

    /** Whether no figure tells a cell; those who stayed are told by the change at the later of the two dates. */
    private static boolean hidden(ReleasableTable table, ValueTable values, ValueTable.Cell cell) {
        Measure measure = cell.staying().isPresent()
                ? Measure.CHANGE_STAYED
                : values.values().keySet().iterator().next();
        Period told = cell.staying()
                .filter(other -> other.compareTo(cell.period()) > 0)
                .orElse(cell.period());
        int place = values.cells().stream()
                .filter(c ->
                        c.place() >= 0 && c.period().equals(told) && c.codes().equals(cell.codes()))
                .findFirst()
                .orElseThrow()
                .place();
        return table.value(measure, place).status() == Status.CONFIDENTIAL;
    }

    /** What a cell tells, as sets of the histories that persons can have. */
    private static Map<Quantity, Integer> figures(
            CountSystemBuilder builder,
            Histories histories,
            String breakdown,
            ValueTable values,
            ValueTable.Cell cell) {
        int year = cell.period().year() - FIRST_YEAR;
        boolean also = breakdown.contains(ALSO);
        Predicate<List<String>> counted = history -> !history.get(year).equals(Histories.GONE)
                || also && !history.get(year + 1).equals(Histories.GONE);
        if (cell.staying().isPresent()) {
            int other = cell.staying().get().year() - FIRST_YEAR;
            counted = counted.and(history -> !history.get(other).equals(Histories.GONE));
        }
        int[] group = breakdown.contains(FILTER) ? new int[] {0, 1} : CountSystemBuilder.ALL;
        for (int d = 0; d < cell.codes().size(); d++) {
            String variable = values.shape().dimensions().get(d).variable();
            String code = cell.codes().get(d);
            if (code.equals(Category.TOTAL)) {
                continue;
            }
            if (variable.equals("group")) {
                group = new int[] {GROUPS.indexOf(code)};
            } else if (variable.equals("place")) {
                counted = counted.and(
                        history -> Histories.place(history.get(year)).equals(code));
            } else {
                int then = variable.equals("status@1y") ? year + 1 : year;
                String status = STATUS.contains(code) ? code : Histories.GONE;
                counted = counted.and(
                        history -> Histories.status(history.get(then)).equals(status));
            }
        }
        Map<Quantity, Integer> figures = new EnumMap<>(Quantity.class);
        if (values.divided() == ValueTable.Divided.PERSONS) {
            figures.put(Quantity.PERSONS, builder.figure(group, histories.where(counted)));
            return figures;
        }
        boolean finds = breakdown.contains("finds_work");
        boolean leaves = breakdown.contains("leaves");
        Predicate<List<String>> total =
                finds ? counted.and(h -> Histories.status(h.get(year)).equals("seek")) : counted;
        Predicate<List<String>> numerator = total.and(h ->
                Histories.status(h.get(finds || leaves ? year + 1 : year)).equals(leaves ? Histories.GONE : "work"));
        figures.put(Quantity.TOTAL, builder.figure(group, histories.where(total)));
        figures.put(Quantity.NUMERATOR, builder.figure(group, histories.where(numerator)));
        figures.put(Quantity.REST, builder.figure(group, histories.where(total.and(numerator.negate()))));
        return figures;
    }

    /** Of the safe cells of releases about many persons, the share that stays published, in percent. */
    double stay() {
        return 100.0 * published / Math.max(1, safe);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d releases, of those about many persons %.1f %% of %d safe cells stay published",
                releases,
                stay(),
                safe);
    }

    /** From where to where persons move. */
    private enum Mobility {
        NONE,
        ONE_WAY,
        FREE,
        /** none, but whoever is in the last place is gone the next year */
        AWAY,
        /** none, but whoever is in the last place was not there the year before */
        COMING
    }

    /** Persons and what they were in each year. */
    private static final class Years {
        private final int years;
        private final Map<List<String>, Integer> persons = new HashMap<>();

        Years(SplittableRandom random, boolean moving) {
            // with places there would be too many histories of three years
            this.years = moving ? 2 : 2 + random.nextInt(2);
            Mobility mobility = Mobility.values()[moving ? random.nextInt(Mobility.values().length) : 0];
            int most = (int) StrictMath.exp(3 + 5 * random.nextDouble());
            for (int person = 0; person < most; person++) {
                String group = GROUPS.get(skewed(random, GROUPS.size()));
                List<String> all = new ArrayList<>(List.of(group));
                for (int y = 0; y < years; y++) {
                    boolean stays = y > 0 && random.nextInt(3) > 0;
                    String status = random.nextInt(6) == 0 ? Histories.GONE : STATUS.get(skewed(random, STATUS.size()));
                    all.add(stays ? all.get(y) : status);
                }
                if (moving) {
                    place(all, mobility, random);
                }
                if (all.stream().skip(1).anyMatch(status -> !status.equals(Histories.GONE))) {
                    persons.merge(List.copyOf(all), 1, Integer::sum);
                }
            }
        }

        /** Says where somebody is in the years in which he is there. */
        private static void place(List<String> all, Mobility mobility, SplittableRandom random) {
            int place = skewed(random, PLACES.size());
            for (int y = 1; y < all.size(); y++) {
                int drawn = skewed(random, PLACES.size());
                place = switch (mobility) {
                    case NONE, AWAY, COMING -> place;
                    case ONE_WAY -> Math.max(place, drawn);
                    case FREE -> drawn;
                };
                boolean last = place == PLACES.size() - 1;
                boolean gone = last && (mobility == Mobility.AWAY && y > 1 || mobility == Mobility.COMING && y == 1);
                boolean there = !gone && !all.get(y).equals(Histories.GONE);
                all.set(y, there ? all.get(y) + " " + PLACES.get(place) : Histories.GONE);
            }
        }

        private static int skewed(SplittableRandom random, int size) {
            double draw = random.nextDouble();
            return (int) (size * draw * draw);
        }

        int years() {
            return years;
        }

        boolean many() {
            return persons.values().stream().mapToInt(Integer::intValue).sum() >= MANY;
        }

        Tables tables() {
            FewPersons few = new FewPersons();
            for (int y = 0; y < years; y++) {
                List<String> lines = new ArrayList<>(List.of("no,group,status,place"));
                int[] number = {0};
                int year = y;
                persons.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey((a, b) -> a.toString().compareTo(b.toString())))
                        .forEach(entry -> {
                            for (int i = 0; i < entry.getValue(); i++) {
                                number[0]++;
                                String state = entry.getKey().get(year + 1);
                                if (!state.equals(Histories.GONE)) {
                                    lines.add(String.join(
                                            ",",
                                            Integer.toString(number[0]),
                                            entry.getKey().get(0),
                                            Histories.status(state),
                                            Histories.place(state)));
                                }
                            }
                        });
                few.at(FIRST_YEAR + y, String.join("\n", lines));
            }
            return few.tables(List.of(), List.of());
        }
    }
}
