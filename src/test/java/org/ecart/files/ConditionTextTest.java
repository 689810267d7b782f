package org.ecart.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ecart.model.Condition;
import org.ecart.model.Condition.Bound;
import org.ecart.model.Condition.Comparison;
import org.ecart.model.EcartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTextTest {
    private static final List<String> CODES =
            List.of("BE", "01", "", "a \"b\" \\ c", "it's", "\\\"", "é\n", "and", "_U");
    private static final List<String> VARIABLES = List.of(
            "x",
            "origin",
            "a.b_2",
            "in",
            "and",
            "or",
            "known",
            "date",
            "reference",
            "between",
            "years",
            "group",
            "until",
            "of",
            "origin@2013",
            "origin@statbel@2022");

    private static final List<Comparison> COMPARISONS = List.of(Comparison.values());

    @Test
    void andBindsCloserThanOr() {
        assertThat(ConditionText.parse("a = \"1\" or b = \"2\" and c = \"3\""))
                .isEqualTo(new Condition.Or(
                        List.of(in("a", "1"), new Condition.And(List.of(in("b", "2"), in("c", "3"))))));
        assertThat(ConditionText.parse("(a = '1' or b = '2') and c = '3'"))
                .isEqualTo(new Condition.And(
                        List.of(new Condition.Or(List.of(in("a", "1"), in("b", "2"))), in("c", "3"))));
    }

    @Test
    void notBindsCloserThanAnd() {
        assertThat(ConditionText.parse("not a = \"1\" and known(b)"))
                .isEqualTo(new Condition.And(List.of(new Condition.Not(in("a", "1")), new Condition.Known("b"))));
    }

    @Test
    void codesAreQuotedAndNumbersAreNot() {
        assertThat(ConditionText.parse("x = \"01\"")).isEqualTo(in("x", "01"));
        assertThat(ConditionText.parse("x = 01"))
                .isEqualTo(new Condition.Compare("x", Comparison.EQUAL, new Bound.Number(new BigDecimal("01"))));
        assertThat(ConditionText.parse("x not in (\"a\", 'b')")).isEqualTo(new Condition.NotIn("x", List.of("a", "b")));
    }

    @Test
    void betweenIncludesBothEnds() {
        assertThat(ConditionText.parse("age between -1 and 64 and known(x)"))
                .isEqualTo(new Condition.And(List.of(
                        new Condition.And(List.of(
                                compare("age", Comparison.AT_LEAST, "-1"), compare("age", Comparison.AT_MOST, "64"))),
                        new Condition.Known("x"))));
    }

    @Test
    void datesAreFixedOrReckonedFromTheReferenceDate() {
        assertThat(ConditionText.parse("d < reference - 5 years"))
                .isEqualTo(new Condition.Compare("d", Comparison.LESS, new Bound.ReferenceDate(-5)));
        assertThat(ConditionText.parse("d >= date \"2009-12-31\""))
                .isEqualTo(new Condition.Compare("d", Comparison.AT_LEAST, new Bound.Date(LocalDate.of(2009, 12, 31))));
    }

    @Test
    void groupsAndParametersAreNamed() {
        assertThat(ConditionText.parse("x in group \"EU\" of country"))
                .isEqualTo(new Condition.InGroup("x", "EU", "country"));
        assertThat(ConditionText.parse("x not in group 'BE' of country@2013"))
                .isEqualTo(new Condition.NotInGroup("x", "BE", "country@2013"));
        assertThat(ConditionText.parse("d < reference - $settled_years years"))
                .isEqualTo(new Condition.Compare(
                        "d", Comparison.LESS, new Bound.ReferenceParameter(false, "settled_years")));
        assertThat(ConditionText.parse("until(\"2007-12-31\")"))
                .isEqualTo(new Condition.Until(LocalDate.of(2007, 12, 31)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "x == \"1\", =, 4",
                "x = BE, BE, 5",
                "x & y, &, 3",
                "x = \"a, `\"`, 5",
                "x = \"a\" y, y, 9",
                "x in \"a\", a, 6",
                "x not \"a\", a, 7",
                "(x = \"a\" or y), ), 14",
                "d < reference - 1000 years, 1000, 17",
                "x + 1, +, 3",
                "x in group EU of country, EU, 12",
                "x in group \"EU\" in country, in, 17",
                "x not in group \"EU\" of \"country\", country, 24",
                "d < reference - $n months, months, 20",
                "x < $5, 5, 6",
                "until(2007), 2007, 7"
            })
    void aMistakeIsToldWithItsPlace(String text, String what, int place) {
        assertThatThrownBy(() -> ConditionText.parse(text)).isInstanceOfSatisfying(EcartException.class, e -> {
            assertThat(e.key()).isEqualTo("files.condition.unexpected");
            assertThat(e.arguments()).containsExactly(what, place);
        });
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``, files.condition.end",
                "x =, files.condition.end",
                "x = \"a\" and, files.condition.end",
                "(x = \"a\", files.condition.end",
                "x < \"5\", files.condition.code_order",
                "d < date \"2009-02-30\", files.condition.date",
                "until(\"2007-02-29\"), files.condition.date",
                "x in group \"EU\", files.condition.end"
            })
    void whatCannotBeMeantIsRefused(String text, String key) {
        assertThatThrownBy(() -> ConditionText.parse(text))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not "})
    void nestingWithoutEndIsRefusedAndDoesNotOverflow(String sign) {
        assertThatThrownBy(() -> ConditionText.parse(sign.repeat(100_000) + "all"))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("files.condition.deep"));
    }

    @Test
    void aVeryLongCodeIsReadLikeAnyOther() {
        String code = "\\\"x".repeat(50_000);
        assertThat(ConditionText.parse(ConditionText.print(in("x", code)))).isEqualTo(in("x", code));
    }

    @Test
    void everyConditionIsPrintedInAFormThatIsReadBack() {
        for (long seed = 1; seed <= 2_000; seed++) {
            Condition condition = random(new Random(seed), 4);
            String text = ConditionText.print(condition);
            assertThat(ConditionText.parse(text))
                    .as("seed " + seed + ": " + text)
                    .isEqualTo(condition);
        }
    }

    private static Condition random(Random random, int depth) {
        String variable = VARIABLES.get(random.nextInt(VARIABLES.size()));
        return switch (random.nextInt(depth > 0 ? 11 : 8)) {
            case 0 -> new Condition.In(variable, codes(random));
            case 1 -> new Condition.NotIn(variable, codes(random));
            case 2 -> new Condition.Known(variable);
            case 3 -> new Condition.Recorded(variable);
            case 4 ->
                new Condition.Compare(variable, COMPARISONS.get(random.nextInt(COMPARISONS.size())), bound(random));
            case 5 -> new Condition.InGroup(variable, CODES.get(random.nextInt(CODES.size())), "country");
            case 6 -> new Condition.NotInGroup(variable, CODES.get(random.nextInt(CODES.size())), "country");
            case 7 -> new Condition.Until(LocalDate.of(1900 + random.nextInt(200), 1 + random.nextInt(12), 28));
            case 8 -> new Condition.Not(random.nextInt(5) == 0 ? Condition.ALL : random(random, depth - 1));
            case 9 -> new Condition.And(several(random, depth - 1));
            default -> new Condition.Or(several(random, depth - 1));
        };
    }

    private static List<Condition> several(Random random, int depth) {
        return IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(i -> random(random, depth))
                .toList();
    }

    private static List<String> codes(Random random) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(i -> CODES.get(random.nextInt(CODES.size())))
                .toList();
    }

    private static Bound bound(Random random) {
        return switch (random.nextInt(5)) {
            case 3 -> new Bound.Parameter("settled_years");
            case 4 -> new Bound.ReferenceParameter(random.nextBoolean(), "settled_years");
            case 0 -> new Bound.Number(BigDecimal.valueOf(random.nextInt(2001) - 1000, random.nextInt(4)));
            case 1 -> new Bound.ReferenceDate(random.nextInt(1999) - 999);
            default -> new Bound.Date(LocalDate.of(1900 + random.nextInt(200), 1 + random.nextInt(12), 28));
        };
    }

    private static Condition in(String variable, String code) {
        return new Condition.In(variable, List.of(code));
    }

    private static Condition compare(String variable, Comparison comparison, String number) {
        return new Condition.Compare(variable, comparison, new Bound.Number(new BigDecimal(number)));
    }
}
