package org.ecart.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.files.ConditionText;
import org.ecart.model.Category;
import org.ecart.model.CodeList;
import org.ecart.model.Codebook;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Extract;
import org.ecart.model.Labels;
import org.ecart.model.Variable;

/** A codebook as rows of CSV, a map of columns each. */
final class CodebookRows {
    private CodebookRows() {}

    static List<Map<String, String>> of(CodebookCsv part, Codebook codebook) {
        return switch (part) {
            case CODEBOOK -> List.of(codebook(codebook));
            case VARIABLES ->
                codebook.variables().stream().map(CodebookRows::variable).toList();
            case CODES ->
                codebook.codeLists().stream()
                        .flatMap(list -> codes(list).stream())
                        .toList();
            case EXTRACTS ->
                codebook.extracts().stream().map(CodebookRows::extract).toList();
            case COLUMNS ->
                codebook.extracts().stream()
                        .flatMap(extract -> extract.columns().stream().map(column -> column(extract, column)))
                        .toList();
        };
    }

    private static Map<String, String> codebook(Codebook codebook) {
        Row row = new Row("codebook " + codebook.id())
                .text("id", codebook.id())
                .text("edition", codebook.edition())
                .labels("label", codebook.labels())
                .labels("source", codebook.source());
        codebook.notice().ifPresent(notice -> row.labels("notice", notice));
        return row.fields;
    }

    private static Map<String, String> variable(Variable variable) {
        Row row = new Row("variable " + variable.id())
                .text("id", variable.id())
                .text("role", CsvRow.name(variable.role()))
                .text("type", CsvRow.name(variable.type()))
                .text("code_list", variable.codeList())
                .labels("label", variable.labels());
        if (!variable.universe().equals(Condition.ALL)) {
            row.text("universe", ConditionText.print(variable.universe()));
        }
        return row.fields;
    }

    private static List<Map<String, String>> codes(CodeList list) {
        if (list.categories().isEmpty()) {
            throw EcartException.usage("intake.codebook.empty_text", "codeLists " + list.id());
        }
        List<Map<String, String>> rows = new ArrayList<>();
        list.categories().forEach(category -> rows.add(code(list, category).fields));
        list.groups().forEach(group -> rows.add(code(list, group).text("group", "yes").fields));
        return rows;
    }

    private static Row code(CodeList list, Category category) {
        Row row = new Row("code " + list.id() + "/" + category.code())
                .text("list", list.id())
                .text("code", category.code())
                .text("parent", category.parent())
                .labels("label", category.labels());
        return row.yes("undetermined", category.undetermined())
                .yes("missing", category.missing())
                .text("from", category.editions().from())
                .text("until", category.editions().until());
    }

    private static Map<String, String> extract(Extract extract) {
        return new Row("extract " + extract.id())
                .text("id", extract.id())
                .text("population", extract.population() ? "yes" : "no")
                .text("dated", extract.dated() ? "yes" : "no")
                .labels("label", extract.labels())
                .fields;
    }

    private static Map<String, String> column(Extract extract, Extract.Column column) {
        Row row = new Row("column " + extract.id() + "/" + column.variable())
                .text("extract", extract.id())
                .text("name", column.name())
                .text("variable", column.variable());
        column.aliases().forEach(row::filled);
        row.fields.put("aliases", CsvRow.listed(column.aliases()));
        return row.fields;
    }

    /** One row as it is put together; {@code what} says where an empty text stands. */
    private static final class Row {
        private final String what;
        private final Map<String, String> fields = new LinkedHashMap<>();

        Row(String what) {
            this.what = what;
        }

        Row text(String column, String text) {
            filled(text);
            fields.put(column, text);
            return this;
        }

        Row text(String column, Optional<String> text) {
            text.ifPresent(there -> text(column, there));
            return this;
        }

        Row yes(String column, boolean yes) {
            fields.put(column, yes ? "yes" : "");
            return this;
        }

        Row labels(String name, Labels labels) {
            labels.texts().forEach((language, text) -> text(name + "_" + language.code(), text));
            return this;
        }

        void filled(String text) {
            if (text.isEmpty()) {
                throw EcartException.usage("intake.codebook.empty_text", what);
            }
        }
    }
}
