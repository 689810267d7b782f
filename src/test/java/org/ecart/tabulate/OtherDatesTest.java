package org.ecart.tabulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ecart.files.Definitions;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.frame.PersonSegment;
import org.ecart.frame.Persons;
import org.ecart.model.AtDate;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Query;
import org.ecart.model.Rules;
import org.ecart.model.Shift;
import org.junit.jupiter.api.Test;

/**
 * Six persons in two years: 1 stays in work, 2 loses it, 3 seeks it and is gone, 4 is new and works, 5 finds work, and of 6
 * nothing is known at first.
 */
class OtherDatesTest {
    private static final List<String> STATUS = List.of("work", "seek");

    private final FrameSource years = new Years(Map.of(
            Period.ofYear(2014), Map.of(1, "work", 2, "work", 3, "seek", 5, "seek", 6, ""),
            Period.ofYear(2015), Map.of(1, "work", 2, "seek", 4, "work", 5, "work", 6, "work")));

    private static final Rules NEXT = at("next", "status", new Shift.Years(1), "gone");
    private static final Rules BEFORE = at("before", "status", new Shift.Years(-1), "new");
    private static final Rules NOW = at("now", "status", new Shift.Years(0), "new");

    @Test
    void aTransitionIsTheStatusOfBothYears() {
        assertThat(cells(2014, List.of(NEXT), "status", "next"))
                .containsOnly(
                        Map.entry("work work", 1L),
                        Map.entry("work seek", 1L),
                        Map.entry("seek gone", 1L),
                        Map.entry("seek work", 1L),
                        Map.entry("_U work", 1L));
    }

    @Test
    void aYearBeforeOneMayNotHaveBeenThere() {
        assertThat(cells(2015, List.of(BEFORE), "before", "status"))
                .containsOnly(
                        Map.entry("work work", 1L),
                        Map.entry("work seek", 1L),
                        Map.entry("new work", 1L),
                        Map.entry("seek work", 1L),
                        Map.entry("_U work", 1L));
    }

    @Test
    void whoIsOnlyInTheOtherYearIsCountedWhereThatIsAsked() {
        Query.Source both = new Query.Source(Period.ofYear(2014), Optional.empty(), also());
        assertThat(cells(both, List.of(NOW, NEXT), "now", "next"))
                .containsOnly(
                        Map.entry("work work", 1L),
                        Map.entry("work seek", 1L),
                        Map.entry("seek gone", 1L),
                        Map.entry("seek work", 1L),
                        Map.entry("_U work", 1L),
                        Map.entry("new work", 1L));
        assertThat(cells(both, List.of(), "status")).containsEntry("_N", 1L);
    }

    @Test
    void whatIsCarriedIsThatOfTheOtherYear() {
        Query.Source carrying = new Query.Source(Period.ofYear(2014), Optional.empty(), also("status"));
        assertThat(cells(carrying, List.of(NOW), "now", "status")).containsEntry("new work", 1L);
    }

    /** As a table of 2014 counts them who counts the new ones too: 4 is new, and is what is carried over. */
    @Test
    void anotherDateMayBeReadWithThoseWhoAreOnlyAtAFurtherOne() {
        Rules counted = rules(
                "then", new AtDate("status", new Shift.Fixed(Period.ofYear(2014)), "absent", also("status")), "absent");
        Rules plain = at("then", "status", new Shift.Fixed(Period.ofYear(2014)), "absent");
        assertThat(cells(2015, List.of(counted), "then", "status")).containsEntry("work work", 2L);
        assertThat(cells(2015, List.of(plain), "then", "status"))
                .containsEntry("work work", 1L)
                .containsEntry("absent work", 1L);
    }

    private static Optional<Query.Also> also(String... carried) {
        return Optional.of(new Query.Also(new Shift.Years(1), Set.of(carried)));
    }

    @Test
    void whoIsOnlyInTheOtherYearWeighsWhatIsKnownThere() {
        Query.Source both = new Query.Source(Period.ofYear(2014), Optional.of("weight"), also());
        Cube cube = cube(both, List.of(), List.of(), Condition.ALL);
        // Five persons weigh 2014 each, the new one 2015.
        assertThat(cube.weight(0)).isEqualByComparingTo("12085");
    }

    @Test
    void aDerivedVariableIsMadeAtTheOtherDate() {
        Rules.Rule until =
                new Rules.Rule("early", new Condition.Until(Period.ofYear(2014).date()), new Rules.Code("early"));
        Rules era = rules("era", new Rules.FirstMatch(List.of(until), List.of(), "late"), "early", "late");
        assertThat(cells(2014, List.of(era, at("next", "era", new Shift.Years(1), "gone")), "era", "next"))
                .containsOnly(Map.entry("early late", 4L), Map.entry("early gone", 1L));
    }

    @Test
    void rulesMayReadTwoDates() {
        Condition kept =
                Condition.and(new Condition.In("status", List.of("work")), new Condition.In("next", List.of("work")));
        Rules stays = rules(
                "stays",
                new Rules.FirstMatch(List.of(new Rules.Rule("stays", kept, new Rules.Code("yes"))), List.of(), "no"),
                "yes",
                "no");
        assertThat(cells(2014, List.of(NEXT, stays), "stays")).containsOnly(Map.entry("yes", 1L), Map.entry("no", 4L));
    }

    @Test
    void twoStepsAreTwoYears() {
        Rules twice = at("twice", "next", new Shift.Years(-1), "new");
        assertThat(cells(2015, List.of(NEXT, twice), "twice"))
                .as("what persons of 2015 were going to be in 2014")
                .containsOnly(Map.entry("work", 3L), Map.entry("seek", 1L), Map.entry("new", 1L));
    }

    @Test
    void aDateThatWasNotDeliveredMakesTheVariableUnavailable() {
        Cube cube = cube(
                new Query.Source(Period.ofYear(2015), Optional.empty()), List.of(NEXT), List.of("next"), Condition.ALL);
        assertThat(cube.unavailable()).containsExactly("next");
    }

    @Test
    void aFileSaysWhichDateIsRead() {
        String text = """
                {"format": "ecart/rules", "version": 1, "variable": "next", "set": "own", "edition": "1",
                 "labels": "status a year later", "categories": [{"code": "gone", "labels": "gone"}],
                 "at": {"variable": "status", %s"absent": "gone"}}""";
        Rules later = Definitions.rules(text.formatted("\"years\": 1, "));
        assertThat(later.derivation()).isEqualTo(new AtDate("status", new Shift.Years(1), "gone"));
        assertThat(Definitions.rules(Definitions.text(later))).isEqualTo(later);
        Rules fixed = Definitions.rules(text.formatted("\"date\": \"2011\", "));
        assertThat(fixed.derivation()).isEqualTo(new AtDate("status", new Shift.Fixed(Period.ofYear(2011)), "gone"));
        assertThat(Definitions.rules(Definitions.text(fixed))).isEqualTo(fixed);
        for (String neither : List.of("", "\"years\": 1, \"date\": \"2011\", ")) {
            assertThatThrownBy(() -> Definitions.rules(text.formatted(neither))).isInstanceOf(EcartException.class);
        }
    }

    private Map<String, Long> cells(int year, List<Rules> rules, String... dimensions) {
        return cells(new Query.Source(Period.ofYear(year), Optional.empty()), rules, dimensions);
    }

    private Map<String, Long> cells(Query.Source source, List<Rules> rules, String... dimensions) {
        Cube cube = cube(source, rules, List.of(dimensions), Condition.ALL);
        Map<String, Long> cells = new TreeMap<>();
        for (int cell = 0; cell < cube.size(); cell++) {
            cells.put(String.join(" ", cube.codes(cell)), cube.persons()[cell]);
        }
        return cells;
    }

    private Cube cube(Query.Source source, List<Rules> rules, List<String> dimensions, Condition universe) {
        return new FrameTabulator(years, 2).tabulate(new Query(source, rules, dimensions, universe), Progress.NONE);
    }

    private static Rules at(String variable, String read, Shift shift, String absent) {
        return rules(variable, new AtDate(read, shift, absent), absent);
    }

    private static Rules rules(String variable, Rules.Derivation derivation, String... codes) {
        List<Category> categories = new ArrayList<>();
        for (String code : codes) {
            categories.add(Category.of(code, Labels.same(code)));
        }
        return new Rules(variable, "own", "1", Labels.same(variable), categories, derivation);
    }

    /** Persons with their status, by year; everyone weighs the year. */
    private record Years(Map<Period, Map<Integer, String>> all) implements FrameSource {
        @Override
        public Frame frame(Period period, Set<String> variables) {
            Dictionary dictionary = new Dictionary(STATUS);
            Map<Integer, String> status = of(period);
            int[] codes = status.values().stream()
                    .mapToInt(s -> dictionary.place(s).orElse(Dictionary.UNKNOWN))
                    .toArray();
            long[] weights =
                    status.values().stream().mapToLong(s -> period.year()).toArray();
            Map<String, CodedColumn> columns = new HashMap<>();
            columns.put(
                    "status", new CodedColumn(dictionary, Set.of(), List.of(CodeSegment.pack(codes, 0, codes.length))));
            return new Frame(
                    period,
                    codes.length,
                    columns,
                    Map.of("weight", AmountColumn.of(0, List.of(weights))),
                    Optional.empty(),
                    Set.of());
        }

        @Override
        public Optional<Persons> persons(Period period) {
            int[] persons = of(period).keySet().stream().mapToInt(i -> i).toArray();
            return persons.length == 0
                    ? Optional.empty()
                    : Optional.of(new Persons(Optional.empty(), () -> List.of(PersonSegment.pack(persons))));
        }

        private Map<Integer, String> of(Period period) {
            return new TreeMap<>(Optional.ofNullable(all.get(period)).orElse(Map.of()));
        }
    }
}
