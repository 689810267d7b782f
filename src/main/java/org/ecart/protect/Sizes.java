package org.ecart.protect;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.protect.links.Question;
import org.ecart.protect.links.Questions;
import org.ecart.tabulate.Tabulator;

/** In how many ways questions can be answered: all answers about one trait that occur, with all about another. */
final class Sizes {
    static final long TOO_MANY = Long.MAX_VALUE / 4;

    private final Tabulator tabulator;
    private final Progress progress;
    private final Map<List<Question>, Long> known = new HashMap<>();
    private final List<Questions> traits;

    /** @param all that can be asked about */
    Sizes(Questions all, Tabulator tabulator, Progress progress) {
        this.traits = all.apart();
        this.tabulator = tabulator;
        this.progress = progress;
    }

    /** {@link #TOO_MANY} where nobody could count them. */
    long of(Questions some) {
        long size = 1;
        for (Questions trait : some.apart()) {
            long answers = known.computeIfAbsent(
                    trait.all(), asked -> occurring(trait, !some.presence().isEmpty()));
            size = size > TOO_MANY / answers ? TOO_MANY : size * answers;
        }
        return size;
    }

    private long occurring(Questions trait, boolean severalDates) {
        // Of one date all that is asked about a trait is counted once; of many it would be a history.
        Questions counted = severalDates ? trait.withPresence() : whole(trait);
        try {
            Answers answers = Answers.of(counted, tabulator, progress);
            return Math.max(1, answers.ways(counted.places(trait)));
        } catch (EcartException refused) {
            requireTooMany(refused);
            return TOO_MANY;
        }
    }

    /**
     * Whether all that is answered to some questions, by whoever is asked, is answered together with all that is answered to others
     * by somebody who is there whenever he is asked.
     *
     * @param all the questions that these are among
     * @param apart questions of several dates
     */
    boolean independent(Questions all, List<Questions> apart) {
        BitSet places = new BitSet();
        apart.forEach(questions -> all.places(questions).forEach(places::set));
        Questions asked = all.some(places).withPresence();
        try {
            Answers answers = Answers.of(asked, tabulator, progress);
            long together = answers.ofThose(at -> asked.presence().stream().allMatch(q -> answers.yes(q, at[q])))
                    .ways(asked.places(all.some(places)));
            long pairs = 1;
            for (Questions questions : apart) {
                List<Integer> counted = questions.populations().stream()
                        .flatMap(population -> asked.counted(population).stream())
                        .toList();
                Answers some = answers.ofThose(at -> counted.stream().anyMatch(q -> answers.yes(q, at[q])));
                // many more than there are together are too many already
                pairs = Math.min(Integer.MAX_VALUE, pairs * some.ways(asked.places(questions)));
            }
            return together > 0 && pairs == together;
        } catch (EcartException refused) {
            requireTooMany(refused);
            return false;
        }
    }

    private Questions whole(Questions trait) {
        return traits.stream()
                .filter(all -> all.all().containsAll(trait.all()))
                .findFirst()
                .orElseThrow();
    }

    /** Goes on with anything else that an engine may say. */
    static void requireTooMany(EcartException refused) {
        if (!refused.key().equals(Tabulator.TOO_LARGE)) {
            throw refused;
        }
    }
}
