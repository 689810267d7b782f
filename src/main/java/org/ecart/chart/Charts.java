package org.ecart.chart;

import java.util.function.BiFunction;
import org.ecart.i18n.Messages;
import org.ecart.model.ChartSpec;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.protect.ReleasableTable;

/**
 * Draws the charts of a study. The files are the same on any JDK, locale and time zone.
 *
 * <p>A table that cannot be drawn is refused with an {@link EcartException} that says what to change: a gap chart needs
 * rates, gaps and the reference among the rows; bars and lines need rates or persons and have at most six series; lines
 * need two periods; a flow picture needs persons, rows and columns; and no chart has more than twelve panels.
 */
public final class Charts {
    private static final double PIXELS_A_UNIT = 2;

    private final Messages messages;
    private final Styles styles;

    public Charts(Messages messages) {
        this.messages = messages;
        this.styles = Styles.load();
    }

    /** 1800 pixels wide, 300 dots an inch. */
    public byte[] png(ChartSpec spec, ReleasableTable table, Language language) {
        Sheet sheet = drawing(spec, table, language).sheet(Page.PAPER, styles);
        PixelCanvas canvas = new PixelCanvas(
                (int) (PIXELS_A_UNIT * Page.PAPER.width()), (int) PIXELS_A_UNIT * sheet.height(), PIXELS_A_UNIT);
        sheet.draw(canvas);
        return canvas.png();
    }

    /** 900 units wide, text as text, with the text alternative inside. */
    public byte[] svg(ChartSpec spec, ReleasableTable table, Language language) {
        Drawing drawing = drawing(spec, table, language);
        Sheet sheet = drawing.sheet(Page.PAPER, styles);
        SvgCanvas canvas = new SvgCanvas((int) Page.PAPER.width(), sheet.height());
        sheet.draw(canvas);
        return canvas.bytes(spec.title().in(language), drawing.alternative());
    }

    /**
     * The figure alone for the screen, without title, notes and source, and which part of it belongs to which cell. Only
     * the warning of a table without protection stands above it.
     */
    public Picture picture(ChartSpec spec, ReleasableTable table, Language language, Screen screen) {
        Page page = Page.screen(screen.width());
        double shrink = screen.width() / page.width();
        Sheet sheet = drawing(spec, table, language).sheet(page, styles.in(screen.appearance()));
        double height = sheet.height() * shrink;
        PixelCanvas canvas = new PixelCanvas(
                (int) Math.ceil(screen.width() * screen.density()),
                (int) Math.ceil(height * screen.density()),
                shrink * screen.density());
        sheet.draw(canvas);
        return new Picture(
                canvas,
                screen.width(),
                height,
                sheet.regions().stream().map(region -> region.times(shrink)).toList());
    }

    /** As {@link #picture(ChartSpec, ReleasableTable, Language, Screen)}, light, on a fine screen. */
    public Picture picture(ChartSpec spec, ReleasableTable table, Language language, double width) {
        return picture(spec, table, language, new Screen(width, 2, Appearance.LIGHT));
    }

    /** What the chart shows in words: each group with its figures; of a gap chart also the finding and the reference. */
    public String alternative(ChartSpec spec, ReleasableTable table, Language language) {
        return drawing(spec, table, language).alternative();
    }

    /** The figures drawn by a gap chart. */
    public DumbbellData data(ReleasableTable table, Language language) {
        return DumbbellReader.read(new Reading(table, language, messages));
    }

    /** The figures drawn by clustered bars. */
    public BarsData bars(ReleasableTable table, Language language) {
        return BarsReader.read(new Reading(table, language, messages));
    }

    /** The figures drawn by lines. */
    public LinesData lines(ReleasableTable table, Language language) {
        return LinesReader.read(new Reading(table, language, messages));
    }

    /** The figures drawn by a flow picture. */
    public FlowData flows(ReleasableTable table, Language language) {
        return FlowReader.read(new Reading(table, language, messages));
    }

    /**
     * One chart, read and worded.
     *
     * @param figure lays it out
     */
    private record Drawing(Wording words, String alternative, BiFunction<Page, Styles, Figure> figure) {
        Sheet sheet(Page page, Styles styles) {
            return new Sheet(page, figure.apply(page, styles), words, styles);
        }
    }

    private Drawing drawing(ChartSpec spec, ReleasableTable table, Language language) {
        Reading reading = new Reading(table, language, messages);
        return switch (spec.kind()) {
            case GAP_DUMBBELL -> {
                DumbbellData data = DumbbellReader.read(reading);
                GapWording wording = new GapWording(new Wording(spec, reading, data), data);
                yield new Drawing(
                        wording.words(),
                        wording.alternative(),
                        (page, colours) -> GapPanel.all(data, wording, colours, page));
            }
            case CLUSTERED_BARS -> {
                BarsData data = BarsReader.read(reading);
                BarsWording wording = new BarsWording(new Wording(spec, reading, data), data);
                yield new Drawing(
                        wording.words(),
                        wording.alternative(),
                        (page, colours) -> BarsPanel.all(data, wording, colours, page));
            }
            case LINES -> {
                LinesData data = LinesReader.read(reading);
                LinesWording wording = new LinesWording(new Wording(spec, reading, data), data);
                yield new Drawing(
                        wording.words(),
                        wording.alternative(),
                        (page, colours) -> new LinesFigure(data, wording, colours, page));
            }
            case FLOW -> {
                FlowData data = FlowReader.read(reading);
                FlowWording wording = FlowWording.of(new Wording(spec, reading, data), data, reading);
                yield new Drawing(
                        wording.words(),
                        wording.alternative(),
                        (page, colours) -> new FlowFigure(data, wording, colours, page));
            }
        };
    }
}
