package org.ecart.intake.delivery;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.ecart.model.EcartException;

/**
 * The text of a delivered file as bytes, unpacked where it is packed ({@code .gz}, or {@code .zip} with one file in
 * it; told by the first bytes, not by the name). Nothing is ever unpacked to a disk.
 */
final class DeliveredBytes implements AutoCloseable {
    /** Nothing that was text unpacks to so many times its size; a bomb does. */
    private static final long MOST_UNPACKED = 200;
    /** Below this size nobody is hurt. */
    private static final long HARMLESS = 64L << 20;

    private static final int BUFFER = 1 << 16;

    private enum Packing {
        NONE,
        GZIP,
        ZIP
    }

    private final Path path;
    private final Packing packing;
    private final MessageDigest digest = sha256();
    private final InputStream file;
    private final InputStream text;
    private long taken;
    private long unpacked;

    /**
     * Opens a file.
     *
     * @throws EcartException usage when there is no such file; data when it cannot be read or unpacked
     */
    DeliveredBytes(Path path) {
        this.path = path;
        refuseWhatIsNoFile(path);
        try {
            file = new BufferedInputStream(
                    new Counting(new DigestInputStream(Files.newInputStream(path), digest)), BUFFER);
        } catch (IOException unreadable) {
            throw EcartException.data("intake.unreadable", path);
        }
        try {
            packing = packing(file);
            text = switch (packing) {
                case NONE -> file;
                case GZIP -> new GZIPInputStream(file, BUFFER);
                case ZIP -> onlyEntry();
            };
        } catch (IOException broken) {
            close();
            throw failed(broken);
        } catch (EcartException refused) {
            close();
            throw refused;
        }
    }

    private static void refuseWhatIsNoFile(Path path) {
        if (!Files.exists(path)) {
            throw EcartException.usage("intake.no_file", path);
        }
        if (Files.isDirectory(path)) {
            throw EcartException.usage("intake.directory", path);
        }
        // A pipe could be read only once, and a device may have no end.
        if (!Files.isRegularFile(path)) {
            throw EcartException.usage("intake.no_regular_file", path);
        }
    }

    private static Packing packing(InputStream file) throws IOException {
        file.mark(4);
        byte[] head = file.readNBytes(4);
        file.reset();
        if (head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
            return Packing.GZIP;
        }
        return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4
                ? Packing.ZIP
                : Packing.NONE;
    }

    private InputStream onlyEntry() throws IOException {
        try {
            refuseUnlessOneEntry();
            return entry();
        } catch (IllegalArgumentException misnamed) {
            // So the JDK says that a name is no text.
            throw new ZipException(path.toString());
        }
    }

    private InputStream entry() throws IOException {
        ZipInputStream zip = new ZipInputStream(file);
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && entry.isDirectory()) {
            entry = zip.getNextEntry();
        }
        if (entry == null) {
            throw EcartException.data("intake.zip_entries", path, 0);
        }
        return zip;
    }

    private void refuseUnlessOneEntry() throws IOException {
        int files = 0;
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (outside(entry.getName())) {
                    throw EcartException.data("intake.zip_name", path);
                }
                files += entry.isDirectory() ? 0 : 1;
            }
        }
        if (files != 1) {
            throw EcartException.data("intake.zip_entries", path, files);
        }
    }

    /** Whether some system would unpack a file of this name outside its folder, or not know what to do with it. */
    private static boolean outside(String name) {
        String slashed = name.replace('\\', '/');
        List<String> steps = List.of(slashed.split("/", -1));
        return slashed.startsWith("/")
                || slashed.matches("[A-Za-z]:.*")
                || slashed.indexOf(0) >= 0
                || steps.contains("..")
                || steps.contains(".");
    }

    boolean packed() {
        return packing != Packing.NONE;
    }

    /** Bytes taken from the file so far, packed as it is. */
    long taken() {
        return taken;
    }

    /** Fills {@code into} from {@code from} on as far as there is text, and says how many bytes it was. */
    int read(byte[] into, int from) {
        try {
            int count = text.readNBytes(into, from, into.length - from);
            unpacked += count;
            if (packed() && unpacked > HARMLESS && unpacked / MOST_UNPACKED > taken) {
                throw EcartException.data("intake.bomb", path, MOST_UNPACKED);
            }
            return count;
        } catch (IOException broken) {
            throw failed(broken);
        }
    }

    /** The SHA-256 of the file as it was delivered; what was not read yet is read for it. */
    String hash() {
        try {
            byte[] rest = new byte[BUFFER];
            while (file.read(rest) >= 0) {
                // Only for the digest: what lies behind the last packed byte belongs to the file too.
            }
        } catch (IOException broken) {
            throw failed(broken);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private EcartException failed(IOException broken) {
        boolean damaged = broken instanceof ZipException || broken instanceof EOFException;
        return EcartException.data(damaged ? "intake.corrupt" : "intake.unreadable", path);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException notClosed) {
            throw new UncheckedIOException(notClosed);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Counts what is read through it. */
    private final class Counting extends FilterInputStream {
        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            taken += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int count = super.read(into, from, most);
            taken += Math.max(0, count);
            return count;
        }
    }
}
