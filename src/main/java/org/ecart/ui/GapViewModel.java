package org.ecart.ui;

import java.util.ArrayList;
import java.util.List;
import org.ecart.i18n.Messages;
import org.ecart.i18n.Numbers;
import org.ecart.model.Category;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;

/** A finished table as text for the screen, in one language. */
final class GapViewModel {
    private final ReleasableTable table;
    private final Messages messages;
    private final Language language;

    GapViewModel(ReleasableTable table, Messages messages, Language language) {
        this.table = table;
        this.messages = messages;
        this.language = language;
    }

    String title() {
        return table.caption().title().in(language);
    }

    String subtitle() {
        return table.caption().subtitle().in(language);
    }

    /** Notes, source line and notice, one a line. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        table.caption().notice().ifPresent(n -> notes.add(n.in(language)));
        table.caption().notes().forEach(n -> notes.add(n.in(language)));
        notes.add(table.caption().source().in(language));
        return notes;
    }

    /** The heads of the columns: the row dimensions, then the measures. */
    List<String> heads() {
        List<String> heads = new ArrayList<>();
        table.shape().rows().dimensions().forEach(d -> heads.add(d.labels().in(language)));
        table.measures().forEach(m -> heads.add(messages.text(language, "i18n.measure." + m.id())));
        return heads;
    }

    /** The first block of the table: one line an entry of the rows, texts in the order of {@link #heads}. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        TableShape shape = table.shape();
        for (int r = 0; r < shape.rows().entries().size(); r++) {
            List<String> row = new ArrayList<>();
            List<String> codes = shape.rows().entries().get(r);
            for (int d = 0; d < codes.size(); d++) {
                row.add(label(shape.rows().dimensions().get(d), codes.get(d)).in(language));
            }
            int cell = shape.index(new Address(0, r, 0, 0));
            table.measures().forEach(m -> row.add(text(m, table.value(m, cell))));
            rows.add(row);
        }
        return rows;
    }

    private Labels label(TableShape.Dimension dimension, String code) {
        return code.equals(Category.TOTAL) ? Labels.same(messages.text(language, "i18n.total")) : dimension.label(code);
    }

    private String text(Measure measure, Value value) {
        Numbers numbers = Numbers.of(language);
        int decimals = table.decimals().of(measure);
        return value.number()
                .map(n -> measure.unit() == Measure.Unit.POINTS
                        ? numbers.signed(n, decimals)
                        : numbers.format(n, decimals))
                .orElse(value.status().mark());
    }
}
