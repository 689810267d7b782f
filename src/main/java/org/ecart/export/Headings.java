package org.ecart.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.model.Category;
import org.ecart.model.Language;
import org.ecart.model.TableShape.Dimension;
import org.ecart.model.TableShape.Side;

/**
 * The words at a side of a printed table. An entry is a path from the outermost heading to its own: gender within origin
 * is "Maghreb, Women". A variable that an entry sums over is left out of its path, unless one nested in it is told.
 */
public final class Headings {
    /** One heading on a path. */
    public record Step(int dimension, String code, String label) {}

    /**
     * A line of the table.
     *
     * @param indent 0 for the outermost
     * @param entry the entry of the side whose figures it has; none for a line that only is a heading
     */
    public record Line(String label, int indent, Optional<Integer> entry) {}

    private final Side side;
    private final Language language;
    private final String total;
    /** For each dimension the label of each of its codes. */
    private final List<Map<String, String>> labels = new ArrayList<>();
    /** Whether some entry has a category of the first dimension and one of the second. */
    private final boolean[][] nested;

    /** @param total what a total is called in that language */
    public Headings(Side side, Language language, String total) {
        this.side = side;
        this.language = language;
        this.total = total;
        for (Dimension dimension : side.dimensions()) {
            Map<String, String> ofCodes = new HashMap<>();
            dimension.categories().forEach(c -> ofCodes.put(c.code(), c.labels().in(language)));
            labels.add(ofCodes);
        }
        this.nested = nested(side);
    }

    private static boolean[][] nested(Side side) {
        int dimensions = side.dimensions().size();
        boolean[][] nested = new boolean[dimensions][dimensions];
        for (List<String> codes : side.entries()) {
            for (int outer = 0; outer < dimensions; outer++) {
                for (int inner = outer + 1; inner < dimensions; inner++) {
                    nested[outer][inner] |= !codes.get(outer).equals(Category.TOTAL)
                            && !codes.get(inner).equals(Category.TOTAL);
                }
            }
        }
        return nested;
    }

    /** The names of the side's variables: "Origin / Gender"; empty for an empty side. */
    public String variables() {
        return String.join(
                " / ",
                side.dimensions().stream().map(d -> d.labels().in(language)).toList());
    }

    /** The path of an entry; empty where it sums over everything. */
    public List<Step> path(int entry) {
        return path(side.entries().get(entry));
    }

    /** The path of every entry. */
    public List<List<Step>> paths() {
        return side.entries().stream().map(codes -> path(codes)).toList();
    }

    /** The entries one below another, inner ones indented, with a heading where their group has no line of its own. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        List<Step> open = List.of();
        List<List<Step>> paths = paths();
        for (int entry = 0; entry < paths.size(); entry++) {
            List<Step> path = paths.get(entry);
            if (startsWith(open, path) && !open.equals(path)) {
                lines.add(new Line(total, path.size(), Optional.of(entry)));
                continue; // the sum of the lines just above
            }
            for (int level = 0; level < path.size() - 1; level++) {
                if (!startsWith(open, path.subList(0, level + 1))) {
                    lines.add(new Line(path.get(level).label(), level, Optional.empty()));
                }
            }
            lines.add(
                    path.isEmpty()
                            ? new Line(total, 0, Optional.of(entry))
                            : new Line(path.get(path.size() - 1).label(), path.size() - 1, Optional.of(entry)));
            open = path;
        }
        return lines;
    }

    static boolean startsWith(List<Step> path, List<Step> prefix) {
        return path.size() >= prefix.size() && path.subList(0, prefix.size()).equals(prefix);
    }

    private List<Step> path(List<String> codes) {
        List<Step> path = new ArrayList<>();
        for (int d = 0; d < codes.size(); d++) {
            String code = codes.get(d);
            if (!code.equals(Category.TOTAL)) {
                path.add(new Step(d, code, labels.get(d).getOrDefault(code, code)));
            } else if (headsOthers(codes, d)) {
                path.add(new Step(d, code, total));
            }
        }
        return path;
    }

    /**
     * Whether the total over dimension {@code outer} is a heading: it stands above a category that elsewhere is nested in
     * {@code outer}, or is the total of all such.
     */
    private boolean headsOthers(List<String> codes, int outer) {
        boolean everything = outer == 0 && codes.stream().allMatch(Category.TOTAL::equals);
        return IntStream.range(outer + 1, codes.size())
                .anyMatch(inner -> (everything || !codes.get(inner).equals(Category.TOTAL)) && nested[outer][inner]);
    }
}
