package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecart.files.ConditionText;
import org.ecart.model.Breakdown;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Fraction;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Measure;
import org.ecart.model.Status;
import org.ecart.model.TableShape;
import org.ecart.model.Value;
import org.ecart.protect.PrintedTable;
import org.ecart.protect.Protection;
import org.ecart.study.Offer;
import org.ecart.ui.text.Texts;

/** Where a figure comes from, in words. Of a confidential cell it tells no value. */
final class PassportText {
    /** A line of the passport. */
    record Entry(String name, String text) {}

    private final ExploreViewModel.Shown shown;
    private final Breakdown breakdown;
    private final Offer offer;
    private final Texts texts;

    PassportText(ExploreViewModel.Shown shown, Breakdown breakdown, Offer offer, Texts texts) {
        this.shown = shown;
        this.breakdown = breakdown;
        this.offer = offer;
        this.texts = texts;
    }

    /** What the cell is about: its categories and date. */
    String title(int cell) {
        TableShape shape = shown.table().shape();
        TableShape.Address address = shape.address(cell);
        Map<String, String> codes = shape.codes(address);
        String where = shape.dimensions().stream()
                .filter(d -> !Category.TOTAL.equals(codes.get(d.variable())))
                .map(d -> texts.get(d.label(String.valueOf(codes.get(d.variable())))))
                .collect(Collectors.joining(" · "));
        return (where.isEmpty() ? texts.get("i18n.total") : where) + " · "
                + shape.periods().get(address.period());
    }

    /** The lines of a cell's passport. */
    List<Entry> entries(int cell) {
        PrintedTable table = shown.table();
        List<Entry> all = new ArrayList<>();
        if (!shown.marks().get(cell).suppressed()) {
            for (Measure measure : table.measures()) {
                all.add(new Entry(name(measure), figure(measure, cell)));
            }
        }
        all.add(new Entry(
                texts.get("ui.explore.passport.protection"),
                protection(shown.marks().get(cell))));
        Optional<Indicator> indicator = offer.indicator(breakdown.indicator());
        indicator.ifPresent(i -> define(i, all));
        String filters = breakdown.filter() instanceof Condition.All
                ? texts.get("ui.explore.passport.nobody_left_out")
                : ConditionText.print(breakdown.filter());
        all.add(new Entry(texts.get("ui.explore.passport.filters"), filters));
        table.reference()
                .ifPresent(r -> all.add(new Entry(texts.get("ui.shelf.reference"), reference(table.shape(), r))));
        List<Labels> rules = table.caption().definitions();
        if (rules.size() > 1) {
            all.add(new Entry(
                    texts.get("ui.explore.passport.rules"),
                    rules.subList(1, rules.size()).stream().map(texts::get).collect(Collectors.joining("\n"))));
        }
        all.add(new Entry(
                texts.get("ui.explore.passport.source"),
                texts.get(table.caption().source())));
        return all;
    }

    /** What a measure is called; of an amount only those count whose amount is known. */
    private String name(Measure measure) {
        boolean known = measure == Measure.PERSONS && amount().isPresent();
        return texts.get(known ? "ui.explore.passport.known" : "i18n.measure." + measure.id());
    }

    private Optional<Indicator.Statistic.OfAmount> amount() {
        return offer.indicator(breakdown.indicator())
                .map(Indicator::statistic)
                .filter(Indicator.Statistic.OfAmount.class::isInstance)
                .map(Indicator.Statistic.OfAmount.class::cast);
    }

    private void define(Indicator indicator, List<Entry> all) {
        all.add(new Entry(
                texts.get("ui.explore.passport.definition"),
                texts.get(indicator.labels()) + ": " + texts.get(indicator.definition())));
        if (indicator.statistic() instanceof Indicator.Statistic.Rate rate) {
            all.add(new Entry(texts.get("i18n.measure.numerator"), ConditionText.print(rate.numerator())));
            all.add(new Entry(texts.get("i18n.measure.denominator"), ConditionText.print(rate.denominator())));
        }
        amount().ifPresent(of -> {
            String variable = offer.inCondition(of.amount())
                    .map(c -> texts.get(c.labels()))
                    .orElse(of.amount());
            all.add(new Entry(texts.get("ui.explore.passport.summary"), summary(of.summary()) + ": " + variable));
            all.add(new Entry(texts.get("ui.explore.passport.among"), ConditionText.print(of.among())));
            if (!shown.table().measures().contains(Measure.PERSONS)) {
                all.add(new Entry(texts.get("ui.explore.passport.known"), texts.get("ui.explore.passport.known.show")));
            }
        });
        String span = breakdown
                .span()
                .or(indicator::span)
                .map(Object::toString)
                .orElseGet(() -> texts.get("ui.explore.passport.all_ages"));
        all.add(new Entry(texts.get("ui.explore.passport.span"), span));
    }

    private String summary(Indicator.Summary summary) {
        if (summary instanceof Indicator.Summary.Quantile quantile) {
            Fraction share = quantile.share();
            return share.numerator() * 2L == share.denominator()
                    ? texts.get("ui.explore.summary.median")
                    : texts.get("ui.explore.summary.quantile", share.toString());
        }
        return texts.get(
                summary instanceof Indicator.Summary.Mean ? "ui.explore.summary.mean" : "ui.explore.summary.sum");
    }

    private String figure(Measure measure, int cell) {
        Value value = shown.table().value(measure, cell);
        int decimals = shown.table().decimals().of(measure);
        Optional<String> number = value.number()
                .map(n -> measure.unit().signed()
                        ? texts.numbers().signed(n, decimals)
                        : texts.numbers().format(n, decimals));
        String status = value.status() == Status.NORMAL
                ? ""
                : texts.get("i18n.status." + value.status().code());
        return number.map(n -> (n + " " + status).strip()).orElse(status);
    }

    private String protection(Protection mark) {
        String known = texts.get("ui.explore.protection." + mark.name().toLowerCase(Locale.ROOT));
        if (shown.refusal().isPresent()) {
            return mark.suppressed() ? known : texts.get(shown.refusal().get());
        }
        return shown.last().isPresent() ? known : known + " " + texts.get("ui.explore.protection.under_way");
    }

    private String reference(TableShape shape, Breakdown.Reference reference) {
        return shape.dimensions().stream()
                .filter(d -> d.variable().equals(reference.variable()))
                .map(d -> texts.get(d.labels()) + " = " + texts.get(d.label(reference.code())))
                .findFirst()
                .orElse(reference.variable());
    }
}
