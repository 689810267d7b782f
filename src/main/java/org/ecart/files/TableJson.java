package org.ecart.files;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.model.EcartException;
import org.ecart.model.PublishedTable;
import org.ecart.model.PublishedTable.Cell;
import org.ecart.model.RollUp;
import org.ecart.model.Status;
import org.ecart.model.Value;

/** Tables as they were written: {@code ecart/table}. Of their words only codes are read. */
final class TableJson {
    private TableJson() {}

    static PublishedTable read(Fields f) {
        for (String words : List.of("notProtectedBecause", "caption", "periods", "reference")) {
            f.optional(words);
        }
        Map<String, List<String>> variables = new LinkedHashMap<>();
        Map<String, RollUp> rollUps = new LinkedHashMap<>();
        f.list("dimensions", n -> n.object(d -> dimension(d, variables, rollUps)));
        Map<String, Integer> decimals = new LinkedHashMap<>();
        f.list("measures", n -> n.object(m -> measure(m, decimals)));
        return new PublishedTable(
                f.required("protected").flag(),
                variables,
                rollUps,
                decimals,
                f.list("cells", n -> n.object(TableJson::cell)));
    }

    private static String dimension(Fields f, Map<String, List<String>> into, Map<String, RollUp> rollUps) {
        f.optional("side");
        f.optional("labels");
        String variable = f.required("variable").text();
        Map<String, List<String>> parts = new LinkedHashMap<>();
        into.put(variable, f.list("categories", n -> n.object(c -> category(c, parts))));
        f.optional("of").ifPresent(of -> rollUps.put(variable, new RollUp(of.text(), parts)));
        return variable;
    }

    private static String category(Fields f, Map<String, List<String>> parts) {
        for (String words : List.of("labels", "undetermined", "missing")) {
            f.optional(words);
        }
        String code = f.required("code").text();
        f.optional("of").ifPresent(of -> parts.put(code, of.list(Node::text)));
        return code;
    }

    private static String measure(Fields f, Map<String, Integer> into) {
        f.optional("unit");
        String id = f.required("id").text();
        into.put(id, f.required("decimals").integer());
        return id;
    }

    private static Cell cell(Fields f) {
        return new Cell(
                f.required("period").parsed(BreakdownJson::period),
                f.required("codes").map(Node::text),
                f.required("values").map(n -> n.object(TableJson::value)));
    }

    private static Value value(Fields f) {
        Node status = f.required("status");
        Status found = Arrays.stream(Status.values())
                .filter(s -> s.code().equals(status.text()))
                .findFirst()
                .orElseThrow(() -> EcartException.usage("files.one_of", status.path(), status.text(), "b, c, x, z"));
        Node number = f.required("value");
        boolean readable = found == Status.NORMAL || found == Status.BREAK;
        if (number.json().isNull() == readable
                || !number.json().isNull() && !number.json().isNumber()) {
            throw EcartException.usage("files.table.value", number.path());
        }
        return new Value(readable ? Optional.of(new BigDecimal(number.json().asText())) : Optional.empty(), found);
    }
}
