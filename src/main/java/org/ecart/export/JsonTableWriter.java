package org.ecart.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ecart.model.Breakdown.Reference;
import org.ecart.model.Caption;
import org.ecart.model.Category;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Dimension;
import org.ecart.model.TableShape.Side;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;

/**
 * A table as JSON with its words in all languages (docs/formats/table.md, resources/schema/table-1.json): UTF-8, LF, keys
 * always in the same order, cells as in {@link CsvWriter}.
 */
public final class JsonTableWriter {
    public static final String FORMAT = "ecart/table";
    public static final int VERSION = 1;

    private final ReleasableTable table;
    private final Figures figures;
    private final JsonGenerator json;

    private JsonTableWriter(ReleasableTable table, Figures figures, JsonGenerator json) {
        this.table = table;
        this.figures = figures;
        this.json = json;
    }

    /**
     * Writes the table and leaves the stream open.
     *
     * @param exact 15 significant digits; else the decimals that the table prints, as in a release
     */
    public static void write(ReleasableTable table, boolean exact, OutputStream out) throws IOException {
        JsonGenerator json = new JsonFactory()
                .createGenerator(out, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
                .setPrettyPrinter(printer());
        new JsonTableWriter(table, Figures.of(exact), json).writeAll();
        json.writeRaw('\n');
        json.close();
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withSeparators(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""));
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return printer;
    }

    private void writeAll() throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeNumberField("version", VERSION);
        writeProtection();
        writeCaption(table.caption());
        json.writeArrayFieldStart("periods");
        for (Period period : table.shape().periods()) {
            json.writeString(period.toString());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("dimensions");
        writeDimensions("rows", table.shape().rows());
        writeDimensions("columns", table.shape().columns());
        writeDimensions("layers", table.shape().layers());
        json.writeEndArray();
        writeReference();
        writeMeasures();
        writeCells();
        json.writeEndObject();
    }

    /** Whether it is protected, never how: the parameters stay inside the house. */
    private void writeProtection() throws IOException {
        json.writeBooleanField("protected", !table.policy().isNone());
        if (table.policy().isNone()) {
            json.writeStringField("notProtectedBecause", table.policy().reason().orElse(""));
        }
    }

    private void writeCaption(Caption caption) throws IOException {
        json.writeObjectFieldStart("caption");
        json.writeStringField("number", caption.number());
        writeLabels("title", caption.title());
        writeLabels("subtitle", caption.subtitle());
        writeLabelList("notes", caption.notes());
        writeLabelList("definitions", caption.definitions());
        writeLabels("source", caption.source());
        Optional<Labels> notice = caption.notice();
        if (notice.isPresent()) {
            writeLabels("notice", notice.get());
        }
        json.writeEndObject();
    }

    private void writeDimensions(String side, Side of) throws IOException {
        for (Dimension dimension : of.dimensions()) {
            json.writeStartObject();
            json.writeStringField("variable", dimension.variable());
            json.writeStringField("side", side);
            writeLabels("labels", dimension.labels());
            if (dimension.rollUp().isPresent()) {
                json.writeStringField("of", dimension.rollUp().get().of());
            }
            json.writeArrayFieldStart("categories");
            for (Category category : dimension.categories()) {
                json.writeStartObject();
                json.writeStringField("code", category.code());
                writeLabels("labels", category.labels());
                json.writeBooleanField("undetermined", category.undetermined());
                json.writeBooleanField("missing", category.missing());
                writeParts(dimension, category);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    /** The codes that a category is put together from, where these are all. */
    private void writeParts(Dimension dimension, Category category) throws IOException {
        Optional<List<String>> parts = dimension
                .rollUp()
                .flatMap(rollUp -> Optional.ofNullable(rollUp.codes().get(category.code())));
        if (parts.isPresent()) {
            json.writeArrayFieldStart("of");
            for (String code : parts.get()) {
                json.writeString(code);
            }
            json.writeEndArray();
        }
    }

    private void writeReference() throws IOException {
        Optional<Reference> reference = table.reference();
        if (reference.isPresent()) {
            json.writeObjectFieldStart("reference");
            json.writeStringField("variable", reference.get().variable());
            json.writeStringField("code", reference.get().code());
            json.writeEndObject();
        }
    }

    private void writeMeasures() throws IOException {
        json.writeArrayFieldStart("measures");
        for (Measure measure : table.measures()) {
            json.writeStartObject();
            json.writeStringField("id", measure.id());
            json.writeStringField("unit", measure.unit().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("decimals", table.decimals().of(measure));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeCells() throws IOException {
        TableShape shape = table.shape();
        json.writeArrayFieldStart("cells");
        for (int cell = 0; cell < shape.size(); cell++) {
            TableShape.Address address = shape.address(cell);
            json.writeStartObject();
            json.writeStringField(
                    "period", shape.periods().get(address.period()).toString());
            json.writeObjectFieldStart("codes");
            for (Map.Entry<String, String> code : shape.codes(address).entrySet()) {
                json.writeStringField(code.getKey(), code.getValue());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("values");
            for (Measure measure : table.measures()) {
                writeValue(measure, table.value(measure, cell));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeValue(Measure measure, Value value) throws IOException {
        json.writeObjectFieldStart(measure.id());
        Optional<String> number = figures.number(table, measure, value);
        if (number.isPresent()) {
            json.writeNumberField("value", new BigDecimal(number.get()));
        } else {
            json.writeNullField("value");
        }
        json.writeStringField("status", value.status().code());
        json.writeEndObject();
    }

    private void writeLabelList(String name, List<Labels> list) throws IOException {
        json.writeArrayFieldStart(name);
        for (Labels labels : list) {
            json.writeStartObject();
            writeTexts(labels);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeLabels(String name, Labels labels) throws IOException {
        json.writeObjectFieldStart(name);
        writeTexts(labels);
        json.writeEndObject();
    }

    private void writeTexts(Labels labels) throws IOException {
        for (Language language : Language.values()) {
            json.writeStringField(language.code(), labels.in(language));
        }
    }
}
