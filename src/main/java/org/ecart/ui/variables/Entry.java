package org.ecart.ui.variables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ecart.model.Category;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Rules;
import org.ecart.model.Variable;

/**
 * A variable with its codes.
 *
 * @param id its name in breakdowns, conditions and files
 * @param codes in print order; empty where any value is accepted as it comes
 */
public record Entry(String id, Labels labels, Source source, List<Category> codes) {
    /** Where a variable comes from. */
    public sealed interface Source {}

    /**
     * A column of an extract.
     *
     * @param groups codes above those of the data, which the codes name as their parents
     */
    public record Stored(Labels extract, Variable variable, List<Category> groups) implements Source {
        public Stored {
            groups = List.copyOf(groups);
        }
    }

    /**
     * Derived by a rule set.
     *
     * @param inputs the variables that the rules read
     * @param all all rule sets for the same variable that a study can choose, the chosen one among them
     */
    public record Derived(Rules rules, List<Labels> inputs, List<Rules> all) implements Source {
        public Derived {
            inputs = List.copyOf(inputs);
            all = List.copyOf(all);
        }
    }

    public Entry {
        codes = List.copyOf(codes);
    }

    /** How many labels, its own and those of its codes, are not there in all languages. */
    public long untranslated() {
        return Stream.concat(Stream.of(labels), codes.stream().map(Category::labels))
                .filter(l -> l.texts().size() < Language.values().length)
                .count();
    }

    /** Everything that a search may find it by. */
    String words() {
        List<String> words = new ArrayList<>(List.of(id));
        words.addAll(labels.texts().values());
        for (Category code : codes) {
            words.add(code.code());
            Arrays.stream(Language.values()).map(code.labels()::in).forEach(words::add);
        }
        return String.join("\n", words);
    }
}
