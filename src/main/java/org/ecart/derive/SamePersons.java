package org.ecart.derive;

import java.util.Arrays;
import java.util.List;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.PersonSegment;

/**
 * A column of one date for the persons of another: a merge of two ascending lists of persons, a chunk at a time. Nothing is
 * looked up, and memory is read from one end to the other.
 */
final class SamePersons {
    /** The code of a person who is not there; those of the others are one more than the places of what they have there. */
    static final int ABSENT = 0;

    private final List<PersonSegment> here;
    private final List<PersonSegment> there;

    /**
     * @param here the persons whose rows are filled, in runs that ascend each
     * @param there the persons who have the column, ascending
     */
    SamePersons(List<PersonSegment> here, List<PersonSegment> there) {
        this.here = here;
        this.there = there;
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
            run(persons, codes, from, to, column, byCode);
            from = to;
        }
        return CodeSegment.pack(codes, 0, codes.length);
    }

    /** Fills the codes of persons who ascend. */
    private void run(int[] persons, int[] codes, int from, int to, CodedColumn column, int[] byCode) {
        int first = persons[from];
        int last = persons[to - 1];
        int at = from;
        for (int chunk = firstWith(first);
                chunk < there.size() && there.get(chunk).first() <= last;
                chunk++) {
            int[] others = there.get(chunk).between(first, last);
            int[] theirs = new int[others.length];
            int row = there.get(chunk).before(first);
            column.segments().get(chunk).addTo(theirs, theirs.length, row, byCode);
            at = merge(persons, codes, at, to, others, theirs);
        }
    }

    /** Goes on from row {@code at} until one of both lists is at its end; where in the first one it is then. */
    private static int merge(int[] persons, int[] codes, int at, int to, int[] others, int[] theirs) {
        int row = at;
        for (int other = 0; row < to && other < others.length; ) {
            int own = persons[row];
            int next = others[other];
            if (own == next) {
                codes[row] = theirs[other];
            }
            row += own <= next ? 1 : 0;
            other += next <= own ? 1 : 0;
        }
        return row;
    }

    /** The first chunk there whose last person is this one or comes after; the number of chunks where there is none. */
    private int firstWith(int person) {
        int low = 0;
        int high = there.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (there.get(middle).last() < person) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
