package org.ecart.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecart.model.EcartException;

/** The words, codes, numbers and signs of a condition or an axis, with their places. */
final class Tokens {
    enum Kind {
        WORD,
        CODE,
        NUMBER,
        SIGN,
        END
    }

    /** @param place the position of its first character, from 1 */
    record Token(Kind kind, String text, int place) {}

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:([A-Za-z][A-Za-z0-9_.]*(?:@[A-Za-z0-9_.]+){0,4})|(\"(?:[^\"\\\\]++|\\\\.)*+\"|'[^']*')"
                    + "|([0-9]+(?:\\.[0-9]+)?)|(<=|>=|!=|[<>=(),+$-])|($))");

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    Tokens(String text) {
        String trimmed = text.stripTrailing();
        Matcher matcher = TOKEN.matcher(trimmed);
        int at = 0;
        while (true) {
            matcher.region(at, trimmed.length());
            if (!matcher.lookingAt()) {
                int place = at;
                while (Character.isWhitespace(trimmed.charAt(place))) {
                    place++;
                }
                throw unexpected(trimmed.substring(place, place + 1), place + 1);
            }
            Token token = token(matcher);
            tokens.add(token);
            if (token.kind() == Kind.END) {
                return;
            }
            at = matcher.end();
        }
    }

    private static Token token(Matcher matcher) {
        Kind[] kinds = {Kind.WORD, Kind.CODE, Kind.NUMBER, Kind.SIGN, Kind.END};
        for (int group = 1; group <= kinds.length; group++) {
            String text = matcher.group(group);
            if (text != null) {
                Kind kind = kinds[group - 1];
                return new Token(kind, kind == Kind.CODE ? unquoted(text) : text, matcher.start(group) + 1);
            }
        }
        throw new IllegalStateException("the pattern has five groups");
    }

    private static String unquoted(String text) {
        String inside = text.substring(1, text.length() - 1);
        return text.startsWith("'") ? inside : inside.replaceAll("\\\\(.)", "$1");
    }

    Token next() {
        Token token = tokens.get(next);
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    boolean at(Kind kind) {
        return tokens.get(next).kind() == kind;
    }

    boolean acceptWord(String word) {
        return accept(Kind.WORD, word);
    }

    boolean acceptSign(String sign) {
        return accept(Kind.SIGN, sign);
    }

    private boolean accept(Kind kind, String text) {
        Token token = tokens.get(next);
        boolean fits = token.kind() == kind && token.text().equals(text);
        if (fits) {
            next++;
        }
        return fits;
    }

    /** Whether {@code word} stands here with an opening parenthesis after it. */
    boolean followedByParenthesis(String word) {
        Token token = tokens.get(next);
        return token.kind() == Kind.WORD
                && token.text().equals(word)
                && tokens.get(next + 1).text().equals("(");
    }

    Token expect(Kind kind) {
        Token token = tokens.get(next);
        if (token.kind() != kind) {
            throw unexpected(token);
        }
        return next();
    }

    void expectWord(String word) {
        if (!acceptWord(word)) {
            throw unexpected(tokens.get(next));
        }
    }

    void expectSign(String sign) {
        if (!acceptSign(sign)) {
            throw unexpected(tokens.get(next));
        }
    }

    void expectEnd() {
        expect(Kind.END);
    }

    EcartException unexpected(Token token) {
        return token.kind() == Kind.END
                ? EcartException.usage("files.condition.end", token.place())
                : unexpected(token.text(), token.place());
    }

    private static EcartException unexpected(String text, int place) {
        return EcartException.usage("files.condition.unexpected", text, place);
    }
}
