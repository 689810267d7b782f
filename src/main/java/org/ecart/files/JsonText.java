package org.ecart.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ecart.model.EcartException;
import org.ecart.model.Labels;
import org.ecart.model.Language;

/** JSON as text and back: strict when reading, stable key order, two spaces and LF when writing. */
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /**
     * Parses one JSON value.
     *
     * @throws EcartException usage, with line and column, when the text is not JSON
     */
    static Node parse(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            if (json == null || json.isMissingNode()) {
                throw EcartException.usage("files.empty");
            }
            return new Node(json, "$");
        } catch (StreamConstraintsException tooMuch) {
            throw EcartException.usage("files.deep");
        } catch (JsonProcessingException notJson) {
            JsonLocation place = notJson.getLocation();
            int line = place == null ? 1 : place.getLineNr();
            int column = place == null ? 1 : place.getColumnNr();
            throw EcartException.usage("files.not_json", line, column);
        }
    }

    static String print(ObjectNode object) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(object) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain nodes can be written", impossible);
        }
    }

    /** The head of every definition file. */
    static ObjectNode file(String format) {
        return object().put("format", "ecart/" + format).put("version", Definitions.VERSION);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static <T> ArrayNode array(Iterable<T> items, BiConsumer<ArrayNode, T> add) {
        ArrayNode array = array();
        items.forEach(item -> add.accept(array, item));
        return array;
    }

    /** The name of a constant in files. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A label is one text for all languages, or an object of texts by language. */
    static Labels labels(Node node) {
        if (node.json().isTextual()) {
            return Labels.same(node.text());
        }
        return node.object(fields -> {
            Map<Language, String> texts = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                fields.optional(language.code()).ifPresent(text -> texts.put(language, text.text()));
            }
            return new Labels(texts);
        });
    }

    static JsonNode labels(Labels labels) {
        if (labels.texts().size() == Language.values().length
                && labels.texts().values().stream().distinct().count() == 1) {
            return JsonNodeFactory.instance.textNode(labels.in(Language.EN));
        }
        ObjectNode object = object();
        for (Language language : Language.values()) {
            String text = labels.texts().get(language);
            if (text != null) {
                object.put(language.code(), text);
            }
        }
        return object;
    }
}
