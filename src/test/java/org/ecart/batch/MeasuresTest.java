package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ecart.real.Commands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares, changes, amounts and the order of categories, on ten persons a year that can be counted by hand. */
class MeasuresTest {
    /** In the north three of four women and one of two men work; in the south one of two women and one of two men. */
    private static final String FIRST = """
            person,year,area,gender,work,wage,weight
            a1,2014,N,f,1,100,1
            a2,2014,N,f,1,110,1
            a3,2014,N,f,1,120,1
            a4,2014,N,f,0,,1
            a5,2014,N,m,1,90,1
            a6,2014,N,m,0,,1
            b1,2014,S,f,1,80,2
            b2,2014,S,f,0,,2
            b3,2014,S,m,1,200,2
            b4,2014,S,m,0,,2
            """;

    /** A year later b4 works too, for the lowest wage of all. */
    private static final String SECOND =
            FIRST.replace("2014", "2015").replace("b4,2015,S,m,0,,2", "b4,2015,S,m,1,10,2");

    private static final String CODEBOOK = """
            {"format": "ecart/codebook", "version": 1, "id": "survey", "edition": "1", "labels": "Survey", "source": "-",
             "codeLists": [
               {"id": "areas", "codes": [{"code": "N", "labels": "North"}, {"code": "S", "labels": "South"}]},
               {"id": "genders", "codes": [{"code": "f", "labels": "Women"}, {"code": "m", "labels": "Men"}]}],
             "variables": [
               {"id": "person", "labels": "Person", "role": "person"},
               {"id": "year", "labels": "Year", "role": "period"},
               {"id": "area", "labels": "Area", "codeList": "areas"},
               {"id": "gender", "labels": "Gender", "codeList": "genders"},
               {"id": "work", "labels": "In work"},
               {"id": "wage", "labels": "Daily wage", "role": "amount"},
               {"id": "weight", "labels": "Weight", "role": "weight"}],
             "extracts": [
               {"id": "people", "labels": "People", "population": true, "columns": [
                 {"name": "person"}, {"name": "year"}, {"name": "area"}, {"name": "gender"}, {"name": "work"},
                 {"name": "wage"}, {"name": "weight"}]}]}
            """;

    private static final String STUDY =
            """
            {"format": "ecart/study", "version": 1, "id": "survey", "title": "Survey",
             "policy": {"id": "none", "reason": "twenty invented persons"},
             "rules": [{"variable": "quarter", "set": "wages", "edition": "1", "labels": "Quarter of wages",
               "categories": ["1", "2", "3", "4", "-"],
               "cuts": {"of": "wage", "among": "work = \\"1\\"", "parts": 4, "else": "-"}}],
             "indicators": [
               {"id": "at_work", "labels": "At work", "definition": "-", "numerator": "work = \\"1\\""},
               {"id": "workers", "labels": "Workers", "definition": "-", "among": "work = \\"1\\""},
               {"id": "low", "labels": "Low", "definition": "-", "numerator": "quarter = \\"1\\"",
                "denominator": "work = \\"1\\""},
               {"id": "mean", "labels": "Mean wage", "definition": "-", "amount": {"of": "wage", "summary": "mean"}},
               {"id": "sum", "labels": "Wages", "definition": "-", "amount": {"of": "wage", "summary": "sum"}},
               {"id": "median", "labels": "Median wage", "definition": "-",
                "amount": {"of": "wage", "among": "wage > 80", "summary": "median"}}]}
            """.replace("[\"1\", \"2\", \"3\", \"4\", \"-\"]", categories("1", "2", "3", "4", "-"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path root;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static Commands commands;

    private static String categories(String... codes) {
        List<String> all = new ArrayList<>();
        for (String code : codes) {
            all.add("{\"code\": \"" + code + "\", \"labels\": \"" + code + "\"}");
        }
        return all.toString();
    }

    @BeforeAll
    static void importTwoYears() throws IOException {
        commands = new Commands(root.resolve("state"));
        write("first.csv", FIRST);
        write("second.csv", SECOND);
        write("codebook.json", CODEBOOK);
        write("study.json", STUDY);
        assertThat(run("import", "--workspace", "@ws", "--codebook", "@codebook.json", "@first.csv", "@second.csv")
                        .exitCode())
                .isZero();
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(root.resolve(name), text);
    }

    private static Commands.Outcome run(String... arguments) {
        return commands.run(Stream.of(arguments)
                .map(a -> a.startsWith("@") ? root.resolve(a.substring(1)).toString() : a)
                .toArray(String[]::new));
    }

    private static Commands.Outcome tabulate(String workspace, String options) {
        List<String> arguments =
                new ArrayList<>(List.of("tabulate", "--workspace", workspace, "--study", "@study.json"));
        arguments.addAll(List.of(options.split(" ")));
        return run(arguments.toArray(String[]::new));
    }

    /** The lines under the header, without empty status columns. */
    private static List<String> table(String options) {
        Commands.Outcome outcome = tabulate("@ws", options);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.out().lines().skip(1).toList();
    }

    @Test
    void aShareIsOfItsRowItsColumnItsLayerOrTheTable() {
        assertThat(table("--indicator workers --period 2014 --rows area --columns gender"
                        + " --measures weighted,share_row,share_column,share_layer,share_table"))
                .containsExactly(
                        "2014,N,f,3,,75,,60,,37.5,,37.5,",
                        "2014,N,m,1,,25,,33.3333333333333,,12.5,,12.5,",
                        "2014,S,f,2,,50,,40,,25,,25,",
                        "2014,S,m,2,,50,,66.6666666666667,,25,,25,");
    }

    @Test
    void anyVariableCanBeTheDenominatorOfAShare() {
        assertThat(table("--indicator workers --period 2014 --rows area>gender --measures share --share-of gender"))
                .containsExactly("2014,N,f,75,", "2014,N,m,25,", "2014,S,f,50,", "2014,S,m,50,");
    }

    @Test
    void aChangeIsAgainstTheDateBeforeAndOneOfTheGapToo() {
        assertThat(table("--indicator at_work --period 2014,2015 --rows area --reference area=N"
                        + " --measures rate,change,gap,gap_change"))
                .containsExactly(
                        "2014,N,66.6666666666667,,,z,,z,,z",
                        "2014,S,50,,,z,-16.6666666666667,,,z",
                        "2015,N,66.6666666666667,,0,,,z,,z",
                        "2015,S,75,,25,,8.33333333333333,,25,");
    }

    @Test
    void hiddenCategoriesAreStillInTheTotal() {
        assertThat(table("--indicator workers --period 2014 --rows gender --totals --measures persons --hide gender=f"))
                .containsExactly("2014,m,2,", "2014,_T,6,");
    }

    @Test
    void aTotalOverOneVariableCanBeLeftOut() {
        assertThat(table("--indicator workers --period 2014 --rows area>gender --totals --measures persons"
                        + " --hide area=_T"))
                .containsExactly(
                        "2014,N,f,3,", "2014,N,m,1,", "2014,N,_T,4,", "2014,S,f,1,", "2014,S,m,1,", "2014,S,_T,2,");
    }

    @Test
    void categoriesComeInTheOrderAskedFor() {
        assertThat(table("--indicator workers --period 2014 --rows area --measures persons --order area=S"))
                .containsExactly("2014,S,2,", "2014,N,4,");
    }

    @Test
    void aMeanAndASumAreWeightedAndComparedInTheirUnitAndInPercent() {
        assertThat(table("--indicator mean --period 2014 --rows area --totals --reference area=N"
                        + " --measures persons,amount,amount_gap,amount_gap_percent,amount_ratio"))
                .containsExactly(
                        "2014,N,4,,105,,,z,,z,,z",
                        "2014,S,2,,140,,35,,33.3333333333333,,1.33333333333333,",
                        "2014,_T,6,,122.5,,17.5,,16.6666666666667,,1.16666666666667,");
        assertThat(table("--indicator sum --period 2014 --rows area --measures amount"))
                .containsExactly("2014,N,420,", "2014,S,560,");
    }

    @Test
    void ofFourWagesTheSecondIsTheMedian() {
        assertThat(table("--indicator median --period 2014 --rows area --measures persons,amount"))
                .containsExactly("2014,N,4,,100,", "2014,S,1,,200,");
        assertThat(table("--indicator median --period 2014 --rows area --weight none --filter gender=\"f\""
                        + " --measures persons,amount"))
                .containsExactly("2014,N,3,,110,", "2014,S,0,,,z");
    }

    /** The weight of all wages is 8, so the quarters of the country end at 80, 100 and 120. */
    @Test
    void aCutIsOneOfTheWholeCountryWhateverTheTableAsksFor() {
        assertThat(table("--indicator workers --period 2014 --rows quarter --measures persons,weighted"))
                .containsExactly("2014,1,1,,2,", "2014,2,2,,2,", "2014,3,2,,2,", "2014,4,1,,2,", "2014,-,0,,0,");
        assertThat(table("--indicator low --period 2014,2015 --rows area --measures rate"))
                .containsExactly("2014,N,0,", "2014,S,50,", "2015,N,0,", "2015,S,66.6666666666667,");
        assertThat(table("--indicator low --period 2014 --rows gender --filter area=\"S\" --measures rate"))
                .containsExactly("2014,f,100,", "2014,m,0,");
    }

    @Test
    void whatCannotBeArrangedIsTold() {
        String table = "--indicator at_work --period 2014 --rows area ";
        assertThat(refusal(table + "--measures rate --hide area=X"))
                .contains("\"X\"")
                .contains("N, S");
        assertThat(refusal(table + "--measures rate --order aera=N")).contains("aera");
        assertThat(refusal(table + "--measures share")).contains("--share-of").contains("area");
        assertThat(refusal(table + "--measures gap --reference area=N --hide area=N"))
                .contains("reference");
    }

    /**
     * Twelve persons earn 100 to 111 in each cell; of the men in the south one earns 600 and five earn 10 to 14. Of their 660
     * the largest two have 614, more than 85 %. With another cell in each row and column gone the sum is hidden; the totals
     * have enough besides. The median of the twelve has five below and six above, that of the six has two below.
     */
    @Test
    void anAmountIsReleasedWithoutTheCellsThatTellTooMuch() throws IOException {
        StringBuilder people = new StringBuilder("person,year,area,gender,work,wage,weight\n");
        for (String cell : List.of("N,f", "N,m", "S,f")) {
            for (int p = 0; p < 12; p++) {
                people.append(cell.replace(",", "")).append(p).append(",2014,").append(cell);
                people.append(",1,").append(100 + p).append(",1\n");
            }
        }
        for (int wage : List.of(600, 10, 11, 12, 13, 14)) {
            people.append("Sm").append(wage).append(",2014,S,m,1,").append(wage).append(",1\n");
        }
        write("people.csv", people.toString());
        assertThat(run("import", "--workspace", "@many", "--codebook", "@codebook.json", "@people.csv")
                        .exitCode())
                .isZero();
        assertThat(released("sum"))
                .containsExactly(
                        "2014,N,f,,c",
                        "2014,N,m,,c",
                        "2014,N,_T,2532.00,",
                        "2014,S,f,,c",
                        "2014,S,m,,c",
                        "2014,S,_T,1926.00,",
                        "2014,_T,f,2532.00,",
                        "2014,_T,m,1926.00,",
                        "2014,_T,_T,4458.00,");
        assertThat(released("mean")).contains("2014,N,f,,c", "2014,N,_T,105.50,", "2014,S,_T,107.00,");
        assertThat(released("middle"))
                .contains("2014,N,f,105.00,", "2014,S,m,,c", "2014,S,_T,103.00,", "2014,_T,_T,105.00,");
    }

    /** The lines of a released table of an indicator by area and gender. */
    private static List<String> released(String indicator) throws IOException {
        String tables = "\"policy\": \"default\", \"tables\": [{\"id\": \"T01\", \"title\": \"Wages\", \"breakdown\":"
                + " {\"periods\": [\"2014\"], \"rows\": \"area\", \"columns\": \"gender\", \"totals\": true,"
                + " \"measures\": [\"amount\"], \"indicator\": \"" + indicator + "\"}}],";
        String study = STUDY.replaceFirst("\"policy\": \\{.*?},", tables)
                .replace(
                        "\"wage\", \"among\": \"wage > 80\", \"summary\": \"median\"",
                        "\"wage\", \"summary\": \"median\"")
                .replace("\"median\", \"labels\"", "\"middle\", \"labels\"");
        write("release.json", study);
        String out = "@released-" + indicator;
        Commands.Outcome release = run("run", "@release.json", "--workspace", "@many", "--out", out);
        assertThat(release.exitCode()).as(release.err()).isZero();
        Path folder = root.resolve(out.substring(1));
        assertThat(folder.resolve("en").resolve("T01.xlsx")).exists();
        return Files.readAllLines(folder.resolve("T01.csv")).stream().skip(1).toList();
    }

    /** Nobody's own wage is in a row that stands for two persons. */
    @Test
    void aQuantileNeedsARowAPerson() throws IOException {
        write(
                "pairs.csv",
                FIRST.replace("weight\n", "weight,persons\n")
                        .replace(",2\n", ",2,2\n")
                        .replace(",1\n", ",1,2\n"));
        write(
                "pairs.json",
                CODEBOOK.replace(
                                "\"role\": \"weight\"}]",
                                "\"role\": \"weight\"}, {\"id\": \"persons\", \"labels\":"
                                        + " \"Persons\", \"role\": \"count\"}]")
                        .replace("{\"name\": \"weight\"}]", "{\"name\": \"weight\"}, {\"name\": \"persons\"}]"));
        assertThat(run("import", "--workspace", "@pairs", "--codebook", "@pairs.json", "@pairs.csv")
                        .exitCode())
                .isZero();
        for (String indicator : List.of("median", "low")) {
            Commands.Outcome outcome = tabulate("@pairs", "--period 2014 --rows area --indicator " + indicator);
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err()).contains("one row a person").contains("2014");
        }
        Commands.Outcome mean = tabulate("@pairs", "--period 2014 --rows area --indicator mean");
        assertThat(mean.out()).contains("2014,N,8,,105,");
        String policy = STUDY.replaceFirst("\"policy\": \\{.*?},", "\"policy\": \"default\",");
        write("protected.json", policy);
        Commands.Outcome refused = run(
                "tabulate",
                "--workspace",
                "@pairs",
                "--study",
                "@protected.json",
                "--period",
                "2014",
                "--rows",
                "area",
                "--indicator",
                "mean");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("several persons").contains("internal/");
    }

    /** Persons of two dates together can be protected, what they earn cannot. */
    @ParameterizedTest
    @ValueSource(strings = {"mean", "sum"})
    void anAmountOfThePersonsOfTwoDatesCannotLeave(String indicator) throws IOException {
        String inside = STUDY.replace("\"indicators\":", """
                "tables": [{"id": "T01", "title": "Wages", "breakdown": {
                  "periods": ["2014"], "rows": "area", "indicator": "%s", "measures": ["amount"], "also": "1y"}}],
                "indicators":""".formatted(indicator));
        write("inside.json", inside);
        write("outside.json", inside.replaceFirst("\"policy\": \\{.*?},", "\"policy\": \"default\","));
        String out = "@also-" + indicator;
        Commands.Outcome refused = run("run", "@outside.json", "--workspace", "@ws", "--out", out);
        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(3);
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(refused.err()).contains("T01", "two dates together", "\"also\"", "internal/", "\"none\"");
        assertThat(root.resolve("also-" + indicator)).doesNotExist();
        // which is what the sentence tells to do
        Commands.Outcome written = run("run", "@inside.json", "--workspace", "@ws", "--out", out);
        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(root.resolve("also-" + indicator + "/internal/T01.csv")).exists();
    }

    private static String refusal(String options) {
        Commands.Outcome outcome = tabulate("@ws", options);
        assertThat(outcome.exitCode()).isEqualTo(1);
        return outcome.err();
    }
}
