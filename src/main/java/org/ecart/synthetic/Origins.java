package org.ecart.synthetic;

import java.util.List;

/** The groups of origin and how large they are in each generation. */
final class Origins {
    /** Born in the middle of those aged 18-64 in 2014, the year of the published figures. */
    private static final double MIDDLE_BIRTH_YEAR = 1973;

    private static final double HALF_SPAN = 23;
    private static final double FURTHEST = 1.5;

    private final List<OriginGroup> groups;
    private final double total;
    private final double belgianYouth;

    Origins(List<OriginGroup> groups) {
        this.groups = List.copyOf(groups);
        double others = 0;
        double belgian = 0;
        for (OriginGroup group : groups) {
            if (group.belgian()) {
                belgian += group.share();
            } else {
                others += group.share() * group.youth();
            }
        }
        total = groups.stream().mapToDouble(OriginGroup::share).sum();
        belgianYouth = -others / belgian;
    }

    static Origins assumed() {
        return new Origins(Assumptions.read("origins.csv").rows().stream()
                .map(OriginGroup::of)
                .toList());
    }

    List<OriginGroup> groups() {
        return groups;
    }

    /** The group at {@code p} in [0, 1) among those born in a year. */
    OriginGroup at(int birthYear, double p) {
        double wanted = p * total;
        double sum = 0;
        for (OriginGroup group : groups) {
            sum += weight(group, birthYear);
            if (wanted < sum) {
                return group;
            }
        }
        return groups.get(groups.size() - 1);
    }

    /** The size of a group among those born in a year; over all groups it adds up to the same in each year. */
    double weight(OriginGroup group, int birthYear) {
        double later = (birthYear - MIDDLE_BIRTH_YEAR) / HALF_SPAN;
        double bounded = Math.max(-FURTHEST, Math.min(FURTHEST, later));
        double youth = group.belgian() ? belgianYouth : group.youth();
        return group.share() * (1 + youth * bounded);
    }
}
