package org.ecart.model;

/**
 * One code of a code list with its labels.
 *
 * @param code as delivered; "01" is not 1
 * @param undetermined whether an analyst may leave it out as "not determined" (its number is then printed in a note)
 * @param missing whether the code means that the value is not known
 */
public record Category(String code, Labels labels, boolean undetermined, boolean missing) {
    /** The code of a total, as in SDMX. */
    public static final String TOTAL = "_T";
    /** The code shown for an empty field. */
    public static final String UNKNOWN = "_U";
    /** The code shown for a person without a row in the extract that holds the variable. */
    public static final String NO_RECORD = "_N";

    public Category {
        if (code.isEmpty()) {
            throw EcartException.usage("model.code.empty");
        }
    }

    public static Category of(String code, Labels labels) {
        return new Category(code, labels, false, false);
    }

    public boolean isTotal() {
        return code.equals(TOTAL);
    }
}
