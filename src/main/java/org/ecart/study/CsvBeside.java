package org.ecart.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.export.PlainCsv;
import org.ecart.i18n.Numbers;
import org.ecart.model.PublishedTable;
import org.ecart.model.PublishedTable.Cell;
import org.ecart.model.Status;
import org.ecart.model.Value;

/**
 * The CSV of a table beside its JSON, which must tell the same of each cell (docs/formats/table.md).
 *
 * @param whole whether it has the columns and cells of the table, each once
 * @param different cells that it tells otherwise
 */
record CsvBeside(boolean whole, List<Different> different) {
    /** @param told whether a number stands there that is confidential in the JSON */
    record Different(Cell cell, boolean told) {}

    CsvBeside {
        different = List.copyOf(different);
    }

    static CsvBeside of(PublishedTable table, String csv) {
        List<String> header = header(table);
        List<List<String>> lines = PlainCsv.lines(csv).orElse(List.of());
        if (lines.isEmpty() || !lines.get(0).equals(header)) {
            return new CsvBeside(false, List.of());
        }
        Map<List<String>, Cell> cells = new LinkedHashMap<>();
        table.cells().forEach(cell -> cells.put(address(table, cell), cell));
        List<Different> different = new ArrayList<>();
        boolean whole = lines.size() == table.cells().size() + 1;
        int addressed = table.variables().size() + 1;
        for (List<String> line : lines.subList(1, lines.size())) {
            Optional<Cell> cell = line.size() == header.size()
                    ? Optional.ofNullable(cells.remove(line.subList(0, addressed)))
                    : Optional.empty();
            whole &= cell.isPresent();
            cell.flatMap(c -> different(table, c, line.subList(addressed, line.size())))
                    .ifPresent(different::add);
        }
        return new CsvBeside(whole, different);
    }

    private static List<String> header(PublishedTable table) {
        List<String> header = new ArrayList<>(List.of("period"));
        header.addAll(table.variables().keySet());
        for (String measure : table.decimals().keySet()) {
            header.add(measure);
            header.add(measure + "_status");
        }
        return header;
    }

    private static List<String> address(PublishedTable table, Cell cell) {
        List<String> address = new ArrayList<>(List.of(cell.period().toString()));
        table.variables().keySet().forEach(variable -> address.add(cell.codes().getOrDefault(variable, "")));
        return address;
    }

    /** @param figures the number and the status of each measure */
    private static Optional<Different> different(PublishedTable table, Cell cell, List<String> figures) {
        boolean same = true;
        boolean told = false;
        int place = 0;
        for (Map.Entry<String, Integer> measure : table.decimals().entrySet()) {
            Value value = cell.values().getOrDefault(measure.getKey(), Value.NOT_AVAILABLE);
            String number = figures.get(place++);
            String status = figures.get(place++);
            String right = value.number()
                    .map(n -> Numbers.plain(n, measure.getValue()))
                    .orElse("");
            same &= number.equals(right) && status.equals(value.status().code());
            told |= value.status() == Status.CONFIDENTIAL && !number.isBlank();
        }
        return same ? Optional.empty() : Optional.of(new Different(cell, told));
    }
}
