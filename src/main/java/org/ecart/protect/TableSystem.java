package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.protect.AtomGrid.Answered;
import org.ecart.protect.CountSystem.Join;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.links.Grids;
import org.ecart.protect.links.Questions;
import org.ecart.stats.ValueTable;
import org.ecart.tabulate.Tabulator;

/**
 * Tables of a date as a {@link CountSystem} (docs/decisions/0013-linked-tables.md).
 *
 * @param places for each unit that is decided here the cell that it is
 * @param guests for each unit after these a cell that is decided elsewhere, and taken as printed
 */
public record TableSystem(CountSystem system, List<Place> places, List<Place> guests) {
    /** A cell of a table. */
    public record Place(int table, int cell) {}

    public TableSystem {
        places = List.copyOf(places);
        guests = List.copyOf(guests);
    }

    /** The cell that a unit is. */
    Place place(int unit) {
        return unit < places.size() ? places.get(unit) : guests.get(unit - places.size());
    }

    /**
     * All cells of some pieces, in grids that hang together.
     *
     * @param tabulator that can say who is where
     */
    static TableSystem of(List<Piece> pieces, List<AtomGrid> grids, List<Grids.Join> joins, Tabulator tabulator) {
        CountSystemBuilder builder = new CountSystemBuilder(grids.get(0).sizes());
        List<Integer> starts = new ArrayList<>();
        for (AtomGrid grid : grids) {
            if (!starts.isEmpty()) {
                builder.grid(grid.sizes());
            }
            starts.add(builder.atoms());
            grid.addTo(builder);
        }
        List<Place> places = new ArrayList<>();
        for (Piece piece : pieces) {
            for (int cell : piece.cells()) {
                List<Unit> everywhere = IntStream.range(0, grids.size())
                        .filter(g -> grids.get(g).tellsOf(piece, cell))
                        .boxed()
                        .sorted(Comparator.comparing(g -> !grids.get(g).tells(piece, cell)))
                        .map(g -> grids.get(g).unit(piece, cell, g, builder))
                        .toList();
                builder.unit(everywhere, piece.draft().fate(cell));
                places.add(new Place(piece.table(), cell));
            }
        }
        pieces.forEach(piece -> addMargins(piece, grids, builder));
        joins.forEach(join -> builder.join(join(join, grids, starts, builder.atoms())));
        builder.whereabouts(new LookedUp(grids, starts, tabulator));
        return new TableSystem(builder.build(), places, List.of()).checked(pieces);
    }

    /** A cell of another table less such a total may be unsafe, in a grid that does not tell the cells of the total. */
    private static void addMargins(Piece piece, List<AtomGrid> grids, CountSystemBuilder builder) {
        for (Piece.Margin margin : piece.margins()) {
            Set<Fate> fates = margin.of().stream().map(piece.draft()::fate).collect(Collectors.toSet());
            for (int g = 0; g < grids.size(); g++) {
                if (fates.size() == 1
                        && fates.stream().noneMatch(Fate::silent)
                        && grids.get(g).tellsOf(piece, margin.cell())) {
                    Unit total = grids.get(g).unit(piece, margin.cell(), g, builder);
                    if (fates.contains(Fate.PRINTED)) {
                        total.figures().values().forEach(builder::constant);
                    }
                }
            }
        }
    }

    private static Join join(Grids.Join join, List<AtomGrid> grids, List<Integer> starts, int atoms) {
        int[] cells = new int[atoms];
        Arrays.fill(cells, Joints.FREE);
        int[][] shared = new int[atoms][0];
        Map<List<String>, Integer> cellOf = new HashMap<>();
        for (int grid : List.of(join.one(), join.other())) {
            int atom = starts.get(grid);
            for (Answered answered : grids.get(grid).answered(join.common())) {
                // who is counted nowhere that both ask of may be told of in one grid only
                cells[atom] = answered.counted()
                        ? cellOf.computeIfAbsent(answered.codes(), codes -> cellOf.size())
                        : Joints.FREE;
                shared[atom] = answered.shared();
                atom++;
            }
        }
        return new Join(join.one(), join.other(), cells, shared);
    }

    /**
     * One grid by itself, which leaves as it is what it shares with others.
     *
     * @param atoms for each of the answers that the grid was made from, counted, the atom that it is
     */
    record Alone(TableSystem tables, Questions questions, List<Integer> atoms) {}

    /**
     * @param pieces whose cells are decided
     * @param others those whose cells are taken as printed where the grid tells them
     * @param shared the questions that other grids have too, for each of them
     */
    static Alone alone(List<Piece> pieces, List<Piece> others, AtomGrid grid, List<Questions> shared) {
        CountSystemBuilder builder = new CountSystemBuilder(grid.sizes());
        List<Integer> atoms = grid.addTo(builder);
        List<Place> places = new ArrayList<>();
        for (Piece piece : pieces) {
            for (int cell : piece.cells()) {
                builder.unit(grid.unit(piece, cell, 0, builder), piece.draft().fate(cell));
                places.add(new Place(piece.table(), cell));
            }
        }
        List<Place> guests = new ArrayList<>();
        for (Piece piece : others) {
            for (int cell : piece.cells()) {
                if (grid.tellsOf(piece, cell)) {
                    builder.guest(grid.unit(piece, cell, 0, builder));
                    guests.add(new Place(piece.table(), cell));
                }
            }
        }
        shared.forEach(questions -> grid.crossing(questions).forEach(box -> builder.constant(builder.figure(box))));
        return new Alone(new TableSystem(builder.build(), places, guests).checked(pieces), grid.questions(), atoms);
    }

    /** What is protected must be what is printed. */
    private TableSystem checked(List<Piece> pieces) {
        Map<Integer, ValueTable> tables =
                pieces.stream().collect(Collectors.toMap(Piece::table, Piece::values, (one, same) -> one));
        for (int u = 0; u < places.size(); u++) {
            ValueTable table =
                    Optional.ofNullable(tables.get(places.get(u).table())).orElseThrow();
            Map<Quantity, Long> printed = Protector.told(
                    table, table.cells().get(places.get(u).cell()).counts());
            Map<Quantity, Long> added = new EnumMap<>(Quantity.class);
            system.units().get(u).figures().forEach((quantity, figure) -> added.put(quantity, system.value(figure)));
            if (!added.equals(printed)) {
                throw new IllegalStateException("the atoms of a table do not add up to its cells");
            }
        }
        return this;
    }
}
