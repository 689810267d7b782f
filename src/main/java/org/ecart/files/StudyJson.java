package org.ecart.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecart.model.ChartSpec;
import org.ecart.model.Decimals;
import org.ecart.model.Language;
import org.ecart.model.Policy;
import org.ecart.model.Study;

/** Studies: {@code ecart/study}. */
final class StudyJson {
    private StudyJson() {}

    static Study read(Fields f) {
        return new Study(
                f.required("id").text(),
                JsonText.labels(f.required("title")),
                f.optional("outputs")
                        .map(n -> n.list(l -> l.oneOf(Language.class)))
                        .orElse(List.of(Language.EN)),
                f.optional("policy").map(PolicyJson::inStudy).orElse(Policy.DEFAULT),
                f.optional("decimals").map(n -> n.object(StudyJson::decimals)).orElse(Decimals.DEFAULT),
                f.optional("ruleSets").map(n -> n.map(Node::text)).orElse(Map.of()),
                f.list("rules", n -> n.object(RulesJson::read)),
                f.list("indicators", n -> n.object(IndicatorJson::read)),
                f.list("tables", n -> n.object(StudyJson::table)),
                f.list("charts", n -> n.object(StudyJson::chart)),
                f.list("breaks", n -> n.object(StudyJson::breakIn)));
    }

    static ObjectNode write(Study study) {
        ObjectNode file = JsonText.file("study").put("id", study.id());
        file.set("title", JsonText.labels(study.title()));
        file.set("outputs", JsonText.array(study.outputs(), (array, l) -> array.add(l.code())));
        file.set("policy", PolicyJson.write(JsonText.object(), study.policy()));
        file.putObject("decimals")
                .put("rate", study.decimals().rate())
                .put("ratio", study.decimals().ratio())
                .put("persons", study.decimals().persons())
                .put("amount", study.decimals().amount());
        ObjectNode ruleSets = file.putObject("ruleSets");
        new TreeMap<>(study.ruleSets()).forEach(ruleSets::put);
        file.set(
                "rules", JsonText.array(study.rules(), (array, r) -> array.add(RulesJson.write(JsonText.object(), r))));
        file.set("indicators", JsonText.array(study.indicators(), (array, i) -> array.add(IndicatorJson.write(i))));
        file.set("tables", JsonText.array(study.tables(), (array, t) -> array.add(table(t))));
        file.set("charts", JsonText.array(study.charts(), (array, c) -> array.add(chart(c))));
        if (!study.breaks().isEmpty()) {
            file.set("breaks", JsonText.array(study.breaks(), (array, b) -> array.add(breakIn(b))));
        }
        return file;
    }

    private static Study.Break breakIn(Fields f) {
        return new Study.Break(
                f.required("period").parsed(BreakdownJson::period),
                f.list("variables", Node::text),
                JsonText.labels(f.required("note")));
    }

    private static ObjectNode breakIn(Study.Break there) {
        ObjectNode object = JsonText.object().put("period", there.period().toString());
        if (!there.variables().isEmpty()) {
            object.set("variables", JsonText.array(there.variables(), ArrayNode::add));
        }
        object.set("note", JsonText.labels(there.note()));
        return object;
    }

    private static Decimals decimals(Fields f) {
        return new Decimals(
                f.optional("rate").map(Node::integer).orElse(Decimals.DEFAULT.rate()),
                f.optional("ratio").map(Node::integer).orElse(Decimals.DEFAULT.ratio()),
                f.optional("persons").map(Node::integer).orElse(Decimals.DEFAULT.persons()),
                f.optional("amount").map(Node::integer).orElse(Decimals.DEFAULT.amount()));
    }

    private static Study.Table table(Fields f) {
        return new Study.Table(
                f.required("id").text(),
                JsonText.labels(f.required("title")),
                f.list("notes", JsonText::labels),
                f.required("breakdown").object(BreakdownJson::read));
    }

    private static ObjectNode table(Study.Table table) {
        ObjectNode object = JsonText.object().put("id", table.id());
        object.set("title", JsonText.labels(table.title()));
        if (!table.notes().isEmpty()) {
            object.set("notes", JsonText.array(table.notes(), (array, n) -> array.add(JsonText.labels(n))));
        }
        object.set("breakdown", BreakdownJson.write(table.breakdown()));
        return object;
    }

    private static ChartSpec chart(Fields f) {
        return new ChartSpec(
                f.required("id").text(),
                JsonText.labels(f.required("title")),
                f.required("kind").oneOf(ChartSpec.Kind.class),
                f.required("table").text());
    }

    private static ObjectNode chart(ChartSpec chart) {
        ObjectNode object = JsonText.object().put("id", chart.id());
        object.set("title", JsonText.labels(chart.title()));
        return object.put("kind", JsonText.name(chart.kind())).put("table", chart.table());
    }
}
