package org.ecart.protect;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ecart.model.Condition;
import org.ecart.model.Period;
import org.ecart.model.Span;

/**
 * Who is counted in a table, as far as its files say.
 *
 * @param among a text that is the same for the same persons, before spans and conditions
 * @param conditions that hold for each of them
 * @param codes conditions that are told as a cell tells its category: gender = 2
 * @param determined variables of which only persons of a determined category are counted
 */
record FileGroup(
        String among,
        Optional<Span> span,
        Set<Condition> conditions,
        Map<String, String> codes,
        Set<String> determined) {
    /** @param variables by which the table is, which have codes of their own */
    static FileGroup of(FilesAudit.Asked asked, Set<String> variables) {
        Map<String, String> codes = new TreeMap<>();
        Set<Condition> conditions = new HashSet<>();
        for (Condition condition : asked.conditions()) {
            if (condition instanceof Condition.In in
                    && in.codes().size() == 1
                    && !variables.contains(in.variable())
                    && !codes.containsKey(in.variable())) {
                codes.put(in.variable(), in.codes().get(0));
            } else {
                conditions.add(condition);
            }
        }
        return new FileGroup(asked.among(), asked.span(), conditions, codes, asked.determined());
    }

    /** Whether everybody of this group is seen to be in another, but for what either has undetermined. */
    boolean within(FileGroup other) {
        Set<Condition> own = new HashSet<>();
        all().forEach(own::add);
        return among.equals(other.among())
                && other.span()
                        .map(wide -> span.filter(s -> holds(wide, s)).isPresent())
                        .orElse(true)
                && other.all().allMatch(own::contains);
    }

    private static boolean holds(Span wide, Span narrow) {
        return wide.from() <= narrow.from() && narrow.to() <= wide.to();
    }

    private Stream<Condition> all() {
        return Stream.concat(
                conditions.stream(),
                codes.entrySet().stream().map(code -> new Condition.In(code.getKey(), List.of(code.getValue()))));
    }

    /** Those of the variables that are not told by the codes of a cell: who has a code is determined anyway. */
    Set<String> determined(Map<String, String> cell) {
        Set<String> left = new TreeSet<>(determined);
        left.removeAll(cell.keySet());
        return left;
    }

    /**
     * What a number of these persons is known by.
     *
     * @param part which of them; "" = all
     * @param cell codes without those of totals
     */
    FileFigures.Key key(Period period, String part, Map<String, String> cell, FileRollUps rollUps) {
        Map<String, String> told = new TreeMap<>(codes);
        told.putAll(cell);
        List<String> texts =
                conditions.stream().map(Condition::toString).sorted().toList();
        String counted = among + span.map(Span::toString).orElse("") + texts + determined(cell);
        return new FileFigures.Key(period.toString(), counted, part, rollUps.shortest(told));
    }

    /** Whether some of these persons can be in a cell with these codes. */
    boolean allows(Map<String, String> cell) {
        return codes.entrySet().stream().allMatch(code -> cell.getOrDefault(code.getKey(), code.getValue())
                .equals(code.getValue()));
    }
}
