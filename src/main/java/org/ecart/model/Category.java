package org.ecart.model;

import java.util.Optional;

/**
 * One code of a code list with its labels.
 *
 * @param code as delivered; "01" is not 1
 * @param undetermined whether an analyst may leave it out as "not determined" (its number is then printed in a note)
 * @param missing whether the code means that the value is not known
 * @param parent the code or group of the same list that it belongs to, as a country to a group of countries
 */
public record Category(String code, Labels labels, boolean undetermined, boolean missing, Optional<String> parent) {
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

    /** A category that belongs to no other. */
    public Category(String code, Labels labels, boolean undetermined, boolean missing) {
        this(code, labels, undetermined, missing, Optional.empty());
    }

    public static Category of(String code, Labels labels) {
        return new Category(code, labels, false, false);
    }

    /** The same category as a part of another one of its list. */
    public Category under(String other) {
        return new Category(code, labels, undetermined, missing, Optional.of(other));
    }

    public boolean isTotal() {
        return code.equals(TOTAL);
    }
}
