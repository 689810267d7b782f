package org.ecart.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.ecart.model.Labels;

/** Lists and maps as JSON, keys in the order of the map: for reports that are only written and never read back. */
public final class PlainJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private PlainJson() {}

    /**
     * The text of a tree of maps, lists, optionals (none = null), labels, texts, whole and decimal numbers and booleans.
     */
    public static String text(Map<String, ?> tree) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        try {
            return JsonMapper.builder()
                            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                            .build()
                            .writer(printer)
                            .writeValueAsString(node(tree))
                    + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain nodes can be written", impossible);
        }
    }

    private static JsonNode node(Object value) {
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = NODES.objectNode();
            map.forEach((key, inner) -> object.set(key.toString(), node(inner)));
            return object;
        }
        if (value instanceof Iterable<?> items) {
            ArrayNode array = NODES.arrayNode();
            items.forEach(item -> array.add(node(item)));
            return array;
        }
        if (value instanceof Optional<?> optional) {
            return optional.<JsonNode>map(PlainJson::node).orElseGet(NODES::nullNode);
        }
        if (value instanceof Labels labels) {
            return JsonText.labels(labels);
        }
        if (value instanceof BigDecimal number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long || value instanceof Integer) {
            return NODES.numberNode(((Number) value).longValue());
        }
        return value instanceof Boolean flag ? NODES.booleanNode(flag) : NODES.textNode(value.toString());
    }
}
