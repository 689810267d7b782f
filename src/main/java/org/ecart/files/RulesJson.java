package org.ecart.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.model.Category;
import org.ecart.model.EcartException;
import org.ecart.model.Rules;

/** Rule sets: {@code ecart/rules}. Exactly one of the keys rules, recode, bands, age says how the variable is made. */
final class RulesJson {
    private RulesJson() {}

    static Rules read(Fields f) {
        return new Rules(
                f.required("variable").text(),
                f.required("set").text(),
                f.required("edition").text(),
                JsonText.labels(f.required("labels")),
                f.optional("categories").map(CodebookJson::categories).orElse(List.<Category>of()),
                derivation(f));
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
        write(object, rules.derivation());
        return object;
    }

    private static Rules.Derivation derivation(Fields f) {
        List<Rules.Derivation> found = new ArrayList<>();
        Optional<Node> named = f.optional("groupings");
        List<Rules.Grouping> groupings = named.map(RulesJson::groupings).orElse(List.of());
        Optional<Node> otherwise = f.optional("else");
        f.optional("rules")
                .ifPresent(n -> found.add(new Rules.FirstMatch(
                        n.list(r -> r.object(RulesJson::rule)),
                        groupings,
                        f.required("else").text())));
        f.optional("recode").ifPresent(n -> found.add(n.object(RulesJson::recode)));
        f.optional("bands")
                .ifPresent(n -> found.add(new Rules.Bands(
                        f.required("of").text(),
                        n.list(b -> b.object(RulesJson::band)),
                        f.required("else").text())));
        f.optional("age")
                .ifPresent(n -> found.add(
                        n.object(a -> new Rules.Age(a.required("bornIn").text()))));
        boolean firstMatch = found.size() == 1 && found.get(0) instanceof Rules.FirstMatch;
        boolean bands = found.size() == 1 && found.get(0) instanceof Rules.Bands;
        if (found.size() != 1
                || (otherwise.isPresent() && !firstMatch && !bands)
                || (named.isPresent() && !firstMatch)) {
            throw EcartException.usage("model.rules.one_way");
        }
        return found.get(0);
    }

    private static void write(ObjectNode object, Rules.Derivation derivation) {
        if (derivation instanceof Rules.FirstMatch first) {
            object.set("rules", JsonText.array(first.rules(), (array, r) -> array.add(rule(r))));
            object.put("else", first.otherwise());
            ObjectNode groupings = JsonText.object();
            first.groupings().forEach(g -> groupings.set(g.id(), grouping(g)));
            if (!first.groupings().isEmpty()) {
                object.set("groupings", groupings);
            }
        } else if (derivation instanceof Rules.Recode recode) {
            ObjectNode inner = JsonText.object().put("of", recode.variable());
            inner.setAll(grouping(recode.grouping()));
            inner.put("unknown", recode.unknown()).put("noRecord", recode.noRecord());
            object.set("recode", inner);
        } else if (derivation instanceof Rules.Bands bands) {
            object.put("of", bands.variable());
            object.set("bands", JsonText.array(bands.bands(), (array, b) -> array.addObject()
                    .put("code", b.code())
                    .put("from", b.from())
                    .put("to", b.to())));
            object.put("else", bands.otherwise());
        } else if (derivation instanceof Rules.Age age) {
            object.putObject("age").put("bornIn", age.birthYear());
        }
    }

    private static Rules.Rule rule(Fields f) {
        return new Rules.Rule(f.required("id").text(), f.required("when").parsed(ConditionText::parse), outcome(f));
    }

    private static Rules.Outcome outcome(Fields f) {
        Optional<Node> group = f.optional("groupOf");
        if (group.isPresent()) {
            return new Rules.GroupOf(group.get().text(), f.required("grouping").text());
        }
        return new Rules.Code(f.required("then").text());
    }

    private static ObjectNode rule(Rules.Rule rule) {
        ObjectNode object = JsonText.object().put("id", rule.id()).put("when", ConditionText.print(rule.when()));
        if (rule.outcome() instanceof Rules.GroupOf group) {
            return object.put("groupOf", group.variable()).put("grouping", group.grouping());
        }
        return object.put("then", ((Rules.Code) rule.outcome()).code());
    }

    private static List<Rules.Grouping> groupings(Node node) {
        List<Rules.Grouping> groupings = new ArrayList<>();
        node.map(n -> n).forEach((id, n) -> groupings.add(n.object(f -> grouping(id, f))));
        return groupings;
    }

    private static Rules.Grouping grouping(String id, Fields f) {
        List<Rules.Group> groups = new ArrayList<>();
        f.required("groups")
                .map(n -> n.list(Node::text))
                .forEach((code, members) -> groups.add(new Rules.Group(code, members)));
        return new Rules.Grouping(id, groups, f.required("else").text());
    }

    private static ObjectNode grouping(Rules.Grouping grouping) {
        ObjectNode object = JsonText.object();
        ObjectNode groups = object.putObject("groups");
        grouping.groups().forEach(g -> groups.set(g.code(), JsonText.array(g.members(), ArrayNode::add)));
        return object.put("else", grouping.otherwise());
    }

    private static Rules.Recode recode(Fields f) {
        Rules.Grouping grouping = grouping("recode", f);
        return new Rules.Recode(
                f.required("of").text(),
                grouping,
                f.optional("unknown").map(Node::text).orElse(grouping.otherwise()),
                f.optional("noRecord").map(Node::text).orElse(grouping.otherwise()));
    }

    private static Rules.Band band(Fields f) {
        return new Rules.Band(
                f.required("code").text(),
                f.required("from").integer(),
                f.required("to").integer());
    }
}
