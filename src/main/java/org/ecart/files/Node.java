package org.ecart.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.ecart.model.EcartException;

/** A place in a definition file that knows its path, so that every complaint can name it. */
record Node(JsonNode json, String path) {
    /** Reads an object; keys that {@code reader} did not ask for are refused, and every complaint gets this path. */
    <T> T object(Function<Fields, T> reader) {
        if (!json.isObject()) {
            throw wrong("object");
        }
        Fields fields = new Fields(this);
        T read;
        try {
            read = reader.apply(fields);
        } catch (EcartException complaint) {
            throw complaint.key().startsWith("model.") ? at(complaint) : complaint;
        }
        Iterator<String> names = json.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            if (!fields.asked().contains(name)) {
                throw EcartException.usage(
                        "files.unknown_key", child(name).path(), String.join(", ", new TreeSet<>(fields.asked())));
            }
        }
        return read;
    }

    <T> List<T> list(Function<Node, T> reader) {
        if (!json.isArray()) {
            throw wrong("array");
        }
        List<T> items = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            items.add(reader.apply(new Node(json.get(i), path + "[" + i + "]")));
        }
        return items;
    }

    /** Reads a list with at least one item. */
    <T> List<T> some(Function<Node, T> reader) {
        List<T> items = list(reader);
        if (items.isEmpty()) {
            throw EcartException.usage("files.empty_list", path);
        }
        return items;
    }

    /** Reads an object whose keys are free, in file order. */
    <T> Map<String, T> map(Function<Node, T> reader) {
        if (!json.isObject()) {
            throw wrong("object");
        }
        Map<String, T> entries = new LinkedHashMap<>();
        json.properties().forEach(e -> entries.put(e.getKey(), reader.apply(child(e.getKey()))));
        return entries;
    }

    String text() {
        if (!json.isTextual()) {
            throw wrong("string");
        }
        return json.textValue();
    }

    int integer() {
        if (!json.isInt()) {
            throw wrong("integer");
        }
        return json.intValue();
    }

    /** A whole number that may be large. */
    long whole() {
        if (!json.canConvertToLong() || !json.isIntegralNumber()) {
            throw wrong("integer");
        }
        return json.longValue();
    }

    boolean flag() {
        if (!json.isBoolean()) {
            throw wrong("boolean");
        }
        return json.booleanValue();
    }

    /** Reads a text with a reader that complains without knowing where. */
    <T> T parsed(Function<String, T> reader) {
        try {
            return reader.apply(text());
        } catch (EcartException complaint) {
            throw complaint.key().equals("files.at") ? complaint : at(complaint);
        }
    }

    /** Reads one of the constants of an enumeration, written in lower case with "-" for "_". */
    <E extends Enum<E>> E oneOf(Class<E> type) {
        String text = text();
        List<String> allowed = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = JsonText.name(constant);
            if (name.equals(text)) {
                return constant;
            }
            allowed.add(name);
        }
        throw EcartException.usage("files.one_of", path, text, String.join(", ", allowed));
    }

    Node child(String name) {
        return new Node(json.path(name), path + "." + name);
    }

    private EcartException at(EcartException complaint) {
        return EcartException.usage("files.at", path, complaint);
    }

    private EcartException wrong(String expected) {
        return EcartException.usage("files.expected." + expected, path);
    }
}
