package org.ecart.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ecart.model.EcartException;

/** The keys of one object, asked for one by one; it remembers which were asked for. */
final class Fields {
    private final Node object;
    private final Set<String> asked = new HashSet<>();

    Fields(Node object) {
        this.object = object;
    }

    Node required(String name) {
        return optional(name)
                .orElseThrow(() -> EcartException.usage(
                        "files.missing_key", object.child(name).path()));
    }

    Optional<Node> optional(String name) {
        asked.add(name);
        JsonNode value = object.json().get(name);
        return value == null ? Optional.empty() : Optional.of(object.child(name));
    }

    <T> List<T> list(String name, Function<Node, T> reader) {
        return optional(name).map(n -> n.list(reader)).orElse(List.of());
    }

    boolean flag(String name, boolean otherwise) {
        return optional(name).map(Node::flag).orElse(otherwise);
    }

    Set<String> asked() {
        return asked;
    }
}
