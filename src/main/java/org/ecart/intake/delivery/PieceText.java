package org.ecart.intake.delivery;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ecart.intake.delivery.Dialect.Encoding;

/**
 * Bytes of one encoding as UTF-8, strictly: where they are none, nothing is put in their place, for that would turn one code
 * into another. A NUL is none either; it is what UTF-16 and damaged files are full of.
 */
final class PieceText {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private PieceText() {}

    /** The same text in UTF-8; none when it is not written in {@code encoding}. */
    static Optional<Piece> utf8(Piece piece, Encoding encoding) {
        if (Words.holds(piece.text(), piece.from(), piece.to(), (byte) 0)) {
            return Optional.empty();
        }
        if (Words.ascii(piece.text(), piece.from(), piece.to())) {
            return Optional.of(piece);
        }
        if (encoding == Encoding.WINDOWS_1252) {
            return translated(piece);
        }
        return malformed(piece, StandardCharsets.UTF_8) < 0 ? Optional.of(piece) : Optional.empty();
    }

    private static Optional<Piece> translated(Piece piece) {
        try {
            CharBuffer signs = decoder(WINDOWS_1252)
                    .decode(ByteBuffer.wrap(piece.text(), piece.from(), piece.to() - piece.from()));
            byte[] text = signs.toString().getBytes(StandardCharsets.UTF_8);
            return Optional.of(new Piece(text, 0, text.length));
        } catch (CharacterCodingException notInIt) {
            return Optional.empty();
        }
    }

    /** The line of the piece, from 0, of the first byte that is no text in {@code encoding}. */
    static int faultyLine(Piece piece, Encoding encoding) {
        int fault = malformed(piece, encoding == Encoding.WINDOWS_1252 ? WINDOWS_1252 : StandardCharsets.UTF_8);
        int end = fault < 0 ? piece.to() : fault;
        for (int i = piece.from(); i < end; i++) {
            if (piece.text()[i] == 0) {
                end = i;
            }
        }
        return new Piece(piece.text(), piece.from(), end).lines();
    }

    /** Where the first byte is that the encoding does not know; below 0 when there is none. */
    private static int malformed(Piece piece, Charset encoding) {
        CharsetDecoder decoder = decoder(encoding);
        ByteBuffer bytes = ByteBuffer.wrap(piece.text(), piece.from(), piece.to() - piece.from());
        CharBuffer signs = CharBuffer.allocate(1 << 13);
        CoderResult result = decoder.decode(bytes, signs, true);
        while (result.isOverflow()) {
            signs.clear();
            result = decoder.decode(bytes, signs, true);
        }
        return result.isError() ? bytes.position() : -1;
    }

    private static CharsetDecoder decoder(Charset encoding) {
        return encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }
}
