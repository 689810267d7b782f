package org.ecart.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecart.files.Catalogue;
import org.ecart.model.AtDate;
import org.ecart.model.Category;
import org.ecart.model.Codebook;
import org.ecart.model.DatedName;
import org.ecart.model.Extract;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.model.Shift;
import org.ecart.model.Study;
import org.ecart.model.Variable;
import org.ecart.store.Partition;

/**
 * What an analyst can choose from in a workspace.
 *
 * @param groups variables in groups: the derived ones first, then extract by extract, at last those made over several dates
 * @param amounts variables that are summed and compared, and that nothing is broken down by
 * @param periods the dates for which there is a population
 */
public record Offer(List<Group> groups, List<Choice> amounts, List<Indicator> indicators, List<Period> periods) {
    /** Variables that stand together; {@code labels} are none for the derived ones. */
    public record Group(Optional<Labels> labels, List<Choice> choices) {
        public Group {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A variable to break down by, with its known categories.
     *
     * @param at what it reads at another date, where its rules do so
     */
    public record Choice(String variable, Labels labels, List<Category> categories, Optional<AtDate> at) {
        public Choice {
            categories = List.copyOf(categories);
        }

        /** A variable of the date of the table. */
        public Choice(String variable, Labels labels, List<Category> categories) {
            this(variable, labels, categories, Optional.empty());
        }
    }

    public Offer {
        groups = List.copyOf(groups);
        amounts = List.copyOf(amounts);
        indicators = List.copyOf(indicators);
        periods = List.copyOf(periods);
    }

    /** The choice with this name, which may be of another date. */
    public Optional<Choice> find(String variable) {
        Optional<DatedName> dated = DatedName.of(variable);
        if (dated.isPresent()) {
            return find(dated.get().variable()).map(read -> at(dated.get(), read));
        }
        return groups.stream()
                .flatMap(g -> g.choices().stream())
                .filter(c -> c.variable().equals(variable))
                .findFirst();
    }

    /** The variable with this name, among those that a condition may name. */
    public Optional<Choice> inCondition(String variable) {
        return find(variable).or(() -> amounts.stream()
                .filter(c -> c.variable().equals(variable))
                .findFirst());
    }

    /** The other date that a variable is read at. */
    public Optional<Shift> otherDate(String variable) {
        return find(variable).flatMap(Choice::at).map(AtDate::shift);
    }

    /** What is read at the other date; the variable itself where it is of the table's own. */
    public String readThere(String variable) {
        return find(variable).flatMap(Choice::at).map(AtDate::variable).orElse(variable);
    }

    /** Where another date lies, in words: one year later. */
    public static Labels when(Shift shift) {
        return Captions.inAll(language -> DatedRules.when(shift, language));
    }

    private static Choice at(DatedName dated, Choice read) {
        Category absent = DatedRules.absent(dated.shift(), Optional.empty());
        return new Choice(
                dated.text(),
                DatedRules.label(dated.shift(), read.labels()),
                AtDate.categories(List.of(absent), read.categories()),
                Optional.of(new AtDate(dated.variable(), dated.shift(), absent.code())));
    }

    public Optional<Indicator> indicator(String id) {
        return indicators.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    static Offer of(Codebook codebook, List<Partition> partitions, Catalogue shipped, Study study) {
        Catalogue catalogue = shipped.with(study);
        VariableNames names = new VariableNames(codebook, catalogue, study, Optional.empty());
        Map<String, Choice> derived = new LinkedHashMap<>();
        for (Rules rules : catalogue.rules()) {
            boolean possible = catalogue
                    .rulesFor(
                            rules.variable(),
                            Optional.ofNullable(study.ruleSets().get(rules.variable())))
                    .filter(r -> derivable(r, codebook, catalogue, Set.of(r.variable())))
                    .isPresent();
            if (possible) {
                Optional<AtDate> at = rules.derivation() instanceof AtDate read ? Optional.of(read) : Optional.empty();
                List<Category> categories = at.isPresent() ? names.categories(rules.variable()) : rules.categories();
                derived.putIfAbsent(rules.variable(), new Choice(rules.variable(), rules.labels(), categories, at));
            }
        }
        Map<Boolean, List<Choice>> overTime = derived.values().stream()
                .collect(Collectors.partitioningBy(c -> overTime(c.variable(), catalogue, Set.of())));
        List<Group> groups =
                new ArrayList<>(List.of(new Group(Optional.empty(), overTime.getOrDefault(false, List.of()))));
        for (Extract extract : codebook.extracts()) {
            groups.add(new Group(Optional.of(extract.labels()), stored(codebook, extract, derived)));
        }
        List<Choice> followed = overTime.getOrDefault(true, List.of());
        if (!followed.isEmpty()) {
            groups.add(new Group(Optional.of(DatedRules.overTime()), followed));
        }
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        catalogue.indicators().stream()
                .filter(i -> i.variables().stream().allMatch(v -> there(v, codebook, catalogue)))
                .forEach(i -> indicators.putIfAbsent(i.id(), i));
        TreeSet<Period> periods = new TreeSet<>();
        partitions.stream()
                .filter(p -> p.extract().equals(codebook.population().id()))
                .forEach(p -> p.period().ifPresent(periods::add));
        return new Offer(groups, amounts(codebook), List.copyOf(indicators.values()), List.copyOf(periods));
    }

    /** Whether a derived variable is made of what persons have at other dates. */
    private static boolean overTime(String variable, Catalogue catalogue, Set<String> above) {
        Set<String> circle = new TreeSet<>(above);
        return DatedName.of(variable).isPresent()
                || circle.add(variable)
                        && catalogue
                                .rulesFor(variable, Optional.empty())
                                .filter(r -> r.derivation() instanceof AtDate
                                        || r.derivation().inputs().stream()
                                                .anyMatch(input -> overTime(input, catalogue, circle)))
                                .isPresent();
    }

    private static List<Choice> amounts(Codebook codebook) {
        return codebook.variables().stream()
                .filter(v -> v.role() == Variable.Role.AMOUNT)
                .map(v -> new Choice(v.id(), v.labels(), List.of()))
                .toList();
    }

    private static List<Choice> stored(Codebook codebook, Extract extract, Map<String, Choice> derived) {
        List<Choice> choices = new ArrayList<>();
        for (Extract.Column column : extract.columns()) {
            Optional<Variable> variable = codebook.variable(column.variable()).filter(Variable::coded);
            if (variable.isPresent() && !derived.containsKey(variable.get().id())) {
                choices.add(new Choice(
                        variable.get().id(), variable.get().labels(), codebook.categoriesOf(variable.get())));
            }
        }
        return choices;
    }

    private static boolean there(String variable, Codebook codebook, Catalogue catalogue) {
        return there(variable, codebook, catalogue, Set.of());
    }

    /** @param above the derived variables that it is asked for: rules in a circle derive nothing */
    private static boolean there(String named, Codebook codebook, Catalogue catalogue, Set<String> above) {
        String variable = DatedName.undated(named);
        if (codebook.variable(variable).isPresent()) {
            return true;
        }
        Set<String> circle = new TreeSet<>(above);
        return circle.add(variable)
                && catalogue
                        .rulesFor(variable, Optional.empty())
                        .filter(r -> derivable(r, codebook, catalogue, circle))
                        .isPresent();
    }

    private static boolean derivable(Rules rules, Codebook codebook, Catalogue catalogue, Set<String> above) {
        return rules.derivation().inputs().stream().allMatch(input -> there(input, codebook, catalogue, above));
    }
}
