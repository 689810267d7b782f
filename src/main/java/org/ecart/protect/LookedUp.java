package org.ecart.protect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.protect.links.Question;
import org.ecart.protect.links.Questions;
import org.ecart.tabulate.Tabulator;

/** Looks up in the data where the only person of an atom is in another grid. */
final class LookedUp implements Whereabouts {
    /** So many answers are looked up for a release; who is asked for after that may be anywhere. */
    private static final int MOST = 500;

    private final List<AtomGrid> grids;
    private final List<Integer> starts;
    private final Tabulator tabulator;
    private final Map<Asked, Optional<Set<Integer>>> known = new HashMap<>();

    private record Asked(int atom, int grid) {}

    /** @param starts the first atom of each grid */
    LookedUp(List<AtomGrid> grids, List<Integer> starts, Tabulator tabulator) {
        this.grids = List.copyOf(grids);
        this.starts = List.copyOf(starts);
        this.tabulator = tabulator;
    }

    @Override
    public boolean mayBe(int atom, int other) {
        return known.computeIfAbsent(new Asked(atom, grid(other)), this::lookUp)
                .map(atoms -> atoms.contains(other))
                .orElse(true);
    }

    /** One atom, or none if the other grid does not count him; nothing where that cannot be said, or asks too much of the tabulator. */
    private Optional<Set<Integer>> lookUp(Asked asked) {
        try {
            return known.size() < MOST ? found(asked) : Optional.empty();
        } catch (EcartException refused) {
            Sizes.requireTooMany(refused);
            return Optional.empty();
        }
    }

    private Optional<Set<Integer>> found(Asked asked) {
        int own = grid(asked.atom());
        AtomGrid other = grids.get(asked.grid());
        Map<Question, String> answering = grids.get(own).answering(asked.atom() - starts.get(own));
        Answers his = Answers.of(other.questions(), answering, tabulator, Progress.NONE);
        Set<Integer> atoms = new HashSet<>();
        for (int way = 0; way < his.size(); way++) {
            other.find(his.codes(way)).ifPresent(atom -> atoms.add(starts.get(asked.grid()) + atom));
        }
        // nobody is taken to be nowhere where he must be somewhere
        boolean counted = other.questions().presence().isEmpty()
                || answering.entrySet().stream()
                        .anyMatch(answer -> answer.getKey().kind() == Question.Kind.COUNTED
                                && answer.getValue().equals(Questions.YES)
                                && other.questions().all().contains(answer.getKey()));
        return Optional.of(atoms).filter(found -> found.size() == 1 || found.isEmpty() && !counted);
    }

    private int grid(int atom) {
        int grid = starts.size() - 1;
        while (starts.get(grid) > atom) {
            grid--;
        }
        return grid;
    }
}
