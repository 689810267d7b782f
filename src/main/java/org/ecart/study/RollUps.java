package org.ecart.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ecart.model.Category;
import org.ecart.model.RollUp;
import org.ecart.model.Rules;

/** What recoded variables are put together from, down to the variable that is no recode itself. */
final class RollUps {
    private final VariableNames names;

    RollUps(VariableNames names) {
        this.names = names;
    }

    /** None where a variable is no recode, or where nothing can be said of any of its categories. */
    Optional<RollUp> of(String variable) {
        if (names.stored(variable).isPresent()
                || !(names.require(variable).derivation() instanceof Rules.Recode recode)) {
            return Optional.empty();
        }
        Map<String, List<String>> codes = codes(recode);
        Optional<RollUp> below = of(recode.variable());
        if (below.isPresent()) {
            codes = through(codes, below.get().codes());
        }
        String bottom = below.map(RollUp::of).orElse(recode.variable());
        return codes.isEmpty() ? Optional.empty() : Optional.of(new RollUp(bottom, codes));
    }

    private static Map<String, List<String>> through(Map<String, List<String>> codes, Map<String, List<String>> below) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        codes.forEach((category, parts) -> {
            if (below.keySet().containsAll(parts)) {
                all.put(
                        category,
                        parts.stream()
                                .flatMap(part -> below.getOrDefault(part, List.of()).stream())
                                .toList());
            }
        });
        return all;
    }

    private Map<String, List<String>> codes(Rules.Recode recode) {
        List<Category> read = names.categories(recode.variable());
        Map<String, String> groups = new TreeMap<>();
        recode.grouping().groups().forEach(g -> g.members().forEach(code -> groups.put(code, g.code())));
        Map<String, List<String>> codes = new LinkedHashMap<>();
        if (names.stored(recode.variable()).isEmpty() && !read.isEmpty()) {
            // a derived variable has its categories and no other code
            for (Category category : read) {
                String group = category.missing()
                        ? recode.unknown()
                        : groups.getOrDefault(category.code(), recode.grouping().otherwise());
                codes.computeIfAbsent(group, g -> new ArrayList<>()).add(category.code());
            }
            return codes;
        }
        Set<String> missing =
                read.stream().filter(Category::missing).map(Category::code).collect(Collectors.toSet());
        groups.forEach((code, group) -> {
            if (!missing.contains(code)) {
                codes.computeIfAbsent(group, g -> new ArrayList<>()).add(code);
            }
        });
        // what is empty, or in no list, goes there too
        codes.keySet()
                .removeAll(List.of(
                        recode.unknown(), recode.noRecord(), recode.grouping().otherwise()));
        return codes;
    }
}
