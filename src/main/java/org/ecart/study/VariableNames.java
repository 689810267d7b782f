package org.ecart.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.files.Catalogue;
import org.ecart.model.AtDate;
import org.ecart.model.Category;
import org.ecart.model.Codebook;
import org.ecart.model.Condition;
import org.ecart.model.DatedName;
import org.ecart.model.EcartException;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.ResolvedCondition;
import org.ecart.model.Rules;
import org.ecart.model.RulesCheck;
import org.ecart.model.Shift;
import org.ecart.model.Study;
import org.ecart.model.Variable;

/**
 * What the name of a variable stands for in a study: a delivered variable or a derived one. {@code origin} is derived
 * under the rule set that the study chose, {@code origin@2013} under edition 2013 and {@code origin@statbel@2022} under
 * that set and edition, whatever the study chose; {@code origin@1y} is that of the same person a year later, see {@link
 * DatedName}. Derived inputs follow: see {@link #require}.
 */
final class VariableNames implements ConditionWords.Names {
    private final Codebook codebook;
    private final Catalogue catalogue;
    private final Study study;
    private final Optional<Shift> also;

    /**
     * @param catalogue with the study's own rules
     * @param also whose persons a table counts too
     */
    VariableNames(Codebook codebook, Catalogue catalogue, Study study, Optional<Shift> also) {
        this.also = also;
        this.codebook = codebook;
        this.catalogue = catalogue;
        this.study = study;
    }

    /** The variable in a name: {@code origin} in {@code origin@2013}. */
    static String base(String name) {
        return Name.of(name).variable();
    }

    /** A condition outside a rule set: a grouping is a shared table, by its id or by id and edition. */
    static Condition plain(Condition condition) {
        return new ResolvedCondition(groupings(condition), Map.of()).of(condition);
    }

    /** The shared tables that a condition outside a rule set names. */
    static List<Rules.Grouping> groupings(Condition condition) {
        Set<String> names = new TreeSet<>();
        condition.mapped(part -> {
            if (part instanceof Condition.InGroup in) {
                names.add(in.grouping());
            } else if (part instanceof Condition.NotInGroup in) {
                names.add(in.grouping());
            }
            return part;
        });
        List<Rules.Grouping> named = new ArrayList<>();
        for (String name : names) {
            Catalogue.groups().stream()
                    .filter(table -> table.key().equals(name) || table.id().equals(name))
                    .findFirst()
                    .ifPresent(table -> named.add(table.grouping(name, 1)));
        }
        return named;
    }

    /** A variable as it was delivered, unless the study derives one of the same name. */
    Optional<Variable> stored(String name) {
        return chosen(name) ? Optional.empty() : codebook.variable(name);
    }

    /** Whether the study derives it by rules of its own or by rules that it chose. */
    private boolean chosen(String variable) {
        return study.ruleSets().containsKey(variable)
                || study.rules().stream().anyMatch(r -> r.variable().equals(variable));
    }

    boolean isAmount(String name) {
        return stored(name).filter(v -> v.role() == Variable.Role.AMOUNT).isPresent();
    }

    boolean known(String name) {
        return stored(name).isPresent()
                || codebook.variable(name).isPresent()
                || derived(name).isPresent();
    }

    Labels label(String name) {
        return stored(name)
                .map(Variable::labels)
                .or(() -> derived(name).map(Rules::labels))
                .orElseGet(() -> Labels.same(name));
    }

    @Override
    public Labels variable(String name) {
        return label(name);
    }

    @Override
    public Optional<Labels> code(String name, String code) {
        return known(name)
                ? categories(name).stream()
                        .filter(c -> c.code().equals(code))
                        .map(Category::labels)
                        .findFirst()
                : Optional.empty();
    }

    List<Category> categories(String name) {
        return stored(name).map(codebook::categoriesOf).orElseGet(() -> categories(require(name), new TreeSet<>()));
    }

    /** The codes that a variable may have; none where any code may come. */
    Optional<RulesCheck.Values> values(String name) {
        Optional<Variable> stored = stored(name);
        if (stored.isEmpty() && derived(name).isEmpty() || open(name, new TreeSet<>())) {
            return Optional.empty();
        }
        List<Category> categories = categories(name);
        return categories.isEmpty()
                ? Optional.empty()
                : Optional.of(new RulesCheck.Values(categories, stored.isEmpty()));
    }

    /** Whether it is read at another date from what any code may come of. */
    private boolean open(String name, Set<String> passed) {
        Optional<AtDate> at = (stored(name).isPresent() ? Optional.<Rules>empty() : derived(name))
                .map(Rules::derivation)
                .filter(AtDate.class::isInstance)
                .map(AtDate.class::cast);
        return at.filter(a -> passed.add(name) && (unlisted(a.variable()) || open(a.variable(), passed)))
                .isPresent();
    }

    private boolean unlisted(String name) {
        return stored(name).filter(v -> codebook.categoriesOf(v).isEmpty()).isPresent();
    }

    /** Refuses rules of the study's own that cannot be meant; shipped ones have been checked. */
    void checkOwn(Rules rules) {
        boolean own = study.rules().stream().anyMatch(r -> r.key().equals(rules.key()));
        if (own) {
            new RulesCheck(this::values).check(rules);
        }
    }

    /**
     * The rules behind the name of a derived variable, with its inputs named so that they follow: an input has the same
     * edition as what reads it, where it has that edition. Under a plain name it follows only in the same set, and a
     * set that the study chose for the input goes before.
     *
     * @throws EcartException usage, where the name stands for nothing
     */
    Rules require(String name) {
        return derived(name).orElseThrow(() -> unknown(name));
    }

    private Optional<Rules> derived(String name) {
        Optional<DatedName> dated = DatedName.of(name);
        if (dated.isPresent()) {
            String variable = dated.get().variable();
            return dated.filter(d -> known(variable)).map(d -> DatedRules.of(d, label(variable), also));
        }
        Name asked = Name.of(name);
        Optional<Rules> base = base(asked);
        return base.map(rules -> rules.renamed(name, label(rules, asked), input -> input(input, rules, asked)));
    }

    /** What is read at another date has the codes and labels of what is read, too. */
    private List<Category> categories(Rules rules, Set<String> passed) {
        if (!(rules.derivation() instanceof AtDate at) || !passed.add(rules.variable())) {
            return rules.categories();
        }
        List<Category> read = stored(at.variable())
                .map(codebook::categoriesOf)
                .or(() -> derived(at.variable()).map(r -> categories(r, passed)))
                .orElse(List.of());
        return AtDate.categories(rules.categories(), read);
    }

    private Optional<Rules> base(Name asked) {
        Optional<Rules> usual = usual(asked.variable());
        if (asked.edition().isEmpty() || usual.isEmpty()) {
            return usual.filter(r -> asked.edition().isEmpty());
        }
        Optional<Rules> exact = edition(asked);
        boolean follows =
                asked.set().isEmpty() && follows(usual.get(), asked.edition().get(), new TreeSet<>());
        return exact.or(() -> usual.filter(r -> follows));
    }

    private Optional<Rules> usual(String variable) {
        return catalogue.rulesFor(variable, Optional.ofNullable(study.ruleSets().get(variable)));
    }

    /** The first rule set of that edition, and set where one is said. */
    private Optional<Rules> edition(Name asked) {
        return catalogue.rules().stream()
                .filter(r -> r.variable().equals(asked.variable()))
                .filter(r -> asked.edition().filter(r.edition()::equals).isPresent())
                .filter(r -> asked.set().isEmpty() || asked.set().get().equals(r.set()))
                .findFirst();
    }

    /** Whether anything that the rules read has this edition, though they have not. */
    private boolean follows(Rules rules, String edition, Set<String> passed) {
        return passed.add(rules.variable())
                && rules.derivation().inputs().stream()
                        .filter(input -> stored(input).isEmpty())
                        .anyMatch(input -> edition(new Name(input, Optional.empty(), Optional.of(edition)))
                                        .isPresent()
                                || usual(input)
                                        .filter(r -> follows(r, edition, passed))
                                        .isPresent());
    }

    private String input(String input, Rules reader, Name asked) {
        Optional<Rules> usual = usual(input);
        if (stored(input).isPresent() || usual.isEmpty()) {
            return input;
        }
        boolean plain = asked.edition().isEmpty();
        if (plain && chosen(input)) {
            return input;
        }
        Optional<String> edition = plain ? Optional.of(reader.edition()) : asked.edition();
        Name sameSet = new Name(input, Optional.of(reader.set()), edition);
        Name anySet = new Name(input, Optional.empty(), edition);
        Optional<Rules> wanted = edition(sameSet).or(() -> plain ? Optional.empty() : base(anySet));
        if (wanted.isEmpty()
                || (wanted.equals(usual) && (plain || edition(anySet).isPresent()))) {
            return input;
        }
        return base(anySet).equals(wanted) ? anySet.text() : sameSet.text();
    }

    private static Labels label(Rules rules, Name asked) {
        if (asked.edition().isEmpty()) {
            return rules.labels();
        }
        String which =
                asked.set().map(s -> s + " ").orElse("") + asked.edition().get();
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, rules.labels().in(language) + " (" + which + ")");
        }
        return new Labels(texts);
    }

    private EcartException unknown(String name) {
        Set<String> there = new TreeSet<>();
        Name asked = Name.of(name);
        if (asked.edition().isPresent() && usual(asked.variable()).isPresent()) {
            Set<String> sets = new LinkedHashSet<>();
            catalogue.rules().stream()
                    .filter(r -> r.variable().equals(asked.variable()))
                    .forEach(r -> sets.add(r.variable() + "@" + r.set() + "@" + r.edition()));
            return EcartException.usage("study.edition", name, String.join(", ", sets));
        }
        codebook.variables().stream().filter(Variable::coded).map(Variable::id).forEach(there::add);
        catalogue.rules().stream().map(Rules::variable).forEach(there::add);
        return EcartException.usage("study.variable", name, String.join(", ", there));
    }

    /** A name in its parts: {@code variable@edition} or {@code variable@set@edition}. */
    private record Name(String variable, Optional<String> set, Optional<String> edition) {
        static Name of(String text) {
            String[] parts = text.split("@", 3);
            return switch (parts.length) {
                case 1 -> new Name(text, Optional.empty(), Optional.empty());
                case 2 -> new Name(parts[0], Optional.empty(), Optional.of(parts[1]));
                default -> new Name(parts[0], Optional.of(parts[1]), Optional.of(parts[2]));
            };
        }

        String text() {
            return variable
                    + set.map(s -> "@" + s).orElse("")
                    + edition.map(e -> "@" + e).orElse("");
        }
    }
}
