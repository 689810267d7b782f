package org.ecart.protect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecart.model.EcartException;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.TableSystem.Place;
import org.ecart.protect.links.Asked;
import org.ecart.protect.links.Connected;
import org.ecart.protect.links.Grids;
import org.ecart.protect.links.Grids.Join;
import org.ecart.protect.links.Population;
import org.ecart.protect.links.Questions;
import org.ecart.stats.TablePlan;
import org.ecart.tabulate.KeptCubes;
import org.ecart.tabulate.Tabulator;

/** Tables that leave together, date by date or dates together: what they tell of the persons of the date, and which cells may leave. */
public final class LinkedTables {
    /** No grid has more combinations than this. */
    private static final int MOST_ATOMS = 200_000;
    /** Nor have all of them more than this. */
    private static final int MOST_TOGETHER = 600_000;

    /** One grid of everything is only made where it cannot have more combinations than this. */
    private static final long MOST_TRIED = 20_000_000;

    private final List<Draft> tables;
    private final Tabulator data;
    /** The same, which remembers what it is asked again. */
    private final Tabulator tabulator;

    private final Policy policy;

    public LinkedTables(List<Draft> tables, Tabulator tabulator, Policy policy) {
        this.tables = tables;
        this.data = tabulator;
        this.tabulator = new KeptCubes(tabulator, () -> tables, 4 * MOST_ATOMS);
        this.policy = policy;
    }

    /**
     * What tables tell of the persons of a date.
     *
     * @param aside cells that hang together with the others in more combinations than can be protected: they cannot leave
     */
    record Linked(TableSystem system, List<Place> aside) {}

    /**
     * What was decided and why.
     *
     * @param cells for each table one decision a cell, margins that are not told among them
     */
    record Decision(List<List<Protection>> cells, Witnesses witnesses) {}

    Decision decide(Progress progress) {
        List<List<Protection>> decisions = new ArrayList<>();
        for (Draft table : tables) {
            decisions.add(
                    new ArrayList<>(Collections.nCopies(table.values().cells().size(), Protection.SAFE)));
        }
        if (policy.isNone()) {
            return new Decision(decisions, Witnesses.NONE);
        }
        Map<Set<Period>, List<Move>> witnesses = new HashMap<>();
        for (Set<Period> periods : dates()) {
            Linked linked = at(periods, progress);
            Suppression.Outcome outcome = Suppression.outcome(linked.system().system(), policy, progress);
            witnesses.put(periods, outcome.witnesses());
            for (int u = 0; u < outcome.protections().size(); u++) {
                Place place = linked.system().places().get(u);
                decisions
                        .get(place.table())
                        .set(place.cell(), outcome.protections().get(u));
            }
            linked.aside().forEach(place -> decisions.get(place.table()).set(place.cell(), Protection.FALLBACK));
        }
        return new Decision(decisions, new Witnesses(witnesses, decisions));
    }

    /** All dates, those together that some table looks at together. */
    List<Set<Period>> dates() {
        List<Set<Period>> looked = new ArrayList<>();
        for (Draft table : tables) {
            table.plans().forEach((period, plan) -> looked.add(dates(plan, period)));
            table.values().cells().forEach(cell -> cell.staying()
                    .ifPresent(other -> looked.add(Set.of(cell.period(), other))));
        }
        List<Set<Period>> together = Connected.of(looked);
        together.sort(Comparator.comparing(dates -> dates.iterator().next()));
        return together;
    }

    /** All dates at which a table looks at the persons of one. */
    public static Set<Period> dates(TablePlan plan, Period period) {
        Population population = new Population(period, plan.also());
        List<String> variables = List.copyOf(plan.breakdown().variables());
        return new TreeSet<>(Asked.by(population, plan, variables).dates());
    }

    /**
     * All that the tables tell of the persons of dates that they look at together.
     *
     * @throws EcartException disclosure, when one table alone, or what has left already, has more combinations than can be
     *     protected
     */
    Linked at(Set<Period> periods, Progress progress) {
        List<Piece> pieces = Piece.at(periods, tables);
        Crossed crossed = crossed(pieces, progress);
        if (!crossed.fits()) {
            crossed = crossed(thoseThatFit(pieces, progress), progress);
        }
        List<Piece> taken = crossed.pieces();
        List<Place> aside = pieces.stream()
                .filter(piece -> taken.stream().noneMatch(other -> other == piece))
                .flatMap(piece -> piece.cells().stream().map(cell -> new Place(piece.table(), cell)))
                .toList();
        List<AtomGrid> atoms = atoms(crossed.grids(), taken, progress);
        Completion.of(atoms, crossed.grids().joins(), taken, MOST_ATOMS);
        Optional<AtomGrid> one = periods.size() > 1 ? inOne(atoms, taken, progress) : Optional.empty();
        TableSystem system = one.isPresent()
                ? TableSystem.of(taken, List.of(one.get()), List.of(), data)
                : TableSystem.of(taken, atoms, crossed.grids().joins(), data);
        return new Linked(system, aside);
    }

    private List<AtomGrid> atoms(Grids grids, List<Piece> pieces, Progress progress) {
        return grids.all().stream()
                .map(questions -> new AtomGrid(questions, Answers.of(questions, tabulator, progress), pieces))
                .toList();
    }

    /**
     * What is asked at several dates depends on one another so much that one grid of everything may be the smaller one. It must
     * have all that can be: what does not occur over more dates than one table looks at, nobody knows to be impossible.
     */
    private Optional<AtomGrid> inOne(List<AtomGrid> grids, List<Piece> pieces, Progress progress) {
        Questions all = Questions.of(asked(pieces));
        if (grids.size() == 1 || new Sizes(all, tabulator, progress).of(all) > MOST_TRIED) {
            return Optional.empty();
        }
        long together = grids.stream().mapToLong(AtomGrid::size).sum();
        try {
            return Optional.of(new AtomGrid(all, Answers.of(all, tabulator, progress), pieces))
                    .filter(one -> one.complete() && one.size() <= Math.min(together, MOST_ATOMS));
        } catch (EcartException refused) {
            Sizes.requireTooMany(refused);
            return Optional.empty();
        }
    }

    /** One after another, what has left before first, as long as all together are few enough. */
    private List<Piece> thoseThatFit(List<Piece> pieces, Progress progress) {
        List<Piece> order = new ArrayList<>(pieces);
        order.sort(Comparator.comparing(piece -> !left(piece)));
        List<Piece> taken = new ArrayList<>();
        for (Piece piece : order) {
            taken.add(piece);
            if (!crossed(taken, progress).fits()) {
                taken.remove(taken.size() - 1);
                if (left(piece) || taken.isEmpty()) {
                    throw tooLarge(List.of(piece));
                }
            }
        }
        return taken;
    }

    /** Whether readers know some of it already. */
    private static boolean left(Piece piece) {
        return piece.cells().stream().anyMatch(cell -> piece.draft().fate(cell) == Fate.PRINTED);
    }

    private EcartException tooLarge(List<Piece> pieces) {
        return new EcartException(
                EcartException.Fault.DISCLOSURE,
                "protect.linked",
                pieces.stream()
                        .map(piece -> tables.get(piece.table()).name())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                MOST_ATOMS);
    }

    /**
     * Pieces and the grids from which they can be read.
     *
     * @param fits whether these have few enough combinations
     */
    private record Crossed(List<Piece> pieces, Grids grids, boolean fits) {}

    private Crossed crossed(List<Piece> pieces, Progress progress) {
        return crossed(pieces, Questions.of(asked(pieces)), progress);
    }

    private static List<Asked> asked(List<Piece> pieces) {
        return pieces.stream().map(Piece::asked).toList();
    }

    private Crossed crossed(List<Piece> pieces, Questions all, Progress progress) {
        Sizes sizes = new Sizes(all, tabulator, progress);
        Grids grids = Grids.of(all, asked(pieces), sizes::of, apart -> sizes.independent(all, apart));
        long together = 0;
        boolean fits = true;
        for (Questions questions : grids.all()) {
            long size = sizes.of(questions);
            if (size > AtomGrid.SMALL) {
                size = occurring(questions, progress);
            }
            together = Math.min(Sizes.TOO_MANY, together + size);
            fits &= size <= MOST_ATOMS && together <= MOST_TOGETHER;
        }
        return new Crossed(pieces, grids, fits);
    }

    private long occurring(Questions questions, Progress progress) {
        try {
            return Answers.of(questions, tabulator, progress).size();
        } catch (EcartException refused) {
            Sizes.requireTooMany(refused);
            return Sizes.TOO_MANY;
        }
    }

    /**
     * All that the tables tell of the persons of a date, in one grid. Of other dates they tell as of anything else that a person
     * has.
     *
     * @throws EcartException disclosure, when it has more combinations than can be protected
     */
    public TableSystem whole(Period period, Progress progress) {
        return wholeAlone(period, progress).tables();
    }

    TableSystem.Alone wholeAlone(Period period, Progress progress) {
        List<Piece> pieces = Piece.at(Set.of(period), tables);
        Questions all = Questions.ofOne(asked(pieces));
        Answers answers = Answers.of(all, tabulator, progress);
        if (answers.size() > MOST_ATOMS) {
            throw tooLarge(pieces);
        }
        return TableSystem.alone(pieces, List.of(), new AtomGrid(all, answers, pieces), List.of());
    }

    /** The same in grids that can be protected one by one, each as if what it shares with others were known. */
    List<TableSystem.Alone> oneByOne(Period period, Progress progress) {
        List<Piece> pieces = Piece.at(Set.of(period), tables);
        Grids grids = crossed(pieces, Questions.ofOne(asked(pieces)), progress).grids();
        List<TableSystem.Alone> alone = new ArrayList<>();
        Set<Integer> done = new HashSet<>();
        for (int g = 0; g < grids.all().size(); g++) {
            int number = g;
            Questions asked = grids.all().get(g);
            AtomGrid grid = new AtomGrid(asked, Answers.of(asked, tabulator, progress), pieces);
            List<Piece> own = new ArrayList<>();
            List<Piece> others = new ArrayList<>();
            for (int p = 0; p < pieces.size(); p++) {
                Piece piece = pieces.get(p);
                boolean here = piece.cells().stream().allMatch(cell -> grid.tells(piece, cell)) && done.add(p);
                (here ? own : others).add(piece);
            }
            List<Questions> shared = grids.joins().stream()
                    .filter(join -> join.one() == number || join.other() == number)
                    .map(Join::common)
                    .toList();
            alone.add(TableSystem.alone(own, others, grid, shared));
        }
        return alone;
    }
}
