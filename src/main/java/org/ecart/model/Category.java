package org.ecart.model;

import java.util.Optional;

/**
 * One code of a code list with its labels.
 *
 * @param code as delivered; "01" is not 1
 * @param undetermined whether an analyst may leave it out as "not determined" (its number is then printed in a note)
 * @param missing whether the code means that the value is not known
 * @param parent the code or group of the same list that it belongs to, as a country to a group of countries
 * @param editions the editions of the code list in which it is valid
 */
public record Category(
        String code, Labels labels, boolean undetermined, boolean missing, Optional<String> parent, Editions editions) {
    /**
     * From which edition of a code list to which a code is valid. A code that went stays in the list, since older
     * deliveries have it.
     *
     * @param from the first edition; none = from the beginning
     * @param until the last edition; none = still
     */
    public record Editions(Optional<String> from, Optional<String> until) {
        public static final Editions ALL = new Editions(Optional.empty(), Optional.empty());
    }

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

    /** A category that is valid in every edition. */
    public Category(String code, Labels labels, boolean undetermined, boolean missing, Optional<String> parent) {
        this(code, labels, undetermined, missing, parent, Editions.ALL);
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
        return new Category(code, labels, undetermined, missing, Optional.of(other), editions);
    }

    /** The same category as a code of some editions only. */
    public Category in(Editions some) {
        return new Category(code, labels, undetermined, missing, parent, some);
    }

    public boolean isTotal() {
        return code.equals(TOTAL);
    }
}
