package org.ecart.study;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.files.Catalogue;
import org.ecart.i18n.Messages;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Codebook;
import org.ecart.model.Condition;
import org.ecart.model.Decimals;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Study;

/** The study that a workspace without one begins with: one table of its last date, by origin where that is known. */
final class FirstStudy {
    private static final String ORIGIN = "origin";
    private static final List<Measure> GAPS =
            List.of(Measure.PERSONS, Measure.RATE, Measure.GAP, Measure.RATIO, Measure.MISSING);

    private final Codebook codebook;
    private final Messages messages;
    private final Offer offer;
    private final Study empty;

    FirstStudy(Codebook codebook, Messages messages, Offer offer) {
        this.codebook = codebook;
        this.messages = messages;
        this.offer = offer;
        this.empty = new Study(
                "study",
                codebook.labels(),
                List.of(Language.values()),
                Policy.DEFAULT,
                Decimals.DEFAULT,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** A rate with its gaps if that can be made here, else a plain rate, else a count. */
    Study make() {
        Optional<Offer.Choice> by = offer.find(ORIGIN).or(this::firstListed);
        List<Indicator> indicators = offer.indicators().stream()
                .sorted(Comparator.comparing(i -> i.statistic() instanceof Indicator.Statistic.Count))
                .toList();
        for (Indicator indicator : indicators) {
            for (List<Measure> measures : List.of(GAPS, List.<Measure>of())) {
                Breakdown breakdown = breakdown(by, indicator, measures);
                if (possible(breakdown)) {
                    return empty.withTables(
                            List.of(new Study.Table("T01", title(by, indicator), List.of(), breakdown)));
                }
            }
        }
        throw EcartException.data("study.first.nothing", codebook.labels());
    }

    /** Among the delivered variables the first that has a code list; derived ones are more than a first look needs. */
    private Optional<Offer.Choice> firstListed() {
        return offer.groups().stream()
                .filter(g -> g.labels().isPresent())
                .flatMap(g -> g.choices().stream())
                .filter(c -> !c.categories().isEmpty())
                .findFirst();
    }

    private Breakdown breakdown(Optional<Offer.Choice> by, Indicator indicator, List<Measure> measures) {
        List<Period> last = offer.periods()
                .subList(
                        Math.max(0, offer.periods().size() - 1), offer.periods().size());
        return new Breakdown(
                last,
                by.map(c -> new Axis(List.of(List.of(c.variable())))).orElse(Axis.EMPTY),
                Axis.EMPTY,
                Axis.EMPTY,
                Condition.ALL,
                indicator.id(),
                Optional.empty(),
                Optional.empty(),
                new Breakdown.Weight.Default(),
                true,
                true,
                measures);
    }

    private boolean possible(Breakdown breakdown) {
        try {
            new Planner(codebook, Catalogue.shipped(), empty).plan(breakdown);
            return true;
        } catch (EcartException notHere) {
            return false;
        }
    }

    private Labels title(Optional<Offer.Choice> by, Indicator indicator) {
        if (by.isEmpty()) {
            return indicator.labels();
        }
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(
                    language,
                    messages.text(
                            language,
                            "study.title",
                            indicator.labels(),
                            by.get().labels()));
        }
        return new Labels(texts);
    }
}
