package org.ecart.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecart.model.AtDate;
import org.ecart.model.Category;
import org.ecart.model.Period;
import org.ecart.model.Query;
import org.ecart.model.Rules;

/** The persons of a date with what is derived of them, as a table expression; other dates are joined by person. */
final class SqlPersons {
    static final String PERSON = "\"#person\"";

    private final OracleTables tables;
    private final Period period;
    private final List<Rules> derivations;
    private final SqlText text;

    SqlPersons(OracleTables tables, Period period, List<Rules> derivations) {
        this.tables = tables;
        this.period = period;
        this.derivations = derivations;
        this.text = new SqlText(period, tables.missing(), tables.amounts());
    }

    /** It knows the derived variables once {@link #table} was asked for. */
    SqlText text() {
        return text;
    }

    /** What cannot be had at this date, of what these variables and unread derivations need. */
    Set<String> absent(Set<String> variables) {
        Set<String> absent = new TreeSet<>();
        Set<String> derived = derivations.stream().map(Rules::variable).collect(Collectors.toSet());
        Set<String> needed = needed(variables);
        needed.stream()
                .filter(v -> !derived.contains(v) && !tables.variables(period).contains(v))
                .forEach(absent::add);
        for (Rules rules : derivations) {
            if (needed.contains(rules.variable()) && rules.derivation() instanceof AtDate at) {
                SqlPersons there = there(at);
                boolean delivered = !tables.variables(there.period).isEmpty();
                if (!delivered || !there.absent(Set.of(at.variable())).isEmpty()) {
                    absent.add(rules.variable());
                }
            }
        }
        return absent;
    }

    /** @param also whose persons come behind those of the date */
    String table(Set<String> variables, Optional<Query.Also> also, Optional<String> weight) {
        Set<String> needed = needed(variables);
        String from = tables.name(period);
        Optional<Period> other = also.map(a -> a.shift().from(period))
                .filter(date -> !tables.variables(date).isEmpty());
        if (other.isPresent()) {
            from = "(select * from " + from + " union all "
                    + onlyThere(other.get(), weight, also.get().carried()) + ")";
        }
        for (Rules rules : derivations) {
            if (!needed.contains(rules.variable())) {
                continue;
            }
            if (rules.derivation() instanceof AtDate at) {
                SqlPersons there = there(at);
                String table = there.table(Set.of(at.variable()), Optional.empty(), Optional.empty());
                text.missing(rules.variable(), missing(rules, there.text.missing(at.variable())));
                String read = tables.kept(
                        "select " + PERSON + " as p, " + SqlText.name(at.variable()) + " as v from " + table + " t");
                from = "(select f.*, coalesce(o.v, " + SqlText.text(at.absent()) + ") as "
                        + SqlText.name(rules.variable()) + " from " + from + " f left join " + read + " o on o.p = f."
                        + PERSON + ")";
            } else {
                from = "(select f.*, " + text.derived(rules) + " as " + SqlText.name(rules.variable()) + " from " + from
                        + " f)";
            }
        }
        return from;
    }

    private static Set<String> missing(Rules rules, Set<String> read) {
        Set<String> missing = new HashSet<>(read);
        rules.categories().stream()
                .filter(Category::missing)
                .map(Category::code)
                .forEach(missing::add);
        return missing;
    }

    private String onlyThere(Period other, Optional<String> weight, Set<String> carried) {
        List<String> columns = new ArrayList<>();
        for (String column : tables.columns(period)) {
            boolean known = column.equals("#person") || column.equals("#persons");
            boolean asked = weight.filter(column::equals).isPresent()
                    || carried.contains(column) && !tables.amounts().contains(column);
            columns.add(
                    known || asked && tables.variables(other).contains(column)
                            ? "o." + SqlText.name(column)
                            : tables.amounts().contains(column) ? "cast(null as decimal(38, 18))" : "'_N'");
        }
        return "select " + String.join(", ", columns) + " from " + tables.name(other)
                + " o where not exists (select 1 from " + tables.name(period) + " h where h." + PERSON + " = o."
                + PERSON + ")";
    }

    private SqlPersons there(AtDate at) {
        return new SqlPersons(tables, at.shift().from(period), behind(at.variable()));
    }

    /** What a variable is made of, at whatever date. */
    private List<Rules> behind(String variable) {
        Set<String> made = new HashSet<>(Set.of(variable));
        boolean more = true;
        while (more) {
            Set<String> inputs = derivations.stream()
                    .filter(r -> made.contains(r.variable()))
                    .flatMap(r -> r.derivation().inputs().stream())
                    .collect(Collectors.toSet());
            more = made.addAll(inputs);
        }
        return derivations.stream().filter(r -> made.contains(r.variable())).toList();
    }

    /** What is needed at this date: what only another date reads is not. */
    private Set<String> needed(Set<String> variables) {
        Set<String> needed = new HashSet<>(variables);
        derivations.stream()
                .map(Rules::variable)
                .filter(v -> derivations.stream()
                        .noneMatch(r -> r.derivation().inputs().contains(v)))
                .forEach(needed::add);
        boolean more = true;
        while (more) {
            Set<String> inputs = derivations.stream()
                    .filter(r -> needed.contains(r.variable()) && !(r.derivation() instanceof AtDate))
                    .flatMap(r -> r.derivation().inputs().stream())
                    .collect(Collectors.toSet());
            more = needed.addAll(inputs);
        }
        return needed;
    }
}
