package org.ecart.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A zip packed again so that the same content is the same bytes: entries by name, one fixed date, and not compressed,
 * because the zlib below {@code java.util.zip} differs between JDKs.
 */
final class ReproducibleZip {
    private static final LocalDateTime DATE = LocalDateTime.of(2000, 1, 1, 0, 0);

    private ReproducibleZip() {}

    /** Leaves the stream open. */
    static void repack(byte[] zip, OutputStream out) throws IOException {
        ZipOutputStream target = new ZipOutputStream(out);
        target.setMethod(ZipOutputStream.STORED);
        for (Map.Entry<String, byte[]> entry : entries(zip).entrySet()) {
            byte[] content = entry.getValue();
            CRC32 checksum = new CRC32();
            checksum.update(content);
            ZipEntry stored = new ZipEntry(entry.getKey());
            stored.setTimeLocal(DATE);
            stored.setSize(content.length);
            stored.setCrc(checksum.getValue());
            target.putNextEntry(stored);
            target.write(content);
            target.closeEntry();
        }
        target.finish();
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }
}
