package org.ecart.protect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecart.model.EcartException;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.protect.links.Question;
import org.ecart.protect.links.Questions;
import org.ecart.tabulate.Cube;
import org.ecart.tabulate.Tabulator;

/** In how many ways questions can be answered at a date: all answers about one trait that occur, with all about another. */
final class Sizes {
    static final long TOO_MANY = Long.MAX_VALUE / 4;

    private final Period period;
    private final Tabulator tabulator;
    private final Progress progress;
    private final Map<List<Question>, Long> known = new HashMap<>();
    private final List<Questions> traits;

    /** @param all questions of the date */
    Sizes(Questions all, Period period, Tabulator tabulator, Progress progress) {
        this.traits = all.apart();
        this.period = period;
        this.tabulator = tabulator;
        this.progress = progress;
    }

    /** {@link #TOO_MANY} where nobody could count them. */
    long of(Questions some) {
        long size = 1;
        for (Questions trait : some.apart()) {
            long answers = known.computeIfAbsent(trait.all(), asked -> occurring(trait));
            size = size > TOO_MANY / answers ? TOO_MANY : size * answers;
        }
        return size;
    }

    private long occurring(Questions trait) {
        Questions whole = traits.stream()
                .filter(all -> all.all().containsAll(trait.all()))
                .findFirst()
                .orElseThrow();
        List<Integer> places = whole.places(trait);
        try {
            Cube cube = tabulator.tabulate(whole.query(period), progress);
            Set<List<Integer>> answers = new HashSet<>();
            for (int cell = 0; cell < cube.size(); cell++) {
                int[] at = cube.places(cell);
                answers.add(places.stream().map(place -> at[place]).toList());
            }
            return Math.max(1, answers.size());
        } catch (EcartException refused) {
            requireTooMany(refused);
            return TOO_MANY;
        }
    }

    /** Goes on with anything else that an engine may say. */
    static void requireTooMany(EcartException refused) {
        if (!refused.key().equals(Tabulator.TOO_LARGE)) {
            throw refused;
        }
    }
}
