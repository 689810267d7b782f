package org.ecart.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * Bytes as text in one encoding, strictly: where they are none it fails with a {@link CharacterCodingException} and
 * puts no other sign in their place, for that would turn one code into another. A NUL is none either; it is what UTF-16 and
 * damaged files are full of.
 */
final class TextReader extends FilterReader {
    TextReader(InputStream bytes, Charset encoding) {
        super(new InputStreamReader(
                bytes,
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    @Override
    public int read() throws IOException {
        int sign = in.read();
        if (sign == 0) {
            throw new CharacterCodingException();
        }
        return sign;
    }

    @Override
    public int read(char[] signs, int from, int length) throws IOException {
        int read = in.read(signs, from, length);
        for (int i = from; i < from + read; i++) {
            if (signs[i] == 0) {
                throw new CharacterCodingException();
            }
        }
        return read;
    }
}
