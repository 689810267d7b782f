package org.ecart.frame;

import java.util.List;
import java.util.Set;

/**
 * A coded variable of every person.
 *
 * @param missing codes that mean "not known", such as "999"; they count as unknown in conditions and keep their label
 * @param segments one a chunk
 */
public record CodedColumn(Dictionary dictionary, Set<String> missing, List<CodeSegment> segments) {
    public CodedColumn {
        missing = Set.copyOf(missing);
        segments = List.copyOf(segments);
    }

    /** Whether the code at a place tells something. */
    public boolean known(int place) {
        return place >= Dictionary.FIRST && !missing.contains(dictionary.code(place));
    }
}
