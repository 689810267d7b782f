package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ecart.files.Definitions;
import org.ecart.model.Policy;
import org.ecart.real.Commands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases written by hand: persons by quarter in one table, by street in another, and the audit of their files. */
class RollUpsAuditTest {
    /** The quarters and the streets they are made of. */
    private static final String QUARTERS = "quarter of street: north=a+b south=c+d+e";

    private static final String STREETS = "street: a b c d e";

    private Path folder = Path.of("");

    @BeforeEach
    void begin(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Files.createDirectories(folder.resolve("release/internal"));
        Files.writeString(folder.resolve("policy.json"), Definitions.text(Policy.DEFAULT));
    }

    /**
     * Writes a table.
     *
     * @param variables its name, what it rolls up, and its codes, each with what it is put together from; a semicolon
     *     between two
     * @param cells {@code a 57} is 57 persons, {@code a 57 50.0} besides a rate, {@code a c} left out; {@code north/a} has
     *     a code of each variable
     */
    private void table(String id, String variables, String... cells) throws IOException {
        boolean rates = Stream.of(cells).anyMatch(cell -> cell.split(" ").length > 2);
        List<String> names = new ArrayList<>();
        List<String> dimensions = new ArrayList<>();
        for (String variable : variables.split("; ")) {
            dimensions.add(dimension(variable));
            names.add(variable.split("[ :]")[0]);
        }
        List<String> lines = new ArrayList<>();
        for (String cell : cells) {
            String[] words = cell.split(" ");
            String[] codes = words[0].split("/");
            List<String> named = new ArrayList<>();
            for (int c = 0; c < codes.length; c++) {
                named.add("\"" + names.get(c) + "\": \"" + codes[c] + "\"");
            }
            String persons = "\"persons\": " + value(words[1]);
            String rate = rates ? ", \"rate\": " + value(words[words.length - 1]) : "";
            lines.add("{\"period\": \"2014\", \"codes\": {%s}, \"values\": {%s%s}}"
                    .formatted(String.join(", ", named), persons, rate));
        }
        Files.writeString(folder.resolve("release/" + id + ".json"), """
                {"format": "ecart/table", "version": 1, "protected": true,
                 "dimensions": %s, "measures": [{"id": "persons", "decimals": 0}%s], "cells": %s}
                """.formatted(
                        dimensions, rates ? ", {\"id\": \"rate\", \"decimals\": 1}" : "", lines));
    }

    private static String dimension(String variable) {
        String[] parts = variable.split(": ");
        String[] names = parts[0].split(" of ");
        List<String> categories = new ArrayList<>();
        for (String code : parts[1].split(" ")) {
            String[] of = code.split("=");
            String list = of.length > 1 ? ", \"of\": [\"" + of[1].replace("+", "\", \"") + "\"]" : "";
            categories.add("{\"code\": \"" + of[0] + "\"" + list + "}");
        }
        String of = names.length > 1 ? ", \"of\": \"" + names[1] + "\"" : "";
        return "{\"variable\": \"%s\"%s, \"categories\": %s}".formatted(names[0], of, categories);
    }

    private static String value(String word) {
        return word.equals("c")
                ? "{\"value\": null, \"status\": \"c\"}"
                : "{\"value\": " + word + ", \"status\": \"\"}";
    }

    /** Writes the study beside the tables; what it asks for tells who is counted in them. */
    private void study(String... tables) throws IOException {
        List<String> all = new ArrayList<>();
        for (String table : tables) {
            String[] words = table.split(" ", 3);
            all.add("""
                    {"id": "%s", "title": "T", "breakdown": {"periods": ["2014"], "rows": "%s", %s}}
                    """.formatted(words[0], words[1], words[2]));
        }
        Files.writeString(folder.resolve("release/internal/study.json"), """
                {"format": "ecart/study", "version": 1, "id": "streets", "title": "Streets",
                 "indicators": [{"id": "at_work", "labels": "At work", "definition": "-", "numerator": "work = \\"1\\""}],
                 "tables": %s}
                """.formatted(all));
    }

    private Commands.Outcome audit() {
        return new Commands(folder.resolve("state"))
                .run(
                        "audit",
                        folder.resolve("release").toString(),
                        "--policy",
                        folder.resolve("policy.json").toString());
    }

    private List<String> fallen() {
        Commands.Outcome outcome = audit();
        List<String> fallen = outcome.out()
                .lines()
                .filter(line -> line.contains("2014, "))
                .map(line -> line.replaceAll(".*2014, ([a-z0-9_ ]+).*", "$1"))
                .toList();
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(fallen.isEmpty() ? 0 : 3);
        return fallen;
    }

    /** North has 60 persons and street a 57, so b has 3. South has 20 outside c, in d and e together. */
    @Test
    void aQuarterGivesTheOnlyStreetAwayThatIsLeftOut() throws IOException {
        table("T01", QUARTERS, "north 60", "south 40");
        table("T02", STREETS, "a 57", "b c", "c 20", "d c", "e c");
        study("T01 quarter \"indicator\": \"population\"", "T02 street \"indicator\": \"population\"");
        assertThat(fallen()).containsExactly("street b");
    }

    @Test
    void whereNoFileSaysWhatAQuarterIsMadeOfNothingIsSeen() throws IOException {
        table("T01", "quarter: north south", "north 60", "south 40");
        table("T02", STREETS, "a 57", "b c", "c 20", "d c", "e c");
        study("T01 quarter \"indicator\": \"population\"", "T02 street \"indicator\": \"population\"");
        assertThat(fallen()).isEmpty();
    }

    /** Other persons: 60 and 57 have nothing to do with one another. */
    @Test
    void tablesOfOtherAgesAreNotPutTogether() throws IOException {
        table("T01", QUARTERS, "north 60", "south 40");
        table("T02", STREETS, "a 57", "b c", "c 20", "d c", "e c");
        study(
                "T01 quarter \"indicator\": \"population\", \"span\": \"18-64\"",
                "T02 street \"indicator\": \"population\", \"span\": \"20-64\"");
        assertThat(fallen()).isEmpty();
    }

    /** Of 60 persons in the north 30 work, of 40 in street a 27: in b 3 of 20. */
    @Test
    void ratesAreTakenApartAcrossTablesToo() throws IOException {
        table("T01", QUARTERS, "north 60 50.0", "south 40 50.0");
        table("T02", STREETS, "a 40 67.5", "b c", "c 20 50.0", "d c", "e c");
        study("T01 quarter \"indicator\": \"at_work\"", "T02 street \"indicator\": \"at_work\"");
        assertThat(fallen()).containsExactly("street b");
    }

    /** A table without persons of undetermined street has the others as they are. */
    @Test
    void whoIsLeftOutAsUndeterminedIsInNoQuarterAnyway() throws IOException {
        table("T01", QUARTERS, "north 60", "south 40");
        table("T02", STREETS, "a 57", "b c", "c 20", "d c", "e c");
        study(
                "T01 quarter \"indicator\": \"population\", \"undetermined\": false",
                "T02 street \"indicator\": \"population\", \"undetermined\": true");
        assertThat(fallen()).containsExactly("street b");
    }

    /** Nobody knows how many of the 60 live in a street that no table prints: b has 3 or fewer, or none. */
    @Test
    void aPartThatNoTablePrintsLeavesSomethingOpen() throws IOException {
        table("T01", "quarter of street: north=a+b+lane south=c+d+e", "north 60", "south 40");
        table("T02", STREETS, "a 57", "b c", "c 20", "d c", "e c");
        study("T01 quarter \"indicator\": \"population\"", "T02 street \"indicator\": \"population\"");
        assertThat(fallen()).isEmpty();
    }

    /** Neither table is by street. */
    @Test
    void twoRollUpsOfTheSameVariableAreSeenToo() throws IOException {
        table("T01", "quarter of street: north=a+b+c south=d+e", "north 60", "south 40");
        table("T02", "block of street: first=a+b second=c third=d+e", "first 57", "second c", "third c");
        study("T01 quarter \"indicator\": \"population\"", "T02 block \"indicator\": \"population\"");
        // the third is the south, which is printed
        assertThat(fallen()).containsExactly("block second", "block third");
    }

    /** A street within its quarter is the street: what one table leaves out the other prints. */
    @Test
    void whatStandsInItsGroupIsTheSameWithoutIt() throws IOException {
        table("T01", QUARTERS + "; " + STREETS, "north/a 57", "north/b c", "south/c 20", "south/d c", "south/e c");
        table("T02", STREETS, "a 57", "b 30", "c 20", "d c", "e c");
        study("T01 quarter>street \"indicator\": \"population\"", "T02 street \"indicator\": \"population\"");
        assertThat(fallen()).containsExactly("quarter north");
    }
}
