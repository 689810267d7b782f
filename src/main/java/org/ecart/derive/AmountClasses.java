package org.ecart.derive;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.model.Condition;
import org.ecart.model.Condition.Bound;
import org.ecart.model.Rules;

/**
 * An amount as codes, so that conditions on it are decided like all others: one code for everything below the smallest
 * number that it is compared with, one for that number itself, one for what lies between it and the next, and so on. A code
 * is an amount of its class.
 */
final class AmountClasses {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final AmountColumn column;
    private final List<String> codes = new ArrayList<>();
    /** The smallest element of each class but the first, as far as elements reach. */
    private final long[] starts;

    /** @param thresholds what it is compared with, none twice */
    private AmountClasses(AmountColumn column, NavigableSet<BigDecimal> thresholds) {
        this.column = column;
        List<Long> found = new ArrayList<>();
        BigDecimal before =
                thresholds.isEmpty() ? BigDecimal.ZERO : thresholds.first().subtract(BigDecimal.ONE);
        codes.add(before.toPlainString());
        for (BigDecimal threshold : thresholds) {
            BigDecimal element = threshold.scaleByPowerOfTen(column.scale());
            add(element.setScale(0, RoundingMode.CEILING).toBigInteger(), found);
            add(element.setScale(0, RoundingMode.FLOOR).toBigInteger().add(BigInteger.ONE), found);
            codes.add(threshold.toPlainString());
            codes.add(Optional.ofNullable(thresholds.higher(threshold))
                    .map(higher -> threshold.add(higher).divide(TWO))
                    .orElseGet(() -> threshold.add(BigDecimal.ONE))
                    .toPlainString());
        }
        starts = found.stream().mapToLong(Long::longValue).toArray();
    }

    /** What is beyond all elements starts no class; what lies before all of them starts with the first. */
    private static void add(BigInteger start, List<Long> starts) {
        if (start.bitLength() < Long.SIZE) {
            starts.add(start.longValue());
        } else if (start.signum() < 0) {
            starts.add(AmountColumn.UNKNOWN + 1);
        }
    }

    /** A column for each amount of a frame that these conditions name. */
    static Map<String, CodedColumn> columns(Frame frame, List<Rules> derivations, Condition universe, int threads) {
        Map<String, NavigableSet<BigDecimal>> thresholds = new TreeMap<>();
        collect(universe, frame.amounts().keySet(), thresholds);
        for (Rules rules : derivations) {
            if (rules.derivation() instanceof Rules.FirstMatch first) {
                first.rules()
                        .forEach(rule -> collect(rule.when(), frame.amounts().keySet(), thresholds));
            }
        }
        Map<String, CodedColumn> columns = new HashMap<>();
        thresholds.forEach((variable, numbers) -> columns.put(
                variable, new AmountClasses(frame.amount(variable), numbers).column(frame.chunks(), threads)));
        return columns;
    }

    private static void collect(
            Condition condition, Set<String> amounts, Map<String, NavigableSet<BigDecimal>> thresholds) {
        condition.mapped(part -> {
            part.variables().stream().filter(amounts::contains).forEach(variable -> {
                NavigableSet<BigDecimal> numbers = thresholds.computeIfAbsent(variable, v -> new TreeSet<>());
                if (part instanceof Condition.Compare compare && compare.bound() instanceof Bound.Number number) {
                    numbers.add(number.value());
                }
            });
            return part;
        });
    }

    private CodedColumn column(int chunks, int threads) {
        return new CodedColumn(
                new Dictionary(codes),
                Set.of(),
                Chunks.map(
                        chunks,
                        threads,
                        chunk -> segment(column.segments().get(chunk).elements())));
    }

    private CodeSegment segment(long[] elements) {
        if (Dictionary.FIRST + codes.size() <= 1 << Byte.SIZE) {
            byte[] places = new byte[elements.length];
            for (int row = 0; row < places.length; row++) {
                places[row] = (byte) place(elements[row]);
            }
            return new CodeSegment.Bytes(places);
        }
        int[] places = new int[elements.length];
        for (int row = 0; row < places.length; row++) {
            places[row] = place(elements[row]);
        }
        return CodeSegment.pack(places, 0, places.length);
    }

    private int place(long element) {
        return element == AmountColumn.UNKNOWN ? Dictionary.UNKNOWN : Dictionary.FIRST + classOf(element);
    }

    /** How many classes start at or before an element, less one: halving without a branch. */
    private int classOf(long element) {
        int before = 0;
        for (int length = starts.length; length > 0; ) {
            int half = (length + 1) >>> 1;
            before += starts[before + half - 1] <= element ? half : 0;
            length -= half;
        }
        return before;
    }
}
