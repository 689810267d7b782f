package org.ecart.derive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.model.Category;
import org.ecart.model.Rules;

/** Adds derived variables to the columns of a frame. */
public final class Derivations {
    private final Frame frame;
    private final int threads;
    private final int mostSteps;
    private final Map<String, CodedColumn> columns;

    private Derivations(Frame frame, int threads, int mostSteps) {
        this.frame = frame;
        this.threads = threads;
        this.mostSteps = mostSteps;
        this.columns = new HashMap<>(frame.codes());
    }

    /**
     * The frame's coded columns and the derived ones, which are the same for any number of threads.
     *
     * @param derivations inputs before what reads them
     */
    public static Map<String, CodedColumn> columns(Frame frame, List<Rules> derivations, int threads) {
        return columns(frame, derivations, Map.of(), threads);
    }

    /** @param known segments of some of the variables, which are not derived again */
    static Map<String, CodedColumn> columns(
            Frame frame, List<Rules> derivations, Map<String, List<CodeSegment>> known, int threads) {
        Derivations work = new Derivations(frame, threads, DecisionTable.MOST_STEPS);
        for (Rules rules : derivations) {
            Optional<List<CodeSegment>> segments = Optional.ofNullable(known.get(rules.variable()));
            work.columns.put(
                    rules.variable(),
                    segments.isPresent()
                            ? new CodedColumn(dictionary(rules), missing(rules), segments.get())
                            : work.derive(rules));
        }
        return work.columns;
    }

    /** @param mostSteps of a first-match list that is followed by a decision table; 0 = none is */
    static Map<String, CodedColumn> columns(Frame frame, List<Rules> derivations, int threads, int mostSteps) {
        Derivations work = new Derivations(frame, threads, mostSteps);
        derivations.forEach(rules -> work.columns.put(rules.variable(), work.derive(rules)));
        return work.columns;
    }

    private CodedColumn derive(Rules rules) {
        if (rules.derivation() instanceof Rules.FirstMatch first) {
            return firstMatch(rules, first);
        }
        CodedColumn input = input(rules.derivation().inputs().iterator().next());
        if (rules.derivation() instanceof Rules.Age) {
            return age(input);
        }
        Dictionary dictionary = dictionary(rules);
        IntUnaryOperator recoded = rules.derivation() instanceof Rules.Bands bands
                ? place -> band(bands, input, place, dictionary)
                : recoded((Rules.Recode) rules.derivation(), input, dictionary);
        int[] byPlace =
                IntStream.range(0, input.dictionary().size()).map(recoded).toArray();
        return new CodedColumn(dictionary, missing(rules), input.segments(), input.byCode(byPlace));
    }

    private CodedColumn firstMatch(Rules rules, Rules.FirstMatch first) {
        Dictionary dictionary = dictionary(rules);
        // Without inputs it is the same for everyone, and so for every code of any column.
        List<CodedColumn> inputs = first.inputs().isEmpty()
                ? columns.values().stream().limit(1).toList()
                : first.inputs().stream().map(this::input).toList();
        int codes = inputs.isEmpty() ? 0 : inputs.get(0).places().length;
        if (codes == 0 || codes > Chunks.SIZE || !inputs.stream().allMatch(inputs.get(0)::sharesCodes)) {
            return new CodedColumn(
                    dictionary,
                    missing(rules),
                    Chunks.map(frame.chunks(), threads, rows(first, columns, dictionary, frame.rows())::derive));
        }
        // All follow from the codes of one column: it is decided once a code, as if each were a row.
        CodeSegment each = CodeSegment.pack(IntStream.range(0, codes).toArray(), 0, codes);
        Map<String, CodedColumn> examples = new HashMap<>();
        for (String input : first.inputs()) {
            CodedColumn column = input(input);
            examples.put(input, new CodedColumn(column.dictionary(), column.missing(), List.of(each), column.places()));
        }
        int[] places = new int[codes];
        CodeSegment derived = rows(first, examples, dictionary, codes).derive(0);
        for (int code = 0; code < codes; code++) {
            places[code] = derived.at(code);
        }
        return new CodedColumn(dictionary, missing(rules), inputs.get(0).segments(), places);
    }

    private ChunkRules rows(Rules.FirstMatch first, Map<String, CodedColumn> inputs, Dictionary dictionary, int rows) {
        Conditions conditions = new Conditions(frame.period(), rows, inputs);
        Optional<DecisionTable> table = DecisionTable.of(new Questions(first, conditions, dictionary), rows, mostSteps);
        return table.isPresent() ? table.get() : new RowMasks(first, conditions, dictionary, rows);
    }

    private static IntUnaryOperator recoded(Rules.Recode recode, CodedColumn input, Dictionary dictionary) {
        int[] groups = Places.groups(recode.grouping(), input.dictionary(), dictionary);
        int unknown = Places.of(dictionary, recode.unknown());
        int noRecord = Places.of(dictionary, recode.noRecord());
        return place -> place == Dictionary.NO_RECORD ? noRecord : input.known(place) ? groups[place] : unknown;
    }

    private static int band(Rules.Bands bands, CodedColumn input, int place, Dictionary dictionary) {
        String code = input.known(place) ? band(bands, input.dictionary().code(place)) : bands.otherwise();
        return Places.of(dictionary, code);
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

    private CodedColumn age(CodedColumn born) {
        List<String> ages = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        int[] byPlace = new int[born.dictionary().size()];
        byPlace[Dictionary.NO_RECORD] = Dictionary.NO_RECORD;
        for (int place = Dictionary.FIRST; place < byPlace.length; place++) {
            String year = born.dictionary().code(place);
            if (born.known(place) && year.matches("[0-9]{4}")) {
                String value = Integer.toString(frame.period().year() - Integer.parseInt(year));
                byPlace[place] = places.computeIfAbsent(value, v -> {
                    ages.add(v);
                    return Dictionary.FIRST + ages.size() - 1;
                });
            }
        }
        return new CodedColumn(new Dictionary(ages), Set.of(), born.segments(), born.byCode(byPlace));
    }

    private CodedColumn input(String variable) {
        return Optional.ofNullable(columns.get(variable))
                .orElseThrow(() -> new IllegalStateException("a rule reads " + variable + " before it is there"));
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
}
