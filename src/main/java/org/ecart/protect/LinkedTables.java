package org.ecart.protect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.model.EcartException;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.links.Clusters;
import org.ecart.protect.links.Clusters.Cluster;
import org.ecart.protect.links.Questions;
import org.ecart.tabulate.Cube;
import org.ecart.tabulate.KeptCubes;
import org.ecart.tabulate.Tabulator;

/** Decides the cells of tables that leave together, date by date and cluster by cluster. */
public final class LinkedTables {
    /** More combinations than this are not protected as one. */
    private static final int MOST_ATOMS = 200_000;

    private final List<Draft> tables;
    private final Tabulator tabulator;
    private final Policy policy;

    public LinkedTables(List<Draft> tables, Tabulator tabulator, Policy policy) {
        this.tables = tables;
        this.tabulator = new KeptCubes(tabulator, () -> tables, 4 * MOST_ATOMS);
        this.policy = policy;
    }

    /**
     * For each table one decision a cell, margins that are not told among them.
     *
     * @throws EcartException disclosure, when they hang together in more combinations than can be protected
     */
    List<List<Protection>> decide(Progress progress) {
        List<List<Protection>> decisions = new ArrayList<>();
        for (Draft table : tables) {
            decisions.add(
                    new ArrayList<>(Collections.nCopies(table.values().cells().size(), Protection.SAFE)));
        }
        Set<Period> periods = new TreeSet<>();
        tables.forEach(table -> periods.addAll(table.plans().keySet()));
        for (Period period : periods) {
            for (Solved<List<Protection>> solved : solve(
                    period,
                    system -> Suppression.protect(system.system(), policy, progress),
                    LinkedTables::unproven,
                    progress)) {
                for (int u = 0; u < solved.system().places().size(); u++) {
                    ClusterSystem.Place place = solved.system().places().get(u);
                    decisions
                            .get(place.table())
                            .set(place.cell(), solved.result().get(u));
                }
            }
        }
        return decisions;
    }

    private static Optional<ClusterSystem.Place> unproven(ClusterSystem system, List<Protection> protections) {
        return IntStream.range(0, system.places().size())
                .filter(unit -> protections.get(unit) == Protection.FALLBACK)
                .mapToObj(system.places()::get)
                .findFirst();
    }

    /** What the tables tell of the persons of a date, in systems that can be protected one by one. */
    public List<ClusterSystem> systems(Period period, Progress progress) {
        return solve(period, system -> system, (system, same) -> Optional.empty(), progress).stream()
                .map(Solved::system)
                .toList();
    }

    /** A cluster and what came of it. */
    record Solved<T>(ClusterSystem system, T result) {}

    /**
     * Does something about each cluster. Where that fails for a cell, and what other clusters tell may be why, it is done
     * again with one of them taken in.
     *
     * @param failed a cell for which the result is not good enough
     */
    <T> List<Solved<T>> solve(
            Period period,
            Function<ClusterSystem, T> work,
            BiFunction<ClusterSystem, T, Optional<ClusterSystem.Place>> failed,
            Progress progress) {
        List<Piece> pieces = Piece.at(period, tables);
        Clusters clusters = Clusters.of(pieces.stream().map(Piece::asked).toList());
        Map<Cluster, Solved<T>> done = new HashMap<>();
        List<Solved<T>> solved = new ArrayList<>();
        while (solved.size() < clusters.all().size()) {
            Cluster cluster = clusters.all().get(solved.size());
            if (!done.containsKey(cluster)) {
                ClusterSystem system = system(period, pieces, cluster, clusters.questions(cluster), progress);
                Closer closer = new Closer(clusters, cluster, pieces, period, progress);
                Optional<Clusters> merged = closer.by(stuck(system));
                if (merged.isEmpty()) {
                    T result = work.apply(system);
                    boolean alone = system.system().constants().length == 0;
                    merged = alone
                            ? Optional.empty()
                            : closer.by(failed.apply(system, result).stream().toList());
                    done.put(cluster, new Solved<>(system, result));
                }
                if (merged.isPresent()) {
                    clusters = merged.get();
                    solved.clear();
                    continue;
                }
            }
            solved.add(done.get(cluster));
        }
        return solved;
    }

    /** Brings a cluster and others together, for the sake of cells that it cannot hide by itself. */
    private final class Closer {
        private final Clusters clusters;
        private final Cluster cluster;
        private final List<Piece> pieces;
        private final Period period;
        private final Progress progress;

        Closer(Clusters clusters, Cluster cluster, List<Piece> pieces, Period period, Progress progress) {
            this.clusters = clusters;
            this.cluster = cluster;
            this.pieces = pieces;
            this.period = period;
            this.progress = progress;
        }

        /** None where there is no such cell, or what would come of it is too large. */
        Optional<Clusters> by(List<ClusterSystem.Place> cells) {
            return cells.isEmpty()
                    ? Optional.empty()
                    : Optional.of(merged(cells)).filter(this::fits);
        }

        private Clusters merged(List<ClusterSystem.Place> cells) {
            Set<Integer> tellers =
                    cells.stream().map(cell -> piece(pieces, cell)).collect(Collectors.toCollection(TreeSet::new));
            ClusterSystem.Place first = cells.get(0);
            return clusters.apart(tellers)
                    ? clusters.together(tellers)
                    : clusters.closer(piece(pieces, first), crossed(pieces, first));
        }

        private boolean fits(Clusters merged) {
            Cluster larger = merged.of(cluster.tables().first());
            try {
                return tabulator
                                .tabulate(merged.questions(larger).query(period), progress)
                                .size()
                        <= MOST_ATOMS;
            } catch (EcartException tooManyCombinations) {
                return false;
            }
        }
    }

    /** All that the tables tell of the persons of a date, in one system. */
    public ClusterSystem whole(Period period, Progress progress) {
        List<Piece> pieces = Piece.at(period, tables);
        Clusters one = Clusters.one(pieces.stream().map(Piece::asked).toList());
        Cluster all = one.all().get(0);
        return system(period, pieces, all, one.questions(all), progress);
    }

    private ClusterSystem system(
            Period period, List<Piece> pieces, Cluster cluster, Questions questions, Progress progress) {
        List<Piece> members = cluster.tables().stream().map(pieces::get).toList();
        Cube cube = tabulator.tabulate(questions.query(period), progress);
        if (cube.size() > MOST_ATOMS) {
            throw new EcartException(
                    EcartException.Fault.DISCLOSURE,
                    "protect.linked",
                    members.stream()
                            .map(piece -> tables.get(piece.table()).name())
                            .distinct()
                            .collect(Collectors.joining(", ")),
                    cube.size(),
                    MOST_ATOMS);
        }
        List<Piece> others =
                pieces.stream().filter(piece -> !members.contains(piece)).toList();
        return ClusterSystem.of(members, others, questions, cube);
    }

    /**
     * A cell, or cells that differ by it, that is unsafe by what other clusters tell too: nothing in this cluster can hide
     * it.
     */
    private List<ClusterSystem.Place> stuck(ClusterSystem cluster) {
        if (cluster.system().constants().length == 0 || policy.isNone()) {
            return List.of();
        }
        Implied implied = Implied.in(cluster.system(), policy);
        CountSystem system = implied.system();
        Constants constants = new Constants(system);
        PrimaryRule rule = new PrimaryRule(policy);
        int told = cluster.system().units().size();
        for (int u = 0; u < system.units().size(); u++) {
            Unit unit = system.units().get(u);
            boolean fixed = rule.unsafe(system, unit).stream()
                    .flatMap(quantity -> unit.figure(quantity).stream())
                    .anyMatch(constants::fix);
            if (fixed && u < cluster.places().size()) {
                return List.of(cluster.place(u));
            }
            if (fixed && u >= told) {
                return implied.tellers().get(u - told).stream()
                        .map(cluster::place)
                        .toList();
            }
        }
        return List.of();
    }

    private static int piece(List<Piece> pieces, ClusterSystem.Place place) {
        return IntStream.range(0, pieces.size())
                .filter(p -> pieces.get(p).table() == place.table()
                        && pieces.get(p).cells().contains(place.cell()))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> crossed(List<Piece> pieces, ClusterSystem.Place place) {
        return Piece.crossed(pieces.get(piece(pieces, place)).values(), place.cell());
    }
}
