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
 * Tables of one date in clusters that can be protected one by one (docs/decisions/0013-linked-tables.md). In a cluster
 * every table is refined to all its traits; whoever leaves the margins over what is {@code shared} as they are does not
 * change what other clusters tell.
 */
public final class Clusters {
    /**
     * Some tables.
     *
     * @param tables their numbers
     * @param traits what they ask for together
     * @param shared those of the traits that other clusters ask for too: a set for each group of clusters that hang
     *     together without this one
     */
    public record Cluster(SortedSet<Integer> tables, Set<Trait> traits, List<Set<Trait>> shared) {
        public Cluster {
            tables = new TreeSet<>(tables);
            traits = Set.copyOf(traits);
            shared = shared.stream().map(Set::copyOf).toList();
        }
    }

    private final List<Asked> tables;
    private final List<Set<Trait>> traits;
    private final List<SortedSet<Integer>> groups;

    private Clusters(List<Asked> tables, List<Set<Trait>> traits, List<SortedSet<Integer>> groups) {
        this.tables = tables;
        this.traits = traits;
        this.groups = groups;
    }

    /** As few tables in a cluster as leave each something to move. */
    public static Clusters of(List<Asked> tables) {
        Traits all = new Traits(tables);
        List<Set<Trait>> traits = tables.stream().map(all::of).toList();
        List<SortedSet<Integer>> apart = IntStream.range(0, tables.size())
                .<SortedSet<Integer>>mapToObj(table -> new TreeSet<>(Set.of(table)))
                .toList();
        return new Clusters(List.copyOf(tables), traits, apart).settled();
    }

    /** All tables in one cluster. */
    public static Clusters one(List<Asked> tables) {
        Traits all = new Traits(tables);
        SortedSet<Integer> group =
                IntStream.range(0, tables.size()).boxed().collect(Collectors.toCollection(TreeSet::new));
        return new Clusters(List.copyOf(tables), tables.stream().map(all::of).toList(), List.of(group));
    }

    /** The clusters in the order of their first tables. */
    public List<Cluster> all() {
        return groups.stream()
                .map(group -> new Cluster(
                        group,
                        traits(group),
                        around(group).stream()
                                .map(others -> common(traits(group), others))
                                .distinct()
                                .toList()))
                .toList();
    }

    /** What is asked about the traits of one of the clusters. */
    public Questions questions(Cluster cluster) {
        return new Questions(tables, cluster);
    }

    /**
     * The same with a cluster and one or more others as one: those that ask for all that these variables of one of its
     * tables say, or else the one that asks for most of it.
     */
    public Clusters closer(int table, Set<String> variables) {
        Set<String> sources = tables.get(table).sources(variables);
        Set<Trait> wanted = traits.get(table).stream()
                .filter(trait -> trait.sources().stream().anyMatch(sources::contains))
                .collect(Collectors.toSet());
        SortedSet<Integer> own = groups.stream()
                .filter(group -> group.contains(table))
                .findFirst()
                .orElseThrow();
        List<SortedSet<Integer>> others =
                groups.stream().filter(group -> !group.equals(own)).toList();
        List<SortedSet<Integer>> asking = others.stream()
                .filter(group -> traits(group).containsAll(wanted))
                .toList();
        return merged(own, asking.isEmpty() ? nearest(wanted, others).stream().toList() : asking);
    }

    /** Whether some tables are in different clusters. */
    public boolean apart(Collection<Integer> some) {
        return groups.stream().noneMatch(group -> group.containsAll(some));
    }

    /** The same with the clusters of some tables as one. */
    public Clusters together(Collection<Integer> some) {
        List<SortedSet<Integer>> theirs = groups.stream()
                .filter(group -> some.stream().anyMatch(group::contains))
                .toList();
        return merged(theirs.get(0), theirs);
    }

    /** The cluster of a table. */
    public Cluster of(int table) {
        return all().stream()
                .filter(cluster -> cluster.tables().contains(table))
                .findFirst()
                .orElseThrow();
    }

    private Clusters merged(SortedSet<Integer> group, Collection<SortedSet<Integer>> more) {
        SortedSet<Integer> one = new TreeSet<>(group);
        more.forEach(one::addAll);
        List<SortedSet<Integer>> changed = new ArrayList<>(List.of(one));
        groups.stream().filter(other -> !one.containsAll(other)).forEach(changed::add);
        changed.sort(Comparator.comparing(SortedSet::first));
        return new Clusters(tables, traits, changed).settled();
    }

    /** Where a cluster shares all that it asks for, nothing in it could move. */
    private Clusters settled() {
        for (SortedSet<Integer> group : groups) {
            Set<Trait> own = traits(group);
            for (List<SortedSet<Integer>> others : around(group)) {
                if (common(own, others).equals(own)) {
                    return merged(group, nearest(own, others).stream().toList());
                }
            }
        }
        return this;
    }

    /** The other clusters in groups that hang together by what this one does not ask for. */
    private List<List<SortedSet<Integer>>> around(SortedSet<Integer> group) {
        Set<Trait> own = traits(group);
        List<List<SortedSet<Integer>>> around = new ArrayList<>();
        for (SortedSet<Integer> other : groups) {
            if (!other.equals(group)) {
                List<SortedSet<Integer>> joined = new ArrayList<>(List.of(other));
                around.removeIf(known -> {
                    Set<Trait> both = traits(other);
                    both.removeAll(own);
                    boolean meets = known.stream()
                            .anyMatch(member -> traits(member).stream().anyMatch(both::contains));
                    if (meets) {
                        joined.addAll(known);
                    }
                    return meets;
                });
                around.add(joined);
            }
        }
        return around;
    }

    private Set<Trait> common(Set<Trait> own, List<SortedSet<Integer>> others) {
        Set<Trait> common = new LinkedHashSet<>(own);
        Set<Trait> theirs = new HashSet<>();
        others.forEach(other -> theirs.addAll(traits(other)));
        common.retainAll(theirs);
        return common;
    }

    /** The cluster that asks for the most of some traits; of equals the first. */
    private Optional<SortedSet<Integer>> nearest(Set<Trait> wanted, List<SortedSet<Integer>> others) {
        return others.stream()
                .min(Comparator.<SortedSet<Integer>>comparingInt(
                                other -> -common(wanted, List.of(other)).size())
                        .thenComparing(SortedSet::first));
    }

    private Set<Trait> traits(SortedSet<Integer> group) {
        return group.stream()
                .flatMap(table -> traits.get(table).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
