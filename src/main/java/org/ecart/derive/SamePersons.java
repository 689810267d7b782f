package org.ecart.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.PersonSegment;

/**
 * A column of one date for the persons of another: a merge of two ascending lists of persons, a chunk at a time. Nothing is
 * looked up, and memory is read from one end to the other. Lists that go on with persons of a further date ascend anew there.
 */
final class SamePersons {
    /** The code of a person who is not there; those of the others are one more than the places of what they have there. */
    static final int ABSENT = 0;

    private final List<PersonSegment> here;
    private final List<List<Stretch>> there;

    /**
     * Ascending persons of one chunk there.
     *
     * @param row of the first of them within the chunk
     */
    private record Stretch(PersonSegment persons, int chunk, int row) {}

    /**
     * @param here the persons whose rows are filled, in runs that ascend each
     * @param there the persons who have the column, in runs that ascend each
     */
    SamePersons(List<PersonSegment> here, List<PersonSegment> there) {
        this.here = here;
        this.there = runs(there);
    }

    private static List<List<Stretch>> runs(List<PersonSegment> segments) {
        List<List<Stretch>> runs = new ArrayList<>();
        List<Stretch> run = new ArrayList<>();
        for (int chunk = 0; chunk < segments.size(); chunk++) {
            int row = 0;
            for (PersonSegment persons : segments.get(chunk).ascending()) {
                if (!run.isEmpty() && run.get(run.size() - 1).persons().last() > persons.first()) {
                    runs.add(run);
                    run = new ArrayList<>();
                }
                run.add(new Stretch(persons, chunk, row));
                row += persons.length();
            }
        }
        runs.add(run);
        return runs;
    }

    List<CodeSegment> align(CodedColumn column, int threads) {
        int[] byCode = Arrays.stream(column.places()).map(place -> place + 1).toArray();
        return Chunks.map(here.size(), threads, chunk -> align(here.get(chunk), column, byCode));
    }

    private CodeSegment align(PersonSegment segment, CodedColumn column, int[] byCode) {
        int[] persons = segment.persons();
        int[] codes = new int[persons.length];
        for (int from = 0; from < persons.length; ) {
            int to = from + 1;
            while (to < persons.length && persons[to] > persons[to - 1]) {
                to++;
            }
            for (List<Stretch> run : there) {
                meet(new Rows(persons, codes, from, to), run, column, byCode);
            }
            from = to;
        }
        return CodeSegment.pack(codes, 0, codes.length);
    }

    /** Rows of a chunk whose persons ascend. */
    private record Rows(int[] persons, int[] codes, int from, int to) {}

    /** Fills the codes of those who are in a run there. */
    private static void meet(Rows own, List<Stretch> run, CodedColumn column, int[] byCode) {
        int first = own.persons()[own.from()];
        int last = own.persons()[own.to() - 1];
        int at = own.from();
        for (int s = firstWith(run, first);
                s < run.size() && run.get(s).persons().first() <= last;
                s++) {
            Stretch stretch = run.get(s);
            int[] others = stretch.persons().between(first, last);
            int[] theirs = new int[others.length];
            int row = stretch.row() + stretch.persons().before(first);
            column.segments().get(stretch.chunk()).addTo(theirs, theirs.length, row, byCode);
            at = merge(own, at, others, theirs);
        }
    }

    /** Goes on from row {@code at} until one of both lists is at its end; where in the first one it is then. */
    private static int merge(Rows own, int at, int[] others, int[] theirs) {
        int[] persons = own.persons();
        int[] codes = own.codes();
        int to = own.to();
        int row = at;
        for (int other = 0; row < to && other < others.length; ) {
            int person = persons[row];
            int next = others[other];
            if (person == next) {
                codes[row] = theirs[other];
            }
            row += person <= next ? 1 : 0;
            other += next <= person ? 1 : 0;
        }
        return row;
    }

    /** The first stretch whose last person is this one or comes after; their number where there is none. */
    private static int firstWith(List<Stretch> run, int person) {
        int low = 0;
        int high = run.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (run.get(middle).persons().last() < person) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
