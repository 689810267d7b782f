package org.ecart.derive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Condition.Bound;
import org.ecart.model.Condition.Comparison;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Rules;

/** Columns of codes, numbers and dates, and derived variables over them, some of which read others. */
final class RandomRules {
    static final Period PERIOD = Period.ofYear(2014);

    private static final List<String> CODES = List.of("BE", "FR", "MA", "TR", "IT", "01", "999", "stateless", "A, B");
    private static final List<String> NUMBERS = List.of("1", "01", "7", "18.0", "40", "64", "x");
    private static final List<String> DATES =
            List.of("2009-12-30", "2009-12-31", "2010-01-01", "2014-12-31", "2012-02-29", "2003-05-07", "soon");
    private static final List<String> RESULTS = List.of("r1", "r2", "r3", "r4", "r5");

    private final SplittableRandom random;
    private final Map<String, CodedColumn> columns = new LinkedHashMap<>();
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<Rules> rules = new ArrayList<>();
    private final int rows;

    RandomRules(long seed) {
        random = new SplittableRandom(seed);
        rows = random.nextInt(40) == 0 ? Chunks.SIZE + random.nextInt(6000) : random.nextInt(300);
        int inputs = random.nextInt(1, 8);
        for (int i = 0; i < inputs; i++) {
            add("v" + i);
        }
        columns.put("born", column(List.of("1950", "1990", "2000", "about 1960", "999")));
        values.put("born", List.of("1950", "1990", "2000", "about 1960", "999"));
        int derived = random.nextInt(1, 4);
        for (int i = 0; i < derived; i++) {
            Rules made = new Rules("d" + i, "random", "1", Labels.same("d"), categories(), derivation());
            rules.add(made);
            values.put(made.variable(), RESULTS);
        }
    }

    Frame frame() {
        return new Frame(PERIOD, rows, columns, Map.of(), Optional.empty(), Set.of());
    }

    List<Rules> rules() {
        return rules;
    }

    private void add(String variable) {
        List<String> from = pick(List.of(CODES, CODES, NUMBERS, DATES));
        List<String> some = from.stream().filter(v -> random.nextInt(5) > 0).toList();
        values.put(variable, from);
        columns.put(variable, column(some));
    }

    private CodedColumn column(List<String> some) {
        int places = Dictionary.FIRST + some.size();
        List<CodeSegment> segments = new ArrayList<>();
        for (int chunk = 0; chunk < Chunks.count(rows); chunk++) {
            int[] codes = random.ints(Chunks.length(chunk, rows), 0, places).toArray();
            // Wider than it needs to be, as a column is where another chunk holds many codes.
            segments.add(
                    random.nextInt(4) == 0 ? new CodeSegment.Ints(codes) : CodeSegment.pack(codes, 0, codes.length));
        }
        return new CodedColumn(new Dictionary(some), Set.of("999", "soon"), segments);
    }

    private static List<Category> categories() {
        return RESULTS.stream()
                .map(code -> new Category(code, Labels.same(code), false, code.equals("r5")))
                .toList();
    }

    private Rules.Derivation derivation() {
        return switch (random.nextInt(10)) {
            case 0 -> new Rules.Recode(input(), grouping("g"), result(), result());
            case 1 ->
                new Rules.Bands(
                        input(),
                        List.of(new Rules.Band("r1", 0, 7), new Rules.Band("r2", 7, 18), new Rules.Band("r3", 19, 99)),
                        result());
            default -> {
                List<Rules.Grouping> groupings = List.of(grouping("g"), grouping("h"));
                List<Rules.Rule> list = IntStream.range(0, random.nextInt(9))
                        .mapToObj(r -> new Rules.Rule("r" + r, condition(3), outcome()))
                        .toList();
                yield new Rules.FirstMatch(list, groupings, result());
            }
        };
    }

    private Rules.Grouping grouping(String id) {
        List<String> left = new ArrayList<>(CODES);
        List<Rules.Group> groups = new ArrayList<>();
        for (String code : List.of("r1", "r2", "r3")) {
            Set<String> members = new TreeSet<>();
            for (int m = random.nextInt(3); m > 0 && !left.isEmpty(); m--) {
                members.add(left.remove(random.nextInt(left.size())));
            }
            groups.add(new Rules.Group(code, List.copyOf(members)));
        }
        return new Rules.Grouping(id, groups, result());
    }

    private Rules.Outcome outcome() {
        return random.nextInt(3) == 0 ? new Rules.GroupOf(input(), pick(List.of("g", "h"))) : new Rules.Code(result());
    }

    private Condition condition(int depth) {
        int kind = random.nextInt(depth > 0 ? 14 : 8);
        String variable = input();
        return switch (kind) {
            case 0 -> new Condition.Known(variable);
            case 1 -> new Condition.Recorded(variable);
            case 2, 3 -> new Condition.In(variable, some(variable));
            case 4, 5 -> new Condition.NotIn(variable, some(variable));
            case 6, 7 -> new Condition.Compare(variable, pick(List.of(Comparison.values())), bound());
            case 8, 9 -> new Condition.Not(condition(depth - 1));
            case 10 -> random.nextInt(3) > 0 ? Condition.ALL : new Condition.Until(day());
            case 11, 12 -> new Condition.And(parts(depth));
            default -> new Condition.Or(parts(depth));
        };
    }

    private List<Condition> parts(int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(p -> condition(depth - 1))
                .toList();
    }

    private Bound bound() {
        return switch (random.nextInt(3)) {
            case 0 -> new Bound.Number(new BigDecimal(pick(List.of("1", "7.0", "18", "64.5"))));
            case 1 -> new Bound.ReferenceDate(pick(List.of(-5, -2, 0, 1)));
            default -> new Bound.Date(day());
        };
    }

    private LocalDate day() {
        return LocalDate.parse(pick(List.of("2009-12-31", "2010-01-01", "2012-02-29", "2014-12-31", "2015-01-01")));
    }

    private List<String> some(String variable) {
        List<String> all =
                new ArrayList<>(Optional.ofNullable(values.get(variable)).orElseThrow());
        all.addAll(List.of("_U", "_N", "nowhere"));
        return all.stream().filter(v -> random.nextInt(3) == 0).toList();
    }

    private String input() {
        return pick(List.copyOf(values.keySet()));
    }

    private String result() {
        return pick(RESULTS);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
