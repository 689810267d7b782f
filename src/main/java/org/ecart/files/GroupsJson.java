package org.ecart.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ecart.model.EcartException;
import org.ecart.model.Groups;
import org.ecart.model.Labels;
import org.ecart.model.Rules;
import org.ecart.model.Rules.Group;
import org.ecart.model.Rules.Grouping;

/** Tables from codes to groups: shared ones, {@code ecart/groups}, and those inside a rule set. */
final class GroupsJson {
    private static final Pattern EDITION = Pattern.compile("[A-Za-z0-9_.]+");

    private GroupsJson() {}

    static Groups read(Fields f) {
        return new Groups(
                f.required("id").text(),
                f.required("edition").parsed(GroupsJson::edition),
                JsonText.labels(f.required("labels")),
                f.list("toConfirm", JsonText::labels),
                groups(f.required("groups")),
                f.required("else").text());
    }

    static ObjectNode write(Groups table) {
        ObjectNode file = JsonText.file("groups").put("id", table.id()).put("edition", table.edition());
        file.set("labels", JsonText.labels(table.labels()));
        toConfirm(file, table.toConfirm());
        file.set("groups", JsonText.array(table.groups(), (array, g) -> array.add(group(g))));
        return file.put("else", table.otherwise());
    }

    static void toConfirm(ObjectNode object, List<Labels> toConfirm) {
        if (!toConfirm.isEmpty()) {
            object.set("toConfirm", JsonText.array(toConfirm, (array, t) -> array.add(JsonText.labels(t))));
        }
    }

    /** An edition that can stand in the name of a variable, as in {@code origin@2013}. */
    private static String edition(String text) {
        if (!EDITION.matcher(text).matches()) {
            throw EcartException.usage("model.identifier", text);
        }
        return text;
    }

    /** A grouping of a rule set: the name of a shared table, or a table of its own. */
    static Grouping grouping(String id, Node node) {
        if (node.json().isTextual()) {
            return node.parsed(SharedGroups::table).grouping(id, 1);
        }
        return node.object(f -> own(id, f));
    }

    /** The grouping of a recode or crosswalk, whose keys stand among those of the short form. */
    static Grouping inShortForm(String id, Fields f) {
        Optional<Node> shared = f.optional("grouping");
        if (shared.isEmpty()) {
            return own(id, f);
        }
        int level = f.optional("level").map(GroupsJson::level).orElse(1);
        return shared.get().parsed(SharedGroups::table).grouping(id, level);
    }

    private static int level(Node node) {
        int level = node.integer();
        if (level < 1 || level > 9) {
            throw EcartException.usage("files.at", node.path(), EcartException.usage("model.level"));
        }
        return level;
    }

    private static Grouping own(String id, Fields f) {
        return new Grouping(id, groups(f.required("groups")), f.required("else").text());
    }

    static void write(ObjectNode object, Grouping grouping) {
        if (grouping.shared().isPresent()) {
            Rules.Shared shared = grouping.shared().get();
            object.put("grouping", shared.table());
            if (shared.level() != 1) {
                object.put("level", shared.level());
            }
            return;
        }
        object.set("groups", groups(grouping.groups()));
        object.put("else", grouping.otherwise());
    }

    /** A grouping as a value of {@code groupings}. */
    static JsonNode named(Grouping grouping) {
        if (grouping.shared().isPresent()) {
            return JsonText.text(grouping.shared().get().table());
        }
        ObjectNode object = JsonText.object();
        write(object, grouping);
        return object;
    }

    /** In short an object, group to members; with labels or larger groups an array. */
    private static List<Group> groups(Node node) {
        if (node.json().isArray()) {
            return node.list(n -> n.object(GroupsJson::group));
        }
        List<Group> groups = new ArrayList<>();
        node.map(n -> n.list(Node::text)).forEach((code, members) -> groups.add(new Group(code, members)));
        return groups;
    }

    private static JsonNode groups(List<Group> groups) {
        boolean plain = groups.stream().allMatch(g -> g.equals(new Group(g.code(), g.members())));
        if (!plain) {
            return JsonText.array(groups, (array, g) -> array.add(group(g)));
        }
        ObjectNode object = JsonText.object();
        groups.forEach(g -> object.set(g.code(), JsonText.array(g.members(), ArrayNode::add)));
        return object;
    }

    private static Group group(Fields f) {
        String code = f.required("code").text();
        return new Group(
                code,
                f.optional("labels").map(JsonText::labels).orElseGet(() -> Labels.same(code)),
                f.list("members", Node::text),
                f.optional("partOf").map(Node::text));
    }

    private static ObjectNode group(Group group) {
        ObjectNode object = JsonText.object().put("code", group.code());
        object.set("labels", JsonText.labels(group.labels()));
        group.partOf().ifPresent(larger -> object.put("partOf", larger));
        if (!group.members().isEmpty()) {
            object.set("members", JsonText.array(group.members(), ArrayNode::add));
        }
        return object;
    }
}
