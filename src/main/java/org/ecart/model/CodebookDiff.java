package org.ecart.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What came, went and changed from one codebook to another. The order is stable: the codebook itself, its variables,
 * code lists and extracts; within each the order of the first codebook, then what came in the order of the second.
 */
public record CodebookDiff(Codebook before, Codebook after, List<Change> changes) {
    /** What happened. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** What a change is about; the path of a change names it. */
    public enum Part {
        /** no path */
        CODEBOOK,
        /** variable */
        VARIABLE,
        /** code list */
        CODE_LIST,
        /** code list, code */
        CODE,
        /** code list, group */
        GROUP,
        /** extract */
        EXTRACT,
        /** extract, variable: a column may be renamed and hold the same */
        COLUMN,
        /** extract, variable, other name of the column */
        ALIAS
    }

    /** What of a part can change. */
    public enum Property {
        ID,
        EDITION,
        LABEL,
        SOURCE,
        NOTICE,
        ROLE,
        TYPE,
        CODE_LIST,
        UNIVERSE,
        PARENT,
        /** the first edition in which a code is valid */
        FROM,
        /** the last edition in which a code is valid */
        UNTIL,
        UNDETERMINED,
        MISSING,
        POPULATION,
        DATED,
        NAME,
        /** the order of the parts below the path: codes are printed in it */
        ORDER
    }

    /**
     * One property, before and after.
     *
     * @param language of a text that has one in each
     * @param before none where there was nothing
     * @param after none where there is nothing any more
     */
    public record Edit(
            Property property, Optional<Language> language, Optional<String> before, Optional<String> after) {}

    /**
     * One difference.
     *
     * @param path the ids that name the part, the outer first; of an order, what holds the parts
     * @param labels what was added or removed is called so; none where something changed
     * @param edit what changed; none where something was added or removed
     */
    public record Change(Kind kind, Part part, List<String> path, Optional<Labels> labels, Optional<Edit> edit) {
        public Change {
            path = List.copyOf(path);
        }
    }

    public CodebookDiff {
        changes = List.copyOf(changes);
    }

    /**
     * Compares two codebooks.
     *
     * @param wording how a universe is written
     */
    public static CodebookDiff between(Codebook before, Codebook after, Function<Condition, String> wording) {
        return new CodebookDiff(before, after, new CodebookComparison(wording).of(before, after));
    }
}
