package org.ecart.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.Dictionary;
import org.ecart.intake.IntakeReport.Reason;
import org.ecart.intake.IntakeReport.Reject;
import org.ecart.model.Category;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Mapping;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Variable;

/** Reads one file under a codebook. Nothing is kept here: the drafts and the report go back to whoever asked. */
public final class Intake {
    /** The rows of a file by date, and what happened to the rest. */
    public record Result(FileMatch match, List<PartitionDraft> partitions, IntakeReport report) {
        public Result {
            partitions = List.copyOf(partitions);
        }
    }

    /**
     * How a file is to be read.
     *
     * @param as the extract it must be; none = found by its columns
     * @param period the date of all rows, for a file without a date column
     */
    public record Request(
            Path file, Codebook codebook, Optional<Mapping> mapping, Optional<String> as, Optional<Period> period) {}

    private static final int TELL_EVERY = 10_000;

    private final Request request;
    private final FileMatch match;
    private final RowChecks checks;
    private final PersonKeys keys;
    private final Map<String, GrowingDictionary> dictionaries;
    private final Map<Optional<Period>, PartitionBuffer> buffers =
            new TreeMap<>(Comparator.comparing(p -> p.map(Period::toString).orElse("")));
    private final List<Reject> rejects = new ArrayList<>();
    private final Map<String, Set<String>> codeLists = new HashMap<>();

    private Intake(Request request, Delivery delivery, PersonKeys keys, Map<String, GrowingDictionary> dictionaries) {
        this.request = request;
        this.match = match(request, delivery.header());
        this.checks = new RowChecks(delivery.header(), match);
        this.keys = keys;
        this.dictionaries = dictionaries;
        for (Variable variable :
                match.variables().stream().flatMap(Optional::stream).toList()) {
            List<Category> known = request.codebook().categoriesOf(variable);
            if (variable.coded() && !known.isEmpty()) {
                codeLists.put(variable.id(), known.stream().map(Category::code).collect(Collectors.toSet()));
            }
        }
    }

    /** Several files may be read at once: a complaint has to say which one it is about. */
    private static FileMatch match(Request request, List<String> header) {
        try {
            return FileMatch.of(
                    request.codebook(),
                    header,
                    request.mapping(),
                    request.as(),
                    request.period().isPresent());
        } catch (EcartException complaint) {
            throw new EcartException(complaint.fault(), "intake.file", request.file(), complaint);
        }
    }

    /**
     * Reads a file.
     *
     * @param dictionaries by variable, as they stand; values met for the first time are appended to them
     * @throws org.ecart.model.EcartException when the file cannot be read or is no extract of the codebook
     */
    public static Result read(
            Request request, PersonKeys keys, Map<String, GrowingDictionary> dictionaries, Progress progress) {
        try (Delivery delivery = new Delivery(request.file())) {
            return new Intake(request, delivery, keys, dictionaries).run(delivery, progress);
        }
    }

    private Result run(Delivery delivery, Progress progress) {
        long read = 0;
        long size = Math.max(1, delivery.size());
        while (delivery.hasNext()) {
            if (read++ % TELL_EVERY == 0) {
                progress.report("intake.read", Math.min(1, (double) delivery.bytesTaken() / size));
            }
            take(delivery.next());
        }
        progress.report("intake.sort", -1);
        List<PartitionDraft> drafts = new ArrayList<>();
        for (Map.Entry<Optional<Period>, PartitionBuffer> entry : buffers.entrySet()) {
            drafts.add(entry.getValue().sorted(entry.getKey(), rejects));
        }
        rejects.sort(Comparator.comparingLong(Reject::line));
        IntakeReport report = new IntakeReport(
                request.file().toString(),
                delivery.hash(),
                match.extract().id(),
                read,
                rejects,
                match.unmatched(),
                match.absent(),
                unmapped(drafts));
        return new Result(match, drafts, report);
    }

    private void take(Delivery.Row row) {
        Optional<Reject> fault = checks.fault(row);
        if (fault.isPresent()) {
            rejects.add(fault.get());
            return;
        }
        Optional<Period> period = period(row);
        if (request.period().isPresent() && match.extract().dated() && !period.equals(request.period())) {
            rejects.add(new Reject(row.line(), "", Reason.PERIOD));
            return;
        }
        PartitionBuffer buffer = buffers.computeIfAbsent(
                period,
                p -> new PartitionBuffer(
                        match, v -> dictionaries.computeIfAbsent(v, id -> new GrowingDictionary(List.of()))));
        buffer.add(row, keys);
    }

    private Optional<Period> period(Delivery.Row row) {
        if (!match.extract().dated()) {
            return Optional.empty();
        }
        return RowChecks.withRole(match, Variable.Role.PERIOD).stream()
                .findFirst()
                .flatMap(c -> Period.parse(row.fields().get(c)))
                .or(request::period);
    }

    /** Codes that are in no code list are loaded and counted; their counts tell no person's value. */
    private Map<String, Map<String, Long>> unmapped(List<PartitionDraft> drafts) {
        Map<String, Map<String, Long>> unmapped = new TreeMap<>();
        for (PartitionDraft draft : drafts) {
            draft.codes().forEach((variable, segments) -> {
                Set<String> known = codeLists.getOrDefault(variable, Set.of());
                if (!known.isEmpty()) {
                    counts(variable, segments).forEach((code, rows) -> {
                        if (!known.contains(code)) {
                            unmapped.computeIfAbsent(variable, v -> new TreeMap<>())
                                    .merge(code, rows, Long::sum);
                        }
                    });
                }
            });
        }
        return unmapped;
    }

    /** The rows with each delivered code. */
    private Map<String, Long> counts(String variable, List<CodeSegment> segments) {
        Dictionary dictionary = new Dictionary(
                Optional.ofNullable(dictionaries.get(variable)).orElseThrow().values());
        long[] rows = new long[dictionary.size()];
        for (CodeSegment segment : segments) {
            for (int row = 0; row < segment.length(); row++) {
                rows[segment.at(row)]++;
            }
        }
        Map<String, Long> counts = new TreeMap<>();
        for (int place = Dictionary.FIRST; place < rows.length; place++) {
            if (rows[place] > 0) {
                counts.put(dictionary.code(place), rows[place]);
            }
        }
        return counts;
    }
}
