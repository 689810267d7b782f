package org.ecart.model;

/** The one status that a value can have everywhere: on screen, in charts and in files. */
public enum Status {
    /** a value that can be read as it is */
    NORMAL(""),
    /** confidential: a small group */
    CONFIDENTIAL("c"),
    /** not applicable: the reference against itself, a rate of nobody */
    NOT_APPLICABLE("z"),
    /** not available: the variable was not delivered for the period */
    NOT_AVAILABLE("x"),
    /** break in the series */
    BREAK("b");

    private final String code;

    Status(String code) {
        this.code = code;
    }

    /** The letter in data files: empty, c, z, x, b. */
    public String code() {
        return code;
    }

    /** The mark in print: empty, [c], [z], [x], [b]. */
    public String mark() {
        return code.isEmpty() ? "" : "[" + code + "]";
    }
}
