package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines and columns of a grid as text for the clipboard, with the heads: for Word and Excel as HTML, else with tabs. */
final class TableText {
    private final GridModel grid;
    private final List<GridModel.Line> lines;
    private final List<GridModel.Column> columns;

    TableText(GridModel grid, List<GridModel.Line> lines, List<GridModel.Column> columns) {
        this.grid = grid;
        this.lines = lines;
        this.columns = columns;
    }

    /** Tabs between cells, one line a line; the heads of a column joined in one. */
    String plain() {
        List<List<String>> all = new ArrayList<>();
        List<String> heads = new ArrayList<>();
        if (grid.dated()) {
            heads.add("");
        }
        heads.add(grid.rowHead());
        columns.forEach(c -> heads.add(String.join(" / ", c.heads())));
        all.add(heads);
        lines.forEach(l -> all.add(texts(l)));
        return all.stream().map(l -> String.join("\t", l) + "\n").collect(Collectors.joining());
    }

    /** A table with merged heads. */
    String html() {
        StringBuilder html = new StringBuilder("<table>");
        int depth = columns.stream().mapToInt(c -> c.heads().size()).max().orElse(1);
        for (int level = 0; level < depth; level++) {
            html.append("<tr>");
            if (level == 0) {
                if (grid.dated()) {
                    html.append(head("", 1, depth));
                }
                html.append(head(grid.rowHead(), 1, depth));
            }
            heads(html, level, depth);
            html.append("</tr>");
        }
        for (GridModel.Line line : lines) {
            html.append("<tr>");
            int labels = grid.dated() ? 2 : 1;
            List<String> texts = texts(line);
            for (int i = 0; i < texts.size(); i++) {
                html.append(i < labels ? "<th align=\"left\">" : "<td align=\"right\">")
                        .append(escaped(texts.get(i)))
                        .append(i < labels ? "</th>" : "</td>");
            }
            html.append("</tr>");
        }
        return html.append("</table>").toString();
    }

    private void heads(StringBuilder html, int level, int depth) {
        int from = 0;
        while (from < columns.size()) {
            List<String> heads = columns.get(from).heads();
            int to = from + 1;
            if (level < heads.size() - 1) {
                List<String> group = heads.subList(0, level + 1);
                while (to < columns.size()
                        && columns.get(to).heads().size() - 1 > level
                        && columns.get(to).heads().subList(0, level + 1).equals(group)) {
                    to++;
                }
                html.append(head(heads.get(level), to - from, 1));
            } else if (level == heads.size() - 1) {
                html.append(head(heads.get(level), 1, depth - level));
            }
            from = to;
        }
    }

    private List<String> texts(GridModel.Line line) {
        List<String> texts = new ArrayList<>();
        if (grid.dated()) {
            texts.add(grid.period(line));
        }
        texts.add("\u2003".repeat(line.indent()) + line.label());
        columns.forEach(c -> texts.add(grid.cell(line, c).text()));
        return texts;
    }

    private static String head(String text, int across, int down) {
        return "<th colspan=\"" + across + "\" rowspan=\"" + down + "\">" + escaped(text) + "</th>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
