package org.ecart.attack;

/** An equation that outsiders know: the sum of {@code signs[i]} x the unknown {@code places[i]} = {@code constant}. */
final class Relation {
    private final int[] places;
    private final int[] signs;
    private final long constant;

    Relation(int[] places, int[] signs, long constant) {
        this.places = places;
        this.signs = signs;
        this.constant = constant;
    }

    int[] places() {
        return places;
    }

    int[] signs() {
        return signs;
    }

    long constant() {
        return constant;
    }

    boolean holds(long[] values) {
        long sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum = Math.addExact(sum, signs[i] * values[places[i]]);
        }
        return sum == constant;
    }
}
