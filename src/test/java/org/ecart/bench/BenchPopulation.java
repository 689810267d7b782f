package org.ecart.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.model.Period;

/**
 * Invented persons of four years as columns in the heap, with a weight and, for employees, a daily wage. Frames of fewer or
 * more persons are made of the same segments.
 */
final class BenchPopulation {
    static final List<Integer> YEARS = List.of(2011, 2012, 2013, 2014);
    static final int FIRST_BIRTH = 1934;

    /** The coded variables with their codes; all but years of birth are about as frequent as in the register. */
    static final Map<String, List<String>> CODES = codes();

    private static final int[] ORIGIN = {650, 100, 55, 50, 40, 30, 30, 15, 10, 8, 5, 4, 2, 1};
    private static final int[] POSITION = {430, 90, 60, 30, 10, 10, 70, 120, 60, 80, 30, 10};

    private final Map<String, List<CodeSegment>> codes = new LinkedHashMap<>();
    private final List<long[]> weights = new ArrayList<>();
    private final List<long[]> wages = new ArrayList<>();
    private final int chunksAYear;

    /** @param chunksAYear full chunks of persons in each year */
    BenchPopulation(int chunksAYear, long seed) {
        this.chunksAYear = chunksAYear;
        CODES.keySet().forEach(v -> codes.put(v, new ArrayList<>()));
        SplittableRandom random = new SplittableRandom(seed);
        for (int year : YEARS) {
            for (int chunk = 0; chunk < chunksAYear; chunk++) {
                add(year, random.split());
            }
        }
    }

    private static Map<String, List<String>> codes() {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        codes.put(
                "origin",
                List.of(
                        "BE", "EU14", "MAGH", "UND", "EU13", "CAND", "AFR", "EUR", "NME", "ASIA", "SAM", "OFE", "NAM",
                        "OTH"));
        codes.put("gender", List.of("F", "M"));
        codes.put("region", List.of("VLG", "WAL", "BRU"));
        codes.put("education", List.of("low", "medium", "high", "unknown"));
        codes.put("household", List.of("couple", "couple_children", "single", "single_parent", "child", "other"));
        codes.put(
                "position",
                List.of("111", "112", "121", "122", "123", "131", "200", "310", "320", "330", "340", "400"));
        codes.put(
                "birth",
                IntStream.range(FIRST_BIRTH, YEARS.get(3) - 15)
                        .mapToObj(Integer::toString)
                        .toList());
        return codes;
    }

    private void add(int year, SplittableRandom random) {
        Map<String, int[]> chunk = new HashMap<>();
        CODES.keySet().forEach(v -> chunk.put(v, new int[Chunks.SIZE]));
        long[] weight = new long[Chunks.SIZE];
        long[] wage = new long[Chunks.SIZE];
        for (int row = 0; row < Chunks.SIZE; row++) {
            int origin = drawn(ORIGIN, random);
            int position = drawn(POSITION, random);
            put(chunk, "origin", row, origin);
            put(chunk, "position", row, position);
            put(chunk, "gender", row, random.nextInt(2));
            put(chunk, "region", row, Math.max(0, random.nextInt(10) - 6) % 3);
            put(chunk, "education", row, random.nextInt(4));
            put(chunk, "household", row, random.nextInt(6));
            put(chunk, "birth", row, year - 16 - random.nextInt(60) - FIRST_BIRTH);
            weight[row] = 500 + random.nextInt(1500);
            double bell = random.nextDouble() + random.nextDouble() + random.nextDouble();
            wage[row] = position < 2 ? (long) (5_000 + 9_000 * bell * bell - 80L * origin) : AmountColumn.UNKNOWN;
        }
        chunk.forEach((variable, places) -> segments(variable).add(CodeSegment.pack(places, 0, places.length)));
        weights.add(weight);
        wages.add(wage);
    }

    private List<CodeSegment> segments(String variable) {
        return Optional.ofNullable(codes.get(variable)).orElseThrow();
    }

    private static void put(Map<String, int[]> chunk, String variable, int row, int code) {
        Optional.ofNullable(chunk.get(variable)).orElseThrow()[row] = Dictionary.FIRST + code;
    }

    private static int drawn(int[] shares, SplittableRandom random) {
        int draw = random.nextInt(1000);
        int place = 0;
        while (draw >= shares[place]) {
            draw -= shares[place++];
        }
        return place;
    }

    int rowsAYear() {
        return chunksAYear * Chunks.SIZE;
    }

    /** Each year for itself. */
    FrameSource years() {
        return source(period -> YEARS.indexOf(period.year()) * chunksAYear, chunksAYear);
    }

    /** The first so many chunks of all years together, at whatever date. */
    FrameSource first(int chunks) {
        return source(period -> 0, chunks);
    }

    private FrameSource source(ToIntFunction<Period> from, int chunks) {
        Map<Integer, Frame> frames = new HashMap<>();
        return (period, variables) -> {
            Frame whole = frames.computeIfAbsent(period.year(), y -> frame(period, from.applyAsInt(period), chunks));
            Map<String, CodedColumn> coded = whole.codes().entrySet().stream()
                    .filter(e -> variables.contains(e.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            Map<String, AmountColumn> amounts = whole.amounts().entrySet().stream()
                    .filter(e -> variables.contains(e.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            return new Frame(period, whole.rows(), coded, amounts, Optional.empty(), Set.of());
        };
    }

    private Frame frame(Period period, int from, int chunks) {
        Map<String, CodedColumn> coded = new HashMap<>();
        CODES.forEach((variable, list) -> coded.put(
                variable,
                new CodedColumn(
                        new Dictionary(list), Set.of(), segments(variable).subList(from, from + chunks))));
        Map<String, AmountColumn> amounts = Map.of(
                "weight", AmountColumn.of(3, weights.subList(from, from + chunks)),
                "wage", AmountColumn.of(2, wages.subList(from, from + chunks)));
        return new Frame(period, chunks * Chunks.SIZE, coded, amounts, Optional.empty(), Set.of());
    }
}
