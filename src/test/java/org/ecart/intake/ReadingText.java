package org.ecart.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.AmountSegment;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.Dictionary;
import org.ecart.intake.IntakeReport.Reject;
import org.ecart.model.Period;

/** All that a reading of a file came to, written down so that two can be compared and a difference be seen. */
final class ReadingText {
    private final StringBuilder text = new StringBuilder();

    /** What the import made of a file. */
    static String of(Intake.Result result, ByteIndex persons, Map<String, GrowingDictionary> dictionaries) {
        ReadingText text = new ReadingText();
        text.counts(result.report().read(), result.report().rejects());
        text.persons(IntStream.range(0, persons.size()).mapToObj(persons::text).toList());
        List<String> coded = List.of("sex", "birth", "entered");
        coded.forEach(v -> text.dictionary(v, dictionary(dictionaries, v).values()));
        for (PartitionDraft draft : result.partitions()) {
            text.partition(
                    draft.period().map(Period::toString).orElse("-"),
                    IntStream.of(draft.persons()).boxed().toList());
            coded.forEach(v -> text.column(v, codes(draft, v, dictionary(dictionaries, v))));
            List.of("wage", "weight").forEach(v -> text.column(v, amounts(draft.amounts(v))));
        }
        return text.toString();
    }

    private static GrowingDictionary dictionary(Map<String, GrowingDictionary> dictionaries, String variable) {
        return Optional.ofNullable(dictionaries.get(variable)).orElseThrow();
    }

    private static List<String> codes(PartitionDraft draft, String variable, GrowingDictionary values) {
        Dictionary dictionary = new Dictionary(values.values());
        List<String> codes = new ArrayList<>();
        for (CodeSegment segment : draft.codes(variable)) {
            for (int row = 0; row < segment.length(); row++) {
                int place = segment.at(row);
                codes.add(place == Dictionary.UNKNOWN ? "" : dictionary.code(place));
            }
        }
        return codes;
    }

    private static List<String> amounts(AmountColumn column) {
        List<String> amounts = new ArrayList<>();
        for (AmountSegment segment : column.segments()) {
            for (long amount : segment.elements()) {
                amounts.add(amount == AmountColumn.UNKNOWN ? "" : number(BigDecimal.valueOf(amount, column.scale())));
            }
        }
        return amounts;
    }

    /** Without noughts at the end: they depend on how many decimals other rows have. */
    static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    void counts(long read, List<Reject> rejects) {
        text.append("read ").append(read).append('\n');
        rejects.stream().sorted(Comparator.comparingLong(Reject::line)).forEach(r -> text.append(r)
                .append('\n'));
    }

    void persons(List<String> persons) {
        text.append("persons ").append(persons).append('\n');
    }

    void dictionary(String variable, List<String> values) {
        text.append(variable).append(" has ").append(values).append('\n');
    }

    void partition(String period, List<Integer> persons) {
        text.append(period).append(" of ").append(persons).append('\n');
    }

    void column(String variable, List<String> values) {
        text.append(variable).append(' ').append(values).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
