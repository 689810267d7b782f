package org.ecart.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ecart.files.Catalogue;
import org.ecart.i18n.Messages;
import org.ecart.model.Breakdown;
import org.ecart.model.Caption;
import org.ecart.model.Codebook;
import org.ecart.model.Condition;
import org.ecart.model.Counted;
import org.ecart.model.DatedName;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.model.Shift;
import org.ecart.model.Span;
import org.ecart.model.Study;
import org.ecart.stats.TablePlan;

/** The words around a table, in every language. */
final class Captions {
    private final Messages messages;
    private final Codebook codebook;

    Captions(Messages messages, Codebook codebook) {
        this.messages = messages;
        this.codebook = codebook;
    }

    /**
     * The caption of a table.
     *
     * @param numbered the table's place in a study; none for a single table
     * @param breaks those that the table reaches over
     */
    Caption caption(Optional<Study.Table> numbered, TablePlan plan, List<Study.Break> breaks, Planner planner) {
        List<Labels> notes = new ArrayList<>(numbered.map(Study.Table::notes).orElse(List.of()));
        notes.add(span(plan));
        if (!(plan.breakdown().filter() instanceof Condition.All)) {
            Labels filter = words(plan.breakdown().filter(), plan, planner);
            notes.add(inAll(l -> text(l, "study.note.filter", filter)));
        }
        plan.breakdown().counted().cohort().ifPresent(cohort -> notes.addAll(cohort(cohort, plan, planner)));
        plan.also()
                .ifPresent(also -> notes.add(inAll(l -> text(l, "study.note.also", DatedRules.when(also.shift(), l)))));
        plan.weight().ifPresent(w -> notes.add(inAll(l -> text(l, "study.note.weight", w))));
        breaks.forEach(b -> notes.add(inAll(l -> text(l, "study.note.break", b.period(), b.note()))));
        return new Caption(
                numbered.map(Study.Table::id).orElse(""),
                numbered.map(Study.Table::title).orElseGet(() -> title(plan, planner)),
                inAll(l -> text(
                        l,
                        "study.subtitle",
                        plan.indicator().labels(),
                        population(l, plan),
                        periods(plan.breakdown()))),
                notes,
                definitions(plan),
                codebook.source(),
                codebook.notice(),
                plan.indicator().labels());
    }

    /** Who the cohort is, and which of the table's variables are those of its start. */
    private List<Labels> cohort(Counted.Cohort cohort, TablePlan plan, Planner planner) {
        List<Labels> notes = new ArrayList<>();
        Labels who = words(cohort.who(), plan, planner);
        notes.add(inAll(l -> text(l, "study.note.cohort", cohort.start(), who)));
        Map<Boolean, List<String>> fixed = plan.breakdown().variables().stream()
                .collect(Collectors.partitioningBy(v -> DatedName.of(v)
                        .filter(d -> d.shift().equals(new Shift.Fixed(cohort.start())))
                        .isPresent()));
        fixed.forEach((start, variables) -> {
            if (!variables.isEmpty()) {
                notes.add(inAll(l -> text(
                        l,
                        start ? "study.note.cohort.start" : "study.note.cohort.each",
                        variables.stream()
                                .map(v -> planner.label(DatedName.undated(v)).in(l))
                                .collect(Collectors.joining(", ")))));
            }
        });
        return notes;
    }

    private Labels words(Condition condition, TablePlan plan, Planner planner) {
        VariableNames names = planner.names(plan.breakdown());
        return inAll(l -> new ConditionWords(messages, l, names, VariableNames.groupings(condition)).of(condition));
    }

    private Labels title(TablePlan plan, Planner planner) {
        return inAll(l -> {
            String by = plan.breakdown().variables().stream()
                    .map(v -> planner.label(v).in(l))
                    .collect(Collectors.joining(", "));
            return by.isEmpty()
                    ? plan.indicator().labels().in(l)
                    : text(l, "study.title", plan.indicator().labels(), by);
        });
    }

    private String population(Language language, TablePlan plan) {
        Optional<Span> span = Planner.span(plan.breakdown(), plan.indicator());
        Optional<Counted.Cohort> cohort = plan.breakdown().counted().cohort();
        if (cohort.isPresent()) {
            Period start = cohort.get().start();
            return span.map(s -> text(language, "study.population.cohort.span", start, s))
                    .orElseGet(() -> text(language, "study.population.cohort.all", start));
        }
        return span.map(s -> text(language, "study.population.span", s))
                .orElseGet(() -> text(language, "study.population.all"));
    }

    private Labels span(TablePlan plan) {
        Optional<Span> span = Planner.span(plan.breakdown(), plan.indicator());
        boolean cohort = plan.breakdown().counted().cohort().isPresent();
        String key = cohort ? "study.note.span.start" : "study.note.span";
        return inAll(l -> span.map(s -> text(l, key, s)).orElseGet(() -> text(l, "study.note.no_span")));
    }

    private List<Labels> definitions(TablePlan plan) {
        List<Labels> definitions = new ArrayList<>();
        definitions.add(inAll(l -> text(
                l,
                "study.definition",
                plan.indicator().labels(),
                plan.indicator().definition())));
        List<Rules> derivations = plan.derivations().stream()
                .filter(rules -> !DatedRules.named(rules) && !Following.made(rules))
                .toList();
        for (Rules rules : derivations) {
            String key = Catalogue.toConfirm(rules).isEmpty() ? "study.rules" : "study.rules.unconfirmed";
            definitions.add(inAll(l -> text(l, key, rules.labels(), rules.set(), rules.edition())));
        }
        return definitions;
    }

    private static String periods(Breakdown breakdown) {
        return breakdown.periods().stream().map(Period::toString).collect(Collectors.joining(", "));
    }

    private String text(Language language, String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    static Labels inAll(Function<Language, String> text) {
        Map<Language, String> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, text.apply(language));
        }
        return new Labels(all);
    }

    /** A fixed text in every language. */
    static Labels labels(Messages messages, String key) {
        return inAll(l -> messages.text(l, key));
    }
}
