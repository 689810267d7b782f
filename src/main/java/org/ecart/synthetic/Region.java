package org.ecart.synthetic;

/** The three regions with their NIS codes. */
enum Region {
    BRUSSELS("04000"),
    FLANDERS("02000"),
    WALLONIA("03000");

    private final String code;

    Region(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
