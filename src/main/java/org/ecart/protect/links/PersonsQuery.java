package org.ecart.protect.links;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ecart.model.AtDate;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Labels;
import org.ecart.model.Query;
import org.ecart.model.Rules;
import org.ecart.protect.links.Question.Kind;

/** How questions are asked of the persons of one population: what is about another is read from there. */
final class PersonsQuery {
    private static final String NO = "0";
    private static final String ABSENT = "absent";

    private final Behind behind;
    private final Population base;
    private final List<Question> questions;
    private final Map<String, Rules> conditions = new LinkedHashMap<>();
    private final List<Rules> elsewhere = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();

    PersonsQuery(Behind behind, List<Question> questions, Population base) {
        this.behind = behind;
        this.base = base;
        this.questions = questions;
    }

    Query among(Condition counted) {
        Set<String> read = new HashSet<>(counted.variables());
        List<Population> populations =
                questions.stream().map(Question::population).distinct().toList();
        for (Question question : questions) {
            Population population = question.population();
            String here = here(question, populations.indexOf(population));
            read.addAll(question.condition().map(Condition::variables).orElse(Set.of(question.name())));
            if (question.kind() != Kind.THERE && population.equals(base)) {
                columns.add(here);
            } else {
                String column = here + "@" + populations.indexOf(population);
                AtDate at = new AtDate(here, population.shift(), ABSENT, population.also());
                elsewhere.add(rules(column, List.of(Category.of(ABSENT, Labels.same(ABSENT))), at));
                columns.add(column);
            }
        }
        List<Rules> rules = Stream.of(behind.of(read), conditions.values(), elsewhere)
                .flatMap(some -> some.stream())
                .toList();
        return new Query(base.source(), rules, columns, counted);
    }

    /** The column of a question in its own population. */
    private String here(Question question, int population) {
        String name = question.kind() == Kind.COUNTED ? question.name() + population : question.name();
        question.condition().ifPresent(condition -> conditions.computeIfAbsent(name, key -> answer(key, condition)));
        return name;
    }

    private static Rules answer(String name, Condition condition) {
        List<Category> codes =
                List.of(Category.of(Questions.YES, Labels.same(Questions.YES)), Category.of(NO, Labels.same(NO)));
        Rules.Rule yes = new Rules.Rule(Questions.YES, condition, new Rules.Code(Questions.YES));
        return rules(name, codes, new Rules.FirstMatch(List.of(yes), List.of(), NO));
    }

    private static Rules rules(String name, List<Category> codes, Rules.Derivation derivation) {
        return new Rules(name, "link", "1", Labels.same(name), codes, derivation);
    }
}
