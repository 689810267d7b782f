package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.model.AuditReport;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.store.Ledger;
import org.ecart.store.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has left is remembered, and counts. */
class LedgerTest {
    private static final String NOW = "2026-01-31T12:00:00Z";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before any test
    private Workspace workspace;

    private final Map<String, Integer> persons = new LinkedHashMap<>();

    @BeforeEach
    void beginEmpty() {
        workspace = Workspace.openOrCreate(folder.resolve("workspace"));
        persons.put("F,19,A,north", 2);
        persons.put("M,19,A,north", 50);
        persons.put("F,30,A,north", 59);
        persons.put("F,30,B,south", 1);
        persons.put("M,30,C,north", 60);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /** Sex by the persons of an age span, a filter, a grouping; the policy too. */
    private static String study(String id, String policy, String rules, String rows, String more) {
        return """
                {"format": "ecart/study", "version": 1, "id": "%s", "title": "T", "outputs": ["en"], "policy": %s,
                 "rules": [%s],
                 "indicators": [{"id": "all", "labels": "Persons", "definition": "all"}],
                 "tables": [{"id": "T01", "title": "T", "breakdown": {"periods": ["2014"], "rows": "%s",
                  "indicator": "all", "totals": true, "measures": ["persons"]%s}}]}
                """.formatted(id, policy, rules, rows, more);
    }

    private static String study(String id, String more) {
        return study(id, "\"default\"", "", "sex", more);
    }

    /** The groups X and Y of the codes A, B and C. */
    private static String groups(String edition, String ofX) {
        return """
                {"variable": "side", "set": "ours", "edition": "%s", "labels": "Side",
                 "categories": [{"code": "X", "labels": "X"}, {"code": "Y", "labels": "Y"}],
                 "rules": [{"id": "1", "when": "kind in (%s)", "then": "X"}], "else": "Y"}
                """.formatted(edition, ofX);
    }

    private Release.Outcome release(String study, String out) {
        StringBuilder table = new StringBuilder("sex,age,kind,region\n");
        persons.forEach((person, count) -> table.append((person + "\n").repeat(count)));
        Study wanted = Definitions.study(study);
        Tables tables = new FewPersons().at(2014, table.toString()).tables(List.of(), List.of());
        return new Release(tables, Messages.load(), Map.of("people 2014", "hash of " + persons), workspace.ledger())
                .write(wanted, folder.resolve(out), NOW, Progress.NONE);
    }

    /** The persons of each row, [c] where they are left out. */
    private List<String> printed(String out) throws IOException {
        List<String> printed = new ArrayList<>();
        List<String> lines = Files.readAllLines(folder.resolve(out).resolve("T01.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            printed.add(fields[1] + " " + (fields[3].isEmpty() ? fields[2] : "[" + fields[3] + "]"));
        }
        return printed;
    }

    private AuditReport audit(String out) {
        return Definitions.file(folder.resolve(out).resolve("internal/audit.json"), Definitions::audit);
    }

    private Map<String, String> bytes(String out) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(out))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(folder.resolve(out).relativize(file).toString(), Hashes.sha256(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }

    private static final String WIDE = study("wide", ", \"span\": \"18-64\"");
    private static final String NARROW = study("narrow", ", \"span\": \"20-64\"");

    /** Women of 18-64 less those of 20-64: two women of 18 and 19. */
    @Test
    void twoAgeSpansInTwoReleasesMustNotTellTheDifference() throws IOException {
        release(NARROW, "alone");
        assertThat(printed("alone")).containsExactly("F 60", "M 60", "_T 120");
        workspace.ledger().forget(workspace.ledger().standing().get(0).id(), "only a look", NOW);

        release(WIDE, "wide");
        release(NARROW, "narrow");

        assertThat(printed("wide")).containsExactly("F 62", "M 110", "_T 172");
        assertThat(printed("narrow"))
                .contains("F [c]")
                .filteredOn(cell -> cell.endsWith("[c]"))
                .hasSizeGreaterThan(1);
        assertThat(audit("narrow").earlier())
                .extracting(AuditReport.Earlier::study, AuditReport.Earlier::table, AuditReport.Earlier::changed)
                .containsExactly(tuple("wide", "T01", 0));
    }

    private static final String EVERYONE = study("everyone", "\"default\"", "", "kind", "");
    private static final String KNOWN = study("known", "\"default\"", "", "kind", ", \"undetermined\": false");

    /** Three of kind A, 50 of B, 60 of C and 20 of whom nobody knows the kind. */
    private void threeOfAKind() {
        persons.clear();
        persons.put("F,30,A,north", 3);
        persons.put("F,30,B,north", 50);
        persons.put("F,30,C,north", 60);
        persons.put("F,30,,north", 20);
    }

    private boolean noted(String out, String number) throws IOException {
        return Files.readString(folder.resolve(out).resolve("T01.json")).contains("2014: " + number + " persons");
    }

    /** All less B, less C, less the 20 of a note: the three of A. */
    @Test
    void whatANoteToldOfThoseLeftOutCountsToo() throws IOException {
        threeOfAKind();
        release(KNOWN, "known");
        release(EVERYONE, "everyone");

        assertThat(noted("known", "20")).isTrue();
        assertThat(printed("everyone"))
                .contains("A [c]", "_U 20")
                .filteredOn(cell -> cell.endsWith("[c]"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void aNoteMustNotTellWhatWasLeftOutOfATable() throws IOException {
        threeOfAKind();
        release(EVERYONE, "everyone");
        release(KNOWN, "known");

        assertThat(printed("everyone")).containsExactly("A [c]", "B 50", "C 60", "_U [c]", "_T 133");
        assertThat(noted("known", "[c]")).isTrue();
    }

    @Test
    void twoTablesOfOneReleaseMustNotTellByANoteEither() throws IOException {
        threeOfAKind();
        String table = KNOWN.substring(KNOWN.indexOf("{\"id\": \"T01\""), KNOWN.lastIndexOf("]}"));
        release(EVERYONE.replace("\"tables\": [", "\"tables\": [" + table.replace("T01", "T02") + ", "), "both");

        assertThat(Files.readString(folder.resolve("both/T02.json"))).contains("2014: 20 persons");
        assertThat(printed("both"))
                .contains("A [c]", "_U 20")
                .filteredOn(cell -> cell.endsWith("[c]"))
                .hasSizeGreaterThan(1);
    }

    /** The narrow table has no totals over regions, but a reader can add up. */
    @Test
    void aSpanMustNotTellTheDifferenceToASumOfCellsEither() throws IOException {
        persons.put("F,30,B,south", 11);
        release(WIDE, "wide");
        String more = ", \"span\": \"20-64\", \"columns\": \"region\"";
        release(study("regions", more).replace("\"totals\": true", "\"totals\": false"), "regions");

        assertThat(printed("wide")).containsExactly("F 72", "M 110", "_T 182");
        assertThat(Files.readAllLines(folder.resolve("regions/T01.csv")))
                .filteredOn(line -> line.startsWith("2014,F,"))
                .anyMatch(line -> line.endsWith(",,c"));
    }

    /** The same less those of the north: two women of 18 and 19 and one of the south. */
    @Test
    void aSpanAndAFilterOnSomethingElseMustNotTellTheDifferenceEither() throws IOException {
        release(WIDE, "wide");
        release(study("north", ", \"span\": \"20-64\", \"filter\": \"region = \\\"north\\\"\""), "north");

        assertThat(printed("wide")).containsExactly("F 62", "M 110", "_T 172");
        assertThat(printed("north")).contains("F [c]");
    }

    @Test
    void twoFiltersInTwoReleasesMustNotTellOnePerson() throws IOException {
        release(study("everyone", ""), "everyone");
        release(study("north", ", \"filter\": \"region = \\\"north\\\"\""), "north");

        assertThat(printed("everyone")).containsExactly("F 62", "M 110", "_T 172");
        assertThat(printed("north"))
                .contains("F [c]")
                .filteredOn(cell -> cell.endsWith("[c]"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void whatIsForgottenCountsNoMore() throws IOException {
        String id = release(WIDE, "wide").id();
        workspace.ledger().forget(id.substring(0, 8), "never sent", NOW);
        release(NARROW, "narrow");

        assertThat(printed("narrow")).containsExactly("F 60", "M 60", "_T 120");
        assertThat(audit("narrow").earlier()).isEmpty();
        assertThat(workspace.ledger().all())
                .extracting(entry ->
                        entry.forgotten().map(Ledger.Forgotten::because).orElse(""))
                .containsExactly("never sent", "");
    }

    @Test
    void theSameReleaseAgainHasTheSameBytesAndIsRememberedOnce() throws IOException {
        release(WIDE, "wide");
        release(NARROW, "narrow");
        release(WIDE, "wide-again");
        release(NARROW, "narrow-again");

        assertThat(bytes("wide-again")).isEqualTo(bytes("wide"));
        assertThat(bytes("narrow-again")).isEqualTo(bytes("narrow"));
        assertThat(workspace.ledger().all()).hasSize(2);
    }

    /** One person goes from X to Y between two editions of the rules. */
    @Test
    void oneNameUnderOtherRulesIsAnotherVariable() throws IOException {
        release(study("first", "\"default\"", groups("1", "\\\"A\\\", \\\"B\\\""), "side", ""), "first");
        release(study("second", "\"default\"", groups("2", "\\\"A\\\""), "side", ""), "second");

        assertThat(printed("first")).containsExactly("X 112", "Y 60", "_T 172");
        assertThat(printed("second")).contains("X [c]", "Y [c]");
        assertThat(audit("second").earlier())
                .extracting(AuditReport.Earlier::notLinked)
                .containsExactly("");
    }

    @Test
    void dataThatHaveChangedAreToldOf() {
        release(WIDE, "wide");
        persons.put("M,30,C,north", 61);
        List<EcartException> warnings = release(NARROW, "narrow").warnings();

        assertThat(warnings).extracting(EcartException::key).containsExactly("study.ledger.changed");
        assertThat(audit("narrow").earlier())
                .extracting(AuditReport.Earlier::changed)
                .containsExactly(2);
    }

    /** Three women of one kind, printed under a threshold of 3. */
    @Test
    void whatIsUnsafeOnlyNowRefusesNothing() throws IOException {
        persons.put("F,30,B,south", 3);
        String weak = "{\"id\": \"weak\", \"threshold\": 3, \"reason\": \"a test\"}";
        release(study("weak", weak, "", "kind", ""), "weak");
        release(study("strict", "\"default\"", "", "kind", ""), "strict");

        assertThat(printed("weak")).contains("B 3");
        assertThat(printed("strict")).contains("B [c]");
        assertThat(audit("strict").earlier())
                .extracting(AuditReport.Earlier::unsafe)
                .containsExactly(1);
    }

    @Test
    void whatIsNotProtectedIsNotRemembered() {
        release(study("open", "{\"id\": \"none\", \"reason\": \"a look\"}", "", "sex", ""), "open");
        assertThat(workspace.ledger().all()).isEmpty();
    }

    @Test
    void aTableThatCannotBeMadeAgainIsNamedWithTheReason() {
        release(study("first", "\"default\"", "", "kind", ""), "first");
        Study second = Definitions.study(NARROW);
        Tables other = new FewPersons()
                .at(2014, "sex,age\n" + "F,30\n".repeat(20) + "M,30\n".repeat(20))
                .tables(List.of(), List.of());
        List<EcartException> warnings = new Release(other, Messages.load(), Map.of(), workspace.ledger())
                .write(second, folder.resolve("second"), NOW, Progress.NONE)
                .warnings();
        assertThat(warnings).extracting(EcartException::key).containsExactly("study.ledger.not_linked");
        assertThat(audit("second").earlier())
                .allSatisfy(e -> assertThat(e.notLinked()).contains("kind"));
    }
}
