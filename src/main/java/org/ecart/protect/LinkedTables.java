package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        this.tabulator = tabulator;
        this.policy = policy;
    }

    /**
     * For each table one decision a cell, margins that are not told among them.
     *
     * @throws EcartException disclosure, when they hang together in more combinations than can be protected
     */
    List<List<Protection>> decide(Loss loss, Progress progress) {
        List<List<Protection>> decisions = new ArrayList<>();
        for (Draft table : tables) {
            decisions.add(
                    new ArrayList<>(Collections.nCopies(table.values().cells().size(), Protection.SAFE)));
        }
        Set<Period> periods = new TreeSet<>();
        tables.forEach(table -> periods.addAll(table.plans().keySet()));
        for (Period period : periods) {
            for (ClusterSystem system : systems(period, progress)) {
                List<Protection> protections = Suppression.protect(system.system(), policy, loss, progress);
                for (int u = 0; u < system.places().size(); u++) {
                    ClusterSystem.Place place = system.places().get(u);
                    decisions.get(place.table()).set(place.cell(), protections.get(u));
                }
            }
        }
        return decisions;
    }

    /** What the tables tell of the persons of a date, in systems that can be protected one by one. */
    public List<ClusterSystem> systems(Period period, Progress progress) {
        List<Piece> pieces = Piece.at(period, tables);
        Clusters clusters = Clusters.of(pieces.stream().map(Piece::asked).toList());
        List<ClusterSystem> systems = new ArrayList<>();
        while (systems.size() < clusters.all().size()) {
            Cluster cluster = clusters.all().get(systems.size());
            ClusterSystem system = system(period, pieces, cluster, clusters.questions(cluster), progress);
            Optional<ClusterSystem.Place> stuck = stuck(system);
            if (stuck.isPresent()) {
                clusters = clusters.closer(piece(pieces, stuck.get()), crossed(stuck.get()));
                systems.clear();
            } else {
                systems.add(system);
            }
        }
        return systems;
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

    /** A cell that is unsafe by a figure that other clusters tell too. */
    private Optional<ClusterSystem.Place> stuck(ClusterSystem system) {
        Set<Integer> constants =
                Arrays.stream(system.system().constants()).boxed().collect(Collectors.toSet());
        if (constants.isEmpty() || policy.isNone()) {
            return Optional.empty();
        }
        PrimaryRule rule = new PrimaryRule(policy);
        List<Unit> units = system.system().units();
        return IntStream.range(0, system.places().size())
                .filter(u -> rule.unsafe(system.system(), units.get(u)).stream()
                        .flatMap(quantity -> units.get(u).figure(quantity).stream())
                        .anyMatch(constants::contains))
                .mapToObj(system.places()::get)
                .findFirst();
    }

    private static int piece(List<Piece> pieces, ClusterSystem.Place place) {
        return IntStream.range(0, pieces.size())
                .filter(p -> pieces.get(p).table() == place.table()
                        && pieces.get(p).cells().contains(place.cell()))
                .findFirst()
                .orElseThrow();
    }

    private Set<String> crossed(ClusterSystem.Place place) {
        return Piece.crossed(tables.get(place.table()).values(), place.cell());
    }
}
