package org.ecart.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecart.i18n.Messages;
import org.ecart.i18n.Numbers;
import org.ecart.model.Arrangement;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Span;
import org.ecart.model.Status;
import org.ecart.model.Study;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;

/**
 * Those whom a table leaves out as undetermined. Their number is told in its notes, and a number in a note gives a cell away
 * like one in a table: so it is a table of its own, without rows or columns, protected, attacked and remembered with the
 * others.
 */
final class LeftOut {
    private static final String INDICATOR = "persons_left_out";

    private LeftOut() {}

    /**
     * The table of their number; none where nobody is left out.
     *
     * @param id of the table that leaves them out; empty for one outside a study
     * @param codes by variable those that are left out
     * @param span the ages that the table counts
     */
    static Optional<Study.Table> of(
            String id, Breakdown breakdown, Map<String, List<String>> codes, Optional<Span> span) {
        if (codes.isEmpty()) {
            return Optional.empty();
        }
        List<Condition> left = codes.entrySet().stream()
                .<Condition>map(e -> new Condition.In(e.getKey(), e.getValue()))
                .toList();
        Breakdown number = new Breakdown(
                breakdown.periods(),
                Axis.EMPTY,
                Axis.EMPTY,
                Axis.EMPTY,
                Condition.and(breakdown.filter(), new Condition.Or(left)),
                INDICATOR,
                span,
                Optional.empty(),
                new Breakdown.Weight.None(),
                true,
                false,
                List.of(Measure.PERSONS),
                Arrangement.USUAL,
                breakdown.counted());
        String name = (id.isEmpty() ? "table" : id) + ".left_out";
        return Optional.of(new Study.Table(name, Labels.same(name), List.of(), number));
    }

    /** A study that can make such tables, with some of them. */
    static Study with(Study study, List<Study.Table> tables) {
        Indicator persons = new Indicator(
                INDICATOR,
                Labels.same(INDICATOR),
                Labels.same(INDICATOR),
                new Indicator.Statistic.Count(),
                Optional.empty());
        return study.withIndicators(Stream.concat(Stream.of(persons), study.indicators().stream())
                        .toList())
                .withTables(
                        Stream.concat(study.tables().stream(), tables.stream()).toList());
    }

    /** Their number by date, as far as it may be told, as notes. */
    static List<Labels> notes(ReleasableTable number, Messages messages) {
        List<Labels> notes = new ArrayList<>();
        for (int p = 0; p < number.shape().periods().size(); p++) {
            Period period = number.shape().periods().get(p);
            Value value = number.value(Measure.PERSONS, p);
            if (value.status() == Status.CONFIDENTIAL || value.number().isPresent()) {
                notes.add(Captions.inAll(l -> messages.text(
                        l,
                        "study.note.left_out",
                        period,
                        value.number()
                                .map(persons -> Numbers.of(l).whole(persons.longValueExact()))
                                .orElse("[c]"))));
            }
        }
        return notes;
    }
}
