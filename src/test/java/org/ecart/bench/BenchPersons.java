package org.ecart.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.model.Period;

/**
 * Invented persons as columns in the heap: nationalities over three generations and two dates, in about the shares of the
 * register (seven in ten of Belgian origin, parents unknown for one in eight), each column with all countries.
 */
final class BenchPersons {
    static final List<String> NATIONALITIES = List.of(
            "father_nationality",
            "mother_nationality",
            "nationality_at_birth",
            "nationality_now",
            "ff_nationality",
            "fm_nationality",
            "mf_nationality",
            "mm_nationality");
    static final List<String> DATES = List.of("acquired_on", "registered_on");

    private static final int BE = Dictionary.FIRST;
    private static final LocalDate FIRST_DAY = LocalDate.of(1983, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2014, 12, 31);

    private final SplittableRandom random;
    private final int countries;

    private BenchPersons(SplittableRandom random, int countries) {
        this.random = random;
        this.countries = countries;
    }

    /** @param countries known codes, Belgium first and then by frequency */
    static Frame frame(int rows, List<String> countries, long seed) {
        Dictionary nations = new Dictionary(countries);
        Dictionary days = new Dictionary(FIRST_DAY
                .datesUntil(LAST_DAY.plusDays(1))
                .map(LocalDate::toString)
                .toList());
        int inputs = NATIONALITIES.size() + DATES.size();
        List<List<CodeSegment>> segments = new ArrayList<>();
        IntStream.range(0, inputs).forEach(i -> segments.add(new ArrayList<>()));
        BenchPersons persons = new BenchPersons(new SplittableRandom(seed), countries.size());
        for (int chunk = 0; chunk < Chunks.count(rows); chunk++) {
            int[][] codes = new int[inputs][Chunks.length(chunk, rows)];
            for (int row = 0; row < codes[0].length; row++) {
                int[] person = persons.next(days.size());
                for (int i = 0; i < inputs; i++) {
                    codes[i][row] = person[i];
                }
            }
            for (int i = 0; i < inputs; i++) {
                segments.get(i).add(CodeSegment.pack(codes[i], 0, codes[i].length));
            }
        }
        Map<String, CodedColumn> columns = new LinkedHashMap<>();
        for (int i = 0; i < inputs; i++) {
            boolean nation = i < NATIONALITIES.size();
            columns.put(
                    nation ? NATIONALITIES.get(i) : DATES.get(i - NATIONALITIES.size()),
                    new CodedColumn(nation ? nations : days, Set.of(), segments.get(i)));
        }
        return new Frame(Period.ofYear(2014), rows, columns, Map.of(), Optional.empty(), Set.of());
    }

    private int[] next(int days) {
        int father = parent();
        int mother = random.nextInt(100) < 70 && father != BE ? father : parent();
        boolean foreign = father != BE && mother != BE && random.nextInt(100) < 60 || random.nextInt(100) < 3;
        int atBirth = random.nextInt(100) < 2 ? Dictionary.UNKNOWN : foreign ? foreigner(father) : BE;
        int now = atBirth == BE || random.nextInt(100) < 45 ? BE : atBirth;
        return new int[] {
            father,
            mother,
            atBirth,
            now,
            grandparent(father),
            grandparent(father),
            grandparent(mother),
            grandparent(mother),
            now == BE && atBirth != BE ? day(days, 5) : Dictionary.UNKNOWN,
            day(days, 2)
        };
    }

    private int parent() {
        int draw = random.nextInt(1000);
        return draw < 740 ? BE : draw < 860 ? Dictionary.UNKNOWN : country();
    }

    private int grandparent(int parent) {
        int draw = random.nextInt(100);
        return draw < 45 ? Dictionary.UNKNOWN : draw < 97 ? parent : country();
    }

    private int foreigner(int parent) {
        return parent > BE ? parent : country();
    }

    /** A foreign country, few of them often. */
    private int country() {
        double draw = random.nextDouble();
        return BE + 1 + (int) (draw * draw * draw * (countries - 1));
    }

    private int day(int days, int unknownOf100) {
        return random.nextInt(100) < unknownOf100 ? Dictionary.UNKNOWN : random.nextInt(Dictionary.FIRST, days);
    }

    /** The same persons as a file, an empty field for what is not known. */
    static void write(Frame frame, Path file) throws IOException {
        List<String> variables = new ArrayList<>(NATIONALITIES);
        variables.addAll(DATES);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id," + String.join(",", variables) + "\n");
            StringBuilder line = new StringBuilder();
            for (int row = 0; row < frame.rows(); row++) {
                line.setLength(0);
                line.append(row);
                for (String variable : variables) {
                    CodedColumn column = frame.coded(variable);
                    int place = column.segments().get(row / Chunks.SIZE).at(row % Chunks.SIZE);
                    line.append(',')
                            .append(
                                    place == Dictionary.UNKNOWN
                                            ? ""
                                            : column.dictionary().code(place));
                }
                out.append(line.append('\n'));
            }
        }
    }
}
