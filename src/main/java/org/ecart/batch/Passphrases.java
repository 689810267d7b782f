package org.ecart.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.EcartException;
import org.ecart.store.Passphrase;

/**
 * Where a command gets a passphrase from: a file, the environment, or whoever sits before it. Never an argument: those
 * are seen by every user of the machine and kept in the shell's history.
 */
final class Passphrases {
    /** The variable of the environment. */
    static final String VARIABLE = "ECART_PASSPHRASE";

    /** Bytes of the file that are looked at. */
    private static final int LONGEST = 4096;

    private static final char MARK = '\uFEFF';

    private final Console console;

    Passphrases(Console console) {
        this.console = console;
    }

    /** What a file or else the environment gives. */
    Optional<Passphrase> given(Optional<Path> file) {
        return file.map(this::fromFile).or(this::fromEnvironment);
    }

    /** Asks for the passphrase of a workspace; none where nobody can be asked. */
    Optional<Passphrase> ask(Path workspace) {
        return typed(console.text("batch.passphrase.ask", workspace));
    }

    /** Asks for a new passphrase, twice. */
    Optional<Passphrase> askTwice(Path workspace) {
        Optional<Passphrase> first = typed(console.text("batch.passphrase.new", workspace));
        Optional<Passphrase> second = first.flatMap(f -> typed(console.text("batch.passphrase.again")));
        boolean same = first.isPresent() && second.filter(first.get()::reads).isPresent();
        second.ifPresent(Passphrase::clear);
        if (first.isPresent() && !same) {
            first.get().clear();
            throw EcartException.usage("batch.passphrase.differ");
        }
        return first;
    }

    private Optional<Passphrase> typed(String question) {
        return console.secrets().ask(question).map(Passphrases::taken);
    }

    private Optional<Passphrase> fromEnvironment() {
        return console.secrets().environment(VARIABLE).map(String::toCharArray).map(Passphrases::taken);
    }

    private static Passphrase taken(char[] characters) {
        try {
            return Passphrase.of(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private Passphrase fromFile(Path file) {
        byte[] bytes = bytes(file);
        CharBuffer text = CharBuffer.allocate(0);
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, firstLine(bytes)));
            int from = text.hasRemaining() && text.get(0) == MARK ? 1 : 0;
            Passphrase passphrase = taken(Arrays.copyOfRange(text.array(), from, text.limit()));
            warnWhenOthersMayRead(file);
            return passphrase;
        } catch (CharacterCodingException notText) {
            throw EcartException.usage("batch.passphrase.file", file);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(text.array(), '\0');
        }
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST);
        } catch (IOException unreadable) {
            throw EcartException.usage("batch.passphrase.file", file);
        }
    }

    private static int firstLine(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return end;
    }

    private void warnWhenOthersMayRead(Path file) {
        Optional<PosixFileAttributeView> posix =
                Optional.ofNullable(Files.getFileAttributeView(file, PosixFileAttributeView.class));
        if (posix.isEmpty()) {
            return;
        }
        try {
            Set<PosixFilePermission> permissions = posix.get().readAttributes().permissions();
            if (!Collections.disjoint(
                    permissions, Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ))) {
                console.say("batch.passphrase.open", file);
            }
        } catch (IOException notTold) {
            // It could be read a moment ago; who else may is then not known.
        }
    }
}
