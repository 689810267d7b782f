package org.ecart.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Writes rows of codes, numbers and dates as CSV with its own buffer: comma, LF, no quotes, ASCII. Needs no locale and
 * makes no objects.
 */
final class CsvFile implements AutoCloseable {
    private static final int CAPACITY = 1 << 18;
    /** Room for the longest field. */
    private static final int MARGIN = 64;

    private final OutputStream out;
    private final byte[] buffer = new byte[CAPACITY];
    private int length;
    private boolean rowBegun;

    CsvFile(OutputStream out, String header) throws IOException {
        this.out = out;
        out.write((header + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** A field of at most 60 ASCII characters without comma, quote or line end. */
    @SuppressWarnings("deprecation") // the only copy of ASCII characters that neither encodes nor makes an array
    void text(String value) throws IOException {
        begin();
        value.getBytes(0, value.length(), buffer, length);
        length += value.length();
    }

    void empty() throws IOException {
        begin();
    }

    void flag(boolean value) throws IOException {
        begin();
        buffer[length++] = (byte) (value ? '1' : '0');
    }

    /** A letter and a number with leading zeros. */
    void number(char letter, long value, int digits) throws IOException {
        begin();
        buffer[length++] = (byte) letter;
        digits(value, digits);
    }

    void year(int value) throws IOException {
        begin();
        digits(value, 4);
    }

    void date(Optional<LocalDate> value) throws IOException {
        begin();
        if (value.isPresent()) {
            LocalDate day = value.get();
            digits(day.getYear(), 4);
            buffer[length++] = '-';
            digits(day.getMonthValue(), 2);
            buffer[length++] = '-';
            digits(day.getDayOfMonth(), 2);
        }
    }

    /** An amount above 0 with two decimals, or nothing. */
    void amount(long cents) throws IOException {
        begin();
        if (cents > 0) {
            long whole = cents / 100;
            int digits = 1;
            for (long rest = whole / 10; rest > 0; rest /= 10) {
                digits++;
            }
            digits(whole, digits);
            buffer[length++] = '.';
            digits(cents % 100, 2);
        }
    }

    void endRow() {
        buffer[length++] = '\n';
        rowBegun = false;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    private void begin() throws IOException {
        if (length > CAPACITY - MARGIN) {
            flush();
        }
        if (rowBegun) {
            buffer[length++] = ',';
        }
        rowBegun = true;
    }

    private void flush() throws IOException {
        int ready = length;
        length = 0;
        out.write(buffer, 0, ready);
    }

    private void digits(long value, int digits) {
        long rest = value;
        for (int i = digits - 1; i >= 0; i--) {
            buffer[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
    }
}
