package org.ecart.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;
import org.ecart.model.AuditReport;
import org.ecart.model.AuditReport.Earlier;
import org.ecart.model.AuditReport.Interval;
import org.ecart.model.AuditReport.Kind;
import org.ecart.model.AuditReport.LeftOut;
import org.ecart.model.AuditReport.Table;

/** {@code ecart/audit}: what the attack on a release came to. */
final class AuditJson {
    private AuditJson() {}

    static AuditReport read(Fields f) {
        return new AuditReport(
                f.required("study").text(),
                f.required("policy").object(PolicyJson::read),
                f.required("policyHash").text(),
                f.list("attackers", Node::text),
                f.required("budgetSpent").flag(),
                f.list("earlier", n -> n.object(AuditJson::earlier)),
                f.list("tables", n -> n.object(AuditJson::table)));
    }

    private static Earlier earlier(Fields f) {
        return new Earlier(
                f.required("release").text(),
                f.required("study").text(),
                f.required("table").text(),
                f.required("changed").integer(),
                f.required("unsafe").integer(),
                f.optional("notLinked").map(Node::text).orElse(""));
    }

    private static Table table(Fields f) {
        return new Table(
                f.required("id").text(),
                f.required("safe").integer(),
                f.required("primary").integer(),
                f.required("secondary").integer(),
                f.required("fallback").integer(),
                f.required("audited").integer(),
                f.list("leftOut", n -> n.object(AuditJson::leftOut)));
    }

    private static LeftOut leftOut(Fields f) {
        return new LeftOut(
                f.required("period").parsed(BreakdownJson::period),
                f.required("codes").map(Node::text),
                f.optional("stayed").map(n -> n.parsed(BreakdownJson::period)),
                f.required("printed").flag(),
                f.required("kind").oneOf(Kind.class),
                f.list("unsafe", Node::text),
                f.required("bounds").map(n -> n.object(AuditJson::interval)),
                f.list("knownAnyway", Node::text));
    }

    private static Interval interval(Fields f) {
        return new Interval(
                f.required("low").whole(),
                f.optional("high").map(Node::whole).map(OptionalLong::of).orElse(OptionalLong.empty()),
                f.required("exact").flag());
    }

    static ObjectNode write(AuditReport report) {
        ObjectNode file = JsonText.file("audit").put("study", report.study());
        file.set("policy", PolicyJson.write(JsonText.object(), report.policy()));
        file.put("policyHash", report.policyHash());
        file.set("attackers", texts(report.attackers()));
        file.put("budgetSpent", report.budgetSpent());
        file.set("earlier", JsonText.array(report.earlier(), (array, e) -> array.add(write(e))));
        file.set("tables", JsonText.array(report.tables(), (array, t) -> array.add(write(t))));
        return file;
    }

    private static ArrayNode texts(List<String> texts) {
        return JsonText.array(texts, ArrayNode::add);
    }

    private static ObjectNode write(Earlier earlier) {
        ObjectNode object = JsonText.object()
                .put("release", earlier.release())
                .put("study", earlier.study())
                .put("table", earlier.table())
                .put("changed", earlier.changed())
                .put("unsafe", earlier.unsafe());
        if (!earlier.notLinked().isEmpty()) {
            object.put("notLinked", earlier.notLinked());
        }
        return object;
    }

    private static ObjectNode write(Table table) {
        ObjectNode object = JsonText.object()
                .put("id", table.id())
                .put("safe", table.safe())
                .put("primary", table.primary())
                .put("secondary", table.secondary())
                .put("fallback", table.fallback())
                .put("audited", table.audited());
        object.set("leftOut", JsonText.array(table.leftOut(), (array, cell) -> array.add(write(cell))));
        return object;
    }

    private static ObjectNode write(LeftOut cell) {
        ObjectNode object = JsonText.object().put("period", cell.period().toString());
        ObjectNode codes = object.putObject("codes");
        cell.codes().forEach(codes::put);
        cell.stayed().ifPresent(other -> object.put("stayed", other.toString()));
        object.put("printed", cell.printed()).put("kind", JsonText.name(cell.kind()));
        object.set("unsafe", texts(cell.unsafe()));
        ObjectNode bounds = object.putObject("bounds");
        cell.bounds().forEach((quantity, interval) -> {
            ObjectNode ends = bounds.putObject(quantity).put("low", interval.low());
            interval.high().ifPresent(high -> ends.put("high", high));
            ends.put("exact", interval.exact());
        });
        object.set("knownAnyway", texts(cell.knownAnyway()));
        return object;
    }
}
