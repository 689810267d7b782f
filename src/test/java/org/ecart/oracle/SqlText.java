package org.ecart.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Period;
import org.ecart.model.Rules;

/**
 * Conditions and rules as SQL over a table in which every variable is a text that is never null: the code, {@code _U}
 * for an empty field, {@code _N} for a person without a row.
 */
final class SqlText {
    private static final String NUMBER = "'^[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?$'";
    private static final String DATE = "'^[0-9]{4}-[0-9]{2}-[0-9]{2}$'";

    private final Period period;
    private final Map<String, Set<String>> missing;
    private final Set<String> amounts;

    /**
     * @param missing for each stored variable the codes that mean "not known"
     * @param amounts the variables that are numbers, null where they are not known
     */
    SqlText(Period period, Map<String, Set<String>> missing, Set<String> amounts) {
        this.period = period;
        this.amounts = Set.copyOf(amounts);
        this.missing = new HashMap<>(missing);
    }

    /** The value of a derived variable. Later conditions know which of its codes mean "not known". */
    String derived(Rules rules) {
        String sql = derivation(rules.derivation());
        missing.put(
                rules.variable(),
                rules.categories().stream()
                        .filter(Category::missing)
                        .map(Category::code)
                        .collect(Collectors.toSet()));
        return sql;
    }

    /** The codes of a variable that mean "not known". */
    Set<String> missing(String variable) {
        return missing.getOrDefault(variable, Set.of());
    }

    void missing(String variable, Set<String> codes) {
        missing.put(variable, codes);
    }

    private String derivation(Rules.Derivation derivation) {
        if (derivation instanceof Rules.FirstMatch first) {
            List<String> cases = new ArrayList<>();
            for (Rules.Rule rule : first.rules()) {
                cases.add(" when " + condition(rule.when()) + " then " + outcome(first, rule.outcome()));
            }
            return cases.isEmpty()
                    ? text(first.otherwise())
                    : "case" + String.join("", cases) + " else " + text(first.otherwise()) + " end";
        }
        if (derivation instanceof Rules.Recode recode) {
            String v = name(recode.variable());
            return "case when " + v + " = '_N' then " + text(recode.noRecord()) + " when not "
                    + known(recode.variable())
                    + " then " + text(recode.unknown()) + " else " + grouped(recode.variable(), recode.grouping())
                    + " end";
        }
        if (derivation instanceof Rules.Bands bands) {
            String v = name(bands.variable());
            String cases = bands.bands().stream()
                    .map(b -> " when cast(" + v + " as decfloat) between " + b.from() + " and " + b.to() + " then "
                            + text(b.code()))
                    .collect(Collectors.joining());
            String banded = cases.isEmpty()
                    ? text(bands.otherwise())
                    : "case" + cases + " else " + text(bands.otherwise()) + " end";
            return "case when " + looksLike(bands.variable(), NUMBER) + " then " + banded + " else "
                    + text(bands.otherwise()) + " end";
        }
        String born = ((Rules.Age) derivation).birthYear();
        return "case when " + name(born) + " = '_N' then '_N' when " + looksLike(born, "'^[0-9]{4}$'") + " then cast("
                + period.year() + " - cast(" + name(born) + " as int) as varchar) else '_U' end";
    }

    private static String outcome(Rules.FirstMatch first, Rules.Outcome outcome) {
        return outcome instanceof Rules.Code code
                ? text(code.code())
                : grouped(((Rules.GroupOf) outcome).variable(), first.grouping(((Rules.GroupOf) outcome).grouping()));
    }

    private static String grouped(String variable, Rules.Grouping grouping) {
        String cases = grouping.groups().stream()
                .map(g -> " when " + oneOf(variable, g.members()) + " then " + text(g.code()))
                .collect(Collectors.joining());
        return cases.isEmpty()
                ? text(grouping.otherwise())
                : "case" + cases + " else " + text(grouping.otherwise()) + " end";
    }

    String condition(Condition condition) {
        if (condition instanceof Condition.All) {
            return "true";
        }
        if (condition instanceof Condition.Not not) {
            return "(not " + condition(not.condition()) + ")";
        }
        if (condition instanceof Condition.And and) {
            return joined(and.conditions(), " and ", "true");
        }
        if (condition instanceof Condition.Or or) {
            return joined(or.conditions(), " or ", "false");
        }
        if (condition instanceof Condition.In in) {
            return oneOf(in.variable(), in.codes());
        }
        if (condition instanceof Condition.NotIn in) {
            return "(" + known(in.variable()) + " and not " + oneOf(in.variable(), in.codes()) + ")";
        }
        if (condition instanceof Condition.Known known) {
            return known(known.variable());
        }
        if (condition instanceof Condition.Until until) {
            return "(date '" + period.date() + "' <= date '" + until.day() + "')";
        }
        if (condition instanceof Condition.Recorded recorded) {
            return "(" + name(recorded.variable()) + " <> '_N')";
        }
        return compared((Condition.Compare) condition);
    }

    private String compared(Condition.Compare compare) {
        String sign =
                switch (compare.comparison()) {
                    case LESS -> " < ";
                    case AT_MOST -> " <= ";
                    case EQUAL -> " = ";
                    case DIFFERENT -> " <> ";
                    case AT_LEAST -> " >= ";
                    case MORE -> " > ";
                };
        String v = name(compare.variable());
        if (amounts.contains(compare.variable())) {
            return "(" + v + " is not null and " + v + sign + ((Condition.Bound.Number) compare.bound()).value() + ")";
        }
        if (compare.bound() instanceof Condition.Bound.Number number) {
            return "(case when " + looksLike(compare.variable(), NUMBER) + " then cast(" + v + " as decfloat)" + sign
                    + "cast('" + number.value() + "' as decfloat) else false end)";
        }
        String value = "cast(" + v + " as date)";
        String compared = compare.bound() instanceof Condition.Bound.Date date
                ? value + sign + "date '" + date.date() + "'"
                : reckoned(value, sign, ((Condition.Bound.ReferenceDate) compare.bound()).plusYears());
        return "(case when " + looksLike(compare.variable(), DATE) + " then " + compared + " else false end)";
    }

    /** "Before the reference date less 5 years" is: the date plus 5 years is before the reference date. */
    private String reckoned(String value, String sign, int years) {
        String reference = "date '" + period.date() + "'";
        return years < 0
                ? "dateadd(year, " + -years + ", " + value + ")" + sign + reference
                : value + sign + "dateadd(year, " + years + ", " + reference + ")";
    }

    private String joined(List<Condition> conditions, String word, String none) {
        return conditions.isEmpty()
                ? none
                : conditions.stream().map(this::condition).collect(Collectors.joining(word, "(", ")"));
    }

    private String looksLike(String variable, String form) {
        return known(variable) + " and regexp_like(" + name(variable) + ", " + form + ")";
    }

    private String known(String variable) {
        if (amounts.contains(variable)) {
            return "(" + name(variable) + " is not null)";
        }
        List<String> unknown = new ArrayList<>(missing.getOrDefault(variable, Set.of()));
        unknown.add(Category.UNKNOWN);
        unknown.add(Category.NO_RECORD);
        return "(not " + oneOf(variable, unknown) + ")";
    }

    private static String oneOf(String variable, List<String> codes) {
        return codes.isEmpty()
                ? "false"
                : codes.stream()
                        .map(SqlText::text)
                        .collect(Collectors.joining(", ", "(" + name(variable) + " in (", "))"));
    }

    static String name(String variable) {
        return '"' + variable + '"';
    }

    static String text(String code) {
        return "'" + code.replace("'", "''") + "'";
    }
}
