package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ecart.files.Definitions;
import org.ecart.model.AuditReport;
import org.ecart.real.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quantiles leave rounded, and are known again as they left. */
class RememberedAmountsTest {
    private static final String CODEBOOK = """
            {"format": "ecart/codebook", "version": 1, "id": "survey", "edition": "1", "labels": "Survey", "source": "-",
             "codeLists": [{"id": "genders", "codes": [{"code": "f", "labels": "Women"}, {"code": "m", "labels": "Men"}]}],
             "variables": [
               {"id": "person", "labels": "Person", "role": "person"},
               {"id": "year", "labels": "Year", "role": "period"},
               {"id": "gender", "labels": "Gender", "codeList": "genders"},
               {"id": "wage", "labels": "Daily wage", "role": "amount"}],
             "extracts": [
               {"id": "people", "labels": "People", "population": true, "columns": [
                 {"name": "person"}, {"name": "year"}, {"name": "gender"}, {"name": "wage"}]}]}
            """;

    private final Path folder;
    private final Commands commands;

    RememberedAmountsTest(@TempDir Path folder) {
        this.folder = folder;
        this.commands = new Commands(folder.resolve("state"));
    }

    private void run(String... arguments) {
        Commands.Outcome outcome = commands.run(Stream.of(arguments)
                .map(a -> a.startsWith("@") ? folder.resolve(a.substring(1)).toString() : a)
                .toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).doesNotContain("no longer");
    }

    private AuditReport release(String id) throws IOException {
        Files.writeString(folder.resolve("study.json"), """
                {"format": "ecart/study", "version": 1, "id": "%s", "title": "Wages",
                 "indicators": [{"id": "median", "labels": "Median wage", "definition": "-",
                   "amount": {"of": "wage", "summary": "median"}}],
                 "tables": [{"id": "T01", "title": "Wages", "breakdown": {"periods": ["2014"], "rows": "gender",
                   "indicator": "median", "totals": true, "measures": ["persons", "amount", "amount_gap"],
                   "reference": {"variable": "gender", "code": "m"}}}]}
                """.formatted(id));
        run("run", "@study.json", "--workspace", "@ws", "--out", "@" + id);
        return Definitions.file(folder.resolve(id).resolve("internal/audit.json"), Definitions::audit);
    }

    /** Forty women and forty men with wages of 101.40, 104.40, 107.40 and so on. */
    @Test
    void aMedianThatLeftIsNotSaidToHaveChanged() throws IOException {
        StringBuilder rows = new StringBuilder("person,year,gender,wage\n");
        for (int person = 0; person < 80; person++) {
            rows.append("p%d,2014,%s,%d.40\n".formatted(person, person % 2 == 0 ? "f" : "m", 101 + 3 * person));
        }
        Files.writeString(folder.resolve("people.csv"), rows.toString());
        Files.writeString(folder.resolve("codebook.json"), CODEBOOK);
        run("import", "--workspace", "@ws", "--codebook", "@codebook.json", "@people.csv");

        release("first");
        assertThat(Files.readString(folder.resolve("first/T01.csv"))).contains("2014,_T,80,,218.00,");

        assertThat(release("second").earlier())
                .extracting(AuditReport.Earlier::changed)
                .containsExactly(0);
    }
}
