package org.ecart.intake;

/** E-mail addresses, alone or within a text such as {@code Jan <jan@example.be>}. */
final class Email {
    private Email() {}

    /** Whether there is one: a name, an @, a domain with a dot, letters at its end. */
    static boolean within(byte[] text, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (text[i] == '@' && ofName(text[i - 1]) && domainBegins(text, i + 1, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean domainBegins(byte[] text, int from, int to) {
        int labels = 0;
        int lettersAtEnd = 0;
        int length = 0;
        for (int i = from; i < to; i++) {
            byte sign = text[i];
            if (sign == '.' && length > 0) {
                labels++;
                length = 0;
                lettersAtEnd = 0;
            } else if (letter(sign)) {
                length++;
                lettersAtEnd++;
            } else if (digit(sign) || sign == '-') {
                length++;
                lettersAtEnd = Integer.MIN_VALUE;
            } else {
                break;
            }
            if (labels > 0 && lettersAtEnd >= 2) {
                return true;
            }
        }
        return false;
    }

    private static boolean ofName(byte sign) {
        return letter(sign) || digit(sign) || "._%+-'\"!#$&*/=?^`{|}~".indexOf(sign) >= 0;
    }

    /** Letters beyond ASCII are bytes below zero. */
    private static boolean letter(byte sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || sign < 0;
    }

    private static boolean digit(byte sign) {
        return sign >= '0' && sign <= '9';
    }
}
