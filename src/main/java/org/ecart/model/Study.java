package org.ecart.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an analyst wants to know and how it leaves: plain text in the workspace, run again byte for byte.
 *
 * @param outputs the languages of the release
 * @param ruleSets the chosen rule set of a derived variable, {@code set@edition}; else the newest that is shipped
 * @param rules rule sets of the study's own
 * @param indicators indicators of the study's own; they go before shipped ones of the same id
 * @param breaks where a series does not go on as before
 */
public record Study(
        String id,
        Labels title,
        List<Language> outputs,
        Policy policy,
        Decimals decimals,
        Map<String, String> ruleSets,
        List<Rules> rules,
        List<Indicator> indicators,
        List<Table> tables,
        List<ChartSpec> charts,
        List<Break> breaks) {
    /**
     * A break in the series: from a date on a definition or source differs.
     *
     * @param variables what it touches; none = everything
     * @param note what is different, printed with every table that reaches over it
     */
    public record Break(Period period, List<String> variables, Labels note) {
        public Break {
            variables = List.copyOf(variables);
        }
    }

    /**
     * A numbered table.
     *
     * @param id "T01"; it names the files
     */
    public record Table(String id, Labels title, List<Labels> notes, Breakdown breakdown) {
        /** The same table broken down in another way. */
        public Table withBreakdown(Breakdown changed) {
            return new Table(id, title, notes, changed);
        }

        public Table {
            Identifiers.check(id);
            notes = List.copyOf(notes);
        }
    }

    public Study {
        Identifiers.check(id);
        outputs = List.copyOf(outputs);
        ruleSets = Map.copyOf(ruleSets);
        rules = List.copyOf(rules);
        indicators = List.copyOf(indicators);
        tables = List.copyOf(tables);
        charts = List.copyOf(charts);
        breaks = List.copyOf(breaks);
        if (outputs.isEmpty()) {
            throw EcartException.usage("model.study.outputs");
        }
        Set<String> ids = new HashSet<>();
        for (Table table : tables) {
            if (!ids.add(table.id())) {
                throw EcartException.usage("model.twice", table.id());
            }
        }
        for (ChartSpec chart : charts) {
            if (!ids.contains(chart.table())) {
                throw EcartException.usage("model.no_table", chart.table());
            }
            if (!ids.add(chart.id())) {
                throw EcartException.usage("model.twice", chart.id());
            }
        }
    }

    /** A study without breaks. */
    public Study(
            String id,
            Labels title,
            List<Language> outputs,
            Policy policy,
            Decimals decimals,
            Map<String, String> ruleSets,
            List<Rules> rules,
            List<Indicator> indicators,
            List<Table> tables,
            List<ChartSpec> charts) {
        this(id, title, outputs, policy, decimals, ruleSets, rules, indicators, tables, charts, List.of());
    }

    /** A study with nothing of its own: what a single table outside a study is made under. */
    public static Study bare() {
        return new Study(
                "single",
                Labels.same("Ecart"),
                List.of(Language.EN),
                Policy.DEFAULT,
                Decimals.DEFAULT,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** This study with other choices of rule sets. */
    public Study withRuleSets(Map<String, String> chosen) {
        return new Study(id, title, outputs, policy, decimals, chosen, rules, indicators, tables, charts, breaks);
    }

    /** This study with one more choice: this rule set for its variable. */
    public Study withRuleSet(Rules chosen) {
        Map<String, String> all = new HashMap<>(ruleSets);
        all.put(chosen.variable(), chosen.set() + "@" + chosen.edition());
        return withRuleSets(all);
    }

    /** This study with other breaks. */
    public Study withBreaks(List<Break> others) {
        return new Study(id, title, outputs, policy, decimals, ruleSets, rules, indicators, tables, charts, others);
    }

    /** This study with other rule sets of its own. */
    public Study withRules(List<Rules> own) {
        return new Study(id, title, outputs, policy, decimals, ruleSets, own, indicators, tables, charts, breaks);
    }

    /** This study with other indicators of its own. */
    public Study withIndicators(List<Indicator> own) {
        return new Study(id, title, outputs, policy, decimals, ruleSets, rules, own, tables, charts, breaks);
    }

    /** This study with other tables. */
    public Study withTables(List<Table> others) {
        return new Study(id, title, outputs, policy, decimals, ruleSets, rules, indicators, others, charts, breaks);
    }

    /** This study with other charts. */
    public Study withCharts(List<ChartSpec> others) {
        return new Study(id, title, outputs, policy, decimals, ruleSets, rules, indicators, tables, others, breaks);
    }

    /** This study under another policy. */
    public Study withPolicy(Policy other) {
        return new Study(id, title, outputs, other, decimals, ruleSets, rules, indicators, tables, charts, breaks);
    }

    /** This study with a table in the place of the one that has its id. */
    public Study withTable(Table changed) {
        return withTables(tables.stream()
                .map(t -> t.id().equals(changed.id()) ? changed : t)
                .toList());
    }

    public Optional<Table> table(String table) {
        return tables.stream().filter(t -> t.id().equals(table)).findFirst();
    }
}
