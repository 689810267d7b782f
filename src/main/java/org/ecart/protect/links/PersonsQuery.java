package org.ecart.protect.links;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    PersonsQuery(Behind behind, List<Question> questions, Population base) {
        this.behind = behind;
        this.base = base;
        this.questions = questions;
    }

    /**
     * @param answering the codes of other questions: only those are counted who answer so
     */
    Query among(Condition counted, Map<Question, String> answering) {
        Set<Question> asked = new LinkedHashSet<>(questions);
        asked.addAll(answering.keySet());
        List<Population> populations =
                asked.stream().map(Question::population).distinct().toList();
        Set<String> read = new HashSet<>(counted.variables());
        Map<Question, String> columns = new LinkedHashMap<>();
        for (Question question : asked) {
            read.addAll(question.condition().map(Condition::variables).orElse(Set.of(question.name())));
            columns.put(question, column(question, populations.indexOf(question.population())));
        }
        Condition universe = counted;
        for (Map.Entry<Question, String> answer : answering.entrySet()) {
            String column = Optional.ofNullable(columns.get(answer.getKey())).orElseThrow();
            universe = Condition.and(universe, answers(answer.getKey(), column, answer.getValue()));
        }
        List<Rules> rules = Stream.of(behind.of(read), conditions.values(), elsewhere)
                .flatMap(some -> some.stream())
                .toList();
        return new Query(
                base.source(),
                rules,
                questions.stream()
                        .flatMap(question -> Optional.ofNullable(columns.get(question)).stream())
                        .toList(),
                universe);
    }

    private static Condition answers(Question question, String column, String code) {
        Condition yes = new Condition.In(column, List.of(question.presence() ? Questions.YES : code));
        return question.presence() && !code.equals(Questions.YES) ? new Condition.Not(yes) : yes;
    }

    /** The column of a question, seen from the base. */
    private String column(Question question, int population) {
        String here = here(question, population);
        if (question.kind() != Kind.THERE && question.population().equals(base)) {
            return here;
        }
        String column = here + "@" + population;
        AtDate at = new AtDate(
                here,
                question.population().shift(),
                ABSENT,
                question.population().also());
        elsewhere.add(rules(column, List.of(Category.of(ABSENT, Labels.same(ABSENT))), at));
        return column;
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
