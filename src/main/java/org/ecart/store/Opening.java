package org.ecart.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import org.ecart.model.EcartException;

/**
 * How H2 is asked for the database of a folder, and what its refusals mean. Whether a database is encrypted is told by the
 * {@link KeyFile} beside it and not by its first bytes: on POSIX systems a process that opens and closes a file loses the
 * lock which H2 may hold on it.
 */
final class Opening {
    /** H2's code for a file that another process holds. */
    private static final int ALREADY_OPEN = 90020;

    /** H2's code for a database that is open in this process under another password. */
    private static final int OTHER_PASSWORD = 28000;

    /** H2's code for an encrypted file of which the decrypted beginning makes no sense. */
    private static final int NOT_DECRYPTED = 90049;

    private static final String MARK_OF_ENCRYPTED = "H2encrypt\n";

    private static final String NOT_MADE = "store.lost";

    static final String WRONG_PASSPHRASE = "store.passphrase.wrong";

    private final Path folder;
    private final boolean create;

    Opening(Path folder, boolean create) {
        this.folder = folder;
        this.create = create;
    }

    /** Whether a new database could not be written. */
    static boolean isNotMade(EcartException refused) {
        return refused.key().equals(NOT_MADE);
    }

    /** Connects to a plain database. */
    Connection plain() {
        if (KeyFile.exists(folder)) {
            throw EcartException.data("store.passphrase.needed", folder);
        }
        try {
            return connect("", new char[0]);
        } catch (SQLException refused) {
            boolean encrypted = refused.getErrorCode() != ALREADY_OPEN && hasMark();
            throw encrypted ? EcartException.data("store.key.missing", folder) : refused(refused);
        }
    }

    /** Connects to an encrypted database. */
    Connection encrypted(Passphrase passphrase) {
        if (!create && !KeyFile.exists(folder)) {
            Database.open(folder, false, Optional.empty()).close();
            throw EcartException.data("store.passphrase.surplus", folder);
        }
        char[] key = KeyFile.readOrMake(folder).derive(passphrase);
        // H2 splits at the blank: the key of the file, then the password of the user, which is empty.
        char[] passwords = Arrays.copyOf(key, key.length + 1);
        passwords[key.length] = ' ';
        try {
            return connect(";CIPHER=AES", passwords);
        } catch (SQLException refused) {
            if (refused.getErrorCode() == OTHER_PASSWORD) {
                throw EcartException.data("store.locked", folder);
            }
            boolean wrong = refused.getErrorCode() == NOT_DECRYPTED && hasMark();
            throw wrong ? EcartException.data(WRONG_PASSPHRASE, folder) : refused(refused);
        } finally {
            Arrays.fill(key, '\0');
            Arrays.fill(passwords, '\0');
        }
    }

    private Connection connect(String settings, char[] passwords) throws SQLException {
        String file = folder.resolve(Workspace.NAME).toAbsolutePath().toString().replace(";", "\\;");
        String url = "jdbc:h2:file:" + file + ";IFEXISTS=" + (create ? "FALSE" : "TRUE")
                + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;AUTOCOMMIT=FALSE;COMPRESS=TRUE" + settings;
        Properties properties = new Properties();
        properties.put("user", "ecart");
        properties.put("password", passwords);
        return DriverManager.getConnection(url, properties);
    }

    private EcartException refused(SQLException refused) {
        if (refused.getErrorCode() == ALREADY_OPEN) {
            return EcartException.data("store.locked", folder);
        }
        // What is only being made cannot be damaged: it cannot be written.
        return EcartException.data(create ? NOT_MADE : "store.damaged", folder);
    }

    /** Whether the file says of itself that it is encrypted. Only after H2 has let it go: no lock is left to lose. */
    private boolean hasMark() {
        byte[] mark = MARK_OF_ENCRYPTED.getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(folder.resolve(Workspace.FILE))) {
            return Arrays.equals(mark, in.readNBytes(mark.length));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
