package org.ecart.derive;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of a dictionary in classes that no rule of a rule set tells apart: of 250 countries and 3 ways of not knowing
 * one, the rules on origin make 14.
 *
 * @param ofPlace the class of each place
 * @param examples one place of each class, the first
 */
record Classes(int[] ofPlace, int[] examples) {
    /**
     * The coarsest classes in which all places of a class have the same answers.
     *
     * @param answers to each question that the rules ask, by place
     */
    static Classes of(int places, List<int[]> answers) {
        int[] classes = new int[places];
        int[] examples = {0};
        for (int[] answer : answers) {
            Map<Long, Integer> told = new HashMap<>();
            int[] first = new int[places];
            for (int place = 0; place < places; place++) {
                int fresh = told.size();
                classes[place] = told.computeIfAbsent((long) classes[place] << 32 | answer[place], both -> fresh);
                if (told.size() > fresh) {
                    first[fresh] = place;
                }
            }
            examples = Arrays.copyOf(first, told.size());
        }
        return new Classes(classes, examples);
    }

    int count() {
        return examples.length;
    }
}
