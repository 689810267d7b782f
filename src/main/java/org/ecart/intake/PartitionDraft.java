package org.ecart.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.CodeSegment;
import org.ecart.model.Period;

/**
 * The checked rows of one extract and date, sorted by person, ready to be kept.
 *
 * @param period none for an extract that is valid for all dates
 * @param persons the person of each row, ascending and distinct; empty for an extract without person numbers
 */
public record PartitionDraft(
        Optional<Period> period,
        int rows,
        int[] persons,
        Map<String, List<CodeSegment>> codes,
        Map<String, AmountColumn> amounts) {
    public PartitionDraft {
        codes = Map.copyOf(codes);
        amounts = Map.copyOf(amounts);
    }
}
