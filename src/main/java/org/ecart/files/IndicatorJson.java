package org.ecart.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Fraction;
import org.ecart.model.Indicator;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Indicator.Summary;
import org.ecart.model.Span;

/** Indicators: inside a study, and the shipped catalogue {@code ecart/indicators}. */
final class IndicatorJson {
    private static final String QUANTILE = "quantile ";
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
        Optional<Statistic> amount = f.optional("amount").map(n -> n.object(IndicatorJson::amount));
        if (amount.isPresent() && numerator.isPresent()) {
            throw EcartException.usage("model.indicator.amount");
        }
        Statistic statistic = amount.or(
                        () -> numerator.map(n -> new Statistic.Rate(n, denominator.orElse(Condition.ALL))))
                .orElseGet(() -> new Statistic.Count(f.optional("among")
                        .map(n -> n.parsed(ConditionText::parse))
                        .orElse(Condition.ALL)));
        return new Indicator(
                f.required("id").text(),
                JsonText.labels(f.required("labels")),
                JsonText.labels(f.required("definition")),
                statistic,
                f.optional("span").map(n -> n.parsed(IndicatorJson::span)));
    }

    private static Statistic amount(Fields f) {
        return new Statistic.OfAmount(
                f.required("of").text(),
                f.optional("among").map(n -> n.parsed(ConditionText::parse)).orElse(Condition.ALL),
                f.required("summary").parsed(IndicatorJson::summary));
    }

    private static Summary summary(String text) {
        return switch (text) {
            case "sum" -> new Summary.Sum();
            case "mean" -> new Summary.Mean();
            case "median" -> new Summary.Quantile(Fraction.HALF);
            default -> {
                if (!text.startsWith(QUANTILE)) {
                    throw EcartException.usage("model.indicator.summary", text);
                }
                yield new Summary.Quantile(Fraction.parse(text.substring(QUANTILE.length())));
            }
        };
    }

    private static String text(Summary summary) {
        if (summary instanceof Summary.Quantile quantile) {
            return quantile.share().equals(Fraction.HALF) ? "median" : QUANTILE + quantile.share();
        }
        return summary instanceof Summary.Sum ? "sum" : "mean";
    }

    static ObjectNode write(Indicator indicator) {
        ObjectNode object = JsonText.object().put("id", indicator.id());
        object.set("labels", JsonText.labels(indicator.labels()));
        object.set("definition", JsonText.labels(indicator.definition()));
        if (indicator.statistic() instanceof Statistic.Rate rate) {
            object.put("numerator", ConditionText.print(rate.numerator()));
            object.put("denominator", ConditionText.print(rate.denominator()));
        }
        if (indicator.statistic() instanceof Statistic.Count count && !(count.among() instanceof Condition.All)) {
            object.put("among", ConditionText.print(count.among()));
        }
        if (indicator.statistic() instanceof Statistic.OfAmount amount) {
            object.putObject("amount")
                    .put("of", amount.amount())
                    .put("among", ConditionText.print(amount.among()))
                    .put("summary", text(amount.summary()));
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
