package org.ecart.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.ecart.model.Category;
import org.ecart.model.CodeList;
import org.ecart.model.Codebook;
import org.ecart.model.Condition;
import org.ecart.model.Extract;
import org.ecart.model.Labels;
import org.ecart.model.Variable;

/** Codebooks: {@code ecart/codebook}. */
final class CodebookJson {
    private CodebookJson() {}

    static Codebook read(Fields f) {
        return new Codebook(
                f.required("id").text(),
                f.required("edition").text(),
                JsonText.labels(f.required("labels")),
                JsonText.labels(f.required("source")),
                f.optional("notice").map(JsonText::labels),
                f.list("codeLists", n -> n.object(CodebookJson::codeList)),
                f.required("variables").list(n -> n.object(CodebookJson::variable)),
                f.required("extracts").list(n -> n.object(CodebookJson::extract)));
    }

    static ObjectNode write(Codebook codebook) {
        ObjectNode file = JsonText.file("codebook").put("id", codebook.id()).put("edition", codebook.edition());
        file.set("labels", JsonText.labels(codebook.labels()));
        file.set("source", JsonText.labels(codebook.source()));
        codebook.notice().ifPresent(notice -> file.set("notice", JsonText.labels(notice)));
        file.set("codeLists", JsonText.array(codebook.codeLists(), (array, list) -> array.add(codeList(list))));
        file.set("variables", JsonText.array(codebook.variables(), (array, v) -> array.add(variable(v))));
        file.set("extracts", JsonText.array(codebook.extracts(), (array, e) -> array.add(extract(e))));
        return file;
    }

    /** A drafted codebook: each code with the rows that had it. */
    static ObjectNode draft(Codebook codebook, Map<String, Map<String, Long>> counts) {
        ObjectNode file = write(codebook);
        for (JsonNode list : file.path("codeLists")) {
            Map<String, Long> rows = counts.getOrDefault(list.path("id").textValue(), Map.of());
            for (JsonNode code : list.path("codes")) {
                Long count = rows.get(code.path("code").textValue());
                if (count != null) {
                    ((ObjectNode) code).put("count", count);
                }
            }
        }
        return file;
    }

    static List<Category> categories(Node node) {
        return node.list(n -> n.object(CodebookJson::category));
    }

    static ArrayNode categories(List<Category> categories) {
        return JsonText.array(categories, (array, c) -> array.add(category(c)));
    }

    private static CodeList codeList(Fields f) {
        return new CodeList(
                f.required("id").text(),
                f.required("codes").list(n -> n.object(CodebookJson::listed)),
                f.list("groups", n -> n.object(CodebookJson::group)));
    }

    private static ObjectNode codeList(CodeList list) {
        ObjectNode object = JsonText.object().put("id", list.id());
        object.set("codes", categories(list.categories()));
        if (!list.groups().isEmpty()) {
            object.set("groups", categories(list.groups()));
        }
        return object;
    }

    /** A category of a code list; those of rules have neither parents nor editions. */
    private static Category listed(Fields f) {
        return placed(category(f), f);
    }

    /** No file delivers a group, so it cannot be missing or undetermined in one. */
    private static Category group(Fields f) {
        return placed(Category.of(f.required("code").text(), labelsOrCode(f)), f);
    }

    private static Category placed(Category category, Fields f) {
        Category valid = category.in(new Category.Editions(
                f.optional("from").map(Node::text), f.optional("until").map(Node::text)));
        return f.optional("parent").map(Node::text).map(valid::under).orElse(valid);
    }

    private static Labels labelsOrCode(Fields f) {
        return f.optional("labels")
                .map(JsonText::labels)
                .orElseGet(() -> Labels.same(f.required("code").text()));
    }

    static Category category(Fields f) {
        String code = f.required("code").text();
        // A drafted codebook tells how many rows had the code; nothing depends on it.
        f.optional("count").ifPresent(Node::whole);
        return new Category(code, labelsOrCode(f), f.flag("undetermined", false), f.flag("missing", false));
    }

    private static ObjectNode category(Category category) {
        ObjectNode object = JsonText.object().put("code", category.code());
        object.set("labels", JsonText.labels(category.labels()));
        if (category.undetermined()) {
            object.put("undetermined", true);
        }
        if (category.missing()) {
            object.put("missing", true);
        }
        category.parent().ifPresent(parent -> object.put("parent", parent));
        category.editions().from().ifPresent(edition -> object.put("from", edition));
        category.editions().until().ifPresent(edition -> object.put("until", edition));
        return object;
    }

    private static Variable variable(Fields f) {
        Variable.Role role =
                f.optional("role").map(n -> n.oneOf(Variable.Role.class)).orElse(Variable.Role.DIMENSION);
        return new Variable(
                f.required("id").text(),
                JsonText.labels(f.required("labels")),
                role,
                f.optional("type").map(n -> n.oneOf(Variable.Type.class)).orElse(role.usualType()),
                f.optional("codeList").map(Node::text),
                f.optional("universe").map(n -> n.parsed(ConditionText::parse)).orElse(Condition.ALL));
    }

    private static ObjectNode variable(Variable variable) {
        ObjectNode object = JsonText.object().put("id", variable.id());
        object.set("labels", JsonText.labels(variable.labels()));
        object.put("role", JsonText.name(variable.role()));
        if (variable.type() != variable.role().usualType()) {
            object.put("type", JsonText.name(variable.type()));
        }
        variable.codeList().ifPresent(list -> object.put("codeList", list));
        if (!variable.universe().equals(Condition.ALL)) {
            object.put("universe", ConditionText.print(variable.universe()));
        }
        return object;
    }

    private static Extract extract(Fields f) {
        return new Extract(
                f.required("id").text(),
                JsonText.labels(f.required("labels")),
                f.flag("population", false),
                f.flag("dated", true),
                f.required("columns").list(n -> n.object(CodebookJson::column)));
    }

    private static ObjectNode extract(Extract extract) {
        ObjectNode object = JsonText.object().put("id", extract.id());
        object.set("labels", JsonText.labels(extract.labels()));
        object.put("population", extract.population()).put("dated", extract.dated());
        object.set("columns", JsonText.array(extract.columns(), (array, c) -> array.add(column(c))));
        return object;
    }

    private static Extract.Column column(Fields f) {
        String name = f.required("name").text();
        return new Extract.Column(
                name, f.optional("variable").map(Node::text).orElse(name), f.list("aliases", Node::text));
    }

    private static ObjectNode column(Extract.Column column) {
        ObjectNode object = JsonText.object().put("name", column.name()).put("variable", column.variable());
        if (!column.aliases().isEmpty()) {
            object.set("aliases", JsonText.array(column.aliases(), ArrayNode::add));
        }
        return object;
    }
}
