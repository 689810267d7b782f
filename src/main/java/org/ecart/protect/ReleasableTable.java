package org.ecart.protect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ecart.model.Breakdown;
import org.ecart.model.Caption;
import org.ecart.model.Decimals;
import org.ecart.model.Labels;
import org.ecart.model.Measure;
import org.ecart.model.Policy;
import org.ecart.model.TableShape;
import org.ecart.model.Value;

/**
 * A table that may leave the house: every value is safe under its policy or carries {@code [c]} in its place. Only this
 * room can make one; there is no public constructor.
 */
public final class ReleasableTable implements PrintedTable {
    private final Caption caption;
    private final TableShape shape;
    private final Map<Measure, List<Value>> values;
    private final Optional<Breakdown.Reference> reference;
    private final Decimals decimals;
    private final Policy policy;

    /** @param values for each measure in print order one value a cell, numbered as the shape says */
    ReleasableTable(
            Caption caption,
            TableShape shape,
            Map<Measure, List<Value>> values,
            Optional<Breakdown.Reference> reference,
            Decimals decimals,
            Policy policy) {
        this.caption = caption;
        this.shape = shape;
        this.values = new LinkedHashMap<>(values);
        this.values.replaceAll((measure, list) -> List.copyOf(list));
        this.reference = reference;
        this.decimals = decimals;
        this.policy = policy;
    }

    /** The same figures with more notes at the end of its caption. */
    public ReleasableTable noting(List<Labels> more) {
        return more.isEmpty()
                ? this
                : new ReleasableTable(caption.noting(more), shape, values, reference, decimals, policy);
    }

    @Override
    public Caption caption() {
        return caption;
    }

    @Override
    public TableShape shape() {
        return shape;
    }

    /** The measures of the table in print order. */
    @Override
    public List<Measure> measures() {
        return List.copyOf(values.keySet());
    }

    /** The exact value, not yet rounded to {@link #decimals}; {@code cell} as numbered by {@link TableShape#index}. */
    @Override
    public Value value(Measure measure, int cell) {
        return Objects.requireNonNull(values.get(measure), "not a measure of this table")
                .get(cell);
    }

    /** The category that gaps are measured against, where the table has gaps. */
    @Override
    public Optional<Breakdown.Reference> reference() {
        return reference;
    }

    /** The decimals that a release prints. */
    @Override
    public Decimals decimals() {
        return decimals;
    }

    /** The policy it was protected under; under "none" it may only be written inside the house. */
    public Policy policy() {
        return policy;
    }
}
