package org.ecart.model;

import java.util.Locale;

/** The languages of interface and output; the interface and the output may differ. */
public enum Language {
    EN,
    FR,
    NL,
    DE;

    /** The two-letter code in lower case, as in files: {@code en}, {@code fr}, {@code nl}, {@code de}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
