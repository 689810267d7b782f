package org.ecart.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Period;

/**
 * What happened to one file: read = loaded + rejected. It never holds a value of a person.
 *
 * @param hash SHA-256 of the file, in hexadecimal
 * @param dialect how the file is written
 * @param read data rows in the file
 * @param rejects every row that was refused
 * @param unmatched columns of the file that were not loaded
 * @param absent variables of the extract that the file did not bring
 * @param unmapped for each variable the rows with a code that is in no code list; they are loaded
 * @param doubts columns that may hold direct identifiers
 * @param links how its persons meet those of the extracts that it is linked to
 */
public record IntakeReport(
        String file,
        String hash,
        String extract,
        Dialect dialect,
        long read,
        List<Reject> rejects,
        List<String> unmatched,
        List<String> absent,
        Map<String, Map<String, Long>> unmapped,
        List<Doubt> doubts,
        List<Link> links) {
    /** Why a row was refused. */
    public enum Reason {
        FIELDS,
        DATE,
        NUMBER,
        KEY_MISSING,
        KEY_DUPLICATE,
        KEY_LONG,
        CODE_LONG,
        PERIOD
    }

    /**
     * A refused row.
     *
     * @param line line of the file, from 1
     * @param column the column at fault; empty where it is the whole row
     */
    public record Reject(long line, String column, Reason reason) {}

    /** A column that may hold direct identifiers: too few, or too unsure, to be refused. */
    public record Doubt(String column, GuardVerdict verdict) {}

    /**
     * How the persons of an extract meet those of the population at one date.
     *
     * @param period none for a population that is valid for all dates
     * @param matched persons in both
     * @param populationOnly persons of the population without a row in the extract
     * @param extractOnly persons of the extract who are not in the population
     */
    public record Link(
            String population,
            Optional<Period> period,
            String extract,
            long matched,
            long populationOnly,
            long extractOnly) {}

    public IntakeReport {
        // A list of millions would be written out by copying it; it cannot be changed as it is.
        rejects = rejects instanceof RejectList ? rejects : List.copyOf(rejects);
        unmatched = List.copyOf(unmatched);
        absent = List.copyOf(absent);
        unmapped = sorted(unmapped);
        doubts = List.copyOf(doubts);
        links = List.copyOf(links);
    }

    /** In the order of variables and codes, so that it is told in the same order everywhere. */
    private static Map<String, Map<String, Long>> sorted(Map<String, Map<String, Long>> unmapped) {
        Map<String, Map<String, Long>> copy = new TreeMap<>();
        unmapped.forEach((variable, codes) -> copy.put(variable, Collections.unmodifiableMap(new TreeMap<>(codes))));
        return Collections.unmodifiableMap(copy);
    }

    /** The same with more links. */
    public IntakeReport withLinks(List<Link> more) {
        List<Link> all = new ArrayList<>(links);
        all.addAll(more);
        return new IntakeReport(file, hash, extract, dialect, read, rejects, unmatched, absent, unmapped, doubts, all);
    }

    public long rejected() {
        return rejects.size();
    }

    public long loaded() {
        return read - rejected();
    }

    /** Refused rows by reason, in the order of {@link Reason}. */
    public Map<Reason, Long> byReason() {
        Map<Reason, Long> counts = new TreeMap<>();
        rejects.forEach(r -> counts.merge(r.reason(), 1L, Long::sum));
        return counts;
    }
}
