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
        Rules.Derivation derivation = rules.derivation();
        if (derivation instanceof Rules.Age age) {
            return age(age);
        }
        Dictionary dictionary = dictionary(rules);
        ChunkRules chunks = derivation instanceof Rules.FirstMatch first
                ? firstMatch(first, dictionary)
                : recode(derivation, dictionary);
        return new CodedColumn(dictionary, missing(rules), segments(chunks));
    }

    private ChunkRules firstMatch(Rules.FirstMatch first, Dictionary dictionary) {
        Conditions conditions = new Conditions(frame.period(), frame.rows(), columns);
        Optional<DecisionTable> table =
                DecisionTable.of(new Questions(first, conditions, dictionary), frame.rows(), mostSteps);
        return table.isPresent() ? table.get() : new RowMasks(first, conditions, dictionary, frame.rows());
    }

    private ChunkRules recode(Rules.Derivation derivation, Dictionary dictionary) {
        CodedColumn input = input(derivation.inputs().iterator().next());
        IntUnaryOperator recoded = derivation instanceof Rules.Bands bands
                ? place -> band(bands, input, place, dictionary)
                : recoded((Rules.Recode) derivation, input, dictionary);
        int[] table = IntStream.range(0, input.dictionary().size()).map(recoded).toArray();
        return chunk -> recoded(input, table, chunk);
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

    private static CodeSegment recoded(CodedColumn input, int[] table, int chunk) {
        int[] places = new int[input.segments().get(chunk).length()];
        input.segments().get(chunk).addTo(places, table);
        return CodeSegment.pack(places, 0, places.length);
    }

    private List<CodeSegment> segments(ChunkRules chunks) {
        return Chunks.map(frame.chunks(), threads, chunks::derive);
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
