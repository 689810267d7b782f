package org.ecart.frame;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A coded variable of every person. What follows from one stored column, such as an age or a recode, needs no codes of its
 * own: it is the codes of that column, and what each of them stands for here.
 *
 * @param missing codes that mean "not known", such as "999"; they count as unknown in conditions and keep their label
 * @param segments one a chunk
 * @param places the place in the dictionary of each code of the segments
 */
public record CodedColumn(Dictionary dictionary, Set<String> missing, List<CodeSegment> segments, int[] places) {
    public CodedColumn {
        missing = Set.copyOf(missing);
        segments = List.copyOf(segments);
    }

    /** A column whose codes are places themselves. */
    public CodedColumn(Dictionary dictionary, Set<String> missing, List<CodeSegment> segments) {
        this(
                dictionary,
                missing,
                segments,
                IntStream.range(0, dictionary.size()).toArray());
    }

    /** Whether the code at a place tells something. */
    public boolean known(int place) {
        return place >= Dictionary.FIRST && !missing.contains(dictionary.code(place));
    }

    /** The code of a row. */
    public String code(int row) {
        return dictionary.code(places[segments.get(row / Chunks.SIZE).at(row % Chunks.SIZE)]);
    }

    /** Whether both follow from the codes of the same stored column. */
    public boolean sharesCodes(CodedColumn other) {
        return segments == other.segments;
    }

    /** What is said of each place, said of each code of the segments. */
    public int[] byCode(int[] byPlace) {
        return Arrays.stream(places).map(place -> byPlace[place]).toArray();
    }

    /** The codes of the segments that some row has. */
    public BitSet occurring(int threads) {
        BitSet occurring = new BitSet();
        Chunks.map(segments.size(), threads, chunk -> segments.get(chunk).occurring())
                .forEach(occurring::or);
        return occurring;
    }
}
