package org.ecart.batch;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ecart.files.ConditionText;
import org.ecart.files.PlainJson;
import org.ecart.i18n.Numbers;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.model.Value;
import org.ecart.study.RuleComparison;
import org.ecart.study.RuleReport;
import org.ecart.study.Tally;
import org.ecart.study.Unconfirmed;

/** What rules do as JSON, under a head line that says that it is not protected; formats in docs/rules.md. */
final class RuleJson {
    private final String notice;

    /** @param notice the head line */
    RuleJson(String notice) {
        this.notice = notice;
    }

    String report(RuleReport report, RuleReport.Question question) {
        Map<String, Object> tree = head("ecart/rule-report", report.threshold(), report.periods());
        tree.put("rules", report.rules().key());
        tree.put("labels", report.rules().labels());
        tree.put("toConfirm", Unconfirmed.of(report.rules()));
        tree.put("filter", ConditionText.print(question.filter()));
        tree.put("span", question.span());
        tree.put("population", tallies(report.population()));
        tree.put("lines", report.lines().stream().map(RuleJson::line).toList());
        tree.put(
                "outcomes",
                report.outcomes().stream()
                        .map(o -> group(o.category().code(), o.category().labels(), o.persons()))
                        .toList());
        tree.put(
                "conflicts",
                report.conflicts().stream()
                        .map(c -> ordered(
                                "decided",
                                report.lines().get(c.decided()).id(),
                                "later",
                                report.lines().get(c.later()).id(),
                                "persons",
                                tallies(c.persons())))
                        .toList());
        tree.put(
                "unmapped",
                report.unmapped().stream()
                        .map(u -> ordered(
                                "variable", u.variable(),
                                "grouping", u.grouping(),
                                "code", u.code(),
                                "persons", tallies(u.persons()),
                                "decided", tallies(u.decided())))
                        .toList());
        tree.put("unavailable", unavailable(report.unavailable()));
        return PlainJson.text(tree);
    }

    String comparison(RuleComparison comparison, RuleComparison.Question question) {
        Map<String, Object> tree = head("ecart/rule-comparison", comparison.threshold(), comparison.periods());
        tree.put("a", side(comparison.a()));
        tree.put("b", side(comparison.b()));
        tree.put("filter", ConditionText.print(question.filter()));
        tree.put("population", tallies(comparison.population()));
        tree.put(
                "flows",
                comparison.flows().stream()
                        .map(f -> ordered("from", f.from(), "to", f.to(), "persons", tallies(f.persons())))
                        .toList());
        tree.put("indicator", comparison.indicator().id());
        tree.put("span", comparison.span());
        tree.put(
                "headlines",
                comparison.headlines().stream()
                        .map(h -> ordered(
                                "code",
                                h.code(),
                                "labels",
                                h.labels(),
                                "years",
                                h.years().stream()
                                        .map(p -> ordered(
                                                "a", p.a().map(RuleJson::figures), "b", p.b().map(RuleJson::figures)))
                                        .toList()))
                        .toList());
        tree.put("unavailable", unavailable(comparison.unavailable()));
        return PlainJson.text(tree);
    }

    private Map<String, Object> head(String format, int threshold, List<Period> periods) {
        return ordered("format", format, "version", 1, "notice", notice, "threshold", threshold, "periods", periods);
    }

    private static Map<String, Object> line(RuleReport.Line line) {
        Optional<String> gives =
                line.outcome().map(o -> o instanceof Rules.Code code ? code.code() : ((Rules.GroupOf) o).variable());
        boolean group = line.outcome().filter(Rules.GroupOf.class::isInstance).isPresent();
        return ordered(
                "kind",
                line.kind().name().toLowerCase(Locale.ROOT),
                "id",
                line.id(),
                "text",
                line.text(),
                group ? "groupOf" : "then",
                gives,
                "persons",
                tallies(line.persons()));
    }

    private static Map<String, Object> side(RuleComparison.Side side) {
        return ordered(
                "rules",
                side.rules().key(),
                "labels",
                side.rules().labels(),
                "toConfirm",
                Unconfirmed.of(side.rules()),
                "groups",
                side.groups().stream()
                        .map(g -> group(g.category().code(), g.category().labels(), g.persons()))
                        .toList());
    }

    private static Map<String, Object> group(String code, Object labels, List<Optional<Tally>> persons) {
        return ordered("code", code, "labels", labels, "persons", tallies(persons));
    }

    private static Map<String, Object> figures(RuleComparison.Figures figures) {
        return ordered("rate", value(figures.rate()), "gap", value(figures.gap()));
    }

    private static Map<String, Object> value(Value value) {
        return ordered(
                "value",
                value.number().map(RuleJson::number),
                "status",
                value.status().code());
    }

    private static List<Optional<Map<String, Object>>> tallies(List<Optional<Tally>> tallies) {
        return tallies.stream()
                .map(tally -> tally.map(t ->
                        ordered("persons", t.persons(), "share", t.share().map(RuleJson::number), "small", t.small())))
                .toList();
    }

    private static BigDecimal number(BigDecimal exact) {
        return new BigDecimal(Numbers.plain(exact));
    }

    private static Map<String, Object> unavailable(Map<Period, Set<String>> variables) {
        Map<String, Object> sorted = new TreeMap<>();
        variables.forEach((period, names) -> sorted.put(period.toString(), new TreeSet<>(names)));
        return sorted;
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return map;
    }
}
