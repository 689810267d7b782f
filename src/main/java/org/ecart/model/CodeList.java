package org.ecart.model;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The known codes of one or more variables, and how they are grouped.
 *
 * @param categories in print order
 * @param groups codes above those of the data, which no file delivers: the groups of countries and what they make up. A
 *     category or group names the one it belongs to as its parent; that may be a category too
 */
public record CodeList(String id, List<Category> categories, List<Category> groups) {
    public CodeList {
        categories = List.copyOf(categories);
        groups = List.copyOf(groups);
        Map<String, Category> all = new LinkedHashMap<>();
        Stream.concat(categories.stream(), groups.stream()).forEach(category -> {
            if (all.put(category.code(), category) != null) {
                throw EcartException.usage("model.twice", category.code());
            }
        });
        for (Category group : groups) {
            if (group.undetermined() || group.missing()) {
                throw EcartException.usage("model.group", group.code());
            }
        }
        for (Category category : all.values()) {
            checkAbove(category, all);
        }
    }

    /** A list whose codes are not grouped. */
    public CodeList(String id, List<Category> categories) {
        this(id, categories, List.of());
    }

    private static void checkAbove(Category category, Map<String, Category> all) {
        Set<String> passed = new HashSet<>(Set.of(category.code()));
        Optional<String> above = category.parent();
        while (above.isPresent()) {
            Category parent = all.get(above.get());
            if (parent == null) {
                throw EcartException.usage("model.no_parent", category.code(), above.get());
            }
            if (!passed.add(parent.code())) {
                throw EcartException.usage("model.parent_circle", category.code());
            }
            above = parent.parent();
        }
    }

    public Optional<Category> find(String code) {
        return categories.stream().filter(c -> c.code().equals(code)).findFirst();
    }
}
