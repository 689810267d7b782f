package org.ecart.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ecart.files.ConditionText;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.model.Category;
import org.ecart.model.CodeList;
import org.ecart.model.Codebook;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Extract;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodebookCsvTest {
    private static final Path EXAMPLES = Path.of("docs/formats/examples");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    Path folder;

    private Codebook there(Map<CodebookCsv, String> texts) throws IOException {
        for (Map.Entry<CodebookCsv, String> text : texts.entrySet()) {
            Files.writeString(folder.resolve(text.getKey().fileName()), text.getValue());
        }
        return CodebookSheets.read(List.of(folder));
    }

    private static Map<CodebookCsv, String> texts(Codebook codebook) {
        Map<CodebookCsv, String> texts = new EnumMap<>(CodebookCsv.class);
        for (CodebookCsv part : CodebookCsv.values()) {
            texts.put(part, part.text(codebook));
        }
        return texts;
    }

    /** Three variables, two codes, one extract. */
    private static Map<CodebookCsv, String> small() {
        Map<CodebookCsv, String> texts = new LinkedHashMap<>();
        texts.put(CodebookCsv.CODEBOOK, "id,edition,label_en,source_en\nsmall,1,Small,None\n");
        texts.put(CodebookCsv.VARIABLES, """
                id,role,code_list,universe,label_en
                pid,person,,,Person
                sex,,sexes,,Sex
                job,,,"sex = ""1\""",Job
                """);
        texts.put(
                CodebookCsv.CODES,
                "list,code,parent,group,label_en\nsexes,1,all,,Men\nsexes,2,all,,\nsexes,all,,yes,\n");
        texts.put(CodebookCsv.EXTRACTS, "id,population,label_en\npeople,yes,People\n");
        texts.put(
                CodebookCsv.COLUMNS,
                "extract,name,variable,aliases\npeople,PID,pid,nr|id\npeople,sex,,\npeople,job,,\n");
        return texts;
    }

    @Test
    void aSmallCodebookIsReadAsItIsWritten() throws IOException {
        Codebook read = there(small());
        assertThat(read.codeLists().get(0))
                .isEqualTo(new CodeList(
                        "sexes",
                        List.of(
                                Category.of("1", new Labels(Map.of(Language.EN, "Men")))
                                        .under("all"),
                                Category.of("2", Labels.same("2")).under("all")),
                        List.of(Category.of("all", Labels.same("all")))));
        assertThat(read.variables().get(2).universe()).isEqualTo(new Condition.In("sex", List.of("1")));
        assertThat(read.population().dated()).isTrue();
        assertThat(read.population().columns().get(0)).isEqualTo(new Extract.Column("PID", "pid", List.of("nr", "id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void spreadsheetsWriteOtherDelimitersMarksAndEmptyRows(String delimiter) throws IOException {
        Codebook comma = there(small());
        Map<CodebookCsv, String> texts = small();
        texts.replaceAll((part, text) -> "\uFEFF"
                + text.replace(",", delimiter).replace("\n", "\r\n")
                + delimiter.repeat(part == CodebookCsv.CODEBOOK ? 3 : 0)
                + "\r\n");
        assertThat(there(texts)).isEqualTo(comma);
    }

    @Test
    void theExampleOfTheDocumentationIsTheSameInBothForms() throws IOException {
        Codebook json = Definitions.file(EXAMPLES.resolve("codebook.json"), Definitions::codebook);
        Path csv = EXAMPLES.resolve("codebook-csv");
        assertThat(CodebookSheets.read(List.of(csv))).isEqualTo(json);
        for (CodebookCsv part : CodebookCsv.values()) {
            assertThat(csv.resolve(part.fileName())).hasContent(part.text(json));
        }
        assertThat(Files.readString(EXAMPLES.resolveSibling("codebook-csv.md")))
                .contains("```csv\n" + CodebookCsv.CODES.text(json) + "```");
    }

    @Test
    void theSampleCodebookComesBackTheSame() throws IOException {
        Codebook sample = Definitions.file(Path.of("sample-data/codebook.json"), Definitions::codebook);
        assertThat(there(texts(sample))).isEqualTo(sample);
    }

    @Test
    void anyCodebookComesBackTheSame() throws IOException {
        for (long seed = 1; seed <= 200; seed++) {
            Codebook codebook = new Drawn(seed).codebook();
            assertThat(there(texts(codebook))).as("seed " + seed).isEqualTo(codebook);
            assertThat(Definitions.codebook(Definitions.text(codebook)))
                    .as("as JSON, seed " + seed)
                    .isEqualTo(codebook);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "VARIABLES ! sex,,sexes ! sex,,sex ! variables.csv: line 3, column code_list: ! no code list sex",
                "VARIABLES ! sex,,sexes ! pid,,sexes ! variables.csv: line 3, column id: ! pid stands twice",
                "VARIABLES ! sex,,sexes ! 1sex,,sexes ! variables.csv: line 3, column id: ! cannot be an id",
                "VARIABLES ! ,Sex ! , ! variables.csv: line 3, column label_en: ! at least one",
                "VARIABLES ! sex = ! gender = ! variables.csv: line 4, column universe: ! gender",
                "VARIABLES ! sex = ! sex == ! variables.csv: line 4, column universe: ! position",
                "VARIABLES ! pid,person, ! pid,person,, ! variables.csv: line 2 has ! header has 5",
                "VARIABLES ! id,role ! id,rule ! variables.csv: line 1 ! rule",
                "VARIABLES ! id,role ! role,role ! variables.csv ! role stands twice",
                "VARIABLES ! pid,person ! \"pid,person ! variables.csv ! line 2",
                "CODES ! 1,all ! 1,every ! codes.csv: line 2, column parent: ! every",
                "CODES ! sexes,2 ! sexes,1 ! codes.csv: line 3, column code: ! 1 stands twice",
                "CODES ! all,,yes ! all,1,yes ! codes.csv: line 2, column code: ! circle",
                "CODES ! all,,yes ! all,,maybe ! codes.csv: line 4, column group: ! yes, no",
                "CODES ! sexes,2 ! ,2 ! codes.csv: line 3, column list: ! nothing stands there",
                "EXTRACTS ! people,yes ! people,no ! extracts.csv: ! Exactly one",
                "COLUMNS ! people,sex, ! persons,sex, ! columns.csv: line 3, column extract: ! persons",
                "COLUMNS ! people,sex, ! people,sexe, ! columns.csv: line 3, column name: ! no variable sexe",
                "COLUMNS ! people,sex, ! people,sex,pid ! columns.csv: line 3, column variable: ! pid stands twice",
                "COLUMNS ! nr|id ! nr||id ! columns.csv: line 2, column aliases: ! nothing stands there",
                "CODEBOOK ! small,1 ! small, ! codebook.csv: line 2, column edition: ! nothing stands there"
            })
    void aComplaintNamesFileLineAndColumn(CodebookCsv part, String from, String to, String where, String what) {
        Map<CodebookCsv, String> texts = small();
        assertThat(texts.get(part)).contains(from);
        texts.computeIfPresent(part, (p, text) -> text.replaceFirst(Pattern.quote(from), to));
        assertThatThrownBy(() -> there(texts)).isInstanceOfSatisfying(EcartException.class, e -> assertThat(
                        Messages.load().text(Language.EN, e))
                .contains(where, what));
    }

    @Test
    void anEmptyTextIsNotExportedAndTheMessageSaysWhere() {
        Codebook codebook = new Drawn(1).codebook();
        Variable nameless = new Variable(
                "nameless", Labels.same(""), Variable.Role.DIMENSION, Variable.Type.CODE, Optional.empty());
        Codebook with = new Codebook(
                codebook.id(),
                codebook.edition(),
                codebook.labels(),
                codebook.source(),
                codebook.notice(),
                List.of(),
                List.of(nameless),
                List.of(new Extract("people", Labels.same("people"), true, true, List.of())));
        assertThatThrownBy(() -> CodebookCsv.VARIABLES.text(with))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.arguments()).containsExactly("variable nameless"));
    }

    /** A codebook drawn at random, with everything that needs care in CSV. */
    private static final class Drawn {
        private static final String[] TEXTS = {
            "a",
            "A b",
            " blank ",
            "x,y",
            "x;y;z",
            "\"quoted\"",
            "two\nlines",
            "cr\r\nlf",
            "é€ß",
            "a|b",
            "c\\d",
            "#",
            "=1+1",
            "01"
        };
        private final Random random;

        Drawn(long seed) {
            random = new Random(seed);
        }

        Codebook codebook() {
            List<CodeList> lists = IntStream.range(0, random.nextInt(4))
                    .mapToObj(i -> list("list " + i))
                    .toList();
            List<Variable> variables = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                variables.add(variable("v" + i, lists));
            }
            List<Extract> extracts = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                extracts.add(extract("e" + i, i == 0, variables));
            }
            return new Codebook(
                    "drawn",
                    text(),
                    labels(),
                    labels(),
                    random.nextBoolean() ? Optional.empty() : Optional.of(labels()),
                    lists,
                    variables,
                    extracts);
        }

        private String text() {
            return TEXTS[random.nextInt(TEXTS.length)];
        }

        private Labels labels() {
            Map<Language, String> texts = new EnumMap<>(Language.class);
            texts.put(Language.values()[random.nextInt(4)], text());
            for (Language language : Language.values()) {
                if (random.nextBoolean()) {
                    texts.put(language, text());
                }
            }
            return new Labels(texts);
        }

        private Optional<String> edition() {
            return random.nextBoolean() ? Optional.empty() : Optional.of(text());
        }

        private CodeList list(String id) {
            int groups = random.nextInt(3);
            List<Category> above = new ArrayList<>();
            for (int i = 0; i < groups; i++) {
                Category group = Category.of("g" + i, labels());
                above.add(i == 0 ? group : group.under("g" + random.nextInt(i)));
            }
            List<Category> codes = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                Category code = new Category(text() + i, labels(), random.nextBoolean(), random.nextBoolean());
                Category valid = code.in(new Category.Editions(edition(), edition()));
                codes.add(groups == 0 ? valid : valid.under("g" + random.nextInt(groups)));
            }
            return new CodeList(id, codes, above);
        }

        private Variable variable(String id, List<CodeList> lists) {
            Optional<String> list = lists.isEmpty() || random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(lists.get(random.nextInt(lists.size())).id());
            Condition universe =
                    random.nextBoolean() ? Condition.ALL : ConditionText.parse("age >= 15 and v0 in (\"a,b\", \"c\")");
            return new Variable(
                    id,
                    labels(),
                    Variable.Role.values()[random.nextInt(6)],
                    Variable.Type.values()[random.nextInt(4)],
                    list,
                    universe);
        }

        private Extract extract(String id, boolean population, List<Variable> variables) {
            List<Extract.Column> columns = new ArrayList<>();
            for (Variable variable : variables) {
                if (random.nextBoolean()) {
                    List<String> aliases = IntStream.range(0, random.nextInt(3))
                            .mapToObj(i -> text() + i)
                            .toList();
                    columns.add(new Extract.Column(text() + variable.id(), variable.id(), aliases));
                }
            }
            return new Extract(id, labels(), population, random.nextBoolean(), columns);
        }
    }
}
