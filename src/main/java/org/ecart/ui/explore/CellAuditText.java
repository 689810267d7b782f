package org.ecart.ui.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecart.model.Category;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Dimension;
import org.ecart.protect.Audit;
import org.ecart.protect.CellAudit;
import org.ecart.protect.Protection;
import org.ecart.protect.Quantity;
import org.ecart.ui.explore.ExploreViewModel.Shown;
import org.ecart.ui.explore.PassportText.Entry;
import org.ecart.ui.text.Texts;

/** Why a cell is left out and what can be computed of it, in words. Its own counts it does not tell. */
final class CellAuditText {
    /** More names of cells than this are only counted. */
    private static final int NAMED = 6;

    private final Shown shown;
    private final int cell;
    private final CellAudit audit;
    private final int threshold;
    private final Texts texts;

    /** @param threshold of the policy that the table was protected under */
    CellAuditText(Shown shown, int cell, CellAudit audit, int threshold, Texts texts) {
        this.shown = shown;
        this.cell = cell;
        this.audit = audit;
        this.threshold = threshold;
        this.texts = texts;
    }

    /** Why it is left out. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (!audit.few().isEmpty()) {
            String counts = Stream.of(Quantity.values())
                    .filter(audit.few()::contains)
                    .map(this::name)
                    .collect(Collectors.joining(", "));
            reasons.add(texts.get("ui.explore.why.few", texts.numbers().whole(threshold), counts));
        }
        if (!audit.nobody().isEmpty()) {
            reasons.add(texts.get("ui.explore.why.nobody"));
        }
        if (audit.amount()) {
            reasons.add(texts.get("ui.explore.why.amount"));
        }
        if (reasons.isEmpty()) {
            boolean unproven = shown.marks().get(cell) == Protection.FALLBACK;
            reasons.add(texts.get(unproven ? "ui.explore.why.fallback" : "ui.explore.why.secondary"));
        }
        if (!audit.succeed().isEmpty()) {
            reasons.add(texts.get("ui.explore.why.broken"));
        } else if (!audit.inAnyCase().isEmpty()) {
            reasons.add(texts.get("ui.explore.why.anyway"));
        }
        return reasons;
    }

    /** What can be computed of its sum, and of each of its counts. */
    List<Entry> intervals() {
        Stream<Entry> counts = audit.counts().stream()
                .map(c -> new Entry(
                        name(c.quantity()),
                        c.bounds().map(this::interval).orElseGet(() -> texts.get("ui.explore.why.told"))));
        Stream<Entry> sum =
                audit.sum().stream().map(range -> new Entry(texts.get("ui.explore.why.sum"), interval(range)));
        return Stream.concat(sum, counts).toList();
    }

    private String interval(CellAudit.SumRange range) {
        Optional<String> high = range.high().map(this::amount);
        return range.low()
                .map(this::amount)
                .map(low -> high.map(h -> texts.get("ui.explore.why.between", low, h))
                        .orElseGet(() -> texts.get("ui.explore.why.from", low)))
                .orElseGet(() -> texts.get("ui.explore.why.anything"));
    }

    private String amount(BigDecimal amount) {
        return texts.numbers().format(amount, 0);
    }

    private String interval(Audit.Bounds bounds) {
        String low = texts.numbers().whole(bounds.low());
        if (bounds.high().isEmpty()) {
            return texts.get("ui.explore.why.from", low);
        }
        String high = texts.numbers().whole(bounds.high().getAsLong());
        return texts.get(bounds.exact() ? "ui.explore.why.between" : "ui.explore.why.wider", low, high);
    }

    private String name(Quantity quantity) {
        return texts.get("ui.explore.why.count." + quantity.name().toLowerCase(Locale.ROOT));
    }

    /** The sums that it takes part in: over what, which printed cells they are made of, what is left out with it. */
    List<Entry> sums() {
        return audit.relations().stream().map(this::sum).toList();
    }

    private Entry sum(CellAudit.Relation sum) {
        List<Integer> others = others(sum);
        List<Integer> printed = others.stream().filter(c -> !suppressed(c)).toList();
        List<Integer> leftOut = others.stream().filter(this::suppressed).toList();
        List<String> words = new ArrayList<>();
        if (!printed.isEmpty()) {
            words.add(texts.get("ui.explore.why.printed", texts.numbers().whole(printed.size()), names(printed)));
        }
        if (!leftOut.isEmpty()) {
            words.add(texts.get("ui.explore.why.left_out", names(leftOut)));
        }
        String over = shown.table().shape().dimensions().stream()
                .filter(d -> others.stream().anyMatch(other -> differs(other, d)))
                .map(d -> texts.get(d.labels()))
                .collect(Collectors.joining(" · "));
        return new Entry(over, String.join("\n", words));
    }

    /** The printed cells that take part in a sum with it. */
    Set<Integer> takingPart() {
        return audit.relations().stream()
                .flatMap(sum -> others(sum).stream())
                .filter(c -> !suppressed(c))
                .collect(Collectors.toSet());
    }

    private List<Integer> others(CellAudit.Relation sum) {
        return Stream.concat(Stream.of(sum.total()), sum.addends().stream())
                .filter(c -> c != cell)
                .toList();
    }

    private boolean suppressed(int other) {
        return shown.marks().get(other).suppressed();
    }

    private String names(List<Integer> cells) {
        String named = cells.stream().limit(NAMED).map(this::name).collect(Collectors.joining(", "));
        int more = cells.size() - NAMED;
        return more > 0
                ? texts.get("ui.explore.why.more", named, texts.numbers().whole(more))
                : named;
    }

    /** What sets another cell apart from this one. */
    private String name(int other) {
        return shown.table().shape().dimensions().stream()
                .filter(d -> differs(other, d))
                .map(d -> label(d, code(other, d)))
                .collect(Collectors.joining(" · "));
    }

    private boolean differs(int other, Dimension dimension) {
        return !code(other, dimension).equals(code(cell, dimension));
    }

    private String label(Dimension dimension, String code) {
        return code.equals(Category.TOTAL) ? texts.get("i18n.total") : texts.get(dimension.label(code));
    }

    private String code(int index, Dimension dimension) {
        TableShape shape = shown.table().shape();
        return String.valueOf(shape.codes(shape.address(index)).get(dimension.variable()));
    }
}
