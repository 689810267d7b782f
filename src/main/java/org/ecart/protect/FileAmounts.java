package org.ecart.protect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sums of an amount that a reader of files knows, and those that follow: what is left out alone is the whole less the others.
 * Money has no smallest unit that is worth a proof here, so nothing is said of what lies between bounds.
 */
final class FileAmounts {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private record Sum(FileFigures.Key whole, List<FileFigures.Key> parts) {}

    private final Map<FileFigures.Key, BigDecimal> known = new HashMap<>();
    private final List<Sum> sums = new ArrayList<>();

    /** What is printed; the first that is printed of an amount counts. */
    void know(FileFigures.Key key, BigDecimal amount) {
        known.putIfAbsent(key, amount);
    }

    /**
     * Parts of which each whole is made up, unless what is printed of them says otherwise.
     *
     * @param decimals that are printed
     */
    void sums(Map<FileFigures.Key, List<FileFigures.Key>> lines, int decimals) {
        List<Sum> added = lines.entrySet().stream()
                .map(line -> new Sum(line.getKey(), List.copyOf(line.getValue())))
                .toList();
        if (added.stream().allMatch(sum -> adds(sum, decimals))) {
            sums.addAll(added);
        }
    }

    /** Each figure was rounded by half a unit at most. */
    private boolean adds(Sum sum, int decimals) {
        BigDecimal rounded = HALF.movePointLeft(decimals)
                .multiply(BigDecimal.valueOf(sum.parts().size() + 1L));
        return !open(sum).isEmpty()
                || Optional.ofNullable(known.get(sum.whole()))
                        .map(whole -> whole.subtract(parts(sum)).abs().compareTo(rounded) <= 0)
                        .orElse(true);
    }

    private List<FileFigures.Key> open(Sum sum) {
        return sum.parts().stream().filter(part -> !known.containsKey(part)).toList();
    }

    private BigDecimal parts(Sum sum) {
        return sum.parts().stream()
                .map(part -> known.getOrDefault(part, BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Computes what stands alone in a sum, until nothing more follows. */
    void compute() {
        boolean more = true;
        while (more) {
            more = false;
            for (Sum sum : sums) {
                List<FileFigures.Key> open = open(sum);
                Optional<BigDecimal> whole = Optional.ofNullable(known.get(sum.whole()));
                if (open.size() == 1 && whole.isPresent()) {
                    known.put(open.get(0), whole.get().subtract(parts(sum)));
                    more = true;
                } else if (open.isEmpty() && whole.isEmpty()) {
                    known.put(sum.whole(), parts(sum));
                    more = true;
                }
            }
        }
    }

    boolean knows(FileFigures.Key key) {
        return known.containsKey(key);
    }
}
