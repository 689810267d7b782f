package org.ecart.model;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The known codes of one or more variables, in print order. */
public record CodeList(String id, List<Category> categories) {
    public CodeList {
        categories = List.copyOf(categories);
        Set<String> seen = new HashSet<>();
        for (Category category : categories) {
            if (!seen.add(category.code())) {
                throw EcartException.usage("model.twice", category.code());
            }
        }
    }

    public Optional<Category> find(String code) {
        return categories.stream().filter(c -> c.code().equals(code)).findFirst();
    }
}
