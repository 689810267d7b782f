package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ecart.model.Language;
import org.ecart.real.Commands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What users get wrong. Every case ends with its documented exit code and one sentence on standard error that names
 * what is wrong; nothing is printed, nothing half made is left, and the workspace has what it had.
 */
class BadInputTest {
    private static final int USAGE = 1;
    private static final int DATA = 2;
    private static final Path SAMPLE = Path.of("sample-data");
    private static final String CODEBOOK = SAMPLE.resolve("codebook.json").toString();
    private static final String KINSHIP = SAMPLE.resolve("kinship.csv").toString();
    private static final String POPULATION =
            SAMPLE.resolve("population-2014.csv").toString();
    private static final String POLICY = "docs/formats/examples/policy.json";
    private static final String STUDY = SAMPLE.resolve("study.json").toString();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path root;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static Commands commands;

    /** Where the files of the cases lie; "@" in an argument stands for it. */
    private static Path inputs() {
        return root.resolve("inputs");
    }

    /** @param says what the sentence must name, "@" as in the arguments */
    private record Case(String name, int exitCode, List<String> arguments, String... says) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case intake(String name, int exitCode, String file, String... says) {
        return new Case(
                name,
                exitCode,
                List.of("import", "--workspace", "@new/deep/workspace", "--codebook", CODEBOOK, file),
                says);
    }

    private static Case codebook(String name, String codebook, String... says) {
        return new Case(name, USAGE, List.of("import", "--workspace", "@new", "--codebook", codebook, KINSHIP), says);
    }

    private static Case again(String name, int exitCode, List<String> more, String... says) {
        List<String> arguments = new ArrayList<>(List.of("import", "--workspace", "@ws", "--codebook", CODEBOOK));
        arguments.addAll(more);
        return new Case(name, exitCode, arguments, says);
    }

    private static Case table(String name, List<String> different, String... says) {
        List<String> arguments = new ArrayList<>(List.of("tabulate", "--workspace", "@ws"));
        for (String option : List.of("--period 2014", "--rows origin", "--indicator employment_rate")) {
            String[] parts = option.split(" ");
            if (!different.contains(parts[0])) {
                arguments.addAll(List.of(parts));
            }
        }
        arguments.addAll(different);
        return new Case(name, USAGE, arguments, says);
    }

    private static Case study(String name, String study, String... says) {
        return new Case(name, USAGE, List.of("run", study, "--workspace", "@ws", "--out", "@new/release"), says);
    }

    private static Case plain(String name, int exitCode, String command, String... says) {
        return new Case(name, exitCode, List.of(command.split(" ")), says);
    }

    /** Each with something in every sentence that a user can act on. */
    static final List<Case> CASES = List.of(
            intake("no such file", USAGE, "@nothing.csv", "@nothing.csv", "no file"),
            intake("a directory for a file", USAGE, "@folder", "@folder", "is a folder"),
            intake("an empty file", DATA, "@empty.csv", "@empty.csv", "empty"),
            intake("a header and no rows", DATA, "@header.csv", "@header.csv", "no rows"),
            intake("a file that stops in the middle of a quote", DATA, "@quote.csv", "@quote.csv", "line 3"),
            intake("a file in no encoding that is known", DATA, "@latin.csv", "@latin.csv", "UTF-8", "line"),
            intake("a file in UTF-16", DATA, "@utf16.csv", "@utf16.csv", "UTF-8"),
            intake("a file with a NUL byte", DATA, "@nul.csv", "@nul.csv", "UTF-8"),
            intake("a file of something else", DATA, "@other.csv", "@other.csv", "population", "kinship", "person"),
            intake("two columns of one name", DATA, "@twice.csv", "@twice.csv", "same name"),
            codebook("no such codebook", "@nothing.json", "@nothing.json", "no such file"),
            codebook("a directory for a codebook", "@folder", "@folder", "a folder"),
            codebook("an empty codebook", "@empty.csv", "@empty.csv", "nothing in it"),
            codebook("a codebook that is not JSON", "@broken.json", "@broken.json", "line 1, column"),
            codebook("a codebook that is an extract", KINSHIP, KINSHIP, "not valid JSON"),
            codebook("a codebook that is not text", "@latin.csv", "@latin.csv", "UTF-8"),
            codebook("a codebook with an unknown key", "@unknown-key.json", "$.colour", "codeLists"),
            codebook("a codebook of another version", "@version.json", "version 2", "version 1"),
            codebook("a codebook nested 10,000 deep", "@deep.json", "@deep.json", "too deep"),
            codebook("a study for a codebook", STUDY, STUDY, "$.format", "ecart/codebook"),
            new Case(
                    "the wrong codebook",
                    DATA,
                    List.of(
                            "import",
                            "--workspace",
                            "@new",
                            "--codebook",
                            "docs/formats/examples/codebook.json",
                            POPULATION),
                    "population-2014.csv",
                    "persons"),
            new Case(
                    "a folder with other things for a workspace",
                    USAGE,
                    List.of("import", "--workspace", "@folder", "--codebook", CODEBOOK, KINSHIP),
                    "@folder",
                    "not empty"),
            new Case(
                    "a file for a workspace",
                    USAGE,
                    List.of("import", "--workspace", "@empty.csv", "--codebook", CODEBOOK, KINSHIP),
                    "@empty.csv"),
            new Case(
                    "a workspace below a file",
                    USAGE,
                    List.of("import", "--workspace", "@empty.csv/workspace", "--codebook", CODEBOOK, KINSHIP),
                    "@empty.csv/workspace"),
            again("the same date twice", DATA, List.of(POPULATION), POPULATION, "population, 2014", "already"),
            again(
                    "the same file twice in one go",
                    DATA,
                    List.of("sample-data/labour-2012.csv", "sample-data/labour-2012.csv"),
                    "labour, 2012",
                    "once"),
            again(
                    "the second of two files fails",
                    DATA,
                    List.of("sample-data/population-2013.csv", "@quote.csv"),
                    "@quote.csv"),
            again(
                    "a date that no row has",
                    DATA,
                    List.of("--period", "2010", "sample-data/labour-2012.csv"),
                    "5938 of"),
            again("a period that is none", USAGE, List.of("--period", "20x4", KINSHIP), "\"20x4\"", "2014-12-31"),
            again("an extract that is none", USAGE, List.of("--as", "kin", KINSHIP), "kin", "kinship"),
            again("a mapping that is none", USAGE, List.of("--map", STUDY, KINSHIP), STUDY, "ecart/mapping"),
            new Case(
                    "a codebook that changes what is there",
                    DATA,
                    List.of("import", "--workspace", "@ws", "--codebook", "@other-type.json", "@header.csv"),
                    "birth_year"),
            plain("a folder that is no workspace", USAGE, "extracts --workspace @folder", "@folder", "no workspace"),
            plain("no workspace at all", USAGE, "extracts --workspace @new", "@new", "no workspace"),
            plain("a damaged workspace", DATA, "extracts --workspace @damaged", "@damaged", "damaged"),
            new Case(
                    "an empty name, as of a variable that is not set",
                    USAGE,
                    List.of("extracts", "--workspace", ""),
                    "--workspace"),
            table("an unknown variable", List.of("--rows", "orgin"), "\"orgin\"", "origin_rollup"),
            table("an amount on an axis", List.of("--rows", "daily_wage"), "\"daily_wage\""),
            table("the person number on an axis", List.of("--columns", "person"), "\"person\""),
            table("two axes with the same variable", List.of("--columns", "origin"), "\"origin\" stands on two axes"),
            table("an axis that stops", List.of("--rows", "origin >"), "--rows", "position 9"),
            table("a period that is not there", List.of("--period", "2020"), "2020", "2014"),
            table("a period that is none here either", List.of("--period", "20"), "\"20\""),
            table("a period that stands twice", List.of("--period", "2014,2014-12-31"), "2014 stands twice"),
            table("a filter with a typo in a name", List.of("--filter", "regoin = \"04000\""), "\"regoin\"", "region"),
            table(
                    "a filter with a typo in a sign",
                    List.of("--filter", "region == \"04000\""),
                    "--filter",
                    "position 9"),
            table("a filter without an end", List.of("--filter", "region = \"04000"), "--filter", "position 10"),
            table("an empty filter", List.of("--filter", ""), "--filter"),
            table("an unknown indicator", List.of("--indicator", "employment"), "employment", "employment_rate"),
            table("an unknown measure", List.of("--measures", "rates"), "\"rates\"", "rate"),
            table("a weight that is none", List.of("--weight", "gender"), "\"gender\"", "weight"),
            table("a span upside down", List.of("--span", "64-18"), "--span", "18-64"),
            table(
                    "an unknown edition",
                    List.of("--rules", "origin=monitoring@1999"),
                    "monitoring@1999",
                    "monitoring@2017"),
            table("rules of an unknown variable", List.of("--rules", "orgin=monitoring@2017"), "\"orgin\"", "origin"),
            table("rules without an edition", List.of("--rules", "origin"), "\"origin\"", "VARIABLE=SET@EDITION"),
            table(
                    "a reference code that does not exist",
                    List.of("--reference", "origin=XX", "--measures", "gap"),
                    "\"XX\"",
                    "BE, EU14"),
            table("the same where nothing is compared", List.of("--reference", "origin=XX"), "\"XX\"", "BE, EU14"),
            table(
                    "a reference beside the table",
                    List.of("--reference", "gender=1", "--measures", "gap"),
                    "gender",
                    "axis"),
            table("a reference without a code", List.of("--reference", "origin"), "\"origin\"", "origin=BE"),
            table("a format that is none", List.of("--format", "xml"), "\"xml\"", "--format", "csv, json"),
            table("a choice that is none", List.of("--undetermined", "maybe"), "\"maybe\"", "show, hide"),
            table("an option twice", List.of("--span", "18-64", "--span", "20-64"), "--span", "twice"),
            table("an unknown option", List.of("--colour", "red"), "--colour", "--columns"),
            table("no such study", List.of("--study", "@nothing.json"), "@nothing.json", "no such file"),
            study("a study with an unknown indicator", "@indicator.json", "T01", "employed", "employment_rate"),
            study("a study with an unknown rule set", "@rule-set.json", "T01", "monitoring@1999", "monitoring@2013"),
            study("a study with rules of nothing", "@rule-variable.json", "\"orgin\""),
            study("a study with an unknown measure", "@measure.json", "$.tables[0].breakdown.measures", "\"rates\""),
            study("a study with a period that is not there", "@period.json", "T01", "2020", "2014"),
            study("the policy none without a reason", "@none.json", "$.policy", "reason"),
            study("the policy none with an empty reason", "@none-empty.json", "$.policy", "reason"),
            study("a codebook for a study", CODEBOOK, CODEBOOK, "ecart/study"),
            plain(
                    "a run into a full folder",
                    USAGE,
                    "run " + STUDY + " --workspace @ws --out @folder",
                    "@folder",
                    "not empty"),
            plain(
                    "a run onto a file",
                    USAGE,
                    "run " + STUDY + " --workspace @ws --out @empty.csv",
                    "@empty.csv",
                    "is a file"),
            plain("a run below a file", USAGE, "run " + STUDY + " --workspace @ws --out @empty.csv/x", "@empty.csv/x"),
            plain("a run without a workspace", USAGE, "run " + STUDY + " --workspace @new --out @out", "@new"),
            plain("an audit of nothing", USAGE, "audit @nothing --policy " + POLICY, "@nothing", "ecart run"),
            plain("an audit of another folder", USAGE, "audit @folder --policy " + POLICY, "@folder"),
            plain("an audit under no policy", USAGE, "audit @folder", "--policy FILE"),
            plain("a release to forget for no reason", USAGE, "releases --workspace @ws --forget abc", "--reason"),
            plain(
                    "a release to forget that is not there",
                    USAGE,
                    "releases --workspace @ws --forget abc --reason test",
                    "\"abc\"",
                    "ecart releases"),
            plain("a draft of nothing", USAGE, "codebook draft @nothing.csv", "@nothing.csv"),
            plain("a draft of an empty file", DATA, "codebook draft @empty.csv", "@empty.csv"),
            plain("a draft of a header", DATA, "codebook draft @header.csv", "@header.csv", "no rows"),
            plain("a draft of something not UTF-8", DATA, "codebook draft @latin.csv", "@latin.csv", "UTF-8"),
            plain("a codebook of CSV that is not there", USAGE, "codebook import @nothing", "@nothing", "no file"),
            plain("a folder that lacks them", USAGE, "codebook import @folder", "variables.csv", "no such file"),
            plain("some of them", USAGE, "codebook import @bad-csv/codebook.csv", "variables.csv", "missing"),
            plain(
                    "a role that is none",
                    USAGE,
                    "codebook import @bad-csv --out @new.json",
                    "variables.csv",
                    "line 3, column role",
                    "\"persn\"",
                    "dimension"),
            plain(
                    "a codebook onto a file",
                    USAGE,
                    "codebook import docs/formats/examples/codebook-csv --out @empty.csv",
                    "@empty.csv",
                    "there already"),
            plain("an export into a file", USAGE, "codebook export " + CODEBOOK + " --out @empty.csv", "@empty.csv"),
            plain("an export of a study", USAGE, "codebook export " + STUDY + " --out @new", "ecart/codebook"),
            plain("an export onto others", USAGE, "codebook export " + CODEBOOK + " --out @bad-csv", "there already"),
            plain("a difference with nothing", USAGE, "codebook diff " + CODEBOOK + " @nothing.json", "@nothing.json"),
            plain("a difference of one", USAGE, "codebook diff " + CODEBOOK, "AFTER"),
            plain("nothing to validate", USAGE, "validate @nothing.json", "@nothing.json"),
            plain("a file without a format", USAGE, "validate @no-format.json", "$.format"),
            plain("an unknown command", USAGE, "impotr", "impotr", "import, extracts", "ecart --help"),
            plain("an unknown option at the top", USAGE, "--colour", "--colour", "ecart --help"),
            plain("a family without a command", USAGE, "codebook", "draft", "ecart codebook --help"),
            plain("a missing option", USAGE, "extracts", "--workspace DIR", "ecart extracts --help"),
            plain("a missing file", USAGE, "validate", "FILE", "ecart validate --help"),
            plain("one argument too many", USAGE, "validate @a @b", "too many"),
            plain("an option without its value", USAGE, "extracts --workspace", "--workspace"),
            plain("no persons", USAGE, "generate --persons 0 --years 2014 --seed 1 --out @new/x", "0"),
            plain("persons in words", USAGE, "generate --persons ten --years 2014 --seed 1 --out @new/x", "\"ten\""),
            plain("years upside down", USAGE, "generate --persons 9 --years 2014-2011 --seed 1 --out @new/x", "2014"),
            plain("years in words", USAGE, "generate --persons 9 --years recent --seed 1 --out @new/x", "\"recent\""),
            plain("no seed", USAGE, "generate --persons 9 --years 2014 --out @new/x", "--seed"),
            plain(
                    "generating onto a file",
                    USAGE,
                    "generate --persons 9 --years 2014 --seed 1 --out @empty.csv",
                    "@empty.csv"),
            plain(
                    "generating below a file",
                    USAGE,
                    "generate --persons 9 --years 2014 --seed 1 --out @empty.csv/x",
                    "@empty.csv/x"),
            plain(
                    "generating twice",
                    USAGE,
                    "generate --persons 9 --years 2014 --seed 1 --out @generated",
                    "@generated"));

    @BeforeAll
    static void prepare() throws IOException {
        commands = new Commands(root.resolve("state"));
        Files.createDirectories(inputs().resolve("folder"));
        Files.createDirectories(inputs().resolve("damaged"));
        Files.createDirectories(inputs().resolve("generated"));
        write("folder/letter.txt", "Dear colleague");
        write("damaged/ecart.mv.db", "no database");
        write("generated/kinship.csv", "somebody else's");
        write("empty.csv", "");
        write("header.csv", "person,reference_date,gender\n");
        write("quote.csv", "person,reference_date,gender\nP1,2013-12-31,1\nP2,2013-12-31,\"1");
        write("nul.csv", "person,reference_date,gender\nP1,2013-12-31,1\0\n");
        write("other.csv", "colour,size\nred,3\n");
        write("twice.csv", "person,reference_date,gender,gender\nP1,2013-12-31,1,1\n");
        Files.write(
                inputs().resolve("latin.csv"),
                "person,reference_date,gender\nP1,2013-12-31,\u0081\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(
                inputs().resolve("utf16.csv"),
                "person,reference_date,gender\nP1,2013-12-31,1\n".getBytes(StandardCharsets.UTF_16LE));
        Files.createDirectories(inputs().resolve("bad-csv"));
        write("bad-csv/codebook.csv", "id,edition,label_en,source_en\nx,1,X,-\n");
        write("bad-csv/variables.csv", "id,role,label_en\nage,,Age\npid,persn,Person\n");
        write("bad-csv/extracts.csv", "id,population,label_en\npeople,yes,People\n");
        write("bad-csv/columns.csv", "extract,name\npeople,age\n");
        writeDefinitions();
        Commands.Outcome made = commands.run(
                "import",
                "--workspace",
                inputs().resolve("ws").toString(),
                "--codebook",
                CODEBOOK,
                KINSHIP,
                POPULATION,
                SAMPLE.resolve("labour-2014.csv").toString());
        assertThat(made.exitCode()).as(made.err()).isZero();
    }

    private static void writeDefinitions() throws IOException {
        write("broken.json", "{\"format\": \"ecart/codebook\",");
        write("no-format.json", "{\"version\": 1}");
        write("deep.json", "{\"format\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}");
        String codebook = Files.readString(Path.of(CODEBOOK));
        write("unknown-key.json", codebook.replaceFirst("\"id\"", "\"colour\": \"red\", \"id\""));
        write("version.json", codebook.replaceFirst("\"version\": 1", "\"version\": 2"));
        write(
                "other-type.json",
                changed(codebook, "\"de\": \"Geburtsjahr\"}, \"type\": \"integer\"", "\"de\": \"Geburtsjahr\"}"));
        String study = Files.readString(Path.of(STUDY));
        write("indicator.json", changed(study, "employment_rate", "employed"));
        write("rule-set.json", changed(study, "monitoring@2017", "monitoring@1999"));
        write(
                "rule-variable.json",
                changed(study, "{\"origin\": \"monitoring@2017\"}", "{\"orgin\": \"monitoring@2017\"}"));
        write("measure.json", changed(study, "\"rate\", \"gap\"", "\"rates\", \"gap\""));
        write("period.json", changed(study, "[\"2014\"]", "[\"2020\"]"));
        write("none.json", changed(study, "\"policy\": \"default\"", "\"policy\": \"none\""));
        write("none-empty.json", changed(study, "\"default\"", "{\"id\": \"none\", \"reason\": \" \"}"));
    }

    private static String changed(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(inputs().resolve(name), text);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void saysWhatIsWrongAndLeavesEverythingAsItWas(Case bad) throws IOException {
        List<String> before = everything();
        String held = extracts();
        Commands.Outcome outcome =
                commands.run(bad.arguments().stream().map(BadInputTest::placed).toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(bad.exitCode());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).as(outcome.err()).hasSize(1);
        assertThat(outcome.err()).doesNotContain("Exception", "null", "org.ecart");
        assertThat(outcome.err())
                .contains(Stream.of(bad.says()).map(BadInputTest::placed).toList());
        assertThat(everything()).isEqualTo(before);
        assertThat(extracts()).isEqualTo(held);
        assertThat(root.resolve("state")).doesNotExist();
    }

    private static String placed(String argument) {
        return argument.startsWith("@")
                ? inputs().resolve(argument.substring(1)).toString()
                : argument;
    }

    /** All files and folders with their sizes; the database of a workspace may grow and shrink. */
    private static List<String> everything() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> inside = Files.walk(root)) {
            for (Path path : inside.sorted().toList()) {
                boolean sized = Files.isRegularFile(path) && !path.startsWith(inputs().resolve("ws"));
                all.add(path + (sized ? " " + Files.size(path) : ""));
            }
        }
        return all;
    }

    private static String extracts() {
        Commands.Outcome outcome =
                commands.run("extracts", "--workspace", inputs().resolve("ws").toString());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.out();
    }

    @Test
    void aWorkspaceThatAnotherProcessHoldsIsLocked() throws Exception {
        Path workspace = inputs().resolve("ws");
        String held = extracts();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkspaceHolder.class.getName(),
                        workspace.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream said = other.getInputStream()) {
            assertThat((char) said.read()).as("the other process has it open").isEqualTo(WorkspaceHolder.OPEN);
            for (List<String> command : List.of(
                    List.of("extracts"),
                    List.of("import", "--codebook", CODEBOOK, "sample-data/population-2013.csv"),
                    List.of("tabulate", "--period", "2014", "--rows", "origin", "--indicator", "employment_rate"),
                    List.of("run", STUDY, "--out", placed("@new/release")))) {
                List<String> arguments = new ArrayList<>(command);
                arguments.addAll(1, List.of("--workspace", workspace.toString()));
                Commands.Outcome outcome = commands.run(arguments.toArray(String[]::new));
                assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(DATA);
                assertThat(outcome.out()).isEmpty();
                assertThat(outcome.err().lines()).hasSize(1);
                assertThat(outcome.err()).contains(workspace.toString(), "in use");
            }
        } finally {
            other.getOutputStream().close();
            other.waitFor();
        }
        assertThat(inputs().resolve("new")).doesNotExist();
        assertThat(extracts()).isEqualTo(held);
    }

    /** The faults of one file are told by line and reason, never by value. */
    @Test
    void aRefusedRowIsToldWithoutItsValues() throws IOException {
        write(
                "faults.csv",
                "person,reference_date,gender\nP77,2012-12-31,1\nSECRET,2012-13-31,1\nP77,2012-12-31,2\nQ,2012-12-31,1\n");
        Commands.Outcome outcome = commands.run(
                "import",
                "--max-rejects",
                "75",
                "--workspace",
                placed("@faults"),
                "--codebook",
                CODEBOOK,
                placed("@faults.csv"));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("read 4 = loaded 1 + rejected 3", "Line 3, column reference_date");
        assertThat(outcome.err()).doesNotContain("SECRET", "P77");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theCommandLineItselfIsExplainedInEveryLanguage(Language language) {
        Commands here = new Commands(root.resolve("state"), language);
        for (String wrong : List.of(
                "impotr", "codebook", "extracts", "validate a b", "validate --colour", "extracts --workspace")) {
            Commands.Outcome outcome = here.run(wrong.split(" "));
            assertThat(outcome.exitCode()).isEqualTo(USAGE);
            assertThat(outcome.err().lines()).as(outcome.err()).hasSize(1);
            assertThat(outcome.err()).contains("--help");
        }
    }

    @ParameterizedTest
    @CsvSource({"EN,no data for 2020", "FR,2020", "NL,2020", "DE,2020"})
    void aFailureIsToldInTheUsersLanguage(Language language, String words) {
        Commands.Outcome outcome = new Commands(root.resolve("state"), language)
                .run(
                        "tabulate",
                        "--workspace",
                        placed("@ws"),
                        "--period",
                        "2020",
                        "--rows",
                        "origin",
                        "--indicator",
                        "employment_rate");
        assertThat(outcome.err()).contains(words);
        if (language != Language.EN) {
            assertThat(outcome.err()).doesNotContain("There are no data");
        }
    }
}
