package org.ecart.store;

import java.util.Arrays;
import org.ecart.model.EcartException;

/**
 * What opens an encrypted workspace. It holds a copy of the characters until it is cleared, by whoever made it, and never
 * shows them.
 */
public final class Passphrase {
    private final char[] characters;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /**
     * Copies a passphrase; the caller clears its own array.
     *
     * @throws EcartException usage, when it is empty
     */
    public static Passphrase of(char[] characters) {
        if (characters.length == 0) {
            throw EcartException.usage("store.passphrase.empty");
        }
        return new Passphrase(characters.clone());
    }

    /** A copy, to be overwritten after use. */
    char[] characters() {
        return characters.clone();
    }

    /** Whether another one reads the same, for one that is typed twice. */
    public boolean reads(Passphrase other) {
        return Arrays.equals(characters, other.characters);
    }

    /** Overwrites the characters; it opens nothing any more. */
    public void clear() {
        Arrays.fill(characters, '\0');
    }

    /** Tells nothing, so that it can stand in a log by mistake. */
    @Override
    public String toString() {
        return "Passphrase";
    }
}
