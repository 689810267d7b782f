package org.ecart.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ecart.model.AtDate;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Cuts;
import org.ecart.model.Fraction;
import org.ecart.model.Period;
import org.ecart.model.Query;
import org.ecart.model.Rules;
import org.ecart.model.Shift;

/**
 * Random questions about a random delivery: rules upon rules, conditions of every kind, up to four dimensions, amounts with
 * quantiles.
 */
final class RandomQueries {
    private final Random random;
    private final List<String> weights;
    private final Map<String, List<String>> pools;
    private final List<Period> periods;
    /** How far other dates may lie that are read; none = none is read. */
    private final List<Shift> shifts;

    RandomQueries(Random random, RandomDelivery delivery) {
        this(random, delivery, List.of());
    }

    RandomQueries(Random random, RandomDelivery delivery, List<Shift> shifts) {
        this.random = random;
        this.periods = delivery.periods();
        this.shifts = List.copyOf(shifts);
        this.weights = delivery.weights();
        this.pools = new LinkedHashMap<>(delivery.pools());
    }

    Query next() {
        Map<String, List<String>> stored = new LinkedHashMap<>(pools);
        List<Rules> derivations = new ArrayList<>();
        int count = random.nextInt(5);
        for (int d = 0; d < count; d++) {
            derivations.add(rules("derived." + d));
        }
        List<String> dimensions = new ArrayList<>(pools.keySet());
        Collections.shuffle(dimensions, random);
        // Every second question counts by what it derives.
        if (random.nextBoolean()) {
            derivations.forEach(r -> {
                dimensions.remove(r.variable());
                dimensions.add(0, r.variable());
            });
        }
        Optional<Query.Amount> amount = random.nextInt(3) == 0 ? Optional.of(amount()) : Optional.empty();
        boolean cut = amount.filter(a -> !a.quantiles().isEmpty()).isPresent();
        Query query = new Query(
                new Query.Source(any(periods), weight(cut), also(stored.keySet())),
                derivations,
                dimensions.subList(0, Math.min(dimensions.size(), random.nextInt(5))),
                random.nextBoolean() ? Condition.ALL : condition(3),
                amount);
        pools.clear();
        pools.putAll(stored);
        return query;
    }

    /** @param stored of which some are carried over from the other date */
    private Optional<Query.Also> also(Set<String> stored) {
        if (shifts.isEmpty() || random.nextInt(3) > 0) {
            return Optional.empty();
        }
        Set<String> carried = new TreeSet<>(stored);
        carried.removeIf(v -> random.nextBoolean());
        return Optional.of(new Query.Also(any(shifts), carried));
    }

    /** What cuts an amount must not be negative, as wages of the delivery may be. */
    private Optional<String> weight(boolean cut) {
        List<String> from = weights.stream()
                .filter(w -> !cut || !w.equals(RandomDelivery.WAGE))
                .toList();
        return from.isEmpty() || random.nextBoolean() ? Optional.empty() : Optional.of(any(from));
    }

    private Query.Amount amount() {
        return new Query.Amount(
                any(weights),
                switch (random.nextInt(4)) {
                    case 0 -> List.of();
                    case 1 -> List.of(Fraction.HALF);
                    case 2 -> new Cuts(RandomDelivery.WAGE, Condition.ALL, 2 + random.nextInt(30), "else").shares();
                    default -> List.of(share(), share(), share());
                },
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new Query.Telling(1 + random.nextInt(5), 1 + random.nextInt(30))));
    }

    private Fraction share() {
        int denominator = 2 + random.nextInt(random.nextBoolean() ? 5 : 999_999);
        return new Fraction(1 + random.nextInt(denominator - 1), denominator);
    }

    private Rules rules(String variable) {
        if (!shifts.isEmpty() && random.nextInt(2) == 0) {
            return atDate(variable);
        }
        Rules.Derivation derivation =
                switch (random.nextInt(7)) {
                    case 4 -> classes();
                    case 0 -> new Rules.Age("birth");
                    case 3 -> crosswalk();
                    case 1 -> new Rules.Recode(variable(), grouping("g"), "not known", "no row");
                    case 2 -> bands();
                    default -> firstMatch();
                };
        List<Category> categories = new ArrayList<>();
        for (String code : derivation.outcomes()) {
            categories.add(new Category(code, RandomDelivery.label(), false, random.nextInt(6) == 0));
        }
        Collections.shuffle(categories, random);
        pools.put(
                variable,
                derivation instanceof Rules.Age
                        ? List.of("18", "38", "63", "64", "1")
                        : List.copyOf(derivation.outcomes()));
        return new Rules(variable, "random", "1", RandomDelivery.label(), categories, derivation);
    }

    /** The absent have a code of their own or one that others have too. */
    private Rules atDate(String variable) {
        String read = variable();
        List<String> pool = new ArrayList<>(pools.getOrDefault(read, List.of()));
        String absent = random.nextInt(4) == 0 && !pool.isEmpty() ? any(pool) : "absent";
        pool.add(absent);
        pools.put(variable, pool);
        Category category = new Category(absent, RandomDelivery.label(), false, random.nextInt(4) == 0);
        return new Rules(
                variable,
                "random",
                "1",
                RandomDelivery.label(),
                List.of(category),
                new AtDate(read, any(shifts), absent));
    }

    private Rules.Bands bands() {
        List<Rules.Band> bands = new ArrayList<>();
        int from = -5;
        int count = random.nextInt(4);
        for (int b = 0; b < count; b++) {
            int to = from + random.nextInt(60);
            bands.add(new Rules.Band("band" + b, from, to));
            from = to + 1 + random.nextInt(3);
        }
        return new Rules.Bands(numeric(), bands, "outside");
    }

    private Rules.FirstMatch firstMatch() {
        List<Rules.Grouping> groupings = List.of(grouping("g"), grouping("h"));
        List<Rules.Rule> rules = new ArrayList<>();
        int count = random.nextInt(5);
        for (int r = 0; r < count; r++) {
            Rules.Outcome outcome = random.nextBoolean()
                    ? new Rules.Code("rule" + random.nextInt(3))
                    : new Rules.GroupOf(variable(), random.nextBoolean() ? "g" : "h");
            rules.add(new Rules.Rule("r" + r, random.nextInt(3) == 0 ? named(groupings) : condition(2), outcome));
        }
        return new Rules.FirstMatch(rules, groupings, Map.of("years", random.nextInt(9)), "else");
    }

    /** A condition with a group or a parameter by name. */
    private Condition named(List<Rules.Grouping> groupings) {
        String id = any(groupings).id();
        String group = id + random.nextInt(3);
        return switch (random.nextInt(3)) {
            case 0 -> new Condition.InGroup(variable(), group, id);
            case 1 -> new Condition.NotInGroup(variable(), group, id);
            default ->
                new Condition.Compare(
                        variable(),
                        any(List.of(Condition.Comparison.values())),
                        new Condition.Bound.ReferenceParameter(random.nextBoolean(), "years"));
        };
    }

    /** Classes of an amount between some cuts. */
    private Rules.FirstMatch classes() {
        List<BigDecimal> cuts = IntStream.range(0, random.nextInt(9))
                .mapToObj(c -> threshold())
                .sorted()
                .toList();
        return new Cuts(RandomDelivery.WAGE, condition(1), cuts.size() + 2, "else").at(cuts);
    }

    private Rules.Crosswalk crosswalk() {
        LocalDate until = any(periods).date().minusDays(random.nextInt(2));
        return new Rules.Crosswalk(variable(), until, grouping("g"), "not known", "no row");
    }

    private Rules.Grouping grouping(String id) {
        List<String> codes = new ArrayList<>(
                new TreeSet<>(pools.values().stream().flatMap(List::stream).toList()));
        Collections.shuffle(codes, random);
        int first = random.nextInt(codes.size());
        int second = first + random.nextInt(codes.size() - first);
        return new Rules.Grouping(
                id,
                List.of(
                        new Rules.Group(id + "1", codes.subList(0, first)),
                        new Rules.Group(id + "2", codes.subList(first, second))),
                id + "0");
    }

    private Condition condition(int depth) {
        if (depth > 0 && random.nextInt(2) == 0) {
            List<Condition> parts = new ArrayList<>();
            int count = random.nextInt(4);
            for (int p = 0; p < count; p++) {
                parts.add(condition(depth - 1));
            }
            return switch (random.nextInt(3)) {
                case 0 -> new Condition.And(parts);
                case 1 -> new Condition.Or(parts);
                default -> new Condition.Not(condition(depth - 1));
            };
        }
        return switch (random.nextInt(12)) {
            case 10 -> new Condition.Known(RandomDelivery.WAGE);
            case 11 ->
                new Condition.Compare(
                        RandomDelivery.WAGE,
                        any(List.of(Condition.Comparison.values())),
                        new Condition.Bound.Number(threshold()));
            case 0 -> Condition.ALL;
            case 9 -> new Condition.Until(any(periods).date().minusDays(random.nextInt(2)));
            case 1 -> new Condition.Known(variable());
            case 2 -> new Condition.Recorded(variable());
            case 3, 4 -> in();
            case 5 -> new Condition.NotIn(in().variable(), in().codes());
            default -> compare();
        };
    }

    private Condition.In in() {
        String variable = variable();
        List<String> codes = new ArrayList<>(pools.getOrDefault(variable, List.of()));
        codes.addAll(List.of("nobody's", Category.UNKNOWN, Category.NO_RECORD));
        Collections.shuffle(codes, random);
        return new Condition.In(variable, codes.subList(0, random.nextInt(codes.size() + 1)));
    }

    private Condition compare() {
        Condition.Comparison comparison = any(List.of(Condition.Comparison.values()));
        return switch (random.nextInt(6)) {
            case 0 ->
                new Condition.Compare(
                        variable(), comparison, new Condition.Bound.ReferenceDate(random.nextInt(11) - 8));
            case 1 ->
                new Condition.Compare(
                        variable(),
                        comparison,
                        new Condition.Bound.Date(LocalDate.of(2008 + random.nextInt(9), 2, 28)));
            default ->
                new Condition.Compare(
                        numeric(),
                        comparison,
                        new Condition.Bound.Number(any(List.of(
                                new BigDecimal("1.5"),
                                BigDecimal.valueOf(7),
                                BigDecimal.valueOf(1975),
                                BigDecimal.valueOf(20),
                                new BigDecimal("-0.50")))));
        };
    }

    /** A number that amounts are about, with fewer or more decimals than they have, or beyond all of them. */
    private BigDecimal threshold() {
        return switch (random.nextInt(6)) {
            case 0 -> BigDecimal.ZERO;
            case 1 -> BigDecimal.valueOf(random.nextInt(200_000), 1 + random.nextInt(4));
            case 2 -> new BigDecimal(any(List.of("-100000000000000000000", "100000000000000000000", "0.00000000001")));
            default -> BigDecimal.valueOf(random.nextInt(12_000) - 2_000);
        };
    }

    private String variable() {
        return any(List.copyOf(pools.keySet()));
    }

    /** A variable some of whose values are numbers, mostly. */
    private String numeric() {
        List<String> numbers = pools.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(v -> v.matches("[-+]?[0-9]+")))
                .map(Map.Entry::getKey)
                .toList();
        return random.nextInt(10) == 0 ? variable() : any(numbers);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
