package org.ecart.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ecart.i18n.Messages;
import org.ecart.model.Caption;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Status;
import org.ecart.protect.ReleasableTable;

/**
 * A table as a sheet for the report, in one language: title, subtitle, table, marks used, notes, definitions, source,
 * notice. Numbers are rounded to the decimals of the table before they are written: nothing more precise leaves.
 */
public final class XlsxWriter {
    private static final String CREATED = "2000-01-01T00:00:00Z";
    private static final int NARROWEST = 90;
    /** Characters of 9 points in a column as wide as one of 10. */
    private static final double DENSITY = 1.1;

    private final ReleasableTable table;
    private final Language language;
    private final Messages messages;
    private final XSSFSheet sheet;
    private final XlsxStyles styles;
    private final XlsxTable grid;
    private int y;

    private XlsxWriter(ReleasableTable table, Language language, Messages messages, XSSFWorkbook workbook) {
        this.table = table;
        this.language = language;
        this.messages = messages;
        this.sheet = workbook.createSheet(sheetName(table, language, messages));
        this.styles = new XlsxStyles(workbook);
        this.grid = new XlsxTable(table, language, messages, sheet, styles);
    }

    /** Writes the table and leaves the stream open; the same table gives the same bytes at any time and place. */
    public static void write(ReleasableTable table, Language language, Messages messages, OutputStream out)
            throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            new XlsxWriter(table, language, messages, workbook).writeSheet();
            CoreProperties properties = workbook.getProperties().getCoreProperties();
            properties.setCreator("Ecart");
            properties.setTitle(table.caption().title().in(language));
            properties.setCreated(CREATED);
            properties.setModified(CREATED);
            workbook.write(packed);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e); // the date above is a constant
        }
        ReproducibleZip.repack(packed.toByteArray(), out);
    }

    private void writeSheet() {
        Caption caption = table.caption();
        grid.setWidths();
        if (table.policy().isNone()) {
            paragraph(text("i18n.internal", table.policy().reason().orElse("")), styles.warning, 15);
        }
        String number = caption.number().isEmpty() ? "" : caption.number() + "  ";
        paragraph(number + caption.title().in(language), styles.title, 20);
        paragraph(caption.subtitle().in(language), styles.subtitle, 15);
        y++;
        int head = y;
        y = grid.writeHead(y);
        sheet.createFreezePane(1, y);
        sheet.setRepeatingRows(new CellRangeAddress(head, y - 1, -1, -1));
        y = grid.writeBody(y) + 1;
        section("export.marks", marks());
        section("export.notes", in(caption.notes()));
        section("export.definitions", in(caption.definitions()));
        paragraph(caption.source().in(language), styles.note, 12.5);
        Optional<Labels> notice = caption.notice();
        notice.ifPresent(labels -> paragraph(labels.in(language), styles.notice, 12.5));
        setUpPrint();
    }

    private void section(String key, List<String> lines) {
        if (!lines.isEmpty()) {
            paragraph(text(key), styles.subhead, 12.5);
            lines.forEach(line -> paragraph(line, styles.note, 12.5));
            y++;
        }
    }

    /** The meaning of the marks that the table has, and no others. */
    private List<String> marks() {
        Set<Status> used = EnumSet.noneOf(Status.class);
        for (Measure measure : table.measures()) {
            for (int cell = 0; cell < table.shape().size(); cell++) {
                used.add(table.value(measure, cell).status());
            }
        }
        used.remove(Status.NORMAL);
        List<String> lines = new ArrayList<>();
        used.forEach(status -> lines.add(text("i18n.status." + status.code())));
        return lines;
    }

    /** A text across the table, in as many lines as it needs: Excel does not measure merged cells. */
    private void paragraph(String text, XSSFCellStyle style, double lineHeight) {
        if (text.isBlank()) {
            return;
        }
        int last = grid.lastColumn();
        int width = grid.width();
        while (width < NARROWEST) {
            last++;
            width += 9;
        }
        XSSFRow row = sheet.createRow(y);
        XSSFCell cell = row.createCell(0);
        cell.setCellValue(text);
        cell.setCellStyle(style);
        sheet.addMergedRegion(new CellRangeAddress(y, y, 0, last));
        double perLine = width * DENSITY * 11 / style.getFont().getFontHeightInPoints();
        row.setHeightInPoints((float) (lineHeight * Math.ceil(text.length() / perLine)));
        y++;
    }

    private void setUpPrint() {
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        for (PageMargin margin :
                new PageMargin[] {PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP, PageMargin.BOTTOM}) {
            sheet.setMargin(margin, 0.5);
        }
        sheet.getFooter().setRight("&P / &N");
        sheet.setDisplayGridlines(false);
    }

    private static String sheetName(ReleasableTable table, Language language, Messages messages) {
        String number = table.caption().number();
        return WorkbookUtil.createSafeSheetName(number.isEmpty() ? messages.text(language, "export.table") : number);
    }

    private List<String> in(List<Labels> labels) {
        return labels.stream().map(l -> l.in(language)).toList();
    }

    private String text(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }
}
