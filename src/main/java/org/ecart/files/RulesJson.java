package org.ecart.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.model.AtDate;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Cuts;
import org.ecart.model.EcartException;
import org.ecart.model.Identifiers;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.model.Shift;

/** Rule sets: {@code ecart/rules}. Exactly one of the keys rules, recode, crosswalk, cuts, bands, age, at says how the variable is made. */
final class RulesJson {
    private RulesJson() {}

    static Rules read(Fields f) {
        Rules.Derivation derivation = derivation(f);
        return new Rules(
                f.required("variable").parsed(RulesJson::plain),
                f.required("set").text(),
                f.required("edition").text(),
                JsonText.labels(f.required("labels")),
                f.optional("categories")
                        .map(n -> n.list(c -> c.object(o -> category(o, derivation))))
                        .orElse(List.<Category>of()),
                f.list("toConfirm", JsonText::labels),
                derivation);
    }

    /** Only in a query is a variable named with its rule set. */
    private static String plain(String variable) {
        if (!Identifiers.valid(variable)) {
            throw EcartException.usage("model.identifier", variable);
        }
        return variable;
    }

    /** A category takes its label from the group of its code where it has none of its own. */
    private static Category category(Fields f, Rules.Derivation derivation) {
        Category category = CodebookJson.category(f);
        if (f.optional("labels").isPresent()) {
            return category;
        }
        Labels labels = derivation.groupings().stream()
                .flatMap(g -> g.group(category.code()).stream()
                        .map(Rules.Group::labels)
                        .filter(l -> g.shared().isPresent() || !l.equals(Labels.same(category.code()))))
                .findFirst()
                .orElseThrow(() -> EcartException.usage("model.category.label", category.code()));
        return new Category(category.code(), labels, category.undetermined(), category.missing());
    }

    static ObjectNode write(Rules rules) {
        return write(JsonText.file("rules"), rules);
    }

    /** Writes the rules into an object that may already hold a head. */
    static ObjectNode write(ObjectNode object, Rules rules) {
        object.put("variable", rules.variable()).put("set", rules.set()).put("edition", rules.edition());
        object.set("labels", JsonText.labels(rules.labels()));
        if (!rules.categories().isEmpty()) {
            object.set("categories", CodebookJson.categories(rules.categories()));
        }
        GroupsJson.toConfirm(object, rules.toConfirm());
        write(object, rules.derivation());
        return object;
    }

    private static Rules.Derivation derivation(Fields f) {
        List<Rules.Derivation> found = new ArrayList<>();
        Optional<Node> named = f.optional("groupings");
        List<Rules.Grouping> groupings = named.map(RulesJson::groupings).orElse(List.of());
        Optional<Node> parameters = f.optional("parameters");
        Optional<Node> otherwise = f.optional("else");
        f.optional("rules")
                .ifPresent(n -> found.add(new Rules.FirstMatch(
                        n.list(r -> r.object(RulesJson::rule)),
                        groupings,
                        parameters.map(p -> p.map(Node::integer)).orElse(Map.of()),
                        f.required("else").text())));
        f.optional("recode").ifPresent(n -> found.add(n.object(RulesJson::recode)));
        f.optional("crosswalk").ifPresent(n -> found.add(n.object(RulesJson::crosswalk)));
        f.optional("cuts").ifPresent(n -> found.add(n.object(RulesJson::cuts)));
        f.optional("bands")
                .ifPresent(n -> found.add(new Rules.Bands(
                        f.required("of").text(),
                        n.list(b -> b.object(RulesJson::band)),
                        f.required("else").text())));
        f.optional("age")
                .ifPresent(n -> found.add(
                        n.object(a -> new Rules.Age(a.required("bornIn").text()))));
        f.optional("at").ifPresent(n -> found.add(n.object(RulesJson::at)));
        boolean firstMatch = found.size() == 1 && found.get(0) instanceof Rules.FirstMatch;
        boolean bands = found.size() == 1 && found.get(0) instanceof Rules.Bands;
        if (found.size() != 1
                || (otherwise.isPresent() && !firstMatch && !bands)
                || ((named.isPresent() || parameters.isPresent()) && !firstMatch)) {
            throw EcartException.usage("model.rules.one_way");
        }
        return found.get(0);
    }

    private static void write(ObjectNode object, Rules.Derivation derivation) {
        if (derivation instanceof Rules.FirstMatch first) {
            object.set("rules", JsonText.array(first.rules(), (array, r) -> array.add(rule(r))));
            object.put("else", first.otherwise());
            ObjectNode groupings = JsonText.object();
            first.groupings().forEach(g -> groupings.set(g.id(), GroupsJson.named(g)));
            if (!first.groupings().isEmpty()) {
                object.set("groupings", groupings);
            }
            if (!first.parameters().isEmpty()) {
                ObjectNode parameters = object.putObject("parameters");
                first.parameters().forEach(parameters::put);
            }
        } else if (derivation instanceof Rules.Recode recode) {
            ObjectNode inner = object.putObject("recode").put("of", recode.variable());
            GroupsJson.write(inner, recode.grouping());
            inner.put("unknown", recode.unknown()).put("noRecord", recode.noRecord());
        } else if (derivation instanceof Rules.Crosswalk crosswalk) {
            ObjectNode inner = object.putObject("crosswalk")
                    .put("of", crosswalk.variable())
                    .put("until", crosswalk.until().toString());
            GroupsJson.write(inner, crosswalk.grouping());
            inner.put("unknown", crosswalk.unknown()).put("noRecord", crosswalk.noRecord());
        } else if (derivation instanceof Cuts cuts) {
            object.putObject("cuts")
                    .put("of", cuts.amount())
                    .put("among", ConditionText.print(cuts.among()))
                    .put("parts", cuts.parts())
                    .put("else", cuts.otherwise());
        } else if (derivation instanceof Rules.Bands bands) {
            object.put("of", bands.variable());
            object.set("bands", JsonText.array(bands.bands(), (array, b) -> array.addObject()
                    .put("code", b.code())
                    .put("from", b.from())
                    .put("to", b.to())));
            object.put("else", bands.otherwise());
        } else if (derivation instanceof Rules.Age age) {
            object.putObject("age").put("bornIn", age.birthYear());
        } else if (derivation instanceof AtDate at) {
            ObjectNode inner = object.putObject("at").put("variable", at.variable());
            if (at.shift() instanceof Shift.Years years) {
                inner.put("years", years.years());
            } else if (at.shift() instanceof Shift.Fixed fixed) {
                inner.put("date", fixed.period().toString());
            }
            inner.put("absent", at.absent());
        }
    }

    private static Rules.Rule rule(Fields f) {
        return new Rules.Rule(
                f.required("id").text(),
                f.optional("labels").map(JsonText::labels),
                f.required("when").parsed(ConditionText::parse),
                outcome(f));
    }

    private static Rules.Outcome outcome(Fields f) {
        Optional<Node> group = f.optional("groupOf");
        if (group.isPresent()) {
            return new Rules.GroupOf(group.get().text(), f.required("grouping").text());
        }
        return new Rules.Code(f.required("then").text());
    }

    private static ObjectNode rule(Rules.Rule rule) {
        ObjectNode object = JsonText.object().put("id", rule.id());
        rule.labels().ifPresent(labels -> object.set("labels", JsonText.labels(labels)));
        object.put("when", ConditionText.print(rule.when()));
        if (rule.outcome() instanceof Rules.GroupOf group) {
            return object.put("groupOf", group.variable()).put("grouping", group.grouping());
        }
        return object.put("then", ((Rules.Code) rule.outcome()).code());
    }

    private static List<Rules.Grouping> groupings(Node node) {
        List<Rules.Grouping> groupings = new ArrayList<>();
        node.map(n -> n).forEach((id, n) -> groupings.add(GroupsJson.grouping(id, n)));
        return groupings;
    }

    private static Rules.Recode recode(Fields f) {
        Rules.Grouping grouping = GroupsJson.inShortForm("recode", f);
        return new Rules.Recode(
                f.required("of").text(),
                grouping,
                f.optional("unknown").map(Node::text).orElse(grouping.otherwise()),
                f.optional("noRecord").map(Node::text).orElse(grouping.otherwise()));
    }

    private static Rules.Crosswalk crosswalk(Fields f) {
        Rules.Grouping grouping = GroupsJson.inShortForm("crosswalk", f);
        return new Rules.Crosswalk(
                f.required("of").text(),
                f.required("until").parsed(RulesJson::day),
                grouping,
                f.optional("unknown").map(Node::text).orElse(grouping.otherwise()),
                f.optional("noRecord").map(Node::text).orElse(grouping.otherwise()));
    }

    private static LocalDate day(String text) {
        return period(text).date();
    }

    private static Period period(String text) {
        return Period.parse(text).orElseThrow(() -> EcartException.usage("files.period", text));
    }

    private static Cuts cuts(Fields f) {
        return new Cuts(
                f.required("of").text(),
                f.optional("among").map(n -> n.parsed(ConditionText::parse)).orElse(Condition.ALL),
                f.required("parts").integer(),
                f.required("else").text());
    }

    private static AtDate at(Fields f) {
        Optional<Shift> years = f.optional("years").map(n -> new Shift.Years(n.integer()));
        Optional<Shift> date = f.optional("date").map(n -> new Shift.Fixed(n.parsed(RulesJson::period)));
        if (years.isPresent() == date.isPresent()) {
            throw EcartException.usage("model.at.one");
        }
        return new AtDate(
                f.required("variable").text(),
                years.or(() -> date).orElseThrow(),
                f.required("absent").text());
    }

    private static Rules.Band band(Fields f) {
        return new Rules.Band(
                f.required("code").text(),
                f.required("from").integer(),
                f.required("to").integer());
    }
}
