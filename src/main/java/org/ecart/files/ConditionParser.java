package org.ecart.files;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.ecart.files.Tokens.Kind;
import org.ecart.files.Tokens.Token;
import org.ecart.model.Condition;
import org.ecart.model.Condition.Bound;
import org.ecart.model.Condition.Comparison;
import org.ecart.model.EcartException;

/** Recursive descent over the tokens of one condition. */
final class ConditionParser {
    /** Deeper nesting than anyone writes by hand; it bounds the stack. */
    private static final int DEEPEST = 200;

    private final Tokens tokens;
    private int depth;

    ConditionParser(String text) {
        this.tokens = new Tokens(text);
    }

    Condition parse() {
        Condition condition = alternatives();
        tokens.expectEnd();
        return condition;
    }

    private Condition alternatives() {
        List<Condition> parts = new ArrayList<>(List.of(all()));
        while (tokens.acceptWord("or")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.Or(parts);
    }

    private Condition all() {
        List<Condition> parts = new ArrayList<>(List.of(factor()));
        while (tokens.acceptWord("and")) {
            parts.add(factor());
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.And(parts);
    }

    private Condition factor() {
        if (++depth > DEEPEST) {
            throw EcartException.usage("files.condition.deep", DEEPEST);
        }
        Condition condition = parenthesisOrPredicate();
        depth--;
        return condition;
    }

    private Condition parenthesisOrPredicate() {
        if (tokens.acceptWord("not")) {
            return new Condition.Not(factor());
        }
        if (tokens.acceptSign("(")) {
            Condition inner = alternatives();
            tokens.expectSign(")");
            return inner;
        }
        if (tokens.acceptWord("all")) {
            return Condition.ALL;
        }
        if (tokens.followedByParenthesis("known")) {
            return new Condition.Known(argument());
        }
        if (tokens.followedByParenthesis("recorded")) {
            return new Condition.Recorded(argument());
        }
        if (tokens.followedByParenthesis("until")) {
            return until();
        }
        return predicate(tokens.expect(Kind.WORD).text());
    }

    private Condition until() {
        tokens.next();
        tokens.expectSign("(");
        LocalDate day = day();
        tokens.expectSign(")");
        return new Condition.Until(day);
    }

    private LocalDate day() {
        Token text = tokens.expect(Kind.CODE);
        try {
            return LocalDate.parse(text.text());
        } catch (DateTimeParseException notADate) {
            throw EcartException.usage("files.condition.date", text.place());
        }
    }

    private String argument() {
        tokens.next();
        tokens.expectSign("(");
        String variable = tokens.expect(Kind.WORD).text();
        tokens.expectSign(")");
        return variable;
    }

    private Condition predicate(String variable) {
        if (tokens.acceptWord("in")) {
            return tokens.acceptWord("group")
                    ? new Condition.InGroup(variable, group(), grouping())
                    : new Condition.In(variable, codes());
        }
        if (tokens.acceptWord("not")) {
            tokens.expectWord("in");
            return tokens.acceptWord("group")
                    ? new Condition.NotInGroup(variable, group(), grouping())
                    : new Condition.NotIn(variable, codes());
        }
        if (tokens.acceptWord("between")) {
            Bound from = bound();
            tokens.expectWord("and");
            Bound to = bound();
            return new Condition.And(List.of(
                    new Condition.Compare(variable, Comparison.AT_LEAST, from),
                    new Condition.Compare(variable, Comparison.AT_MOST, to)));
        }
        return comparison(variable);
    }

    private Condition comparison(String variable) {
        Token sign = tokens.expect(Kind.SIGN);
        for (Comparison comparison : Comparison.values()) {
            if (comparison.sign().equals(sign.text())) {
                return tokens.at(Kind.CODE)
                        ? equality(variable, comparison, sign)
                        : new Condition.Compare(variable, comparison, bound());
            }
        }
        throw tokens.unexpected(sign);
    }

    private Condition equality(String variable, Comparison comparison, Token sign) {
        String code = tokens.next().text();
        return switch (comparison) {
            case EQUAL -> new Condition.In(variable, List.of(code));
            case DIFFERENT -> new Condition.NotIn(variable, List.of(code));
            default -> throw EcartException.usage("files.condition.code_order", sign.place());
        };
    }

    private String group() {
        return tokens.expect(Kind.CODE).text();
    }

    private String grouping() {
        tokens.expectWord("of");
        return tokens.expect(Kind.WORD).text();
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>();
        tokens.expectSign("(");
        do {
            codes.add(tokens.expect(Kind.CODE).text());
        } while (tokens.acceptSign(","));
        tokens.expectSign(")");
        return codes;
    }

    private Bound bound() {
        if (tokens.acceptWord("date")) {
            return new Bound.Date(day());
        }
        if (tokens.acceptWord("reference")) {
            return reference();
        }
        if (tokens.acceptSign("$")) {
            return new Bound.Parameter(tokens.expect(Kind.WORD).text());
        }
        boolean negative = tokens.acceptSign("-");
        BigDecimal number = new BigDecimal(tokens.expect(Kind.NUMBER).text());
        return new Bound.Number(negative ? number.negate() : number);
    }

    private Bound reference() {
        boolean later = tokens.acceptSign("+");
        if (!later && !tokens.acceptSign("-")) {
            return new Bound.ReferenceDate(0);
        }
        if (tokens.acceptSign("$")) {
            String name = tokens.expect(Kind.WORD).text();
            tokens.expectWord("years");
            return new Bound.ReferenceParameter(later, name);
        }
        Token number = tokens.expect(Kind.NUMBER);
        tokens.expectWord("years");
        if (number.text().length() > 3 || number.text().contains(".")) {
            throw tokens.unexpected(number);
        }
        int years = Integer.parseInt(number.text());
        return new Bound.ReferenceDate(later ? years : -years);
    }
}
