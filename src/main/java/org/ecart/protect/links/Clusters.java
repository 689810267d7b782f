package org.ecart.protect.links;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tables of one date in clusters that can be protected one by one (docs/decisions/0011-linked-tables.md). In a cluster
 * every table is refined to all its traits; whoever leaves the margin over the traits that are {@code shared} as it is
 * does not change what other clusters tell.
 */
public final class Clusters {
    /**
     * Some tables.
     *
     * @param tables their numbers
     * @param traits what they ask for together
     * @param shared those of the traits that tables of other clusters ask for too
     */
    public record Cluster(SortedSet<Integer> tables, Set<Trait> traits, Set<Trait> shared) {
        public Cluster {
            tables = new TreeSet<>(tables);
            traits = Set.copyOf(traits);
            shared = Set.copyOf(shared);
        }
    }

    private final List<Set<Trait>> traits;
    private final List<SortedSet<Integer>> groups;

    private Clusters(List<Set<Trait>> traits, List<SortedSet<Integer>> groups) {
        this.traits = traits;
        this.groups = groups;
    }

    /** As few tables in a cluster as leave each a trait of its own. */
    public static Clusters of(List<Asked> tables) {
        Traits all = new Traits(tables);
        List<Set<Trait>> traits = tables.stream().map(all::of).toList();
        List<SortedSet<Integer>> apart = IntStream.range(0, tables.size())
                .<SortedSet<Integer>>mapToObj(table -> new TreeSet<>(Set.of(table)))
                .toList();
        return new Clusters(traits, apart).settled();
    }

    /** The same with the clusters of these tables as one, and of others where that leaves them no trait of their own. */
    public Clusters merged(Collection<Integer> tables) {
        SortedSet<Integer> one = new TreeSet<>();
        List<SortedSet<Integer>> others = new ArrayList<>();
        for (SortedSet<Integer> group : groups) {
            if (group.stream().anyMatch(tables::contains)) {
                one.addAll(group);
            } else {
                others.add(group);
            }
        }
        others.add(one);
        others.sort(Comparator.comparing(SortedSet::first));
        return new Clusters(traits, others).settled();
    }

    private Clusters settled() {
        for (SortedSet<Integer> group : groups) {
            Set<Trait> shared = shared(group);
            if (groups.size() > 1 && shared.containsAll(traits(group))) {
                return merged(List.of(group.first(), nearest(group).first()));
            }
        }
        return this;
    }

    /** The cluster that shares the most traits with this one; of equals the first. */
    private SortedSet<Integer> nearest(SortedSet<Integer> group) {
        Set<Trait> own = traits(group);
        Optional<SortedSet<Integer>> nearest = groups.stream()
                .filter(other -> !other.equals(group))
                .min(Comparator.comparing(other -> {
                    Set<Trait> common = new HashSet<>(own);
                    common.retainAll(traits(other));
                    return -common.size();
                }));
        return nearest.orElse(group);
    }

    private Set<Trait> traits(SortedSet<Integer> group) {
        return group.stream()
                .flatMap(table -> traits.get(table).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<Trait> shared(SortedSet<Integer> group) {
        Set<Trait> others = groups.stream()
                .filter(other -> !other.equals(group))
                .flatMap(other -> traits(other).stream())
                .collect(Collectors.toSet());
        Set<Trait> shared = traits(group);
        shared.retainAll(others);
        return shared;
    }

    /** The clusters in the order of their first tables. */
    public List<Cluster> all() {
        return groups.stream()
                .map(group -> new Cluster(group, traits(group), shared(group)))
                .toList();
    }
}
