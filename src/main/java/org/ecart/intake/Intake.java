package org.ecart.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.Dictionary;
import org.ecart.intake.IntakeReport.Doubt;
import org.ecart.intake.IntakeReport.Reason;
import org.ecart.intake.delivery.Delivery;
import org.ecart.intake.delivery.Dialect;
import org.ecart.intake.delivery.Piece;
import org.ecart.intake.delivery.PieceReader;
import org.ecart.model.Category;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Mapping;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Variable;

/**
 * Reads one file under a codebook. Nothing is kept here: the drafts and the report go back to whoever asked. Pieces of
 * the file are checked and coded side by side and joined in their order, so that the result does not depend on the
 * number of threads.
 */
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
     * @param said what is known of how it is written
     * @param as the extract it must be; none = found by its columns
     * @param period the date of all rows, for a file without a date column
     */
    public record Request(
            Path file,
            Codebook codebook,
            Dialect.Said said,
            Optional<Mapping> mapping,
            Optional<String> as,
            Optional<Period> period) {}

    /**
     * What is known from earlier files, and grows with this one.
     *
     * @param dictionaries by variable; values met for the first time are appended to them
     */
    public record Known(ByteIndex persons, Map<String, GrowingDictionary> dictionaries) {}

    private final Request request;
    private final Known known;
    private final Delivery delivery;
    private final FileMatch match;
    private final Optional<Integer> periodColumn;
    private final Columns layout;
    private final IdentifierGuard[] guards;
    private final Map<Optional<Period>, PartitionBuffer> buffers =
            new TreeMap<>(Comparator.comparing(p -> p.map(Period::toString).orElse("")));
    private final RejectList.Growing rejects = new RejectList.Growing();
    private long read;
    private long line;

    private Intake(Request request, Delivery delivery, Known known) {
        this.request = request;
        this.known = known;
        this.delivery = delivery;
        this.match = match(request, delivery.header());
        this.periodColumn = match.extract().dated() ? match.withRole(Variable.Role.PERIOD) : Optional.empty();
        this.layout = new Columns(
                delivery.header(),
                match,
                known.dictionaries(),
                known.persons(),
                known.persons().size() > 0,
                request.period(),
                delivery.dialect().decimal());
        this.guards = layout.guards();
        this.line = delivery.firstLine();
        for (Optional<Variable> variable : match.variables()) {
            variable.filter(Variable::coded).ifPresent(v -> known.dictionaries()
                    .computeIfAbsent(v.id(), id -> new GrowingDictionary(List.of())));
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
     * Reads a file on all processors.
     *
     * @throws EcartException when the file cannot be read or is no extract of the codebook
     */
    public static Result read(Request request, Known known, Progress progress) {
        try (Delivery delivery = new Delivery(request.file(), request.said())) {
            return read(request, delivery, known, Runtime.getRuntime().availableProcessors(), progress);
        }
    }

    static Result read(Request request, Delivery delivery, Known known, int threads, Progress progress) {
        return new Intake(request, delivery, known).run(threads, progress);
    }

    private Result run(int threads, Progress progress) {
        // A name may say enough before a row is read.
        doubts();
        readPieces(threads, progress);
        List<Doubt> doubts = doubts();
        progress.report("intake.sort", -1);
        List<PartitionDraft> drafts = new ArrayList<>();
        buffers.forEach((period, buffer) ->
                drafts.add(buffer.sorted(period, duplicate -> rejects.add(duplicate, -1, Reason.KEY_DUPLICATE))));
        IntakeReport report = new IntakeReport(
                request.file().toString(),
                delivery.hash(),
                match.extract().id(),
                delivery.dialect(),
                read,
                rejects.sorted(delivery.header()),
                match.unmatched(),
                match.absent(),
                unmapped(drafts),
                doubts,
                List.of());
        return new Result(match, drafts, report);
    }

    /**
     * The columns that may hold direct identifiers.
     *
     * @throws EcartException data, for one that does
     */
    private List<Doubt> doubts() {
        List<Doubt> doubts = new ArrayList<>();
        for (int c = 0; c < guards.length; c++) {
            GuardVerdict verdict = guards[c].verdict();
            String column = delivery.header().get(c);
            if (verdict.refuses()) {
                throw EcartException.data("intake.file", request.file(), verdict.refusal(column));
            }
            if (verdict.warns()) {
                doubts.add(new Doubt(column, verdict));
            }
        }
        return doubts;
    }

    private void readPieces(int threads, Progress progress) {
        double size = Math.max(1, delivery.size());
        try (InOrder<CodedPiece> work = new InOrder<>(threads)) {
            Optional<Piece> next = delivery.next();
            while (next.isPresent() || !work.idle()) {
                while (next.isPresent() && !work.full()) {
                    Piece piece = next.get();
                    work.begin(() -> CodedPiece.of(
                            layout,
                            new PieceReader(
                                    delivery.dialect(), delivery.header().size()),
                            piece));
                    next = delivery.next();
                }
                join(work.take());
                progress.report("intake.read", Math.min(1, delivery.bytesTaken() / size));
            }
        }
    }

    private void join(CodedPiece piece) {
        if (piece.fault().isPresent()) {
            throw delivery.complaint(piece.fault().get(), line);
        }
        if (line + piece.lineEnds() > Integer.MAX_VALUE) {
            throw EcartException.data("intake.large", Integer.MAX_VALUE);
        }
        piece.refused().forEach(r -> rejects.add(line + r.line(), r.column(), r.reason()));
        piece.settle(guards);
        read += piece.rows() + piece.refused().size();
        rowsByDate(piece).forEach((period, rows) -> buffers.computeIfAbsent(period, p -> new PartitionBuffer(match))
                .add(piece, rows, rows.length, (int) line));
        refuseTooManyValues();
        line += piece.lineEnds();
    }

    private Map<Optional<Period>, int[]> rowsByDate(CodedPiece piece) {
        int[] all = IntStream.range(0, piece.rows()).toArray();
        Map<Optional<Period>, int[]> byDate =
                new TreeMap<>(Comparator.comparing(p -> p.map(Period::toString).orElse("")));
        if (all.length == 0) {
            return byDate;
        }
        if (periodColumn.isPresent() && piece.column(periodColumn.get()) instanceof PeriodPiece dates) {
            for (int date = 0; date < dates.dates().size(); date++) {
                int number = date;
                int[] rows = dates.dates().size() == 1
                        ? all
                        : Arrays.stream(all)
                                .filter(r -> dates.number(r) == number)
                                .toArray();
                if (rows.length > 0) {
                    byDate.put(Optional.of(dates.dates().get(date)), rows);
                }
            }
        } else {
            byDate.put(match.extract().dated() ? request.period() : Optional.empty(), all);
        }
        return byDate;
    }

    private void refuseTooManyValues() {
        for (Optional<Variable> variable : match.variables()) {
            variable.filter(Variable::coded).ifPresent(v -> {
                if (dictionary(v.id()).size() > GrowingDictionary.MOST_VALUES) {
                    throw EcartException.data(
                            "intake.many_values", request.file(), v.id(), GrowingDictionary.MOST_VALUES);
                }
            });
        }
    }

    private GrowingDictionary dictionary(String variable) {
        return Optional.ofNullable(known.dictionaries().get(variable)).orElseThrow();
    }

    /** Codes that are in no code list are loaded and counted; their counts tell no person's value. */
    private Map<String, Map<String, Long>> unmapped(List<PartitionDraft> drafts) {
        Map<String, Map<String, Long>> unmapped = new TreeMap<>();
        for (Variable variable :
                match.variables().stream().flatMap(Optional::stream).toList()) {
            List<Category> listed = request.codebook().categoriesOf(variable);
            if (variable.coded() && !listed.isEmpty()) {
                Map<String, Long> strange = strange(variable.id(), listed, drafts);
                if (!strange.isEmpty()) {
                    unmapped.put(variable.id(), strange);
                }
            }
        }
        return unmapped;
    }

    /** The rows with each code that is not listed. */
    private Map<String, Long> strange(String variable, List<Category> listed, List<PartitionDraft> drafts) {
        Set<String> codes = new HashSet<>(listed.stream().map(Category::code).toList());
        Dictionary dictionary = new Dictionary(dictionary(variable).values());
        if (codes.containsAll(dictionary.values())) {
            return Map.of();
        }
        long[] rows = new long[dictionary.size()];
        for (PartitionDraft draft : drafts) {
            for (CodeSegment segment : draft.codes(variable)) {
                for (int row = 0; row < segment.length(); row++) {
                    rows[segment.at(row)]++;
                }
            }
        }
        Map<String, Long> counts = new TreeMap<>();
        for (int place = Dictionary.FIRST; place < rows.length; place++) {
            if (rows[place] > 0 && !codes.contains(dictionary.code(place))) {
                counts.put(dictionary.code(place), rows[place]);
            }
        }
        return counts;
    }
}
