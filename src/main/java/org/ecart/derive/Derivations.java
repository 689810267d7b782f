package org.ecart.derive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.frame.RowMask;
import org.ecart.model.Category;
import org.ecart.model.Rules;

/** Adds derived variables to the columns of a frame. */
public final class Derivations {
    private final Frame frame;
    private final Map<String, CodedColumn> columns;

    private Derivations(Frame frame) {
        this.frame = frame;
        this.columns = new HashMap<>(frame.codes());
    }

    /**
     * The frame's coded columns and the derived ones.
     *
     * @param derivations inputs before what reads them
     */
    public static Map<String, CodedColumn> columns(Frame frame, List<Rules> derivations) {
        Derivations work = new Derivations(frame);
        for (Rules rules : derivations) {
            work.columns.put(rules.variable(), work.derive(rules));
        }
        return work.columns;
    }

    private CodedColumn derive(Rules rules) {
        Rules.Derivation derivation = rules.derivation();
        if (derivation instanceof Rules.FirstMatch first) {
            return firstMatch(rules, first);
        }
        if (derivation instanceof Rules.Age age) {
            return age(age);
        }
        CodedColumn input = input(derivation.inputs().iterator().next());
        Dictionary dictionary = dictionary(rules);
        int[] table = IntStream.range(0, input.dictionary().size())
                .map(place -> place(dictionary, recoded(derivation, input, place)))
                .toArray();
        return recode(rules, dictionary, input, table);
    }

    /** The code that a recode or a band gives to one distinct value. */
    private static String recoded(Rules.Derivation derivation, CodedColumn input, int place) {
        String value = input.dictionary().code(place);
        if (derivation instanceof Rules.Bands bands) {
            return input.known(place) ? band(bands, value) : bands.otherwise();
        }
        Rules.Recode recode = (Rules.Recode) derivation;
        if (place == Dictionary.NO_RECORD) {
            return recode.noRecord();
        }
        return input.known(place) ? group(recode.grouping(), value) : recode.unknown();
    }

    private static String band(Rules.Bands bands, String value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value);
        } catch (NumberFormatException notANumber) {
            return bands.otherwise();
        }
        return bands.bands().stream()
                .filter(b -> number.compareTo(BigDecimal.valueOf(b.from())) >= 0
                        && number.compareTo(BigDecimal.valueOf(b.to())) <= 0)
                .map(Rules.Band::code)
                .findFirst()
                .orElse(bands.otherwise());
    }

    /** A known code that is in no group is never unknown: it goes to the grouping's own "otherwise". */
    private static String group(Rules.Grouping grouping, String code) {
        return grouping.groups().stream()
                .filter(g -> g.members().contains(code))
                .map(Rules.Group::code)
                .findFirst()
                .orElse(grouping.otherwise());
    }

    private CodedColumn age(Rules.Age age) {
        CodedColumn born = input(age.birthYear());
        List<String> ages = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        int[] table = new int[born.dictionary().size()];
        table[Dictionary.NO_RECORD] = Dictionary.NO_RECORD;
        for (int place = Dictionary.FIRST; place < table.length; place++) {
            String year = born.dictionary().code(place);
            if (born.known(place) && year.matches("[0-9]{4}")) {
                String value = Integer.toString(frame.period().year() - Integer.parseInt(year));
                table[place] = places.computeIfAbsent(value, v -> {
                    ages.add(v);
                    return Dictionary.FIRST + ages.size() - 1;
                });
            }
        }
        return new CodedColumn(new Dictionary(ages), Set.of(), segments(chunk -> recoded(born, table, chunk)));
    }

    private CodedColumn firstMatch(Rules rules, Rules.FirstMatch first) {
        Dictionary dictionary = dictionary(rules);
        Conditions conditions = new Conditions(frame.period(), frame.rows(), columns);
        first.rules().forEach(rule -> conditions.prepare(rule.when()));
        List<Outcome> outcomes = first.rules().stream()
                .map(rule -> outcome(rule.outcome(), first, dictionary))
                .toList();
        int otherwise = place(dictionary, first.otherwise());
        return new CodedColumn(dictionary, missing(rules), segments(chunk -> {
            int[] codes = new int[Chunks.length(chunk, frame.rows())];
            Arrays.fill(codes, otherwise);
            RowMask undecided = RowMask.all(codes.length);
            for (int r = 0; r < outcomes.size(); r++) {
                RowMask matching =
                        conditions.select(first.rules().get(r).when(), chunk).and(undecided);
                outcomes.get(r).write(codes, matching, chunk);
                undecided = undecided.and(matching.not());
            }
            return codes;
        }));
    }

    /** Writes what a rule gives into the rows that it decides. */
    private interface Outcome {
        void write(int[] codes, RowMask rows, int chunk);
    }

    private Outcome outcome(Rules.Outcome outcome, Rules.FirstMatch first, Dictionary dictionary) {
        if (outcome instanceof Rules.Code code) {
            int place = place(dictionary, code.code());
            return (codes, rows, chunk) -> {
                for (int i = 0; i < codes.length; i++) {
                    codes[i] = rows.has(i) ? place : codes[i];
                }
            };
        }
        Rules.GroupOf of = (Rules.GroupOf) outcome;
        CodedColumn input = input(of.variable());
        Rules.Grouping grouping = first.grouping(of.grouping());
        int[] table = IntStream.range(0, input.dictionary().size())
                .map(place ->
                        place(dictionary, group(grouping, input.dictionary().code(place))))
                .toArray();
        return (codes, rows, chunk) -> {
            CodeSegment segment = input.segments().get(chunk);
            for (int i = 0; i < codes.length; i++) {
                codes[i] = rows.has(i) ? table[segment.at(i)] : codes[i];
            }
        };
    }

    private CodedColumn recode(Rules rules, Dictionary dictionary, CodedColumn input, int[] table) {
        return new CodedColumn(dictionary, missing(rules), segments(chunk -> recoded(input, table, chunk)));
    }

    private static int[] recoded(CodedColumn input, int[] table, int chunk) {
        int[] codes = new int[input.segments().get(chunk).length()];
        input.segments().get(chunk).addTo(codes, table);
        return codes;
    }

    private List<CodeSegment> segments(IntFunction<int[]> chunkCodes) {
        return IntStream.range(0, frame.chunks())
                .parallel()
                .mapToObj(chunkCodes)
                .map(codes -> CodeSegment.pack(codes, 0, codes.length))
                .toList();
    }

    private CodedColumn input(String variable) {
        CodedColumn column = columns.get(variable);
        if (column == null) {
            throw new IllegalStateException("a rule reads " + variable + " before it is there");
        }
        return column;
    }

    private static Dictionary dictionary(Rules rules) {
        return new Dictionary(rules.categories().stream().map(Category::code).toList());
    }

    private static Set<String> missing(Rules rules) {
        return rules.categories().stream()
                .filter(Category::missing)
                .map(Category::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int place(Dictionary dictionary, String code) {
        return dictionary
                .place(code)
                .orElseThrow(() -> new IllegalStateException("rules name only their categories: " + code));
    }
}
