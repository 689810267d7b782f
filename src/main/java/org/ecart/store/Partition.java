package org.ecart.store;

import java.util.Optional;
import org.ecart.model.Period;

/**
 * One published version of an extract at a date.
 *
 * @param period none for an extract that is valid for all dates
 * @param keyed whether its rows have persons; without them it cannot be linked
 * @param hash SHA-256 of the file it came from
 * @param importedAt UTC, to the second
 * @param retiredAt when it was replaced or removed, UTC to the second; its rows are gone then, and only this line is left
 */
public record Partition(
        int id,
        String extract,
        Optional<Period> period,
        int version,
        int rows,
        boolean keyed,
        String file,
        String hash,
        long read,
        long rejected,
        String importedAt,
        String importedBy,
        Optional<String> retiredAt) {
    /** What it is a version of. */
    public Terms.Held held() {
        return new Terms.Held(extract, period);
    }
}
