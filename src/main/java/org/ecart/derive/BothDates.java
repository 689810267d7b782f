package org.ecart.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.AmountSegment;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.frame.PersonSegment;
import org.ecart.frame.Persons;
import org.ecart.model.Period;

/**
 * The persons of one date, and behind them those who are only at another. What they are is carried over from there, as is what
 * they weigh, and how many each of their rows stands for; of anything else nothing is recorded of them.
 */
final class BothDates implements FrameSource {
    private static final long UNKNOWN = AmountColumn.UNKNOWN;
    private static final long ONE = 1;
    private static final int TEN = 10;

    private final FrameSource source;
    private final Period period;
    private final Period other;
    private final Optional<String> weight;
    private final Set<String> carried;
    private final List<PersonSegment> persons;
    /** The rows at the other date of those who are only there, ascending. */
    private final int[] added;

    private BothDates(
            FrameSource source,
            Period period,
            Period other,
            Optional<String> weight,
            Set<String> carried,
            List<PersonSegment> here,
            List<PersonSegment> there,
            int threads) {
        this.carried = Set.copyOf(carried);
        this.source = source;
        this.period = period;
        this.other = other;
        this.weight = weight;
        this.added = onlyThere(here, there, threads);
        this.persons = followed(here, there, added);
    }

    /** The same source where one of the dates has no persons. */
    static FrameSource of(
            FrameSource source,
            Period period,
            Period other,
            Optional<String> weight,
            Set<String> carried,
            int threads) {
        Optional<List<PersonSegment>> here =
                source.persons(period).map(p -> p.rows().get());
        Optional<List<PersonSegment>> there =
                source.persons(other).map(p -> p.rows().get());
        return here.isEmpty() || there.isEmpty()
                ? source
                : new BothDates(source, period, other, weight, carried, here.get(), there.get(), threads);
    }

    private static int[] onlyThere(List<PersonSegment> here, List<PersonSegment> there, int threads) {
        List<CodeSegment> met = new SamePersons(there, here).align(alike(here.size()), threads);
        return IntStream.range(0, met.size())
                .flatMap(chunk -> IntStream.range(0, met.get(chunk).length())
                        .filter(row -> met.get(chunk).at(row) == SamePersons.ABSENT)
                        .map(row -> chunk * Chunks.SIZE + row))
                .toArray();
    }

    /** A column that says the same of everybody: who has it is there. */
    private static CodedColumn alike(int chunks) {
        CodeSegment same = new CodeSegment.Bytes(new byte[Chunks.SIZE]);
        return new CodedColumn(new Dictionary(List.of()), Set.of(), Collections.nCopies(chunks, same));
    }

    /** Full chunks stay as they are; those added fill up the last one and follow it. */
    private static List<PersonSegment> followed(List<PersonSegment> here, List<PersonSegment> there, int[] added) {
        boolean full = here.isEmpty() || here.get(here.size() - 1).length() == Chunks.SIZE;
        List<PersonSegment> all = new ArrayList<>(full ? here : here.subList(0, here.size() - 1));
        int[] last = full ? new int[0] : here.get(here.size() - 1).persons();
        int[] rest = IntStream.concat(IntStream.of(last), numbers(there, added)).toArray();
        for (int from = 0; from < rest.length; from += Chunks.SIZE) {
            all.add(PersonSegment.pack(Arrays.copyOfRange(rest, from, Math.min(rest.length, from + Chunks.SIZE))));
        }
        return List.copyOf(all);
    }

    /** The persons of some rows, which ascend. */
    private static IntStream numbers(List<PersonSegment> persons, int[] rows) {
        return IntStream.range(0, persons.size()).flatMap(chunk -> {
            int first = chunk * Chunks.SIZE;
            int from = place(rows, first);
            int to = place(rows, first + persons.get(chunk).length());
            if (from == to) {
                return IntStream.empty();
            }
            int[] some = persons.get(chunk).persons();
            return IntStream.range(from, to).map(i -> some[rows[i] - first]);
        });
    }

    /** How many of the rows come before this one. */
    private static int place(int[] rows, int row) {
        int at = Arrays.binarySearch(rows, row);
        return at < 0 ? -at - 1 : at;
    }

    private static List<CodeSegment> packed(int[] codes) {
        List<CodeSegment> segments = new ArrayList<>();
        for (int from = 0; from < codes.length; from += Chunks.SIZE) {
            segments.add(CodeSegment.pack(codes, from, Math.min(codes.length, from + Chunks.SIZE)));
        }
        return List.copyOf(segments);
    }

    @Override
    public Optional<Persons> persons(Period date) {
        return date.equals(period) ? Optional.of(new Persons(Optional.empty(), () -> persons)) : source.persons(date);
    }

    @Override
    public Frame frame(Period date, Set<String> variables) {
        Frame here = source.frame(date, variables);
        if (!date.equals(period)) {
            return here;
        }
        Set<String> wanted = new HashSet<>(carried);
        weight.ifPresent(wanted::add);
        wanted.retainAll(variables);
        Frame there = source.frame(other, wanted);
        Map<String, CodedColumn> codes = new HashMap<>();
        here.codes()
                .forEach((variable, column) -> codes.put(
                        variable,
                        joined(
                                column,
                                here.rows(),
                                Optional.ofNullable(there.codes().get(variable))
                                        .filter(other -> carried.contains(variable)))));
        Map<String, AmountColumn> amounts = new HashMap<>();
        here.amounts()
                .forEach((variable, column) -> amounts.put(
                        variable,
                        joined(
                                column,
                                here.rows(),
                                Optional.ofNullable(there.amounts().get(variable)),
                                UNKNOWN)));
        Optional<AmountColumn> counts =
                here.persons().isEmpty() && there.persons().isEmpty()
                        ? Optional.empty()
                        : Optional.of(joined(
                                here.persons().orElseGet(() -> ones(here.rows())), here.rows(), there.persons(), ONE));
        return new Frame(date, here.rows() + added.length, codes, amounts, counts, here.unavailable());
    }

    private static AmountColumn ones(int rows) {
        List<long[]> chunks = new ArrayList<>();
        for (int chunk = 0; chunk < Chunks.count(rows); chunk++) {
            long[] ones = new long[Chunks.length(chunk, rows)];
            Arrays.fill(ones, ONE);
            chunks.add(ones);
        }
        return AmountColumn.of(0, chunks);
    }

    /** Full chunks stay as they are. Those added have no record where the other date has no such column. */
    private CodedColumn joined(CodedColumn column, int rows, Optional<CodedColumn> there) {
        int full = rows / Chunks.SIZE;
        int[] rest = new int[rows - full * Chunks.SIZE + added.length];
        Arrays.fill(rest, Dictionary.NO_RECORD);
        if (full < column.segments().size()) {
            CodeSegment last = column.segments().get(full);
            int[] codes = new int[last.length()];
            last.read(0, codes.length, codes);
            System.arraycopy(codes, 0, rest, 0, codes.length);
        }
        Set<String> values = new LinkedHashSet<>(column.dictionary().values());
        there.ifPresent(other -> values.addAll(other.dictionary().values()));
        Dictionary dictionary = new Dictionary(List.copyOf(values));
        Set<String> missing = new HashSet<>(column.missing());
        there.ifPresent(other -> {
            missing.addAll(other.missing());
            int[] places = other.byCode(places(other.dictionary(), dictionary));
            int first = rest.length - added.length;
            for (int i = 0; i < added.length; i++) {
                CodeSegment segment = other.segments().get(added[i] / Chunks.SIZE);
                rest[first + i] = places[segment.at(added[i] % Chunks.SIZE)];
            }
        });
        List<CodeSegment> segments = new ArrayList<>(column.segments().subList(0, full));
        segments.addAll(packed(rest));
        return new CodedColumn(dictionary, missing, segments);
    }

    /** Where the values of one dictionary stand in another that has them all. */
    private static int[] places(Dictionary from, Dictionary to) {
        int[] places = new int[from.size()];
        Arrays.setAll(places, place -> place < Dictionary.FIRST ? place : Places.of(to, from.code(place)));
        return places;
    }

    /** @param otherwise the elements of those added where the other date has no such column */
    private AmountColumn joined(AmountColumn here, int rows, Optional<AmountColumn> there, long otherwise) {
        int scale = Math.max(here.scale(), there.map(AmountColumn::scale).orElse(0));
        long[] all = new long[rows + added.length];
        Arrays.fill(all, rows, all.length, otherwise);
        int at = 0;
        for (AmountSegment segment : here.segments()) {
            for (long element : segment.elements()) {
                all[at++] = scaled(element, scale - here.scale());
            }
        }
        if (there.isPresent()) {
            for (int row : added) {
                AmountSegment segment = there.get().segments().get(row / Chunks.SIZE);
                all[at++] = scaled(
                        segment.at(row % Chunks.SIZE), scale - there.get().scale());
            }
        }
        List<long[]> chunks = new ArrayList<>();
        for (int from = 0; from < all.length; from += Chunks.SIZE) {
            chunks.add(Arrays.copyOfRange(all, from, Math.min(all.length, from + Chunks.SIZE)));
        }
        return AmountColumn.of(scale, chunks);
    }

    private static long scaled(long element, int decimals) {
        long scaled = element;
        for (int d = 0; d < decimals && element != UNKNOWN; d++) {
            scaled = Math.multiplyExact(scaled, TEN);
        }
        return scaled;
    }
}
