package org.ecart.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ecart.files.ConditionText;
import org.ecart.files.Definitions;
import org.ecart.model.Category;
import org.ecart.model.CodeList;
import org.ecart.model.Codebook;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Extract;
import org.ecart.model.Labels;
import org.ecart.model.Span;
import org.ecart.model.Variable;

/** Reads a codebook from its CSV files; every complaint names file, line and column. */
public final class CodebookSheets {
    private final Map<CodebookCsv, Path> files;

    private CodebookSheets(Map<CodebookCsv, Path> files) {
        this.files = files;
    }

    /**
     * Reads a codebook from a folder, or from files that are named as in one; other files of a folder are let be.
     *
     * @throws EcartException usage, naming file, line and column of what is wrong
     */
    public static Codebook read(List<Path> paths) {
        Map<CodebookCsv, Path> files = new EnumMap<>(CodebookCsv.class);
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                for (CodebookCsv part : CodebookCsv.values()) {
                    Path file = path.resolve(part.fileName());
                    if (!part.optional() || Files.exists(file)) {
                        add(files, part, file);
                    }
                }
            } else if (!Files.exists(path)) {
                throw EcartException.usage("intake.no_file", path);
            } else {
                CodebookCsv part = CodebookCsv.named(String.valueOf(path.getFileName()))
                        .orElseThrow(() -> EcartException.usage("intake.codebook.no_part", path, names()));
                add(files, part, path);
            }
        }
        for (CodebookCsv part : CodebookCsv.values()) {
            if (!part.optional() && !files.containsKey(part)) {
                throw EcartException.usage("intake.codebook.lacks_part", part.fileName(), names());
            }
        }
        return new CodebookSheets(files).codebook();
    }

    private static void add(Map<CodebookCsv, Path> files, CodebookCsv part, Path file) {
        if (files.put(part, file) != null) {
            throw EcartException.usage("model.twice", part.fileName());
        }
    }

    private static String names() {
        return List.of(CodebookCsv.values()).stream().map(CodebookCsv::fileName).collect(Collectors.joining(", "));
    }

    private Codebook codebook() {
        List<CodeList> lists =
                files.containsKey(CodebookCsv.CODES) ? rows(CodebookCsv.CODES, CodebookSheets::lists) : List.of();
        Set<String> listIds = lists.stream().map(CodeList::id).collect(Collectors.toSet());
        List<Variable> variables = rows(CodebookCsv.VARIABLES, rows -> variables(rows, listIds));
        Set<String> variableIds = variables.stream().map(Variable::id).collect(Collectors.toSet());
        List<Extract> bare = rows(CodebookCsv.EXTRACTS, CodebookSheets::extracts);
        List<Extract> extracts = rows(CodebookCsv.COLUMNS, rows -> withColumns(bare, rows, variableIds));
        return rows(CodebookCsv.CODEBOOK, rows -> head(rows, lists, variables, extracts));
    }

    private <T> T rows(CodebookCsv part, Function<List<CsvRow>, T> reader) {
        Path file = Optional.ofNullable(files.get(part)).orElseThrow();
        return Definitions.file(file, text -> reader.apply(part.sheet().read(text)));
    }

    private static Codebook head(
            List<CsvRow> rows, List<CodeList> lists, List<Variable> variables, List<Extract> extracts) {
        if (rows.size() != 1) {
            throw EcartException.usage("intake.codebook.one_row", rows.size());
        }
        CsvRow row = rows.get(0);
        return new Codebook(
                row.identifier("id"),
                row.required("edition"),
                row.labels("label"),
                row.labels("source"),
                row.optionalLabels("notice"),
                lists,
                variables,
                extracts);
    }

    private static List<CodeList> lists(List<CsvRow> rows) {
        Map<String, List<CsvRow>> byList = new LinkedHashMap<>();
        rows.forEach(row -> byList.computeIfAbsent(row.required("list"), id -> new ArrayList<>())
                .add(row));
        List<CodeList> lists = new ArrayList<>();
        byList.forEach((id, codes) -> lists.add(list(id, codes)));
        return lists;
    }

    private static CodeList list(String id, List<CsvRow> rows) {
        List<Category> categories = new ArrayList<>();
        List<Category> groups = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (CsvRow row : rows) {
            row.once("code", codes);
            (row.flag("group", false) ? groups : categories).add(category(row));
        }
        for (CsvRow row : rows) {
            if (row.optional("parent").isPresent() && !codes.contains(row.required("parent"))) {
                throw row.wrong(
                        "parent",
                        EcartException.usage("model.no_parent", row.required("code"), row.required("parent")));
            }
        }
        try {
            return new CodeList(id, categories, groups);
        } catch (EcartException complaint) {
            // A circle of parents, or a group that says it is missing; the first argument is the code.
            String code = String.valueOf(complaint.arguments().get(0));
            CsvRow row = rows.stream()
                    .filter(r -> r.required("code").equals(code))
                    .findFirst()
                    .orElseThrow();
            throw row.wrong("code", complaint);
        }
    }

    private static Category category(CsvRow row) {
        String code = row.required("code");
        return new Category(
                code,
                row.optionalLabels("label").orElseGet(() -> Labels.same(code)),
                row.flag("undetermined", false),
                row.flag("missing", false),
                row.optional("parent"),
                new Category.Editions(row.optional("from"), row.optional("until")));
    }

    private static List<Variable> variables(List<CsvRow> rows, Set<String> lists) {
        Set<String> ids = new LinkedHashSet<>();
        List<Variable> variables = new ArrayList<>();
        for (CsvRow row : rows) {
            row.once("id", ids);
            if (row.optional("code_list").isPresent()) {
                row.known("code_list", lists, "model.no_code_list");
            }
            Variable.Role role = row.oneOf("role", Variable.Role.DIMENSION);
            variables.add(new Variable(
                    row.identifier("id"),
                    row.labels("label"),
                    role,
                    row.oneOf("type", role.usualType()),
                    row.optional("code_list"),
                    universe(row)));
        }
        for (int i = 0; i < rows.size(); i++) {
            for (String named : variables.get(i).universe().variables()) {
                if (!ids.contains(named) && !named.equals(Span.AGE)) {
                    EcartException unknown = EcartException.usage(
                            "model.universe", variables.get(i).id(), named);
                    throw rows.get(i).wrong("universe", unknown);
                }
            }
        }
        return variables;
    }

    private static Condition universe(CsvRow row) {
        try {
            return row.optional("universe").map(ConditionText::parse).orElse(Condition.ALL);
        } catch (EcartException complaint) {
            throw row.wrong("universe", complaint);
        }
    }

    private static List<Extract> extracts(List<CsvRow> rows) {
        Set<String> ids = new HashSet<>();
        List<Extract> extracts = new ArrayList<>();
        for (CsvRow row : rows) {
            row.once("id", ids);
            extracts.add(new Extract(
                    row.identifier("id"),
                    row.labels("label"),
                    row.flag("population", false),
                    row.flag("dated", true),
                    List.of()));
        }
        if (extracts.stream().filter(Extract::population).count() != 1) {
            throw EcartException.usage("intake.codebook.one_population");
        }
        return extracts;
    }

    private static List<Extract> withColumns(List<Extract> extracts, List<CsvRow> rows, Set<String> variables) {
        Map<String, List<Extract.Column>> columns = new LinkedHashMap<>();
        extracts.forEach(extract -> columns.put(extract.id(), new ArrayList<>()));
        Map<String, Set<String>> names = new LinkedHashMap<>();
        Map<String, Set<String>> held = new LinkedHashMap<>();
        for (CsvRow row : rows) {
            row.known("extract", columns.keySet(), "intake.codebook.no_extract");
            String extract = row.required("extract");
            row.once("name", names.computeIfAbsent(extract, id -> new HashSet<>()));
            String column = row.optional("variable").isPresent() ? "variable" : "name";
            row.known(column, variables, "model.no_variable");
            row.once(column, held.computeIfAbsent(extract, id -> new HashSet<>()));
            columns.getOrDefault(extract, new ArrayList<>())
                    .add(new Extract.Column(row.required("name"), row.required(column), row.list("aliases")));
        }
        return extracts.stream()
                .map(e -> new Extract(
                        e.id(), e.labels(), e.population(), e.dated(), columns.getOrDefault(e.id(), List.of())))
                .toList();
    }
}
