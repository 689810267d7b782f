package org.ecart.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Span;

/** Indicators: inside a study, and the shipped catalogue {@code ecart/indicators}. */
final class IndicatorJson {
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,3})-([0-9]{1,3})");

    private IndicatorJson() {}

    static List<Indicator> readAll(Fields f) {
        return f.required("indicators").list(n -> n.object(IndicatorJson::read));
    }

    static Indicator read(Fields f) {
        Optional<Condition> numerator = f.optional("numerator").map(n -> n.parsed(ConditionText::parse));
        Optional<Condition> denominator = f.optional("denominator").map(n -> n.parsed(ConditionText::parse));
        if (numerator.isEmpty() && denominator.isPresent()) {
            throw EcartException.usage("model.indicator.numerator");
        }
        Statistic statistic = numerator
                .<Statistic>map(n -> new Statistic.Rate(n, denominator.orElse(Condition.ALL)))
                .orElseGet(Statistic.Count::new);
        return new Indicator(
                f.required("id").text(),
                JsonText.labels(f.required("labels")),
                JsonText.labels(f.required("definition")),
                statistic,
                f.optional("span").map(n -> n.parsed(IndicatorJson::span)));
    }

    static ObjectNode write(Indicator indicator) {
        ObjectNode object = JsonText.object().put("id", indicator.id());
        object.set("labels", JsonText.labels(indicator.labels()));
        object.set("definition", JsonText.labels(indicator.definition()));
        if (indicator.statistic() instanceof Statistic.Rate rate) {
            object.put("numerator", ConditionText.print(rate.numerator()));
            object.put("denominator", ConditionText.print(rate.denominator()));
        }
        indicator.span().ifPresent(span -> object.put("span", span.toString()));
        return object;
    }

    /** Reads {@code 18-64}. */
    static Span span(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            throw EcartException.usage("model.span");
        }
        return new Span(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
