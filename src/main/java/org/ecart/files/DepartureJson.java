package org.ecart.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.ecart.model.Departure;
import org.ecart.model.Departure.Cell;
import org.ecart.model.Departure.Table;

/** What a workspace remembers of a release: {@code ecart/departure}. Only the program writes and reads it. */
final class DepartureJson {
    private DepartureJson() {}

    static Departure read(Fields f) {
        return new Departure(
                f.required("id").text(),
                f.required("study").text(),
                f.required("rules").map(Node::text),
                f.required("extracts").map(Node::text),
                f.required("files").map(Node::text),
                f.list("tables", n -> n.object(DepartureJson::table)));
    }

    private static Table table(Fields f) {
        return new Table(f.required("id").text(), f.list("cells", n -> n.object(DepartureJson::cell)));
    }

    private static Cell cell(Fields f) {
        return new Cell(
                f.required("period").parsed(BreakdownJson::period),
                f.list("codes", Node::text),
                f.required("printed").flag(),
                f.required("values").map(Node::text),
                f.optional("staying").map(n -> n.parsed(BreakdownJson::period)));
    }

    static ObjectNode write(Departure departure) {
        ObjectNode file = JsonText.file("departure").put("id", departure.id()).put("study", departure.study());
        put(file, "rules", departure.rules());
        put(file, "extracts", departure.extracts());
        put(file, "files", departure.files());
        file.set("tables", JsonText.array(departure.tables(), (array, table) -> array.add(write(table))));
        return file;
    }

    private static ObjectNode write(Table table) {
        ObjectNode object = JsonText.object().put("id", table.id());
        object.set("cells", JsonText.array(table.cells(), (array, cell) -> array.add(write(cell))));
        return object;
    }

    private static ObjectNode write(Cell cell) {
        ObjectNode object = JsonText.object().put("period", cell.period().toString());
        object.set("codes", JsonText.array(cell.codes(), ArrayNode::add));
        object.put("printed", cell.printed());
        put(object, "values", cell.values());
        cell.staying().ifPresent(other -> object.put("staying", other.toString()));
        return object;
    }

    private static void put(ObjectNode object, String name, Map<String, String> texts) {
        ObjectNode inside = object.putObject(name);
        texts.forEach(inside::put);
    }
}
