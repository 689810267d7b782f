package org.ecart.ui.explore;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.model.Breakdown;
import org.ecart.model.Caption;
import org.ecart.model.Category;
import org.ecart.model.Decimals;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.TableShape;
import org.ecart.model.Value;
import org.ecart.protect.PrintedTable;
import org.ecart.protect.Protection;

/** A table of any size with the frame of another; the figure in a cell is its number. */
record WideTable(PrintedTable like, TableShape shape) implements PrintedTable {
    private static final int GROUP = 100;

    /** Columns stand in groups of 100, each under a head. */
    static GridModel grid(PrintedTable like, int lines, int columns) {
        TableShape.Side rows = new TableShape.Side(
                List.of(dimension("row", lines)),
                IntStream.range(0, lines).mapToObj(i -> List.of("row" + i)).toList());
        TableShape.Side across = new TableShape.Side(
                List.of(dimension("group", columns / GROUP), dimension("column", GROUP)),
                IntStream.range(0, columns)
                        .mapToObj(i -> List.of("group" + i / GROUP, "column" + i % GROUP))
                        .toList());
        WideTable table =
                new WideTable(like, new TableShape(List.of(Period.ofYear(2014)), rows, across, TableShape.Side.NONE));
        List<Protection> marks = Collections.nCopies(table.shape.size(), Protection.SAFE);
        return new GridModel(table, marks, Language.EN, Sample.MESSAGES, false);
    }

    private static TableShape.Dimension dimension(String variable, int categories) {
        return new TableShape.Dimension(
                variable,
                Labels.same(variable),
                IntStream.range(0, categories)
                        .mapToObj(i -> new Category(variable + i, Labels.same(variable + " " + i), false, false))
                        .toList());
    }

    @Override
    public Caption caption() {
        return like.caption();
    }

    @Override
    public List<Measure> measures() {
        return List.of(Measure.PERSONS);
    }

    @Override
    public Value value(Measure measure, int cell) {
        return Value.of(BigDecimal.valueOf(cell));
    }

    @Override
    public Optional<Breakdown.Reference> reference() {
        return Optional.empty();
    }

    @Override
    public Decimals decimals() {
        return like.decimals();
    }
}
