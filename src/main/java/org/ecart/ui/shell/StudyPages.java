package org.ecart.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecart.files.Catalogue;
import org.ecart.model.Labels;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.study.Offer;

/** What the plain pages Variables and Release list. */
public final class StudyPages {
    /** A rule set in use. */
    public record RuleSet(Labels variable, String set, String edition, int categories) {}

    /**
     * A numbered table or chart.
     *
     * @param kind the message key of what it is
     */
    public record Item(String id, Labels title, String kind) {}

    private final Catalogue shipped = Catalogue.shipped();

    /** The rule sets that a study uses, one a derived variable that can be had here. */
    public List<RuleSet> ruleSets(Study study, Offer offer) {
        Catalogue catalogue = shipped.with(study);
        List<RuleSet> inUse = new ArrayList<>();
        offer.groups().stream()
                .filter(g -> g.labels().isEmpty())
                .flatMap(g -> g.choices().stream())
                .forEach(c -> catalogue
                        .rulesFor(
                                c.variable(),
                                Optional.ofNullable(study.ruleSets().get(c.variable())))
                        .map(StudyPages::line)
                        .ifPresent(inUse::add));
        return inUse;
    }

    private static RuleSet line(Rules rules) {
        return new RuleSet(
                rules.labels(), rules.set(), rules.edition(), rules.categories().size());
    }

    /** The tables and charts of a study by number, each table before what is drawn from it. */
    public List<Item> items(Study study) {
        List<Item> items = new ArrayList<>();
        Map<String, List<Item>> charts = new TreeMap<>();
        study.charts().forEach(c -> charts.computeIfAbsent(c.table(), t -> new ArrayList<>())
                .add(new Item(c.id(), c.title(), "ui.release.chart")));
        for (Study.Table table : study.tables()) {
            items.add(new Item(table.id(), table.title(), "ui.release.table"));
            items.addAll(charts.getOrDefault(table.id(), List.of()));
        }
        return items;
    }
}
