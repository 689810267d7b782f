package org.ecart.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.model.Period;
import org.ecart.model.Variable;

/**
 * How the columns of one file are coded.
 *
 * @param dictionaries by variable, for the coded ones
 * @param someoneKnown whether there were persons before the file
 * @param wanted the only date that is accepted
 */
record Columns(
        List<String> header,
        FileMatch match,
        Map<String, GrowingDictionary> dictionaries,
        ByteIndex persons,
        boolean someoneKnown,
        Optional<Period> wanted,
        char decimalSign) {
    /** A new piece of each column, with room for {@code rows} rows. */
    List<PieceColumn> piece(int rows) {
        List<PieceColumn> columns = new ArrayList<>();
        match.variables()
                .forEach(v -> columns.add(v.map(known -> column(known, rows)).orElseGet(UnusedPiece::new)));
        return List.copyOf(columns);
    }

    /** A new guard for each column. */
    IdentifierGuard[] guards() {
        return header.stream().map(IdentifierGuard::new).toArray(IdentifierGuard[]::new);
    }

    private PieceColumn column(Variable variable, int rows) {
        return switch (variable.role()) {
            case PERSON -> new PersonPiece(persons, someoneKnown, rows);
            case PERIOD -> new PeriodPiece(wanted, match.extract().dated(), rows);
            case AMOUNT, WEIGHT, COUNT -> new AmountPiece(variable.role(), decimalSign, rows);
            case DIMENSION -> new CodePiece(dictionary(variable.id()), variable.type(), decimalSign, rows);
        };
    }

    GrowingDictionary dictionary(String variable) {
        return Optional.ofNullable(dictionaries.get(variable)).orElseThrow();
    }
}
