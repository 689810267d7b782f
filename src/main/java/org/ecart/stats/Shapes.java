package org.ecart.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecart.model.Axis;
import org.ecart.model.Category;
import org.ecart.model.Labels;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Dimension;
import org.ecart.model.TableShape.Side;

/** The frame of a planned table, once it is known which codes occur. */
final class Shapes {
    private final TablePlan plan;
    private final Labels unknown;
    private final Labels noRecord;

    Shapes(TablePlan plan, Labels unknown, Labels noRecord) {
        this.plan = plan;
        this.unknown = unknown;
        this.noRecord = noRecord;
    }

    TableShape shape(Map<String, Set<String>> found) {
        return new TableShape(
                plan.breakdown().periods(),
                side(plan.breakdown().rows(), found),
                side(plan.breakdown().columns(), found),
                side(plan.breakdown().layers(), found));
    }

    private Side side(Axis axis, Map<String, Set<String>> found) {
        List<Dimension> dimensions = axis.variables().stream()
                .map(v -> withFound(plan.dimension(v), found.getOrDefault(v, Set.of())))
                .toList();
        return axis.blocks().isEmpty() ? Side.NONE : new Side(dimensions, entries(axis, dimensions));
    }

    /** Codes of the codebook in its order, then others that occur, then "no record" and "unknown" where they occur. */
    private Dimension withFound(Dimension dimension, Set<String> found) {
        List<Category> categories = new ArrayList<>(dimension.categories());
        Set<String> others = new LinkedHashSet<>(found);
        categories.forEach(c -> others.remove(c.code()));
        boolean hasUnknown = others.remove(Category.UNKNOWN);
        boolean hasNoRecord = others.remove(Category.NO_RECORD);
        others.stream().sorted(Shapes::byNumberThenText).forEach(c -> categories.add(Category.of(c, Labels.same(c))));
        if (hasNoRecord) {
            categories.add(Category.of(Category.NO_RECORD, noRecord));
        }
        if (hasUnknown) {
            categories.add(new Category(Category.UNKNOWN, unknown, true, true));
        }
        return new Dimension(
                dimension.variable(),
                dimension.labels(),
                plan.breakdown().arrangement().ordered(dimension.variable(), categories),
                dimension.rollUp());
    }

    private static int byNumberThenText(String a, String b) {
        boolean numbers = a.matches("-?[0-9]{1,9}") && b.matches("-?[0-9]{1,9}");
        return numbers
                ? Comparator.<BigDecimal>naturalOrder().compare(new BigDecimal(a), new BigDecimal(b))
                : a.compareTo(b);
    }

    private List<List<String>> entries(Axis axis, List<Dimension> dimensions) {
        List<String> grand = Collections.nCopies(dimensions.size(), Category.TOTAL);
        Set<List<String>> entries = new LinkedHashSet<>();
        for (List<String> block : axis.blocks()) {
            List<List<String>> tuples = List.of(grand);
            for (String variable : block) {
                tuples = nested(tuples, dimensions, variable);
            }
            entries.addAll(tuples);
        }
        // The total of everything stands once, at the end.
        if (entries.remove(grand)) {
            entries.add(grand);
        }
        return List.copyOf(entries);
    }

    private List<List<String>> nested(List<List<String>> tuples, List<Dimension> dimensions, String variable) {
        int place = dimensions.stream().map(Dimension::variable).toList().indexOf(variable);
        List<String> hidden = plan.breakdown().arrangement().hidden(variable);
        List<List<String>> longer = new ArrayList<>();
        for (List<String> tuple : tuples) {
            for (Category category : dimensions.get(place).categories()) {
                if (!hidden.contains(category.code())) {
                    List<String> next = new ArrayList<>(tuple);
                    next.set(place, category.code());
                    longer.add(next);
                }
            }
            if (plan.breakdown().totals() && !hidden.contains(Category.TOTAL)) {
                longer.add(tuple);
            }
        }
        return longer;
    }
}
