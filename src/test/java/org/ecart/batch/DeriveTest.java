package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ecart.i18n.Messages;
import org.ecart.model.Language;
import org.ecart.real.Commands;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ecart derive} on the rules of a study over twelve persons, and on the sample. */
class DeriveTest {
    private static final String CODEBOOK = """
            {"format": "ecart/codebook", "version": 1, "id": "few", "edition": "1", "labels": "Few", "source": "-",
             "codeLists": [],
             "variables": [
               {"id": "person", "labels": "Person", "role": "person"},
               {"id": "year", "labels": "Year", "role": "period"},
               {"id": "father", "labels": "Father"}, {"id": "mother", "labels": "Mother"},
               {"id": "work", "labels": "Work"}],
             "extracts": [{"id": "people", "labels": "People", "population": true, "columns": [
               {"name": "person"}, {"name": "year"}, {"name": "father"}, {"name": "mother"}, {"name": "work"}]}]}
            """;

    private static final String RULES = """
            {"variable": "parents", "set": "own", "edition": "%s", "labels": {"en": "Parents", "fr": "Parents (fr)"},
             "categories": [{"code": "BE", "labels": "Belgian"}, {"code": "EU", "labels": "EU"},
                            {"code": "NEU", "labels": "Non-EU"}],
             "rules": [{"id": "F", "when": "father != \\"BE\\"", "groupOf": "father", "grouping": "country"},
                       {"id": "M", "when": "mother != \\"BE\\"", "groupOf": "mother", "grouping": "country"}],
             "else": "BE",
             "groupings": {"country": {"groups": {"BE": ["BE"], "EU": [%s]}, "else": "NEU"}}}""";

    private static final String STUDY =
            """
            {"format": "ecart/study", "version": 1, "id": "few", "title": "Few",
             "rules": [%s, %s],
             "indicators": [{"id": "at_work", "labels": "At work", "definition": "those in work among all",
                             "numerator": "work = \\"1\\"", "denominator": "all"}]}
            """.formatted(RULES.formatted("2", "\"FR\", \"HR\""), RULES.formatted("1", "\"FR\""));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path root;

    @BeforeAll
    static void importTwelvePersons() throws IOException {
        StringBuilder persons = new StringBuilder("person,year,father,mother,work\n");
        String[] parents = {
            "BE,BE", "BE,BE", "BE,BE", "BE,BE", "BE,BE", "BE,BE", "FR,BE", "FR,FR", "HR,HR", "HR,BE", "BE,HR", "BE,XX"
        };
        for (int p = 0; p < parents.length; p++) {
            for (String year : List.of("2013", "2014")) {
                persons.append("p")
                        .append(p)
                        .append(',')
                        .append(year)
                        .append(',')
                        .append(parents[p]);
                persons.append(',').append(p % 2).append('\n');
            }
        }
        Files.writeString(root.resolve("few.csv"), persons);
        Files.writeString(root.resolve("codebook.json"), CODEBOOK);
        Files.writeString(root.resolve("study.json"), STUDY);
        done(run(Language.EN, "import", "--workspace", "@ws", "--codebook", "@codebook.json", "@few.csv"));
    }

    private static Commands.Outcome run(Language language, String... arguments) {
        return new Commands(root.resolve("state"), language)
                .run(Stream.of(arguments)
                        .map(a ->
                                a.startsWith("@") ? root.resolve(a.substring(1)).toString() : a)
                        .toArray(String[]::new));
    }

    private static Commands.Outcome derive(String... more) {
        return derive(Language.EN, more);
    }

    private static Commands.Outcome derive(Language language, String... more) {
        List<String> arguments = new ArrayList<>(List.of("derive", "--workspace", "@ws", "--study", "@study.json"));
        arguments.addAll(Arrays.asList(more));
        return run(language, arguments.toArray(String[]::new));
    }

    private static Commands.Outcome done(Commands.Outcome outcome) {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }

    private static void refused(Commands.Outcome outcome, String... says) {
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(1);
        assertThat(outcome.err()).contains(says).doesNotContain("Exception");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void countsAsAnAlignedTextUnderAHeadThatSaysThatItIsNotProtected() {
        assertThat(done(derive("parents", "--period", "2013-2014")).out()).isEqualTo("""
                        INTERNAL, NOT PROTECTED: for the analyst's own look, not to be passed on.
                        * small: 1 to 4 persons.
                        Parents: rules "own", edition 2.

                        Rule       2013       %  2014       %  Gives            Says
                        F             4*   33.3     4*   33.3  group of father  father != "BE"
                        M             2*   16.7     2*   16.7  group of mother  mother != "BE"
                        Otherwise     6    50.0     6    50.0  Belgian
                        Total        12   100.0    12   100.0

                        Parents  Code  2013      %  2014      %
                        Belgian  BE       6   50.0     6   50.0
                        EU       EU       5   41.7     5   41.7
                        Non-EU   NEU      1*   8.3     1*   8.3

                        Conflicts: a later rule would have matched too.
                        Decided  Held too  2013      %  2014      %
                        F        M            2*  16.7     2*  16.7

                        Codes that are in no group.
                        Variable  Grouping  Code  2013   decided   2014   decided
                        mother    country   XX       1*        1*     1*        1*
                        """);
    }

    @Test
    void twoEditionsSideBySide() {
        String out = done(derive("parents", "--compare", "1", "own@2", "--period", "2014", "--indicator", "at_work"))
                .out();

        assertThat(out).isEqualTo("""
                        INTERNAL, NOT PROTECTED: for the analyst's own look, not to be passed on.
                        * small: 1 to 4 persons.
                        A  Parents: rules "own", edition 1.
                        B  Parents: rules "own", edition 2.
                        All ages.

                        A        B        2014       %
                        Belgian  Belgian     6    50.0
                        EU       EU          2*   16.7
                        Non-EU   EU          3*   25.0
                        Non-EU   Non-EU      1*    8.3
                        Total               12   100.0

                        At work  A 2014  A Gap, pp  B 2014  B Gap, pp
                        Belgian     [c]        [z]     [c]        [z]
                        EU          [c]        [c]     [c]        [c]
                        Non-EU      [c]        [c]     [c]        [c]
                        [c] confidential: small group
                        [z] not applicable
                        """);
    }

    @Test
    void onlyWhoIsAskedForIsCounted() {
        assertThat(done(derive("parents=own@1", "--period", "2014", "--filter", "mother != \"HR\""))
                        .out())
                .contains(
                        "edition 1.",
                        "Only persons for whom: mother != \"HR\".",
                        "F             3*",
                        "Total        10 ");
    }

    @Test
    void anUnprotectedFileGoesOnlyIntoAFolderCalledInternal() throws IOException {
        done(derive("parents", "--json", "@release/internal/parents.json"));
        done(derive("parents", "--compare", "1", "2", "--indicator", "at_work", "--json", "@internal/more/flow.json"));

        JsonNode report = new ObjectMapper()
                .readTree(root.resolve("release/internal/parents.json").toFile());
        assertThat(report.fieldNames()).toIterable().startsWith("format", "version", "notice");
        assertThat(report.get("notice").textValue()).startsWith("INTERNAL, NOT PROTECTED");
        assertThat(report.at("/lines/0/persons/1/persons").longValue()).isEqualTo(4);
        assertThat(report.at("/lines/0/persons/1/small").booleanValue()).isTrue();
        JsonNode flow = new ObjectMapper()
                .readTree(root.resolve("internal/more/flow.json").toFile());
        assertThat(flow.get("notice").textValue()).startsWith("INTERNAL, NOT PROTECTED");
        assertThat(flow.at("/flows/2/from").textValue()).isEqualTo("NEU");
        assertThat(flow.at("/headlines/0/years/0/a/rate/status").textValue()).isEqualTo("c");

        refused(derive("parents", "--json", "@release/internal/parents.json"), "is there already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@parents.json", "@internal/../parents.json", "@internals/parents.json", "@x/internal"})
    void anywhereElseIsRefusedAndNothingWritten(String file) {
        refused(derive("parents", "--json", file), "folder called \"internal\"");
        assertThat(root.resolve(file.substring(1)).normalize()).doesNotExist();
    }

    @Test
    void aLinkCalledInternalThatLeadsOutsideIsRefused() throws IOException {
        Path outside = Files.createDirectories(root.resolve("shared"));
        Path link = Files.createDirectories(root.resolve("linked")).resolve("internal");
        Files.createSymbolicLink(link, outside);

        refused(derive("parents", "--json", "@linked/internal/parents.json"), "folder called \"internal\"");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void whatIsWrongIsToldWithWhatThereIs() {
        refused(derive("origins"), "\"origins\"", "parents");
        refused(derive("parents@3"), "parents@own@1", "parents@own@2");
        refused(derive("parents", "--period", "2014-2013"), "2014-2013");
        refused(derive("parents", "--period", "2099"), "2099");
        refused(derive("parents", "--compare", "1", "3"), "parents@3");
        refused(derive("parents", "--compare", "1"), "--compare");
        refused(derive("parents", "--compare", "1", "2", "--indicator", "nothing"), "nothing");
        refused(
                derive("parents", "--compare", "1", "2", "--indicator", "at_work", "--filter", "parents = \"EU\""),
                "\"parents\" is what is compared");
        refused(run(Language.EN, "derive", "origin"), "--workspace DIR", "ecart derive --help");
    }

    @Test
    void theListOfRuleSetsNeedsNoWorkspace() {
        assertThat(done(run(Language.EN, "derive", "--list")).out().lines().toList())
                .first()
                .asString()
                .startsWith("Rules");
        List<String> lines = done(run(Language.EN, "derive", "--list", "--study", "@study.json"))
                .out()
                .lines()
                .map(l -> l.replaceAll(" +", " "))
                .toList();
        assertThat(lines).contains("parents=own@2 Parents x", "parents=own@1 Parents");
        assertThat(lines).anyMatch(l -> l.startsWith("origin=monitoring@2013 "));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyWordIsInTheLanguageAskedFor(Language language) {
        Messages messages = Messages.load();
        String counts = done(derive(language, "parents")).out();
        for (String key : List.of(
                "batch.derive.internal",
                "batch.derive.rule",
                "batch.derive.gives",
                "batch.derive.says",
                "batch.derive.conflicts",
                "batch.derive.unmapped",
                "study.counts.else",
                "i18n.total")) {
            assertThat(counts).contains(messages.text(language, key));
        }
        assertThat(counts).contains(language == Language.FR ? "Parents (fr)" : "Parents");
        refused(derive(language, "parents", "--json", "@x.json"), "internal");
    }

    @Test
    void theShippedEditionsOfOriginOnTheSample() {
        done(run(
                Language.EN,
                "import",
                "--workspace",
                "@sample",
                "--codebook",
                "sample-data/codebook.json",
                "sample-data/kinship.csv",
                "sample-data/population-2014.csv",
                "sample-data/labour-2014.csv"));

        assertThat(done(run(Language.EN, "derive", "--workspace", "@sample")).out())
                .contains("rules \"monitoring\", edition 2017", "Total      6,000   100.0");
        String compared = done(run(Language.EN, "derive", "--workspace", "@sample", "--compare", "2013", "2017"))
                .out();
        assertThat(compared).contains("Age span: 20-64.", "Employment rate");
        assertThat(compared.lines().map(l -> l.replaceAll(" +", " ")))
                .anyMatch(l -> l.startsWith("EU-12 EU-13 "))
                .anyMatch(l -> l.startsWith("EU candidate EU-13 "));
    }
}
