package org.ecart.ui.variables;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Rules;
import org.ecart.model.Rules.Band;
import org.ecart.model.Rules.Bands;
import org.ecart.model.Rules.Crosswalk;
import org.ecart.model.Rules.Derivation;
import org.ecart.model.Rules.FirstMatch;
import org.ecart.model.Rules.Group;
import org.ecart.model.Rules.GroupOf;
import org.ecart.model.Rules.Grouping;
import org.ecart.model.Rules.Outcome;
import org.ecart.model.Rules.Recode;
import org.ecart.model.Rules.Rule;
import org.ecart.model.Study;

/** What the analyst can do to a rule set, each as a function from one rule set to the next. Places count from 0. */
final class RulesEdits {
    /** The name of a rule set of the study's own. */
    private static final String OWN = "own";

    private RulesEdits() {}

    /**
     * The rule set that an edit changes: one of the study's own as it is, of a shipped one a copy under a new name.
     *
     * @param there all rule sets of the variable
     */
    static Rules own(Rules rules, Study study, List<Rules> there) {
        if (isOwn(rules, study)) {
            return rules;
        }
        Set<String> names = there.stream().map(Rules::set).collect(Collectors.toCollection(TreeSet::new));
        int number = 1;
        String name = OWN;
        while (names.contains(name)) {
            name = OWN + ++number;
        }
        return new Rules(
                rules.variable(),
                name,
                rules.edition(),
                rules.labels(),
                rules.categories(),
                rules.toConfirm(),
                rules.derivation());
    }

    /** Whether a rule set is the study's own: found by its key, for it changes with every edit. */
    static boolean isOwn(Rules rules, Study study) {
        return study.rules().stream().anyMatch(r -> r.key().equals(rules.key()));
    }

    /** The study with a rule set of its own that the variable is derived by; it takes the place of one of the same key. */
    static Study taken(Study study, Rules rules) {
        List<Rules> own = new ArrayList<>(study.rules());
        int place = own.stream().map(Rules::key).toList().indexOf(rules.key());
        if (place < 0) {
            own.add(rules);
        } else {
            own.set(place, rules);
        }
        return study.withRules(own).withRuleSet(rules);
    }

    /** The study without a rule set of its own; the variable is derived by the usual one again. */
    static Study dropped(Study study, Rules rules) {
        Map<String, String> chosen = new LinkedHashMap<>(study.ruleSets());
        chosen.remove(rules.variable(), rules.set() + "@" + rules.edition());
        return study.withRules(study.rules().stream()
                        .filter(r -> !r.key().equals(rules.key()))
                        .toList())
                .withRuleSets(chosen);
    }

    private static Rules derived(Rules rules, Derivation derivation) {
        return new Rules(
                rules.variable(),
                rules.set(),
                rules.edition(),
                rules.labels(),
                rules.categories(),
                rules.toConfirm(),
                derivation);
    }

    // Ordered rules.

    private static FirstMatch firstMatch(Rules rules) {
        if (rules.derivation() instanceof FirstMatch first) {
            return first;
        }
        throw new IllegalArgumentException("no ordered rules: " + rules.key());
    }

    private static Rules ordered(Rules rules, UnaryOperator<List<Rule>> change) {
        FirstMatch first = firstMatch(rules);
        List<Rule> changed = change.apply(new ArrayList<>(first.rules()));
        return derived(rules, new FirstMatch(changed, first.groupings(), first.parameters(), first.otherwise()));
    }

    private static Rules changed(Rules rules, int place, UnaryOperator<Rule> change) {
        return ordered(rules, all -> {
            all.set(place, change.apply(all.get(place)));
            return all;
        });
    }

    /** Another condition; the text of the rule spoke of the one before and goes. */
    static Rules withCondition(Rules rules, int place, Condition when) {
        return changed(rules, place, r -> r.when().equals(when) ? r : new Rule(r.id(), when, r.outcome()));
    }

    static Rules withOutcome(Rules rules, int place, Outcome outcome) {
        return changed(rules, place, r -> new Rule(r.id(), r.labels(), r.when(), outcome));
    }

    /** The rule goes one place up (-1) or down (1); at the end of the list it stays. */
    static Rules moved(Rules rules, int place, int by) {
        return ordered(rules, all -> {
            int to = place + by;
            if (to >= 0 && to < all.size()) {
                Collections.swap(all, place, to);
            }
            return all;
        });
    }

    /** Another text of a rule in one language; without any it is its condition that speaks. */
    static Rules withText(Rules rules, int place, Language language, String text) {
        return changed(rules, place, r -> {
            Map<Language, String> texts = new EnumMap<>(Language.class);
            r.labels().ifPresent(l -> texts.putAll(l.texts()));
            texts.put(language, text.strip());
            texts.values().removeIf(String::isEmpty);
            return new Rule(
                    r.id(), texts.isEmpty() ? Optional.empty() : Optional.of(new Labels(texts)), r.when(), r.outcome());
        });
    }

    /** Another value of a parameter. */
    static Rules withParameter(Rules rules, String name, int value) {
        FirstMatch first = firstMatch(rules);
        Map<String, Integer> parameters = new LinkedHashMap<>(first.parameters());
        parameters.put(name, value);
        return derived(rules, new FirstMatch(first.rules(), first.groupings(), parameters, first.otherwise()));
    }

    /** The same rule once more, directly after it: something to change. */
    static Rules doubled(Rules rules, int place) {
        return ordered(rules, all -> {
            Set<String> ids = all.stream().map(Rule::id).collect(Collectors.toSet());
            int number = all.size() + 1;
            while (ids.contains(String.valueOf(number))) {
                number++;
            }
            Rule rule = all.get(place);
            all.add(place + 1, new Rule(String.valueOf(number), rule.labels(), rule.when(), rule.outcome()));
            return all;
        });
    }

    /** Without a rule; the last one stays. */
    static Rules removed(Rules rules, int place) {
        return ordered(rules, all -> {
            if (all.size() > 1) {
                all.remove(place);
            }
            return all;
        });
    }

    /** What becomes of everyone whom no rule or band takes. */
    static Rules withElse(Rules rules, String code) {
        if (rules.derivation() instanceof Bands bands) {
            return derived(rules, new Bands(bands.variable(), bands.bands(), code));
        }
        FirstMatch first = firstMatch(rules);
        return derived(rules, new FirstMatch(first.rules(), first.groupings(), first.parameters(), code));
    }

    /** What everyone becomes whom no rule, band or group takes; none where there is no such rest. */
    static Optional<String> otherwise(Derivation derivation) {
        if (derivation instanceof FirstMatch first) {
            return Optional.of(first.otherwise());
        }
        if (derivation instanceof Bands bands) {
            return Optional.of(bands.otherwise());
        }
        if (derivation instanceof Crosswalk walk) {
            return Optional.of(walk.grouping().otherwise());
        }
        return derivation instanceof Recode recode
                ? Optional.of(recode.grouping().otherwise())
                : Optional.empty();
    }

    /** The groups that a rule can give: of each variable that a rule reads, by each table of the rule set. */
    static List<GroupOf> groupOutcomes(Rules rules) {
        List<GroupOf> all = new ArrayList<>();
        for (Grouping grouping : groupings(rules)) {
            rules.derivation().inputs().forEach(input -> all.add(new GroupOf(input, grouping.id())));
        }
        return all;
    }

    // Tables from codes to groups.

    /** The tables of a rule set: those of ordered rules, or the one of a recode. */
    static List<Grouping> groupings(Rules rules) {
        if (rules.derivation() instanceof Recode recode) {
            return List.of(recode.grouping());
        }
        if (rules.derivation() instanceof Crosswalk walk) {
            return List.of(walk.grouping());
        }
        return rules.derivation() instanceof FirstMatch first ? first.groupings() : List.of();
    }

    /** The codes go to another group, new ones are added; the group of what is in none takes them off the table. */
    static Rules grouped(Rules rules, String grouping, List<String> codes, String group) {
        if (rules.derivation() instanceof Crosswalk walk) {
            Grouping changed = grouped(walk.grouping(), codes, group);
            return derived(
                    rules, new Crosswalk(walk.variable(), walk.until(), changed, walk.unknown(), walk.noRecord()));
        }
        if (rules.derivation() instanceof Recode recode) {
            Grouping changed = grouped(recode.grouping(), codes, group);
            return derived(rules, new Recode(recode.variable(), changed, recode.unknown(), recode.noRecord()));
        }
        FirstMatch first = firstMatch(rules);
        List<Grouping> changed = first.groupings().stream()
                .map(g -> g.id().equals(grouping) ? grouped(g, codes, group) : g)
                .toList();
        return derived(rules, new FirstMatch(first.rules(), changed, first.parameters(), first.otherwise()));
    }

    /** A shared table becomes the rule set's own. */
    private static Grouping grouped(Grouping grouping, List<String> codes, String group) {
        List<Group> groups = new ArrayList<>();
        for (Group each : grouping.groups()) {
            List<String> members = new ArrayList<>(each.members());
            if (each.code().equals(group)) {
                codes.stream().filter(c -> !members.contains(c)).forEach(members::add);
            } else {
                members.removeAll(codes);
            }
            groups.add(new Group(each.code(), each.labels(), members, each.partOf()));
        }
        boolean there = groups.stream().anyMatch(g -> g.code().equals(group));
        if (!there && !group.equals(grouping.otherwise())) {
            groups.add(new Group(group, codes));
        }
        return new Grouping(grouping.id(), groups, grouping.otherwise());
    }

    // Bands.

    static Rules withBand(Rules rules, int place, int from, int to) {
        Bands bands = (Bands) rules.derivation();
        List<Band> changed = new ArrayList<>(bands.bands());
        changed.set(place, new Band(changed.get(place).code(), from, to));
        return derived(rules, new Bands(bands.variable(), changed, bands.otherwise()));
    }

    // Categories.

    private static Rules categorised(Rules rules, List<Category> categories) {
        return new Rules(
                rules.variable(),
                rules.set(),
                rules.edition(),
                rules.labels(),
                categories,
                rules.toConfirm(),
                rules.derivation());
    }

    /** Another label in one language; an empty one takes it away, unless it is the last. */
    static Rules labelled(Rules rules, String code, Language language, String text) {
        return categorised(
                rules,
                rules.categories().stream()
                        .map(c -> c.code().equals(code) ? labelled(c, language, text) : c)
                        .toList());
    }

    private static Category labelled(Category category, Language language, String text) {
        return new Category(
                category.code(),
                with(category.labels(), language, text),
                category.undetermined(),
                category.missing(),
                category.parent(),
                category.editions());
    }

    static Labels with(Labels labels, Language language, String text) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        texts.putAll(labels.texts());
        texts.put(language, text.strip());
        texts.values().removeIf(String::isEmpty);
        return texts.isEmpty() ? labels : new Labels(texts);
    }

    /** One more category, as yet called by its code. */
    static Rules withCategory(Rules rules, String code) {
        List<Category> categories = new ArrayList<>(rules.categories());
        categories.add(Category.of(code, Labels.same(code)));
        return categorised(rules, categories);
    }

    /** Without a category, where no rule gives it. */
    static Rules withoutCategory(Rules rules, String code) {
        return rules.derivation().outcomes().contains(code)
                ? rules
                : categorised(
                        rules,
                        rules.categories().stream()
                                .filter(c -> !c.code().equals(code))
                                .toList());
    }
}
