package org.ecart.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ecart.model.Measure;
import org.ecart.model.Status;

/** The looks of cells, each made once in a workbook. */
final class XlsxStyles {
    private static final String FONT = "Arial";
    private static final String INK = "1F262D";
    private static final String GREY = "59646E";
    private static final String BLUE = "12436D";
    private static final String PLUM = "801650";
    private static final String PALE = "EAF1F7";
    private static final String LINE = "B8C4CE";
    private static final String HAIRLINE = "E3E7EB";

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> numbers = new LinkedHashMap<>();
    private final Map<Integer, XSSFCellStyle> labels = new LinkedHashMap<>();
    final XSSFCellStyle warning;
    final XSSFCellStyle title;
    final XSSFCellStyle subtitle;
    final XSSFCellStyle head;
    final XSSFCellStyle measure;
    final XSSFCellStyle corner;
    final XSSFCellStyle block;
    final XSSFCellStyle mark;
    final XSSFCellStyle subhead;
    final XSSFCellStyle note;
    final XSSFCellStyle notice;

    XlsxStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        XSSFFont standard = workbook.getFontAt(0);
        standard.setFontName(FONT);
        standard.setFontHeightInPoints((short) 10);
        warning = text(10, true, PLUM);
        title = text(14, true, INK);
        subtitle = text(11, false, GREY);
        head = headStyle(HorizontalAlignment.CENTER);
        measure = headStyle(HorizontalAlignment.RIGHT);
        corner = headStyle(HorizontalAlignment.LEFT);
        block = text(10, true, BLUE);
        block.setWrapText(false);
        block.setBorderBottom(BorderStyle.THIN);
        block.setBottomBorderColor(colour(LINE));
        mark = underlined(text(10, false, GREY));
        mark.setAlignment(HorizontalAlignment.RIGHT);
        subhead = text(9, true, GREY);
        note = text(9, false, GREY);
        notice = text(9, true, INK);
    }

    /** @param heading whether the line has no figures of its own */
    XSSFCellStyle label(int indent, boolean heading) {
        return labels.computeIfAbsent(2 * indent + (heading ? 1 : 0), both -> {
            XSSFCellStyle style = underlined(text(10, heading, INK));
            style.setAlignment(HorizontalAlignment.LEFT);
            style.setIndention((short) indent);
            return style;
        });
    }

    /** Numbers of a measure with so many decimals; the mark of a break belongs to the format, the number stays one. */
    XSSFCellStyle number(Measure measure, int decimals, Status status) {
        String digits = "#,##0" + (decimals > 0 ? "." + "0".repeat(decimals) : "");
        String mark = status == Status.NORMAL ? "" : "\" " + status.mark() + "\"";
        String minus = "\"\u2212\"" + digits + mark;
        String format = measure.unit().signed()
                ? "\"+\"" + digits + mark + ";" + minus + ";" + digits + mark
                : digits + mark + ";" + minus;
        return numbers.computeIfAbsent(format, code -> {
            XSSFCellStyle style = underlined(text(10, false, INK));
            style.setWrapText(false);
            style.setAlignment(HorizontalAlignment.RIGHT);
            style.setDataFormat(workbook.createDataFormat().getFormat(code));
            return style;
        });
    }

    private XSSFCellStyle headStyle(HorizontalAlignment alignment) {
        XSSFCellStyle style = text(10, true, INK);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setFillForegroundColor(colour(PALE));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(colour(LINE));
        return style;
    }

    private static XSSFCellStyle underlined(XSSFCellStyle style) {
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(colour(HAIRLINE));
        return style;
    }

    private XSSFCellStyle text(int size, boolean bold, String colour) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        font.setColor(colour(colour));
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private static XSSFColor colour(String hex) {
        int rgb = Integer.parseInt(hex, 16);
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }
}
