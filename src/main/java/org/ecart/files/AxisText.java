package org.ecart.files;

import java.util.ArrayList;
import java.util.List;
import org.ecart.files.Tokens.Kind;
import org.ecart.model.Axis;

/** Axes as text: {@code origin > gender + region} is gender within origin, then region. */
public final class AxisText {
    private AxisText() {}

    /**
     * Reads an axis; an empty text is the empty axis.
     *
     * @throws org.ecart.model.EcartException usage, with the position of what was not understood
     */
    public static Axis parse(String text) {
        if (text.isBlank()) {
            return Axis.EMPTY;
        }
        Tokens tokens = new Tokens(text);
        List<List<String>> blocks = new ArrayList<>();
        do {
            List<String> block = new ArrayList<>();
            do {
                block.add(tokens.expect(Kind.WORD).text());
            } while (tokens.acceptSign(">"));
            blocks.add(block);
        } while (tokens.acceptSign("+"));
        tokens.expectEnd();
        return new Axis(blocks);
    }
}
