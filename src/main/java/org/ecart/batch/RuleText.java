package org.ecart.batch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecart.files.ConditionText;
import org.ecart.i18n.Numbers;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Decimals;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.model.Status;
import org.ecart.model.Value;
import org.ecart.study.RuleComparison;
import org.ecart.study.RuleReport;
import org.ecart.study.RuleReport.Kind;
import org.ecart.study.Tally;
import org.ecart.study.Unconfirmed;

/** What rules do, as text in one language. Small counts carry a star; the head says that nothing here is protected. */
final class RuleText {
    private static final String SMALL = "*";
    /** As wide as the star, so that units stand below units. */
    private static final String NOT_SMALL = " ";

    private static final int SHARE_DECIMALS = 1;

    private final Console console;
    private final Language language;
    private final Numbers numbers;

    RuleText(Console console) {
        this.console = console;
        this.language = console.language();
        this.numbers = Numbers.of(language);
    }

    /** @param question what was asked: who is counted is said above */
    String report(RuleReport report, RuleReport.Question question) {
        List<String> parts = new ArrayList<>();
        String span = question.span().map(s -> said("study.note.span", s)).orElse("");
        String filter = question.filter() instanceof Condition.All
                ? ""
                : said("study.note.filter", ConditionText.print(question.filter()));
        parts.add(head(report.threshold()) + rules(report.rules()) + span + filter + unconfirmed(report.rules()));
        parts.add(lines(report));
        parts.add(outcomes(report));
        parts.add(conflicts(report));
        parts.add(unmapped(report));
        report.unavailable().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> parts.add(said("batch.derive.unavailable", e.getKey(), sorted(e.getValue()))));
        parts.removeIf(String::isEmpty);
        return String.join("\n", parts);
    }

    String comparison(RuleComparison comparison) {
        List<String> parts = new ArrayList<>();
        parts.add(head(comparison.threshold())
                + "A  " + rules(comparison.a().rules())
                + "B  " + rules(comparison.b().rules())
                + notes(comparison)
                + unconfirmed(comparison.a().rules(), comparison.b().rules()));
        parts.add(flow(comparison));
        parts.add(headlines(comparison));
        comparison.unavailable().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> parts.add(said("batch.derive.unavailable", e.getKey(), sorted(e.getValue()))));
        return String.join("\n", parts);
    }

    /** The notes of both tables, once each: ages, filter, weight, breaks. */
    private String notes(RuleComparison comparison) {
        return Stream.of(comparison.a(), comparison.b())
                .flatMap(side -> side.headline().caption().notes().stream())
                .map(note -> in(note) + "\n")
                .distinct()
                .collect(Collectors.joining());
    }

    private String head(int threshold) {
        String small = threshold > 1 ? said("batch.derive.small", SMALL, threshold - 1) : "";
        return said("batch.derive.internal") + small;
    }

    private String rules(Rules rules) {
        return said("study.rules", rules.labels(), rules.set(), rules.edition());
    }

    /** What is to be confirmed of some rule sets, each remark once. */
    private String unconfirmed(Rules... sets) {
        return Stream.of(sets)
                .flatMap(rules -> Unconfirmed.of(rules).stream())
                .map(text -> said("batch.derive.to_confirm", in(text)))
                .distinct()
                .collect(Collectors.joining());
    }

    private String lines(RuleReport report) {
        TextTable table = dated(new TextTable().text(text("batch.derive.rule")), report.periods())
                .text(text("batch.derive.gives"))
                .text(text("batch.derive.says"));
        for (RuleReport.Line line : report.lines()) {
            boolean rule = line.kind() == Kind.RULE;
            List<String> cells = new ArrayList<>(List.of(rule ? line.id() : in(line.text())));
            cells.addAll(cells(line.persons()));
            cells.add(line.outcome().map(o -> gives(report.rules(), o)).orElse(""));
            cells.add(rule ? in(line.text()) : "");
            table.add(cells);
        }
        List<String> all = new ArrayList<>(List.of(text("i18n.total")));
        all.addAll(cells(report.population()));
        table.add(all);
        return table.print();
    }

    private String gives(Rules rules, Rules.Outcome outcome) {
        return outcome instanceof Rules.Code code
                ? label(rules, code.code())
                : text("batch.derive.group_of", ((Rules.GroupOf) outcome).variable());
    }

    private String outcomes(RuleReport report) {
        TextTable table = dated(
                new TextTable().text(in(report.rules().labels())).text(text("batch.derive.code")), report.periods());
        for (RuleReport.Outcome outcome : report.outcomes()) {
            List<String> cells = new ArrayList<>(
                    List.of(in(outcome.category().labels()), outcome.category().code()));
            cells.addAll(cells(outcome.persons()));
            table.add(cells);
        }
        return table.print();
    }

    private String conflicts(RuleReport report) {
        TextTable table = dated(
                new TextTable().text(text("batch.derive.decided")).text(text("batch.derive.later")), report.periods());
        for (RuleReport.Conflict conflict : report.conflicts()) {
            List<String> cells = new ArrayList<>(List.of(
                    report.lines().get(conflict.decided()).id(),
                    report.lines().get(conflict.later()).id()));
            cells.addAll(cells(conflict.persons()));
            table.add(cells);
        }
        return table.isEmpty() ? "" : said("batch.derive.conflicts") + table.print();
    }

    private String unmapped(RuleReport report) {
        TextTable table = new TextTable()
                .text(text("batch.derive.variable"))
                .text(text("batch.derive.grouping"))
                .text(text("batch.derive.code"));
        for (Period period : report.periods()) {
            table.figure(period + NOT_SMALL).figure(text("batch.derive.of_which") + NOT_SMALL);
        }
        for (RuleReport.Unmapped unmapped : report.unmapped()) {
            List<String> cells = new ArrayList<>(List.of(unmapped.variable(), unmapped.grouping(), unmapped.code()));
            for (int p = 0; p < report.periods().size(); p++) {
                cells.add(persons(unmapped.persons().get(p)));
                cells.add(persons(unmapped.decided().get(p)));
            }
            table.add(cells);
        }
        return table.isEmpty() ? "" : said("batch.derive.unmapped") + table.print();
    }

    private String flow(RuleComparison comparison) {
        TextTable table = dated(new TextTable().text("A").text("B"), comparison.periods());
        for (RuleComparison.Flow flow : comparison.flows()) {
            List<String> cells = new ArrayList<>(List.of(
                    label(comparison.a().rules(), flow.from()),
                    label(comparison.b().rules(), flow.to())));
            cells.addAll(cells(flow.persons()));
            table.add(cells);
        }
        List<String> all = new ArrayList<>(List.of(text("i18n.total"), ""));
        all.addAll(cells(comparison.population()));
        table.add(all);
        return table.print();
    }

    private String headlines(RuleComparison comparison) {
        Decimals decimals = comparison.a().headline().decimals();
        TextTable table = new TextTable().text(in(comparison.indicator().labels()));
        for (Period period : comparison.periods()) {
            for (String side : List.of("A", "B")) {
                table.figure(side + " " + period).figure(side + " " + text("i18n.measure.gap"));
            }
        }
        for (RuleComparison.Headline line : comparison.headlines()) {
            List<String> cells = new ArrayList<>(List.of(in(line.labels())));
            for (RuleComparison.Pair pair : line.years()) {
                for (Optional<RuleComparison.Figures> figures : List.of(pair.a(), pair.b())) {
                    cells.add(figures.map(f -> value(f.rate(), decimals.of(Measure.RATE), false))
                            .orElse(""));
                    cells.add(figures.map(f -> value(f.gap(), decimals.of(Measure.GAP), true))
                            .orElse(""));
                }
            }
            table.add(cells);
        }
        return table.print() + marks(comparison);
    }

    /** The meaning of the marks that the figures have. */
    private String marks(RuleComparison comparison) {
        return comparison.headlines().stream()
                .flatMap(line -> line.years().stream())
                .flatMap(pair -> Stream.of(pair.a(), pair.b()))
                .flatMap(Optional::stream)
                .flatMap(figures -> Stream.of(figures.rate(), figures.gap()))
                .map(Value::status)
                .filter(status -> status != Status.NORMAL)
                .distinct()
                .sorted()
                .map(status -> said("i18n.status." + status.code()))
                .collect(Collectors.joining());
    }

    private String value(Value value, int decimals, boolean signed) {
        String number = value.number()
                .map(n -> signed ? numbers.signed(n, decimals) : numbers.format(n, decimals))
                .orElse("");
        return (number + " " + value.status().mark()).strip();
    }

    private TextTable dated(TextTable table, List<Period> periods) {
        periods.forEach(p -> table.figure(p + NOT_SMALL).figure("%"));
        return table;
    }

    private List<String> cells(List<Optional<Tally>> tallies) {
        List<String> cells = new ArrayList<>();
        for (Optional<Tally> tally : tallies) {
            cells.add(persons(tally));
            Optional<BigDecimal> share = tally.flatMap(Tally::share);
            cells.add(share.map(s -> numbers.format(s, SHARE_DECIMALS)).orElse(""));
        }
        return cells;
    }

    private String persons(Optional<Tally> tally) {
        return tally.map(t -> numbers.whole(t.persons()) + (t.small() ? SMALL : NOT_SMALL))
                .orElse(Status.NOT_AVAILABLE.mark() + NOT_SMALL);
    }

    private String label(Rules rules, String code) {
        return rules.categories().stream()
                .filter(c -> c.code().equals(code))
                .map(Category::labels)
                .findFirst()
                .map(this::in)
                .orElse(code);
    }

    private static String sorted(Set<String> variables) {
        return String.join(", ", new TreeSet<>(variables));
    }

    private String in(Labels labels) {
        return labels.in(language);
    }

    private String text(String key, Object... arguments) {
        return console.text(key, arguments);
    }

    private String said(String key, Object... arguments) {
        return console.text(key, arguments) + "\n";
    }
}
