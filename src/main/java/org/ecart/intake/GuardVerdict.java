package org.ecart.intake;

import java.util.Locale;
import java.util.Optional;
import org.ecart.model.EcartException;

/**
 * What the guard says of one column. It holds a kind and a number of fields, never a value, and so do its sentences.
 *
 * @param kind none when nothing was found
 * @param count the fields that were found; 0 where the name of the column decided
 */
public record GuardVerdict(Level level, Optional<Kind> kind, long count) {
    public static final GuardVerdict NONE = new GuardVerdict(Level.NONE, Optional.empty(), 0);

    /** What follows from it. */
    public enum Level {
        /** nothing was found */
        NONE,
        /** a few doubtful hits: the import goes on and says so */
        WARN,
        /** the column holds direct identifiers: nothing of the delivery may be kept */
        REFUSE
    }

    /** What was found; the earlier kinds tell more and go first. */
    public enum Kind {
        NATIONAL_NUMBER,
        EMAIL,
        IBAN,
        BIRTH_DATE,
        NAME_OF_COLUMN
    }

    static GuardVerdict warn(Kind kind, long count) {
        return new GuardVerdict(Level.WARN, Optional.of(kind), count);
    }

    static GuardVerdict refuse(Kind kind, long count) {
        return new GuardVerdict(Level.REFUSE, Optional.of(kind), count);
    }

    public boolean warns() {
        return level == Level.WARN;
    }

    public boolean refuses() {
        return level == Level.REFUSE;
    }

    /** The more serious of two verdicts on a column, the first of two as serious. */
    GuardVerdict or(GuardVerdict other) {
        return other.level.compareTo(level) > 0 ? other : this;
    }

    /** The sentence for a column that {@link #refuses}: what was found and what to do next. */
    public EcartException refusal(String column) {
        return EcartException.data("intake.guard.refused", column, found());
    }

    /** The sentence for a column that {@link #warns}; it is said, not thrown. */
    public EcartException warning(String column) {
        return EcartException.data("intake.guard.doubtful", column, found());
    }

    private EcartException found() {
        String name = kind.orElseThrow().name().toLowerCase(Locale.ROOT);
        return EcartException.data("intake.guard.kind." + name, count);
    }
}
