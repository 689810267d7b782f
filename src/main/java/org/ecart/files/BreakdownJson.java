package org.ecart.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecart.model.Arrangement;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.Counted;
import org.ecart.model.EcartException;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Shift;
import org.ecart.model.Span;

/** Breakdowns inside a study; the public readers also serve the options of {@code ecart tabulate}. */
public final class BreakdownJson {
    private BreakdownJson() {}

    static Breakdown read(Fields f) {
        return new Breakdown(
                f.required("periods").some(n -> n.parsed(BreakdownJson::period)),
                f.required("rows").parsed(AxisText::parse),
                f.optional("columns").map(n -> n.parsed(AxisText::parse)).orElse(Axis.EMPTY),
                f.optional("layers").map(n -> n.parsed(AxisText::parse)).orElse(Axis.EMPTY),
                f.optional("filter").map(n -> n.parsed(ConditionText::parse)).orElse(Condition.ALL),
                f.required("indicator").text(),
                f.optional("span").map(n -> n.parsed(BreakdownJson::span)),
                f.optional("reference").map(n -> n.object(BreakdownJson::reference)),
                f.optional("weight")
                        .map(Node::text)
                        .map(BreakdownJson::weight)
                        .orElseGet(Breakdown.Weight.Default::new),
                f.flag("undetermined", true),
                f.flag("totals", false),
                f.list("measures", n -> n.parsed(BreakdownJson::measure)),
                new Arrangement(codes(f, "order"), codes(f, "hidden"), Set.copyOf(f.list("shareOf", Node::text))),
                new Counted(
                        f.optional("also").map(n -> n.parsed(BreakdownJson::shift)),
                        f.optional("cohort").map(n -> n.object(BreakdownJson::cohort))));
    }

    private static Counted.Cohort cohort(Fields f) {
        return new Counted.Cohort(
                f.required("date").parsed(BreakdownJson::period),
                f.required("who").parsed(ConditionText::parse));
    }

    private static Map<String, List<String>> codes(Fields f, String key) {
        return f.optional(key).map(n -> n.map(c -> c.list(Node::text))).orElse(Map.of());
    }

    static ObjectNode write(Breakdown breakdown) {
        ObjectNode object = JsonText.object();
        object.set("periods", JsonText.array(breakdown.periods(), (array, p) -> array.add(p.toString())));
        object.put("rows", breakdown.rows().toString());
        putUnlessEmpty(object, "columns", breakdown.columns());
        putUnlessEmpty(object, "layers", breakdown.layers());
        if (!(breakdown.filter() instanceof Condition.All)) {
            object.put("filter", ConditionText.print(breakdown.filter()));
        }
        object.put("indicator", breakdown.indicator());
        breakdown.span().ifPresent(span -> object.put("span", span.toString()));
        breakdown.reference().ifPresent(r -> object.putObject("reference")
                .put("variable", r.variable())
                .put("code", r.code()));
        if (breakdown.weight() instanceof Breakdown.Weight.None) {
            object.put("weight", "none");
        } else if (breakdown.weight() instanceof Breakdown.Weight.Of of) {
            object.put("weight", of.variable());
        }
        object.put("undetermined", breakdown.showUndetermined()).put("totals", breakdown.totals());
        ArrayNode measures = JsonText.array(breakdown.measures(), (array, m) -> array.add(m.id()));
        object.set("measures", measures);
        Arrangement arrangement = breakdown.arrangement();
        putUnlessEmpty(object, "order", arrangement.order());
        putUnlessEmpty(object, "hidden", arrangement.hidden());
        if (!arrangement.shareOf().isEmpty()) {
            object.set("shareOf", JsonText.array(List.copyOf(arrangement.shareOf()), ArrayNode::add));
        }
        breakdown.counted().also().ifPresent(also -> object.put("also", also.text()));
        breakdown.counted().cohort().ifPresent(cohort -> object.putObject("cohort")
                .put("date", cohort.start().toString())
                .put("who", ConditionText.print(cohort.who())));
        return object;
    }

    private static void putUnlessEmpty(ObjectNode object, String key, Map<String, List<String>> codes) {
        if (!codes.isEmpty()) {
            ObjectNode inner = object.putObject(key);
            codes.forEach((variable, list) -> inner.set(variable, JsonText.array(list, ArrayNode::add)));
        }
    }

    /** Reads a list of periods, {@code 2013,2014}. */
    public static List<Period> periods(List<String> texts) {
        return texts.stream().map(BreakdownJson::period).toList();
    }

    /** Reads {@code 2014} or {@code 2014-12-31}. */
    public static Period period(String text) {
        return Period.parse(text).orElseThrow(() -> EcartException.usage("files.period", text));
    }

    /** Reads where another date lies, {@code 1y}, {@code 1y_ago} or {@code at2011}. */
    public static Shift shift(String text) {
        return Shift.parse(text).orElseThrow(() -> EcartException.usage("files.shift", text));
    }

    /** Reads a cohort, {@code 2011: status = "employed"}. */
    public static Counted.Cohort cohort(String text) {
        int sign = text.indexOf(':');
        if (sign < 1) {
            throw EcartException.usage("files.cohort", text);
        }
        return new Counted.Cohort(
                period(text.substring(0, sign).strip()), ConditionText.parse(text.substring(sign + 1)));
    }

    /** Reads {@code 18-64}. */
    public static Span span(String text) {
        return IndicatorJson.span(text);
    }

    /** Reads the name of a measure, {@code gap}. */
    public static Measure measure(String text) {
        return Measure.named(text)
                .orElseThrow(() -> EcartException.usage(
                        "files.measure",
                        text,
                        String.join(
                                ", ",
                                List.of(Measure.values()).stream()
                                        .map(Measure::id)
                                        .toList())));
    }

    /** Reads a weight: a variable, or {@code none}. */
    public static Breakdown.Weight weight(String text) {
        return text.equals("none") ? new Breakdown.Weight.None() : new Breakdown.Weight.Of(text);
    }

    /** Reads {@code origin=BE}. */
    public static Breakdown.Reference reference(String text) {
        int sign = text.indexOf('=');
        if (sign < 1 || sign == text.length() - 1) {
            throw EcartException.usage("files.reference", text);
        }
        return new Breakdown.Reference(
                text.substring(0, sign).strip(), text.substring(sign + 1).strip());
    }

    private static Breakdown.Reference reference(Fields f) {
        return new Breakdown.Reference(
                f.required("variable").text(), f.required("code").text());
    }

    private static void putUnlessEmpty(ObjectNode object, String key, Axis axis) {
        if (!axis.blocks().isEmpty()) {
            object.put(key, axis.toString());
        }
    }
}
