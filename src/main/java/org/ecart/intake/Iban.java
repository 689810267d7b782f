package org.ecart.intake;

import java.util.Arrays;

/**
 * Account numbers by ISO 13616: country, two check digits, then digits and letters as the country's banks write them;
 * the whole, with the first four signs put last and A = 10 ... Z = 35, is 1 mod 97. Lengths and forms are those of the
 * SWIFT register for the European Union, its neighbours and countries that many came from. The form keeps random
 * pseudonyms of letters and digits from passing: by the check alone one in 97 would.
 */
final class Iban {
    /** The longest that the standard allows, and the shortest that any country has. */
    private static final int LONGEST = 34;

    private static final int SHORTEST = 15;

    /** Country, then runs: n digits, a letters, c either. */
    private static final String[] FORMS = {
        "AD8n12c",
        "AL8n16c",
        "AT16n",
        "BA16n",
        "BE12n",
        "BG4a6n8c",
        "CH5n12c",
        "CY8n16c",
        "CZ20n",
        "DE18n",
        "DK14n",
        "DZ22n",
        "EE16n",
        "ES20n",
        "FI14n",
        "FO14n",
        "FR10n11c2n",
        "GB4a14n",
        "GE2a16n",
        "GI4a15c",
        "GL14n",
        "GR7n16c",
        "HR17n",
        "HU24n",
        "IE4a14n",
        "IL19n",
        "IS22n",
        "IT1a10n12c",
        "LB4n20c",
        "LI5n12c",
        "LT16n",
        "LU3n13c",
        "LV4a13c",
        "MA24n",
        "MC10n11c2n",
        "MD20c",
        "ME18n",
        "MK3n10c2n",
        "MT4a5n18c",
        "NL4a10n",
        "NO11n",
        "PL24n",
        "PT21n",
        "RO4a16c",
        "RS18n",
        "SE20n",
        "SI15n",
        "SK20n",
        "SM1a10n12c",
        "TN20n",
        "TR6n16c",
        "UA6n19c",
        "VA18n",
        "XK16n"
    };

    /** For each pair of letters the signs to come after the check digits; empty for no country of the table. */
    private static final String[] SIGNS = signs();

    private Iban() {}

    /** Whether a field that has letters, digits and separators only is one account number. */
    static boolean is(byte[] text, int from, int to) {
        int start = afterPrefix(text, from, to);
        if (to - start < SHORTEST || !(letter(text[start]) && letter(text[start + 1]))) {
            return false;
        }
        String form = SIGNS[(text[start] & ~0x20) * 26 + (text[start + 1] & ~0x20) - 'A' * 27];
        if (form.isEmpty()) {
            return false;
        }
        byte[] signs = new byte[LONGEST];
        int length = 0;
        int cases = 0;
        for (int i = start; i < to; i++) {
            byte sign = text[i];
            if (letter(sign) || digit(sign)) {
                if (length == LONGEST) {
                    return false;
                }
                cases |= letter(sign) ? 1 << (sign >> 5 & 1) : 0;
                signs[length++] = letter(sign) ? (byte) (sign & ~0x20) : sign;
            } else if (sign == '/') {
                return false;
            }
        }
        // Nobody writes an account in capitals and small letters at once; random letters do.
        return cases != 0b11 && formed(signs, length, form) && checked(signs, length);
    }

    /** The word IBAN may stand before. */
    private static int afterPrefix(byte[] text, int from, int to) {
        if (to - from < SHORTEST || (text[from] & ~0x20) != 'I' || (text[from + 2] & ~0x20) != 'A') {
            return from;
        }
        boolean prefix = (text[from + 1] & ~0x20) == 'B' && (text[from + 3] & ~0x20) == 'N';
        return prefix ? from + (text[from + 4] == ' ' ? 5 : 4) : from;
    }

    private static boolean formed(byte[] signs, int length, String form) {
        if (form.length() != length - 4 || !digit(signs[2]) || !digit(signs[3])) {
            return false;
        }
        boolean formed = true;
        for (int i = 4; i < length; i++) {
            char wanted = form.charAt(i - 4);
            formed &= wanted == 'c' || digit(signs[i]) == (wanted == 'n');
        }
        return formed;
    }

    private static boolean checked(byte[] signs, int length) {
        int rest = 0;
        for (int i = 0; i < length; i++) {
            byte sign = signs[(i + 4) % length];
            rest = digit(sign) ? (rest * 10 + sign - '0') % 97 : (rest * 100 + sign - 'A' + 10) % 97;
        }
        return rest == 1;
    }

    private static String[] signs() {
        String[] signs = new String[26 * 26];
        Arrays.fill(signs, "");
        for (String form : FORMS) {
            StringBuilder spelt = new StringBuilder();
            int count = 0;
            for (int i = 2; i < form.length(); i++) {
                char sign = form.charAt(i);
                if (Character.isDigit(sign)) {
                    count = count * 10 + sign - '0';
                } else {
                    spelt.append(String.valueOf(sign).repeat(count));
                    count = 0;
                }
            }
            signs[(form.charAt(0) - 'A') * 26 + form.charAt(1) - 'A'] = spelt.toString();
        }
        return signs;
    }

    private static boolean letter(byte sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }

    private static boolean digit(byte sign) {
        return sign >= '0' && sign <= '9';
    }
}
