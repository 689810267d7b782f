package org.ecart.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.files.Catalogue;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.frame.PersonSegment;
import org.ecart.frame.Persons;
import org.ecart.i18n.Messages;
import org.ecart.model.Codebook;
import org.ecart.model.Extract;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.model.Variable;
import org.ecart.tabulate.FrameTabulator;
import org.ecart.tabulate.Tabulator;

/** A few persons by date, written as a table: for examples that can be checked by hand. */
public final class FewPersons {
    private final Map<Period, Map<String, List<String>>> values = new LinkedHashMap<>();
    private final Set<String> variables = new LinkedHashSet<>();

    /**
     * The persons of one date.
     *
     * @param table the first line names the variables, the others are a person each, with commas; {@code _N} is no
     *     record, nothing is an empty field
     */
    public FewPersons at(int year, String table) {
        List<String> lines = table.lines().toList();
        List<String> names = List.of(lines.get(0).split(",", -1));
        Map<String, List<String>> columns = new LinkedHashMap<>();
        names.forEach(n -> columns.put(n, new ArrayList<>()));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            for (int f = 0; f < fields.length; f++) {
                columns.getOrDefault(names.get(f), new ArrayList<>()).add(fields[f]);
            }
        }
        values.put(Period.ofYear(year), columns);
        variables.addAll(names);
        return this;
    }

    /** What makes tables of them, with these rules and indicators for a catalogue. */
    public Tables tables(List<Rules> rules, List<Indicator> indicators) {
        return new Tables(codebook(), new Catalogue(rules, indicators), tabulator(), Messages.load(), Delivered.NONE);
    }

    /** What counts them. */
    public Tabulator tabulator() {
        return new FrameTabulator(new Source(), 2);
    }

    /** Persons are known again by a column {@code no} with ascending numbers, where there is one. */
    private final class Source implements FrameSource {
        @Override
        public Frame frame(Period period, Set<String> variables) {
            return FewPersons.this.frame(period, variables);
        }

        @Override
        public Optional<Persons> persons(Period period) {
            return Optional.ofNullable(values.getOrDefault(period, Map.of()).get("no"))
                    .map(column -> {
                        int[] numbers =
                                column.stream().mapToInt(Integer::parseInt).toArray();
                        return new Persons(Optional.empty(), () -> List.of(PersonSegment.pack(numbers)));
                    });
        }
    }

    private Frame frame(Period period, Set<String> wanted) {
        Map<String, List<String>> there = values.getOrDefault(period, Map.of());
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there.keySet());
        Map<String, CodedColumn> columns = new LinkedHashMap<>();
        there.forEach((name, column) -> columns.put(name, column(column)));
        int persons = there.values().stream().mapToInt(List::size).findFirst().orElse(0);
        return new Frame(period, persons, columns, Map.of(), Optional.empty(), missing);
    }

    private static CodedColumn column(List<String> values) {
        List<String> distinct = new ArrayList<>(new LinkedHashSet<>(values));
        distinct.removeAll(List.of("", "_N"));
        Dictionary dictionary = new Dictionary(distinct);
        int[] codes = values.stream()
                .mapToInt(v -> v.equals("_N")
                        ? Dictionary.NO_RECORD
                        : dictionary.place(v).orElse(Dictionary.UNKNOWN))
                .toArray();
        return new CodedColumn(dictionary, Set.of(), List.of(CodeSegment.pack(codes, 0, codes.length)));
    }

    private Codebook codebook() {
        List<Variable> all = new ArrayList<>();
        List<Extract.Column> columns = new ArrayList<>();
        all.add(new Variable("person", label("person"), Variable.Role.PERSON, Variable.Type.CODE, Optional.empty()));
        all.add(new Variable("year", label("year"), Variable.Role.PERIOD, Variable.Type.DATE, Optional.empty()));
        for (String name : variables) {
            all.add(new Variable(name, label(name), Variable.Role.DIMENSION, Variable.Type.CODE, Optional.empty()));
        }
        all.forEach(v -> columns.add(new Extract.Column(v.id(), v.id(), List.of())));
        return new Codebook(
                "few",
                "1",
                label("Few"),
                label("-"),
                Optional.empty(),
                List.of(),
                all,
                List.of(new Extract("people", label("People"), true, true, columns)));
    }

    private static Labels label(String text) {
        return Labels.same(text);
    }
}
