package org.ecart.synthetic;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** One of several things, each with its weight. */
final class Choice<T> {
    private final List<T> things;
    private final double[] upTo;

    private Choice(List<T> things, double[] upTo) {
        this.things = things;
        this.upTo = upTo;
    }

    /** @param weight 0 or more, not all 0; in any unit */
    static <T> Choice<T> of(List<T> things, ToDoubleFunction<? super T> weight) {
        double[] upTo = new double[things.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weight.applyAsDouble(things.get(i));
            upTo[i] = sum;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("nothing to choose from");
        }
        return new Choice<>(List.copyOf(things), upTo);
    }

    /** Codes and their weights in turn: {@code "A 3 B 1"}. */
    static Choice<String> of(String codesAndWeights) {
        List<String> words = List.of(codesAndWeights.split(" ", -1));
        List<Integer> places = IntStream.range(0, words.size() / 2).boxed().toList();
        return of(places, i -> Double.parseDouble(words.get(2 * i + 1))).map(i -> words.get(2 * i));
    }

    /** The same choice between other things. */
    <U> Choice<U> map(Function<? super T, U> change) {
        return new Choice<>(things.stream().<U>map(change).toList(), upTo);
    }

    /** The thing at {@code p}, a number in [0, 1). */
    T at(double p) {
        double wanted = p * upTo[upTo.length - 1];
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (wanted < upTo[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return things.get(low);
    }
}
