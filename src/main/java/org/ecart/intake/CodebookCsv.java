package org.ecart.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;

/**
 * A codebook as five CSV files, which a spreadsheet opens: codebook, variables, codes, extracts, columns; described in
 * docs/formats/codebook-csv.md. What is written is read back as the same codebook.
 */
public enum CodebookCsv {
    /** one row: what the codebook is */
    CODEBOOK(sheet(
            "codebook", List.of("id", "edition"), List.of("id", "edition"), List.of("label", "source", "notice"))),
    VARIABLES(sheet(
            "variables", List.of("id"), List.of("id", "role", "type", "code_list", "universe"), List.of("label"))),
    /** the codes and groups of all code lists; it may be left out */
    CODES(sheet(
            "codes",
            List.of("list", "code"),
            List.of("list", "code", "group", "parent", "undetermined", "missing", "from", "until"),
            List.of("label"))),
    EXTRACTS(sheet("extracts", List.of("id"), List.of("id", "population", "dated"), List.of("label"))),
    COLUMNS(sheet("columns", List.of("extract", "name"), List.of("extract", "name", "variable", "aliases"), List.of()));

    private final CsvSheet sheet;

    CodebookCsv(CsvSheet sheet) {
        this.sheet = sheet;
    }

    private static CsvSheet sheet(String name, List<String> required, List<String> columns, List<String> texts) {
        List<String> all = Stream.concat(columns.stream(), texts.stream().flatMap(CsvRow::languages))
                .toList();
        return new CsvSheet(name + ".csv", required, all);
    }

    CsvSheet sheet() {
        return sheet;
    }

    /** The name that the file must have: {@code variables.csv}. */
    public String fileName() {
        return sheet.file();
    }

    /** The file of this name, if it is one of a codebook. */
    public static Optional<CodebookCsv> named(String fileName) {
        return Stream.of(values())
                .filter(part -> part.fileName().equals(fileName))
                .findFirst();
    }

    /** Whether a codebook can do without the file. */
    public boolean optional() {
        return this == CODES;
    }

    /**
     * Writes one of the files.
     *
     * @throws EcartException usage where the codebook has an empty text, which CSV cannot tell from none
     */
    public String text(Codebook codebook) {
        return sheet.write(CodebookRows.of(this, codebook));
    }
}
