package org.ecart.protect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecart.model.EcartException;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.TableSystem.Place;
import org.ecart.protect.links.Asked;
import org.ecart.protect.links.Grids;
import org.ecart.protect.links.Grids.Join;
import org.ecart.protect.links.Questions;
import org.ecart.tabulate.Cube;
import org.ecart.tabulate.KeptCubes;
import org.ecart.tabulate.Tabulator;

/** Tables that leave together, date by date: what they tell of the persons of the date, and which cells may leave. */
public final class LinkedTables {
    /** No grid has more combinations than this. */
    private static final int MOST_ATOMS = 200_000;
    /** Nor have all of them more than this. */
    private static final int MOST_TOGETHER = 600_000;

    private final List<Draft> tables;
    private final Tabulator tabulator;
    private final Policy policy;

    public LinkedTables(List<Draft> tables, Tabulator tabulator, Policy policy) {
        this.tables = tables;
        this.tabulator = new KeptCubes(tabulator, () -> tables, 4 * MOST_ATOMS);
        this.policy = policy;
    }

    /**
     * What tables tell of the persons of a date.
     *
     * @param aside cells that hang together with the others in more combinations than can be protected: they cannot leave
     */
    record Linked(TableSystem system, List<Place> aside) {}

    /** For each table one decision a cell, margins that are not told among them. */
    List<List<Protection>> decide(Progress progress) {
        List<List<Protection>> decisions = new ArrayList<>();
        for (Draft table : tables) {
            decisions.add(
                    new ArrayList<>(Collections.nCopies(table.values().cells().size(), Protection.SAFE)));
        }
        if (policy.isNone()) {
            return decisions;
        }
        Set<Period> periods = new TreeSet<>();
        tables.forEach(table -> periods.addAll(table.plans().keySet()));
        for (Period period : periods) {
            Linked linked = at(period, progress);
            List<Protection> protections = Suppression.protect(linked.system().system(), policy, progress);
            for (int u = 0; u < protections.size(); u++) {
                Place place = linked.system().places().get(u);
                decisions.get(place.table()).set(place.cell(), protections.get(u));
            }
            linked.aside().forEach(place -> decisions.get(place.table()).set(place.cell(), Protection.FALLBACK));
        }
        return decisions;
    }

    /**
     * All that the tables tell of the persons of a date.
     *
     * @throws EcartException disclosure, when one table alone, or what has left already, has more combinations than can be
     *     protected
     */
    Linked at(Period period, Progress progress) {
        List<Piece> pieces = Piece.at(period, tables);
        Crossed crossed = crossed(pieces, period, progress);
        if (!crossed.fits()) {
            crossed = crossed(thoseThatFit(pieces, period, progress), period, progress);
        }
        List<Piece> taken = crossed.pieces();
        List<Place> aside = pieces.stream()
                .filter(piece -> taken.stream().noneMatch(other -> other == piece))
                .flatMap(piece -> piece.cells().stream().map(cell -> new Place(piece.table(), cell)))
                .toList();
        List<AtomGrid> atoms = crossed.grids().all().stream()
                .map(questions -> new AtomGrid(questions, cube(questions, period, progress), taken))
                .toList();
        return new Linked(TableSystem.of(taken, atoms, crossed.grids().joins()), aside);
    }

    /** One after another, what has left before first, as long as all together are few enough. */
    private List<Piece> thoseThatFit(List<Piece> pieces, Period period, Progress progress) {
        List<Piece> order = new ArrayList<>(pieces);
        order.sort(Comparator.comparing(piece -> !left(piece)));
        List<Piece> taken = new ArrayList<>();
        for (Piece piece : order) {
            taken.add(piece);
            if (!crossed(taken, period, progress).fits()) {
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

    private Crossed crossed(List<Piece> pieces, Period period, Progress progress) {
        List<Asked> asked = pieces.stream().map(Piece::asked).toList();
        Sizes sizes = new Sizes(Questions.of(asked), period, tabulator, progress);
        Grids grids = Grids.of(asked, sizes::of);
        long together = 0;
        boolean fits = true;
        for (Questions questions : grids.all()) {
            long size = sizes.of(questions);
            if (size > AtomGrid.SMALL) {
                size = occurring(questions, period, progress);
            }
            together = Math.min(Sizes.TOO_MANY, together + size);
            fits &= size <= MOST_ATOMS && together <= MOST_TOGETHER;
        }
        return new Crossed(pieces, grids, fits);
    }

    private long occurring(Questions questions, Period period, Progress progress) {
        try {
            return cube(questions, period, progress).size();
        } catch (EcartException refused) {
            Sizes.requireTooMany(refused);
            return Sizes.TOO_MANY;
        }
    }

    private Cube cube(Questions questions, Period period, Progress progress) {
        return tabulator.tabulate(questions.query(period), progress);
    }

    /**
     * All that the tables tell of the persons of a date, in one grid.
     *
     * @throws EcartException disclosure, when it has more combinations than can be protected
     */
    public TableSystem whole(Period period, Progress progress) {
        return wholeAlone(period, progress).tables();
    }

    TableSystem.Alone wholeAlone(Period period, Progress progress) {
        List<Piece> pieces = Piece.at(period, tables);
        Questions all = Questions.of(pieces.stream().map(Piece::asked).toList());
        Cube cube = cube(all, period, progress);
        if (cube.size() > MOST_ATOMS) {
            throw tooLarge(pieces);
        }
        return TableSystem.alone(pieces, List.of(), new AtomGrid(all, cube, pieces), List.of());
    }

    /** The same in grids that can be protected one by one, each as if what it shares with others were known. */
    List<TableSystem.Alone> oneByOne(Period period, Progress progress) {
        List<Piece> pieces = Piece.at(period, tables);
        Grids grids = crossed(pieces, period, progress).grids();
        List<TableSystem.Alone> alone = new ArrayList<>();
        Set<Integer> done = new HashSet<>();
        for (int g = 0; g < grids.all().size(); g++) {
            int number = g;
            AtomGrid grid = new AtomGrid(grids.all().get(g), cube(grids.all().get(g), period, progress), pieces);
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
