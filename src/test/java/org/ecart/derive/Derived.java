package org.ecart.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.files.Catalogue;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.model.Period;
import org.ecart.model.Rules;

/** A few persons as columns, and what rules make of them. "" is an empty field, "_N" no record, "999" a missing code. */
final class Derived {
    private Derived() {}

    /** The shipped rules of a variable. */
    static Rules shipped(String variable, String chosen) {
        return Catalogue.shipped().rulesFor(variable, Optional.of(chosen)).orElseThrow();
    }

    /** What the last of the rules gives to each person. */
    static List<String> codes(Period period, List<String> variables, List<List<String>> persons, Rules... rules) {
        Map<String, CodedColumn> columns = new HashMap<>();
        for (int v = 0; v < variables.size(); v++) {
            int place = v;
            columns.put(
                    variables.get(v),
                    column(persons.stream().map(p -> p.get(place)).toList()));
        }
        Frame frame = new Frame(period, persons.size(), columns, Map.of(), Optional.empty(), Set.of());
        List<Rules> resolved = List.of(rules).stream().map(Rules::resolved).toList();
        CodedColumn derived = Derivations.columns(frame, resolved, 2)
                .get(resolved.get(resolved.size() - 1).variable());
        assertThat(derived).isNotNull();
        List<String> codes = new ArrayList<>();
        for (int row = 0; row < persons.size(); row++) {
            codes.add(derived.code(row));
        }
        return codes;
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
        return new CodedColumn(dictionary, Set.of("999"), List.of(CodeSegment.pack(codes, 0, codes.length)));
    }
}
