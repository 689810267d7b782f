package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecart.files.Definitions;
import org.ecart.model.AuditReport;
import org.ecart.model.AuditReport.Kind;
import org.ecart.model.AuditReport.LeftOut;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.real.Commands;

/** A release that is written by hand, and the audit of its files. */
final class WrittenRelease {
    /** Of every cell. */
    static final Period DATE = Period.ofYear(2014);

    private final Path folder;

    WrittenRelease(Path folder) throws IOException {
        this.folder = folder;
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
    void table(String id, String variables, String... cells) throws IOException {
        table(id, "persons", variables, cells);
    }

    /** A table of sums of an amount, without persons. */
    void amounts(String id, String variables, String... cells) throws IOException {
        table(id, "amount", variables, cells);
    }

    private void table(String id, String measure, String variables, String... cells) throws IOException {
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
            String persons = "\"" + measure + "\": " + value(words[1]);
            String rate = rates ? ", \"rate\": " + value(words[words.length - 1]) : "";
            lines.add("{\"period\": \"2014\", \"codes\": {%s}, \"values\": {%s%s}}"
                    .formatted(String.join(", ", named), persons, rate));
        }
        Files.writeString(folder.resolve("release/" + id + ".json"), """
                {"format": "ecart/table", "version": 1, "protected": true,
                 "dimensions": %s, "measures": [{"id": "%s", "decimals": 0}%s], "cells": %s}
                """.formatted(
                        dimensions, measure, rates ? ", {\"id\": \"rate\", \"decimals\": 1}" : "", lines));
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
    void study(String... tables) throws IOException {
        List<String> all = new ArrayList<>();
        for (String table : tables) {
            String[] words = table.split(" ", 3);
            all.add("""
                    {"id": "%s", "title": "T", "breakdown": {"periods": ["2014"], "rows": "%s", %s}}
                    """.formatted(words[0], words[1], words[2]));
        }
        Files.writeString(folder.resolve("release/internal/study.json"), """
                {"format": "ecart/study", "version": 1, "id": "streets", "title": "Streets",
                 "indicators": [{"id": "at_work", "labels": "At work", "definition": "-", "numerator": "work = \\"1\\""},
                  {"id": "paid", "labels": "Paid", "definition": "-", "amount": {"of": "wage", "summary": "sum"}}],
                 "tables": %s}
                """.formatted(all));
    }

    /** Writes why cells of a table were left out. */
    void reasons(String table, LeftOut... cells) throws IOException {
        AuditReport report = new AuditReport(
                "streets",
                Policy.DEFAULT,
                "0".repeat(64),
                List.of("A", "B", "C"),
                false,
                List.of(),
                List.of(new AuditReport.Table(table, 0, 0, 0, 0, cells.length, List.of(cells))));
        Files.writeString(folder.resolve("release/internal/audit.json"), Definitions.text(report));
    }

    /** Why a street is left out that is unsafe by itself, for its persons. */
    static LeftOut unsafe(String street) {
        return new LeftOut(
                DATE,
                Map.of("street", street),
                Optional.empty(),
                true,
                Kind.PRIMARY,
                List.of("persons"),
                Map.of(),
                List.of());
    }

    private Commands.Outcome audit() {
        return new Commands(folder.resolve("state"))
                .run(
                        "audit",
                        folder.resolve("release").toString(),
                        "--policy",
                        folder.resolve("policy.json").toString());
    }

    List<String> fallen() {
        Commands.Outcome outcome = audit();
        List<String> fallen = outcome.out()
                .lines()
                .filter(line -> line.contains("2014, "))
                .map(line -> line.replaceAll(".*2014, ([A-Za-z0-9_ ]+).*", "$1"))
                .toList();
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(fallen.isEmpty() ? 0 : 3);
        return fallen;
    }
}
