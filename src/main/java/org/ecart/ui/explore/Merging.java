package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ecart.model.Arrangement;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Category;
import org.ecart.model.Labels;
import org.ecart.model.Rules;
import org.ecart.model.Rules.Group;
import org.ecart.model.Rules.Grouping;
import org.ecart.model.Study;

/**
 * Makes one category of several: by a recode of the study's own, which takes the variable's place in a table.
 *
 * @param categories all of the variable's, in the order in which they are shown
 * @param closed whether the variable has no other codes, as a derived one
 */
record Merging(String variable, List<Category> categories, boolean closed, Words words) {
    private static final String SET = "own";
    private static final String EDITION = "1";
    /** The one table of a recode has this name in a study's file. */
    private static final String TABLE = "recode";

    private static final Set<String> ABSENT = Set.of(Category.UNKNOWN, Category.NO_RECORD);
    private static final int LONGEST_CODE = 24;

    /**
     * What things are called.
     *
     * @param variable the variable with merged categories
     * @param unknown persons whose value is not known, or is in no list
     * @param noRecord persons without a row in the extract of the variable
     */
    record Words(Labels variable, Labels unknown, Labels noRecord) {}

    Merging {
        categories = List.copyOf(categories);
    }

    /**
     * The study in which these codes are one category of a table.
     *
     * @param taken which names of variables cannot be used
     */
    Study applied(Study study, Study.Table table, Collection<String> codes, String name, Predicate<String> taken) {
        Recoded recoded = new Recoded(codes, Labels.same(name));
        String base = variable.contains("@") ? variable.substring(0, variable.indexOf('@')) : variable;
        String merged = free(base + "_merged", taken);
        Rules rules = new Rules(
                merged,
                SET,
                EDITION,
                words.variable(),
                recoded.result,
                new Rules.Recode(
                        variable, new Grouping(TABLE, recoded.groups, recoded.rest), recoded.rest, recoded.noRecord));
        List<Rules> own = new ArrayList<>(study.rules());
        own.add(rules);
        return study.withRules(own)
                .withTable(
                        table.withBreakdown(replaced(table.breakdown(), merged, code -> recoded.names(code, codes))));
    }

    private static String free(String wanted, Predicate<String> taken) {
        String name = wanted;
        for (int number = 2; taken.test(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    /** The categories after the merge, and where each code goes. */
    private final class Recoded {
        private final List<Category> result = new ArrayList<>();
        private final List<Group> groups = new ArrayList<>();
        private final Set<String> used =
                categories.stream().map(Category::code).collect(Collectors.toCollection(TreeSet::new));
        private final String one;
        private Optional<String> unknown = Optional.empty();
        private Optional<String> without = Optional.empty();
        private final String rest;
        private final String noRecord;

        Recoded(Collection<String> codes, Labels name) {
            List<Category> merged =
                    categories.stream().filter(c -> codes.contains(c.code())).toList();
            List<String> telling = merged.stream()
                    .map(Category::code)
                    .filter(c -> !ABSENT.contains(c))
                    .toList();
            String joined = String.join("_", telling);
            boolean tells = telling.size() > 1 && joined.length() <= LONGEST_CODE;
            this.one = free(tells ? joined : "merged", used::contains);
            used.add(one);
            for (Category category : categories) {
                if (!codes.contains(category.code())) {
                    keep(category);
                } else if (category.equals(merged.get(0))) {
                    join(merged, name);
                }
            }
            this.rest = unknown.orElseGet(() -> closed ? fallback() : added("unknown", words.unknown(), true));
            this.noRecord = without.orElse(rest);
        }

        private void keep(Category category) {
            switch (category.code()) {
                case Category.UNKNOWN -> unknown = Optional.of(added("unknown", category.labels(), true));
                case Category.NO_RECORD -> without = Optional.of(added("no_record", words.noRecord(), false));
                default -> {
                    result.add(new Category(
                            category.code(),
                            category.labels(),
                            category.undetermined(),
                            category.missing(),
                            Optional.empty(),
                            category.editions()));
                    groups.add(new Group(category.code(), List.of(category.code())));
                }
            }
        }

        private void join(List<Category> merged, Labels name) {
            result.add(new Category(
                    one,
                    name,
                    merged.stream().allMatch(Category::undetermined),
                    merged.stream().allMatch(Category::missing)));
            List<String> members = new ArrayList<>();
            for (Category category : merged) {
                switch (category.code()) {
                    case Category.UNKNOWN -> unknown = Optional.of(one);
                    case Category.NO_RECORD -> without = Optional.of(one);
                    default -> members.add(category.code());
                }
            }
            if (!members.isEmpty()) {
                groups.add(new Group(one, members));
            }
        }

        private String added(String code, Labels labels, boolean missing) {
            String own = free(code, used::contains);
            used.add(own);
            result.add(new Category(own, labels, missing, missing));
            return own;
        }

        /** Where nobody goes: a closed variable has a known code for everyone. */
        private String fallback() {
            return result.stream()
                    .filter(Category::undetermined)
                    .findFirst()
                    .orElse(result.get(result.size() - 1))
                    .code();
        }

        private String names(String code, Collection<String> codes) {
            if (codes.contains(code)) {
                return one;
            }
            return switch (code) {
                case Category.UNKNOWN -> rest;
                case Category.NO_RECORD -> noRecord;
                default -> code;
            };
        }
    }

    private Breakdown replaced(Breakdown breakdown, String merged, UnaryOperator<String> code) {
        Arrangement before = breakdown.arrangement();
        List<String> hidden = before.hidden(variable).stream()
                .filter(c -> code.apply(c).equals(c))
                .toList();
        Set<String> over = new TreeSet<>(before.shareOf());
        if (over.remove(variable)) {
            over.add(merged);
        }
        return breakdown
                .withRows(replaced(breakdown.rows(), merged))
                .withColumns(replaced(breakdown.columns(), merged))
                .withLayers(replaced(breakdown.layers(), merged))
                .withReference(breakdown
                        .reference()
                        .map(r -> r.variable().equals(variable)
                                ? new Breakdown.Reference(merged, code.apply(r.code()))
                                : r))
                .withArrangement(before.withHidden(variable, List.of())
                        .withOrder(variable, List.of())
                        .withHidden(merged, hidden)
                        .withShareOf(over));
    }

    private Axis replaced(Axis axis, String merged) {
        return new Axis(axis.blocks().stream()
                .map(block ->
                        block.stream().map(v -> v.equals(variable) ? merged : v).toList())
                .toList());
    }
}
