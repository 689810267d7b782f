package org.ecart.ui.variables;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecart.files.ConditionText;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Rules;
import org.ecart.model.Variable;
import org.ecart.study.ConditionWords;
import org.ecart.study.RuleReport;
import org.ecart.study.Tally;
import org.ecart.ui.text.Texts;

/** Sentences of this screen in the language of the interface. */
final class Wording {
    /** Between facts on one line. */
    static final String DOT = " \u00b7 ";
    /** Stands where there is nothing. */
    static final String NOTHING = "\u2013";

    private static final int SHARE_DECIMALS = 1;
    private static final int MOST_CODES = 8;
    private static final int MOST_INPUTS = 4;

    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    /** EN: the same in every language. */
    static String head(Language language) {
        return language.code().toUpperCase(Locale.ROOT);
    }

    String label(Entry entry) {
        return texts.get(entry.labels());
    }

    String heading(Entry entry) {
        String label = label(entry);
        return label.equals(entry.id()) ? label : label + " (" + entry.id() + ")";
    }

    /** What stands beside a variable in the list: the edition of its rules, or how many codes it has. */
    String aside(Entry entry) {
        if (entry.source() instanceof Entry.Derived derived) {
            String edition = derived.rules().edition();
            return derived.rules().toConfirm().isEmpty() ? edition : edition + " (?)";
        }
        return entry.codes().isEmpty()
                ? ""
                : texts.numbers().whole(entry.codes().size());
    }

    /** A rule set by name and edition. */
    String set(Rules rules) {
        return rules.set() + " " + rules.edition();
    }

    String description(Entry entry) {
        if (entry.source() instanceof Entry.Derived derived) {
            List<String> inputs = derived.inputs().stream().map(texts::get).toList();
            return texts.get("ui.variables.derived.from", first(inputs, MOST_INPUTS));
        }
        return entry.source() instanceof Entry.Stored stored ? description(stored) : "";
    }

    private String description(Entry.Stored stored) {
        String facts = kind(stored.variable()) + DOT + texts.get(stored.extract());
        return stored.variable().universe() instanceof Condition.All
                ? facts
                : facts
                        + DOT
                        + texts.get(
                                "ui.variables.universe",
                                ConditionText.print(stored.variable().universe()));
    }

    private String kind(Variable variable) {
        Enum<?> kind = variable.role() == Variable.Role.DIMENSION ? variable.type() : variable.role();
        return texts.get("ui.variables.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** How many labels lack a translation; nothing where none does. */
    String lacking(Entry entry) {
        return entry.untranslated() == 0 ? "" : texts.get("ui.variables.untranslated", entry.untranslated());
    }

    /** The editions of a code list that have a code, where it is not all of them: 2015 – 2019. */
    String editions(Category category) {
        Category.Editions editions = category.editions();
        return editions.from().isEmpty() && editions.until().isEmpty()
                ? ""
                : (editions.from().orElse("") + " " + NOTHING + " "
                                + editions.until().orElse(""))
                        .strip();
    }

    String remark(Category category) {
        if (category.missing()) {
            return texts.get("ui.variables.remark.missing");
        }
        return category.undetermined() ? texts.get("ui.variables.remark.undetermined") : "";
    }

    /** A code with its label, of those that a rule set can give. */
    String category(Rules rules, String code) {
        return rules.categories().stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .map(c -> texts.get(c.labels()))
                .orElse(code);
    }

    /** What a line says. */
    String text(RuleLine line, RuleSetViewModel.Shown shown) {
        return switch (line.kind()) {
            case ELSE -> texts.get("ui.variables.rule.else");
            case UNKNOWN -> texts.get("ui.variables.rule.unknown");
            case NO_RECORD -> texts.get("ui.variables.rule.no_record");
            case RULE -> rule(line, shown);
        };
    }

    private String rule(RuleLine line, RuleSetViewModel.Shown shown) {
        Rules.Derivation derivation = shown.rules().derivation();
        if (derivation instanceof Rules.FirstMatch first) {
            Rules.Rule rule = first.rules().get(line.place());
            return rule.labels().map(texts::get).orElseGet(() -> new ConditionWords(
                            texts.messages(), texts.language(), shown.names(), first.groupings())
                    .of(rule.when()));
        }
        if (derivation instanceof Rules.Bands bands) {
            Rules.Band band = bands.bands().get(line.place());
            return texts.get(
                    "ui.variables.band",
                    shown.names().variable(bands.variable()),
                    texts.numbers().whole(band.from()),
                    texts.numbers().whole(band.to()));
        }
        return derivation instanceof Rules.Recode recode
                ? members(recode, line.id(), shown.names())
                : category(shown.rules(), line.id());
    }

    /** The codes of a group by their labels, the first few of many. */
    private String members(Rules.Recode recode, String group, Names names) {
        List<String> codes =
                recode.grouping().group(group).map(Rules.Group::members).orElse(List.of());
        List<String> labelled = codes.stream()
                .flatMap(c -> names.code(recode.variable(), c).stream())
                .map(texts::get)
                .distinct()
                .toList();
        List<String> all = labelled.isEmpty() ? codes : labelled;
        return first(all, MOST_CODES);
    }

    /** The first few of many. */
    private String first(List<String> all, int most) {
        String first = all.stream().limit(most).collect(Collectors.joining(", "));
        return all.size() <= most
                ? first
                : texts.get("ui.variables.more", first, texts.numbers().whole(all.size() - most));
    }

    /** What a line gives. */
    String outcome(RuleLine line, RuleSetViewModel.Shown shown) {
        Rules rules = shown.rules();
        Rules.Derivation derivation = rules.derivation();
        if (line.kind() == RuleReport.Kind.RULE && derivation instanceof Rules.FirstMatch first) {
            return outcome(first.rules().get(line.place()).outcome(), shown);
        }
        return given(line, derivation).map(code -> category(rules, code)).orElse("");
    }

    private static Optional<String> given(RuleLine line, Rules.Derivation derivation) {
        return switch (line.kind()) {
            case RULE -> Optional.of(line.id());
            case ELSE -> RulesEdits.otherwise(derivation);
            case UNKNOWN ->
                derivation instanceof Rules.Recode recode ? Optional.of(recode.unknown()) : Optional.empty();
            case NO_RECORD ->
                derivation instanceof Rules.Recode recode ? Optional.of(recode.noRecord()) : Optional.empty();
        };
    }

    String outcome(Rules.Outcome outcome, RuleSetViewModel.Shown shown) {
        if (outcome instanceof Rules.GroupOf group) {
            return texts.get("ui.variables.rule.group_of", shown.names().variable(group.variable()));
        }
        return outcome instanceof Rules.Code code ? category(shown.rules(), code.code()) : "";
    }

    /** What of a rule set is recalled and was not checked; nothing where it all was. */
    String toConfirm(Rules rules) {
        return rules.toConfirm().isEmpty()
                ? ""
                : texts.get(
                        "ui.variables.to_confirm",
                        rules.toConfirm().stream().map(texts::get).collect(Collectors.joining(" ")));
    }

    // Figures.

    String persons(Optional<Tally> tally) {
        return tally.map(t -> texts.numbers().whole(t.persons())).orElse("[x]");
    }

    String share(Optional<Tally> tally) {
        return tally.map(t -> t.share()
                        .map(s -> texts.numbers().format(s, SHARE_DECIMALS))
                        .orElse(NOTHING))
                .orElse("");
    }

    /** What to read when something failed: an expected failure says it, of a defect nothing is known here. */
    String failure(RuntimeException why) {
        return why instanceof EcartException expected ? texts.get(expected) : texts.get("ui.variables.defect");
    }

    /** What is wrong with a rule set and is not told at one of its rules, a line each. */
    String faults(List<VariableWork.Fault> faults) {
        return faults.stream()
                .filter(f -> f.rule().isEmpty())
                .map(f -> texts.get(f.why()))
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
