package org.ecart.protect.links;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.model.Condition;
import org.ecart.protect.links.Question.Kind;

/**
 * How questions are answered where a condition holds: each part of it is a question itself, or says no more than who is there at
 * another date, or counted there.
 */
public final class Replies {
    private final Questions questions;
    private final Behind behind;

    /** A question, by its place, and how it is answered. */
    public record Reply(int question, boolean yes) {}

    Replies(Questions questions, Behind behind) {
        this.questions = questions;
        this.behind = behind;
    }

    /** Whether the parts of a condition are questions themselves. */
    public boolean ask(Condition condition, Population population) {
        return Asked.parts(condition).stream()
                .allMatch(part -> place(part, population).isPresent());
    }

    /** The replies that must all be given where a condition holds; none where the questions do not tell. */
    public Optional<List<Reply>> to(Condition condition, Population population) {
        List<Optional<Reply>> replies = Asked.parts(condition).stream()
                .map(part -> reply(part, population))
                .toList();
        return replies.stream().allMatch(Optional::isPresent)
                ? Optional.of(replies.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    private Optional<Reply> reply(Condition part, Population population) {
        return place(part, population).map(place -> new Reply(place, true)).or(() -> byPresence(part, population));
    }

    Optional<Integer> place(Condition part, Population population) {
        return IntStream.range(0, questions.all().size())
                .filter(q -> questions.all().get(q).kind() == Kind.CONDITION
                        && questions.all().get(q).condition().equals(Optional.of(part))
                        && questions.all().get(q).population().equals(population))
                .boxed()
                .findFirst();
    }

    private Optional<Reply> byPresence(Condition part, Population population) {
        if (part instanceof Condition.In in && in.codes().size() == 1) {
            String code = in.codes().get(0);
            return away(in.variable(), code, population)
                    .map(place -> new Reply(place, false))
                    .or(() -> counted(in.variable(), code, population).map(place -> new Reply(place, true)));
        }
        return part instanceof Condition.NotIn other && other.codes().size() == 1
                ? away(other.variable(), other.codes().get(0), population).map(place -> new Reply(place, true))
                : Optional.empty();
    }

    /**
     * The question that is answered with no by whom a code of a variable says that he is not there at the date at which it is
     * read; none where the code does not say that, or nothing of the kind is asked.
     */
    public Optional<Integer> away(String variable, String code, Population population) {
        return behind.elsewhere(variable, population.period())
                .filter(date -> behind.absent(variable, code))
                .flatMap(questions::there);
    }

    /** The question that is answered with yes by those with a code that says for whom a condition holds at another date. */
    private Optional<Integer> counted(String variable, String code, Population population) {
        return behind.elsewhere(variable, population.period()).flatMap(date -> behind.holding(variable, code)
                .flatMap(condition -> condition.equals(Condition.ALL)
                        ? questions.there(date)
                        : questions.counting(Population.of(date), condition)));
    }
}
