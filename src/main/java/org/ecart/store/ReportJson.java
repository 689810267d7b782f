package org.ecart.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.ecart.intake.IntakeReport;
import org.ecart.model.Period;

/** The report of an import as JSON (docs/formats/report.md). It holds lines, columns and reasons, never a value of a person. */
public final class ReportJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    /** Line ends are the same everywhere. */
    private static final DefaultPrettyPrinter PRINTER =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private static final int VERSION = 1;

    private ReportJson() {}

    /** One report. */
    public static String text(IntakeReport report) {
        return written(json(report));
    }

    /** The reports of an import, as an array. */
    public static String text(List<IntakeReport> reports) {
        ArrayNode all = MAPPER.createArrayNode();
        reports.forEach(r -> all.add(json(r)));
        return written(all);
    }

    private static String written(JsonNode json) {
        try {
            return MAPPER.writer(PRINTER).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode json(IntakeReport report) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("format", "ecart/report").put("version", VERSION);
        json.put("file", report.file()).put("sha256", report.hash()).put("extract", report.extract());
        json.putObject("dialect")
                .put("delimiter", String.valueOf(report.dialect().delimiter()))
                .put("encoding", name(report.dialect().encoding()))
                .put("decimal", name(report.dialect().decimalSign()));
        json.put("read", report.read()).put("loaded", report.loaded()).put("rejected", report.rejected());
        ObjectNode reasons = json.putObject("byReason");
        report.byReason().forEach((reason, count) -> reasons.put(name(reason), count));
        ArrayNode rejects = json.putArray("rejects");
        for (IntakeReport.Reject reject : report.rejects()) {
            ObjectNode line = rejects.addObject().put("line", reject.line());
            if (!reject.column().isEmpty()) {
                line.put("column", reject.column());
            }
            line.put("reason", name(reject.reason()));
        }
        report.unmatched().forEach(json.putArray("unmatchedColumns")::add);
        report.absent().forEach(json.putArray("absentVariables")::add);
        ObjectNode unmapped = json.putObject("codesNotInCodebook");
        report.unmapped().forEach((variable, codes) -> {
            ObjectNode counts = unmapped.putObject(variable);
            codes.forEach(counts::put);
        });
        ArrayNode doubts = json.putArray("possibleIdentifiers");
        report.doubts().forEach(d -> doubts.addObject()
                .put("column", d.column())
                .put("kind", name(d.verdict().kind().orElseThrow()))
                .put("count", d.verdict().count()));
        links(report, json.putArray("links"));
        return json;
    }

    private static void links(IntakeReport report, ArrayNode links) {
        for (IntakeReport.Link link : report.links()) {
            ObjectNode json = links.addObject().put("population", link.population());
            link.period().map(Period::toString).ifPresent(p -> json.put("period", p));
            json.put("extract", link.extract())
                    .put("matched", link.matched())
                    .put("populationOnly", link.populationOnly())
                    .put("extractOnly", link.extractOnly());
        }
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
