package org.ecart.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.ecart.model.Mapping;

/** Mappings: {@code ecart/mapping}. */
final class MappingJson {
    private MappingJson() {}

    static Mapping read(Fields f) {
        return new Mapping(f.required("extract").text(), f.required("columns").map(Node::text));
    }

    static ObjectNode write(Mapping mapping) {
        ObjectNode file = JsonText.file("mapping").put("extract", mapping.extract());
        ObjectNode columns = file.putObject("columns");
        new TreeMap<>(mapping.columns()).forEach(columns::put);
        return file;
    }
}
