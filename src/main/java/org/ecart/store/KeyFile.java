package org.ecart.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.ecart.model.EcartException;

/**
 * How the key of an encrypted workspace follows from its passphrase: the number of rounds and the salt, in a small file
 * beside the database (docs/workspace.md). H2 itself stretches a passphrase by ten rounds only, so it is given a key that
 * is derived here: PBKDF2 with HMAC-SHA-256 (RFC 8018, section 5.2). Nothing in the file depends on the passphrase.
 */
final class KeyFile {
    static final String NAME = "ecart.key.json";

    /** Under this name the file is written until it is whole. */
    private static final String UNFINISHED = NAME + ".part";

    /** What OWASP asks of PBKDF2 with HMAC-SHA-256; some tenths of a second. */
    private static final int ROUNDS = 600_000;

    /** More than this is a damaged file, not a wish: it would take minutes. */
    private static final int MOST_ROUNDS = 100_000_000;

    private static final String FORMAT = "ecart/key";
    private static final int VERSION = 1;
    private static final int SALT_BYTES = 32;
    private static final int KEY_BITS = 256;
    private static final int LONGEST = 4096;
    private static final HexFormat HEX = HexFormat.of();

    private final int rounds;
    private final byte[] salt;

    private KeyFile(int rounds, byte[] salt) {
        this.rounds = rounds;
        this.salt = salt;
    }

    /** Whether the workspace of a folder is encrypted. */
    static boolean exists(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    /** Whether a file is what a crash leaves of an encrypted workspace that was only being made. */
    static boolean isBeginning(Path file) {
        return file.endsWith(NAME) || file.endsWith(UNFINISHED);
    }

    /**
     * Takes the file of a folder or makes one with a new salt. It is on the disk before there is anything to decrypt; one
     * that is there already is kept, for a copy of the database may depend on it.
     */
    static KeyFile readOrMake(Path folder) {
        if (exists(folder)) {
            return read(folder);
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        KeyFile made = new KeyFile(ROUNDS, salt);
        Path unfinished = folder.resolve(UNFINISHED);
        try {
            try (FileChannel file = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(made.text().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(unfinished, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException notWritten) {
            throw EcartException.usage("store.no_folder", folder);
        }
        return made;
    }

    /** @throws EcartException data, when the file is damaged or of a newer program */
    static KeyFile read(Path folder) {
        JsonNode json = json(folder);
        if (FORMAT.equals(json.path("format").textValue())
                && json.path("version").asInt() > VERSION) {
            throw EcartException.data("store.newer");
        }
        int rounds = json.path("rounds").asInt();
        String salt = json.path("salt").asText();
        boolean whole = salt.matches("[0-9a-f]{" + 2 * SALT_BYTES + "}")
                && rounds >= ROUNDS
                && rounds <= MOST_ROUNDS
                && checksum(rounds, salt).equals(json.path("checksum").textValue());
        if (!whole) {
            throw EcartException.data("store.key.damaged", folder);
        }
        return new KeyFile(rounds, HEX.parseHex(salt));
    }

    private static JsonNode json(Path folder) {
        try (InputStream in = Files.newInputStream(folder.resolve(NAME))) {
            return JsonMapper.builder().build().readTree(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8));
        } catch (JsonProcessingException noJson) {
            throw EcartException.data("store.key.damaged", folder);
        } catch (IOException unreadable) {
            throw EcartException.data("store.key.unreadable", folder);
        }
    }

    private String text() {
        String hex = HEX.formatHex(salt);
        return """
                {
                  "format": "%s",
                  "version": %s,
                  "derivation": "PBKDF2WithHmacSHA256",
                  "rounds": %s,
                  "salt": "%s",
                  "checksum": "%s"
                }
                """.formatted(FORMAT, Integer.toString(VERSION), Integer.toString(rounds), hex, checksum(rounds, hex));
    }

    /** Of what is public anyway: it tells a file that was damaged from a passphrase that is wrong. */
    private static String checksum(int rounds, String salt) {
        try {
            byte[] text = (rounds + " " + salt).getBytes(StandardCharsets.UTF_8);
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The key as hexadecimal digits, to be overwritten after use; takes some tenths of a second. */
    char[] derive(Passphrase passphrase) {
        char[] characters = passphrase.characters();
        PBEKeySpec wanted = new PBEKeySpec(characters, salt, rounds, KEY_BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(wanted)
                    .getEncoded();
            char[] digits = new char[key.length * 2];
            for (int i = 0; i < key.length; i++) {
                digits[2 * i] = HEX.toHighHexDigit(key[i]);
                digits[2 * i + 1] = HEX.toLowHexDigit(key[i]);
            }
            Arrays.fill(key, (byte) 0);
            return digits;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java's own provider has PBKDF2 with HMAC-SHA-256", impossible);
        } finally {
            wanted.clearPassword();
            Arrays.fill(characters, '\0');
        }
    }
}
