package org.ecart.chart;

import org.ecart.i18n.Messages;
import org.ecart.model.ChartSpec;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.protect.ReleasableTable;

/**
 * Draws the charts of a study. Each of the three gives the same result on any JDK, locale and time zone.
 *
 * <p>A table that cannot be drawn is refused with an {@link EcartException}: it has no rates and gaps, no reference among
 * its rows, or more than twelve combinations of period, column and layer without a total.
 */
public final class Charts {
    private final Messages messages;
    private final Styles styles;

    public Charts(Messages messages) {
        this.messages = messages;
        this.styles = Styles.load();
    }

    /** 1800 pixels wide, 300 dots an inch. */
    public byte[] png(ChartSpec spec, ReleasableTable table, Language language) {
        GapDrawing drawing = drawing(spec, table, language);
        PngCanvas canvas = new PngCanvas(GapDrawing.WIDTH, drawing.height());
        drawing.draw(canvas);
        return canvas.bytes();
    }

    /** 900 units wide, text as text, with the text alternative inside. */
    public byte[] svg(ChartSpec spec, ReleasableTable table, Language language) {
        GapDrawing drawing = drawing(spec, table, language);
        SvgCanvas canvas = new SvgCanvas(GapDrawing.WIDTH, drawing.height());
        drawing.draw(canvas);
        return canvas.bytes(spec.title().in(language), alternative(spec, table, language));
    }

    /** What the chart shows in words: the finding, the reference, and a line for each group. */
    public String alternative(ChartSpec spec, ReleasableTable table, Language language) {
        return wording(spec, table, language, data(table, language)).alternative();
    }

    /** The figures drawn, in drawing order. */
    public DumbbellData data(ReleasableTable table, Language language) {
        return DumbbellReader.read(table, language, messages);
    }

    private GapDrawing drawing(ChartSpec spec, ReleasableTable table, Language language) {
        // the only kind so far; a new one has to be handled here or the compiler says so
        return switch (spec.kind()) {
            case GAP_DUMBBELL -> {
                DumbbellData data = data(table, language);
                yield new GapDrawing(data, wording(spec, table, language, data), styles);
            }
        };
    }

    private Wording wording(ChartSpec spec, ReleasableTable table, Language language, DumbbellData data) {
        return new Wording(spec, table, data, language, messages);
    }
}
