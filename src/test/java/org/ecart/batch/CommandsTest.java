package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ecart.real.Commands;
import org.ecart.real.CsvTable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a script drives them, on a survey of eighteen persons that can be counted by hand. */
class CommandsTest {
    private static final Path EXAMPLES = Path.of("docs/formats/examples");

    /**
     * Ten persons in the north, six of them in work (four of six women, two of four men), eight in the south, one of
     * them of unknown gender; the code of the south has a space. The weights are 1.5 in the north and 2 in the south.
     */
    private static final String SURVEY = """
            person,year,area,gender,age,work,weight
            a1,2014,N,f,30,1,1.5
            a2,2014,N,f,31,1,1.5
            a3,2014,N,f,32,1,1.5
            a4,2014,N,f,33,1,1.5
            a5,2014,N,f,34,0,1.5
            a6,2014,N,f,70,0,1.5
            a7,2014,N,m,35,1,1.5
            a8,2014,N,m,36,1,1.5
            a9,2014,N,m,37,0,1.5
            b1,2014,N,m,19,0,1.5
            b2,2014,S 1,f,41,1,2
            b3,2014,S 1,f,42,0,2
            b4,2014,S 1,f,43,0,2
            b5,2014,S 1,m,44,1,2
            b6,2014,S 1,m,45,1,2
            b7,2014,S 1,m,46,1,2
            b8,2014,S 1,m,47,0,2
            b9,2014,S 1,,48,0,2
            """;

    private static final String CODEBOOK = """
            {"format": "ecart/codebook", "version": 1, "id": "survey", "edition": "1", "labels": "Survey", "source": "-",
             "codeLists": [
               {"id": "areas", "codes": [{"code": "S 1", "labels": "South"}, {"code": "N", "labels": "North"}]},
               {"id": "genders", "codes": [{"code": "f", "labels": "Women"}, {"code": "m", "labels": "Men"}]}],
             "variables": [
               {"id": "person", "labels": "Person", "role": "person"},
               {"id": "year", "labels": "Year", "role": "period"},
               {"id": "area", "labels": "Area", "codeList": "areas"},
               {"id": "gender", "labels": "Gender", "codeList": "genders"},
               {"id": "age", "labels": "Age", "type": "integer"},
               {"id": "work", "labels": "In work"},
               {"id": "weight", "labels": "Weight", "role": "weight"}],
             "extracts": [
               {"id": "people", "labels": "People", "population": true, "columns": [
                 {"name": "person"}, {"name": "year"}, {"name": "area"}, {"name": "gender"}, {"name": "age"},
                 {"name": "work"}, {"name": "weight"}]},
               {"id": "visits", "labels": "Visits", "columns": [
                 {"name": "person"}, {"name": "year"}, {"name": "work"}, {"name": "room", "variable": "area"}]}]}
            """;

    private static final String STUDY = """
            {"format": "ecart/study", "version": 1, "id": "survey", "title": "Survey", "policy": %s,
             "indicators": [{"id": "at_work", "labels": "At work", "definition": "those in work among all",
                             "numerator": "work = \\"1\\"", "denominator": "all"}]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path root;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static Commands commands;

    @BeforeAll
    static void importASurveyAndTheSample() throws IOException {
        commands = new Commands(root.resolve("state"));
        write("survey.csv", SURVEY);
        write("survey-2015.csv", SURVEY.replace("2014", "2015").replace("31,1,1.5", "31,0,1.5"));
        write("codebook.json", CODEBOOK);
        write("none.json", STUDY.formatted("{\"id\": \"none\", \"reason\": \"eighteen invented persons\"}"));
        done("import", "--workspace", "@ws", "--codebook", "@codebook.json", "@survey.csv", "@survey-2015.csv");
        done(
                "import",
                "--workspace",
                "@sample",
                "--codebook",
                "sample-data/codebook.json",
                "sample-data/kinship.csv",
                "sample-data/population-2014.csv",
                "sample-data/labour-2014.csv");
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(root.resolve(name), text);
    }

    private static Commands.Outcome run(String... arguments) {
        return commands.run(Stream.of(arguments)
                .map(a -> a.startsWith("@") ? root.resolve(a.substring(1)).toString() : a)
                .toArray(String[]::new));
    }

    /** Runs a command that has to succeed. */
    private static Commands.Outcome done(String... arguments) {
        Commands.Outcome outcome = run(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }

    private static Commands.Outcome table(String options, String... more) {
        List<String> arguments = new ArrayList<>(List.of("tabulate", "--workspace", "@ws", "--study", "@none.json"));
        arguments.addAll(List.of("--indicator", "at_work"));
        arguments.addAll(List.of(options.split(" ")));
        arguments.addAll(List.of(more));
        return done(arguments.toArray(String[]::new));
    }

    private static List<String> lines(String options, String... more) {
        return table(options, more).out().lines().toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "generate",
                "codebook",
                "codebook draft",
                "codebook import",
                "codebook export",
                "codebook diff",
                "import",
                "extracts",
                "tabulate",
                "derive",
                "run",
                "validate",
                "open"
            })
    void everyCommandHasItsHelp(String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.removeIf(String::isEmpty);
        arguments.add("--help");
        Commands.Outcome outcome = done(arguments.toArray(String[]::new));
        assertThat(outcome.out()).startsWith("Usage: " + ("ecart " + command).strip());
        assertThat(outcome.err()).isEmpty();
        assertThat(done("--help").out()).contains(command.split(" ")[0]);
    }

    @Test
    void generateGivesTheSameBytesForTheSameSeedOnly() throws IOException {
        for (String[] run : new String[][] {{"@one", "7"}, {"@two", "7"}, {"@other", "8"}}) {
            Commands.Outcome outcome =
                    done("generate", "--persons", "300", "--years", "2013-2014", "--seed", run[1], "--out", run[0]);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).contains("SYNTHETIC", "300");
        }
        Map<String, String> one = files(root.resolve("one"));
        assertThat(one.keySet())
                .containsExactlyInAnyOrder(
                        "kinship.csv",
                        "labour-2013.csv",
                        "labour-2014.csv",
                        "population-2013.csv",
                        "population-2014.csv");
        assertThat(files(root.resolve("two"))).isEqualTo(one);
        assertThat(files(root.resolve("other"))).isNotEqualTo(one);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path file : inside.toList()) {
                files.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return files;
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> inside = Files.list(EXAMPLES)) {
            return inside.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @Test
    void aCodebookGoesToCsvAndComesBack() throws IOException {
        Path example = EXAMPLES.resolve("codebook.json");
        assertThat(done("codebook", "export", example.toString(), "--out", "@csv")
                        .out())
                .isEmpty();
        assertThat(files(root.resolve("csv"))).isEqualTo(files(EXAMPLES.resolve("codebook-csv")));
        assertThat(done("codebook", "import", "@csv", "--out", "@back.json").out())
                .isEmpty();
        assertThat(done("codebook", "import", "@csv").out()).isEqualTo(Files.readString(root.resolve("back.json")));
        assertThat(done("codebook", "diff", example.toString(), "@back.json").out())
                .isEqualTo("No differences." + System.lineSeparator());
    }

    @Test
    void diffSaysWhatCameWentAndChanged() throws IOException {
        write(
                "later.json",
                CODEBOOK.replace("\"1\", \"labels\": \"Survey\"", "\"2\", \"labels\": \"Survey\"")
                        .replace("\"Women\"", "\"Female\"")
                        .replace("{\"name\": \"room\", \"variable\": \"area\"}", "{\"name\": \"age\"}"));
        assertThat(done("codebook", "diff", "@codebook.json", "@later.json").out())
                .isEqualTo("""
                        ~ codebook, edition: "1" -> "2"
                        ~ code genders/f, label en: "Women" -> "Female"
                        ~ code genders/f, label fr: "Women" -> "Female"
                        ~ code genders/f, label nl: "Women" -> "Female"
                        ~ code genders/f, label de: "Women" -> "Female"
                        - column visits/area "room"
                        + column visits/age "age"
                        """);
        JsonNode json = new ObjectMapper()
                .readTree(done("codebook", "diff", "--json", "@codebook.json", "@later.json")
                        .out());
        assertThat(json.path("after").path("edition").textValue()).isEqualTo("2");
        assertThat(json.path("changes")).hasSize(7);
        assertThat(json.at("/changes/5/change").textValue()).isEqualTo("removed");
        assertThat(json.at("/changes/5/path/1").textValue()).isEqualTo("area");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void validateAcceptsEveryExampleOfTheDocumentation(Path example) {
        Commands.Outcome outcome = done("validate", example.toString());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("valid");
    }

    @Test
    void extractsListsWhatWasImported() {
        CsvTable listed = CsvTable.parse(done("extracts", "--workspace", "@ws").out(), List.of("extract", "period"));
        assertThat(listed.rows()).hasSize(2);
        CsvTable.Row row = listed.row(List.of("people", "2015"));
        assertThat(row.get("rows")).isEqualTo("18");
        assertThat(row.get("read")).isEqualTo("18");
        assertThat(row.get("rejected")).isEqualTo("0");
        assertThat(row.get("file")).isEqualTo("survey-2015.csv");
        assertThat(row.get("sha256")).matches("[0-9a-f]{64}");
    }

    @Test
    void aTableHasOneLineACellInTheOrderOfTheCodebook() {
        assertThat(lines("--period 2014 --rows area --totals --measures rate,persons,weighted"))
                .containsExactly(
                        "period,area,rate,rate_status,persons,persons_status,weighted,weighted_status",
                        "2014,S 1,50,,8,,16,",
                        "2014,N,60,,10,,15,",
                        "2014,_T,54.8387096774194,,18,,31,");
    }

    @Test
    void bytesAreUtf8WithLfOnly() {
        assertThat(table("--period 2014 --rows area").out()).endsWith("\n").doesNotContain("\r");
    }

    @Test
    void nestingCrossesAndNamesTheOuterVariableFirst() {
        assertThat(lines("--period 2014 --measures persons --rows", "area > gender"))
                .containsExactly(
                        "period,area,gender,persons,persons_status",
                        "2014,S 1,f,3,",
                        "2014,S 1,m,4,",
                        "2014,S 1,_U,1,",
                        "2014,N,f,6,",
                        "2014,N,m,4,",
                        "2014,N,_U,0,");
    }

    @Test
    void stackingPutsOneVariableBelowTheOther() {
        assertThat(lines("--period 2014 --measures numerator --weight none --rows", "area + gender"))
                .containsExactly(
                        "period,area,gender,numerator,numerator_status",
                        "2014,S 1,_T,4,",
                        "2014,N,_T,6,",
                        "2014,_T,f,5,",
                        "2014,_T,m,5,",
                        "2014,_T,_U,0,");
    }

    @Test
    void columnsAndLayersFollowTheRowsAndRunFasterInTheOrderWritten() {
        List<String> lines = lines("--period 2014,2015 --rows area --columns gender --layers work --measures persons");
        assertThat(lines.get(0)).isEqualTo("period,area,gender,work,persons,persons_status");
        assertThat(lines).hasSize(1 + 2 * 2 * 3 * 2);
        assertThat(lines.subList(1, 4)).containsExactly("2014,S 1,f,0,2,", "2014,S 1,f,1,1,", "2014,S 1,m,0,1,");
        assertThat(lines).contains("2014,N,f,1,4,", "2015,N,f,1,3,");
    }

    @Test
    void undeterminedCanBeHiddenAndTheirNumberIsStillTold() {
        Commands.Outcome hidden = table("--period 2014 --rows gender --measures persons --totals --undetermined hide");
        assertThat(hidden.out().lines())
                .containsExactly("period,gender,persons,persons_status", "2014,f,9,", "2014,m,8,", "2014,_T,17,");
        assertThat(hidden.err()).contains("2014: 1 persons of undetermined");
        assertThat(lines("--period 2014 --rows gender --measures persons --undetermined show"))
                .contains("2014,_U,1,");
    }

    @Test
    void theNumberLeftOutIsItselfProtected() {
        Commands.Outcome hidden = done(
                "tabulate",
                "--workspace",
                "@ws",
                "--period",
                "2014",
                "--rows",
                "gender",
                "--indicator",
                "population",
                "--undetermined",
                "hide");
        assertThat(hidden.err()).contains("2014: [c] persons of undetermined");
        assertThat(hidden.err()).contains("not checked against other tables");
    }

    @Test
    void smallGroupsAreMarkedAndTheirFiguresStayHere() {
        Commands.Outcome outcome = done(
                "tabulate",
                "--workspace",
                "@ws",
                "--period",
                "2014",
                "--rows",
                "area > gender",
                "--indicator",
                "population",
                "--weight",
                "none");
        assertThat(outcome.out().lines())
                .containsExactly(
                        "period,area,gender,persons,persons_status,weighted,weighted_status",
                        "2014,S 1,f,,c,,c",
                        "2014,S 1,m,,c,,c",
                        "2014,S 1,_U,,c,,c",
                        "2014,N,f,6,,6,",
                        "2014,N,m,,c,,c",
                        "2014,N,_U,0,,0,");
    }

    @Test
    void spanAndWeightChangeWhoCountsAndHowMuch() {
        assertThat(lines("--period 2014 --rows area --span 18-64 --measures persons,denominator"))
                .contains("2014,N,9,,13.5,");
        assertThat(lines("--period 2014 --rows area --weight none --measures persons,denominator"))
                .contains("2014,N,10,,10,");
        assertThat(lines("--period 2014 --rows area --weight weight --measures persons,denominator"))
                .contains("2014,N,10,,15,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"area = \"S 1\"", "area = 'S 1'", "area in ('S 1', '_N')", "not area != 'S 1'"})
    void codesInFiltersStandInQuotes(String filter) {
        assertThat(lines("--period 2014 --rows gender --weight none --measures numerator,persons --filter", filter))
                .contains("2014,f,1,,3,", "2014,m,3,,4,", "2014,_U,0,,1,");
    }

    @Test
    void aFilterMayNameACodeThatOnlyTheDataHave() throws IOException {
        write("east.csv", SURVEY.replace("b9,2014,S 1", "b9,2014,E"));
        done("import", "--workspace", "@east", "--codebook", "@codebook.json", "@east.csv");
        List<String> question = List.of(
                "tabulate", "--workspace", "@east", "--study", "@none.json", "--period", "2014", "--rows", "area");
        List<String> filtered = new ArrayList<>(question);
        filtered.addAll(List.of("--indicator", "at_work", "--measures", "persons", "--filter", "area = \"E\""));
        assertThat(done(filtered.toArray(String[]::new)).out()).contains("2014,E,1,");

        filtered.set(filtered.size() - 1, "area = \"W\"");
        Commands.Outcome refused = run(filtered.toArray(String[]::new));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("\"W\"").contains("area");
    }

    @Test
    void gapsAreMeasuredAgainstTheReferenceAsked() {
        assertThat(lines(
                        "--period 2014 --rows area --weight none --measures rate,gap,ratio,missing --reference",
                        "area=S 1"))
                .containsExactly(
                        "period,area,rate,rate_status,gap,gap_status,ratio,ratio_status,missing,missing_status",
                        "2014,S 1,50,,,z,,z,,z",
                        "2014,N,60,,10,,1.2,,-1,");
    }

    @Test
    void jsonIsTheSameTableAndKeepsItsSchema() throws IOException {
        String options = "--period 2014,2015 --rows area --columns gender --totals --measures rate,persons";
        String json = table(options, "--format", "json").out();
        assertThat(schema("table-1.json").validate(json, InputFormat.JSON)).isEmpty();
        JsonNode cells = new ObjectMapper().readTree(json).get("cells");
        CsvTable csv = CsvTable.parse(table(options).out(), List.of("period", "area", "gender"));
        assertThat(cells).hasSize(csv.rows().size());
        for (JsonNode cell : cells) {
            CsvTable.Row row = csv.row(List.of(
                    cell.get("period").textValue(),
                    cell.get("codes").get("area").textValue(),
                    cell.get("codes").get("gender").textValue()));
            for (String measure : List.of("rate", "persons")) {
                JsonNode figure = cell.get("values").get(measure);
                assertThat(figure.get("status").textValue()).isEqualTo(row.get(measure + "_status"));
                assertThat(figure.get("value").asText().replace("null", "")).isEqualTo(row.get(measure));
            }
        }
    }

    @Test
    void thePolicyNoneIsSaidAndItsReasonPrinted() {
        Commands.Outcome outcome = table("--period 2014 --rows area --format json");
        assertThat(outcome.err()).contains("NOT PROTECTED", "eighteen invented persons");
        assertThat(outcome.out()).contains("\"notProtectedBecause\": \"eighteen invented persons\"");
    }

    @Test
    void anEditionOfTheRulesIsChosenByName() {
        assertThat(origin("monitoring@2017")).contains("edition 2017").doesNotContain("edition 2013");
        assertThat(origin("monitoring@2013")).contains("edition 2013").doesNotContain("edition 2017");
    }

    private static String origin(String rules) {
        return done(
                        "tabulate",
                        "--workspace",
                        "@sample",
                        "--period",
                        "2014",
                        "--rows",
                        "origin",
                        "--indicator",
                        "employment_rate",
                        "--rules",
                        "origin=" + rules,
                        "--format",
                        "json")
                .out();
    }

    @Test
    void aFileThatFitsTwoExtractsIsRefusedUntilItIsSaidWhich() throws IOException {
        write("visits.csv", "person,year,work\na1,2014,1\n");
        write("both.json", CODEBOOK.replace(", \"role\": \"weight\"", ""));
        Commands.Outcome unsure = run("import", "--workspace", "@which", "--codebook", "@both.json", "@visits.csv");
        assertThat(unsure.exitCode()).isEqualTo(2);
        assertThat(unsure.err()).contains("visits.csv", "people, visits", "--as");
        assertThat(root.resolve("which")).doesNotExist();
        Commands.Outcome sure =
                done("import", "--workspace", "@which", "--codebook", "@both.json", "--as", "visits", "@visits.csv");
        assertThat(sure.err()).contains("extract visits, read 1 = loaded 1 + rejected 0");
    }

    @Test
    void renamedColumnsMeetTheCodebookByAMapping() throws IOException {
        write("renamed.csv", SURVEY.replace("person,year,area,gender", "ID,JAAR,WAAR,WIE"));
        write("map.json", """
                {"format": "ecart/mapping", "version": 1, "extract": "people",
                 "columns": {"ID": "person", "JAAR": "year", "WAAR": "area", "WIE": "gender"}}
                """);
        done("import", "--workspace", "@mapped", "--codebook", "@codebook.json", "--map", "@map.json", "@renamed.csv");
        String[] question = {
            "tabulate",
            "--period",
            "2014",
            "--rows",
            "area > gender",
            "--study",
            "@none.json",
            "--indicator",
            "at_work",
            "--workspace",
            "@ws"
        };
        String original = done(question).out();
        question[question.length - 1] = "@mapped";
        assertThat(done(question).out()).isEqualTo(original);
    }

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("resources/schema", name)));
    }

    @Test
    void aDraftCanBeUsedAsItIs() throws IOException {
        String draft = done("codebook", "draft", "@survey.csv").out();
        write("draft.json", draft);
        assertThat(schema("codebook-1.json").validate(draft, InputFormat.JSON)).isEmpty();
        assertThat(done("validate", "@draft.json").err()).contains("valid codebook");
        JsonNode json = new ObjectMapper().readTree(draft);
        Map<String, String> roles = new HashMap<>();
        json.get("variables")
                .forEach(v -> roles.put(v.get("id").textValue(), v.path("role").asText("dimension")));
        assertThat(roles)
                .containsEntry("person", "person")
                .containsEntry("year", "period")
                .containsEntry("weight", "weight")
                .containsEntry("area", "dimension");
        assertThat(draft).contains("\"S 1\"").doesNotContain("\"a1\"", "\"b9\"");
        assertThat(counts(json, "area")).containsExactlyInAnyOrderEntriesOf(Map.of("S 1", 8, "N", 10));
        done("import", "--workspace", "@drafted", "--codebook", "@draft.json", "@survey.csv");
        assertThat(done(
                                "tabulate",
                                "--workspace",
                                "@drafted",
                                "--study",
                                "@none.json",
                                "--period",
                                "2014",
                                "--rows",
                                "area",
                                "--indicator",
                                "population")
                        .out())
                .contains("2014,N,10,,15,", "2014,S 1,8,,16,");
    }

    @Test
    void aDraftOfAggregatedRowsCountsPersonsAndNeedsItsPeriodSaid() throws IOException {
        write("counts.csv", "region;sex;persons\n01;1;20\n01;2;30\n02;1;40\n02;2;50\n");
        String draft = done("codebook", "draft", "@counts.csv").out();
        write("counts.json", draft);
        assertThat(counts(new ObjectMapper().readTree(draft), "region"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("01", 2, "02", 2));
        done("import", "--workspace", "@counted", "--codebook", "@counts.json", "--period", "2014", "@counts.csv");
        assertThat(done(
                                "tabulate",
                                "--workspace",
                                "@counted",
                                "--period",
                                "2014",
                                "--rows",
                                "region",
                                "--indicator",
                                "population",
                                "--totals")
                        .out())
                .contains("2014,01,50,,50,", "2014,02,90,,90,", "2014,_T,140,,140,");
    }

    /** Four dates of the same few persons: no row is the only one with its number, and still it is a person's. */
    @Test
    void aDraftNeverListsPersons() throws IOException {
        StringBuilder years = new StringBuilder("key,date,group\n");
        for (int year = 2011; year <= 2014; year++) {
            for (int person = 10; person < 40; person++) {
                years.append("X")
                        .append(person)
                        .append(',')
                        .append(year)
                        .append("-12-31,")
                        .append(person % 3);
                years.append('\n');
            }
        }
        write("years.csv", years.toString());
        assertThat(done("codebook", "draft", "@years.csv").out())
                .contains("\"group\"")
                .doesNotContain("X10", "X39");
    }

    private static Map<String, Integer> counts(JsonNode codebook, String list) {
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode candidate : codebook.get("codeLists")) {
            if (candidate.get("id").textValue().equals(list)) {
                candidate
                        .get("codes")
                        .forEach(c -> counts.put(
                                c.get("code").textValue(), c.get("count").intValue()));
            }
        }
        return counts;
    }

    /** A public survey as it was delivered, without a hand on the draft. */
    @Test
    void aDraftOfTheRealSurveyCountsItsWomenAndMen() throws IOException {
        Path data = Path.of(System.getProperty("ecart.real", "../shared/real"), "eusilc", "eusilc.csv");
        assumeThat(System.getProperty("ecart.real") != null || Files.exists(data))
                .as("the real extract is at hand")
                .isTrue();
        write("real.json", done("codebook", "draft", data.toString()).out());
        done("import", "--workspace", "@real", "--codebook", "@real.json", "--period", "2006", data.toString());
        assertThat(done(
                                "tabulate",
                                "--workspace",
                                "@real",
                                "--period",
                                "2006",
                                "--rows",
                                "rb090",
                                "--indicator",
                                "population",
                                "--totals")
                        .out()
                        .lines())
                .containsExactly(
                        "period,rb090,persons,persons_status,weighted,weighted_status",
                        "2006,female,7560,,4202650.29959294,",
                        "2006,male,7267,,3979571.70040706,",
                        "2006,_T,14827,,8182222,");
    }
}
