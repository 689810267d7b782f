package org.ecart.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What delivered files mean: extracts with their columns, variables, code lists, labels.
 *
 * @param source the source line printed under every table and chart
 * @param notice a line printed with every output, such as "SYNTHETIC DATA"; none for real data
 */
public record Codebook(
        String id,
        String edition,
        Labels labels,
        Labels source,
        Optional<Labels> notice,
        List<CodeList> codeLists,
        List<Variable> variables,
        List<Extract> extracts) {
    public Codebook {
        Identifiers.check(id);
        codeLists = List.copyOf(codeLists);
        variables = List.copyOf(variables);
        extracts = List.copyOf(extracts);
        Map<String, Variable> byId = index(variables, Variable::id);
        Map<String, CodeList> lists = index(codeLists, CodeList::id);
        index(extracts, Extract::id);
        for (Variable variable : variables) {
            variable.codeList().ifPresent(list -> require(lists.containsKey(list), "model.no_code_list", list));
            for (String named : variable.universe().variables()) {
                // Age is there wherever the year of birth is.
                boolean known = byId.containsKey(named) || named.equals(Span.AGE);
                require(known, "model.universe", variable.id(), named);
            }
        }
        for (Extract extract : extracts) {
            index(extract.columns(), Extract.Column::variable);
            index(extract.columns(), Extract.Column::name);
            for (Extract.Column column : extract.columns()) {
                require(byId.containsKey(column.variable()), "model.no_variable", column.variable());
            }
        }
        require(extracts.stream().filter(Extract::population).count() == 1, "model.one_population");
    }

    public Optional<Variable> variable(String variable) {
        return variables.stream().filter(v -> v.id().equals(variable)).findFirst();
    }

    public Optional<Extract> extract(String extract) {
        return extracts.stream().filter(e -> e.id().equals(extract)).findFirst();
    }

    /** The extract whose rows are the persons counted. */
    public Extract population() {
        return extracts.stream().filter(Extract::population).findFirst().orElseThrow();
    }

    /** The extract that holds {@code variable}; where several do, the population first, then in their order. */
    public Optional<Extract> holderOf(String variable) {
        if (population().columnOf(variable).isPresent()) {
            return Optional.of(population());
        }
        return extracts.stream().filter(e -> e.columnOf(variable).isPresent()).findFirst();
    }

    /** The variable of an extract with {@code role}, if it has one. */
    public Optional<Variable> withRole(Extract extract, Variable.Role role) {
        return extract.columns().stream()
                .flatMap(c -> variable(c.variable()).stream())
                .filter(v -> v.role() == role)
                .findFirst();
    }

    /** The known codes of a variable, empty where any code is accepted. */
    public List<Category> categoriesOf(Variable variable) {
        return variable.codeList()
                .flatMap(id -> codeLists.stream().filter(l -> l.id().equals(id)).findFirst())
                .map(CodeList::categories)
                .orElse(List.of());
    }

    private static <T> Map<String, T> index(List<T> items, Function<T, String> key) {
        return items.stream()
                .collect(Collectors.toMap(
                        key,
                        Function.identity(),
                        (a, b) -> {
                            throw EcartException.usage("model.twice", key.apply(a));
                        },
                        LinkedHashMap::new));
    }

    private static void require(boolean holds, String otherwise, Object... arguments) {
        if (!holds) {
            throw EcartException.usage(otherwise, arguments);
        }
    }
}
