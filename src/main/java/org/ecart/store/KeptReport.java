package org.ecart.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecart.intake.GuardVerdict;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Period;

/** A report that a workspace kept as JSON, as a value again: what {@link ReportJson} writes. */
public final class KeptReport {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private KeptReport() {}

    /** @param text as {@link Workspace#report} gives it */
    public static IntakeReport of(String text) {
        JsonNode json = tree(text);
        JsonNode dialect = json.path("dialect");
        return new IntakeReport(
                json.path("file").asText(),
                json.path("sha256").asText(),
                json.path("extract").asText(),
                new Dialect(
                        dialect.path("delimiter").asText().charAt(0),
                        constant(Dialect.Encoding.class, dialect.path("encoding")),
                        constant(Dialect.DecimalSign.class, dialect.path("decimal"))),
                json.path("read").asLong(),
                rejects(json.path("rejects")),
                texts(json.path("unmatchedColumns")),
                texts(json.path("absentVariables")),
                unmapped(json.path("codesNotInCodebook")),
                doubts(json.path("possibleIdentifiers")),
                links(json.path("links")));
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    private static List<IntakeReport.Reject> rejects(JsonNode json) {
        List<IntakeReport.Reject> rejects = new ArrayList<>();
        json.forEach(r -> rejects.add(new IntakeReport.Reject(
                r.path("line").asLong(),
                r.path("column").asText(""),
                constant(IntakeReport.Reason.class, r.path("reason")))));
        return rejects;
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(t -> texts.add(t.asText()));
        return texts;
    }

    private static Map<String, Map<String, Long>> unmapped(JsonNode json) {
        Map<String, Map<String, Long>> unmapped = new TreeMap<>();
        json.properties().forEach(variable -> {
            Map<String, Long> codes = new TreeMap<>();
            variable.getValue()
                    .properties()
                    .forEach(c -> codes.put(c.getKey(), c.getValue().asLong()));
            unmapped.put(variable.getKey(), codes);
        });
        return unmapped;
    }

    private static List<IntakeReport.Doubt> doubts(JsonNode json) {
        List<IntakeReport.Doubt> doubts = new ArrayList<>();
        json.forEach(d -> doubts.add(new IntakeReport.Doubt(
                d.path("column").asText(),
                new GuardVerdict(
                        GuardVerdict.Level.WARN,
                        Optional.of(constant(GuardVerdict.Kind.class, d.path("kind"))),
                        d.path("count").asLong()))));
        return doubts;
    }

    private static List<IntakeReport.Link> links(JsonNode json) {
        List<IntakeReport.Link> links = new ArrayList<>();
        json.forEach(l -> links.add(new IntakeReport.Link(
                l.path("population").asText(),
                Period.parse(l.path("period").asText("")),
                l.path("extract").asText(),
                l.path("matched").asLong(),
                l.path("populationOnly").asLong(),
                l.path("extractOnly").asLong())));
        return links;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode name) {
        return Enum.valueOf(type, name.asText().toUpperCase(Locale.ROOT));
    }
}
