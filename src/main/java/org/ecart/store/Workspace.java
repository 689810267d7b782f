package org.ecart.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ecart.files.Definitions;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.DerivedKey;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.frame.Persons;
import org.ecart.frame.Provenance;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Mapping;
import org.ecart.model.Period;
import org.ecart.model.Progress;

/**
 * An open workspace. One process at a time may have it open; within the process its methods may be called from any
 * thread.
 */
public final class Workspace implements FrameSource, AutoCloseable {
    /** The name of the database in the folder. */
    static final String NAME = "ecart";

    static final String FILE = NAME + ".mv.db";

    /** No database file without tables grows to so many bytes. */
    private static final long LARGEST_BEGUN = 1 << 17;

    /** Held by who changes what the workspace holds; meanwhile others may read what was there. */
    private final ReentrantLock changing = new ReentrantLock();

    private final Path folder;
    private final Optional<FreshFolder> fresh;
    private final Database database;
    private final KeptColumns kept;
    private final Keeper keeper;
    private final Partitions partitions;
    private final Segments segments;
    private final Alignments alignments;
    private Optional<Columns> columns = Optional.empty();
    private volatile boolean taken;

    private Workspace(Path folder, Optional<FreshFolder> fresh, Optional<Passphrase> passphrase) {
        this.folder = folder;
        this.fresh = fresh;
        try {
            this.database = Database.open(folder, fresh.isPresent(), passphrase);
        } catch (EcartException refused) {
            if (Opening.isNotMade(refused)) {
                fresh.ifPresent(FreshFolder::takeAway);
            }
            throw refused;
        }
        try {
            refuseWhatIsCutOff();
            Schema.ensure(database);
        } catch (EcartException refused) {
            database.close();
            fresh.ifPresent(FreshFolder::takeAway);
            throw refused;
        }
        this.kept = new KeptColumns(database, KeptColumns.LARGEST);
        this.keeper = new Keeper(database, kept, folder.resolve(FILE), changing);
        this.partitions = new Partitions(database, kept);
        this.segments = new Segments(database);
        this.alignments = new Alignments(database, segments);
        partitions.removeOrphans();
        kept.removeHalves();
    }

    /**
     * A file that is cut off may still open, as of a moment before there was anything in it. One that was only begun is
     * small and may be gone on with.
     */
    private void refuseWhatIsCutOff() {
        try {
            if (fresh.isEmpty() && Schema.missing(database) && Files.size(folder.resolve(FILE)) > LARGEST_BEGUN) {
                throw EcartException.data("store.damaged", folder);
            }
        } catch (IOException unreadable) {
            throw EcartException.data("store.damaged", folder);
        }
    }

    /** Whether a folder holds a workspace. */
    public static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** Whether the workspace of a folder opens by its passphrase only. */
    public static boolean isEncrypted(Path folder) {
        return KeyFile.exists(folder);
    }

    /** Whether a workspace was refused because its passphrase does not open it: another one may. */
    public static boolean isWrongPassphrase(EcartException refused) {
        return refused.key().equals(Opening.WRONG_PASSPHRASE);
    }

    /** Opens a workspace that is not encrypted. */
    public static Workspace open(Path folder) {
        return open(folder, Optional.empty());
    }

    /**
     * Opens a workspace. An encrypted one takes some tenths of a second, which its key is worth.
     *
     * @param passphrase of an encrypted workspace; the caller clears it
     * @throws EcartException usage, when the folder is no workspace; data, when it is open already, damaged or made by a
     *     newer Ecart, or the passphrase is missing, wrong or one too many
     */
    public static Workspace open(Path folder, Optional<Passphrase> passphrase) {
        if (!exists(folder)) {
            throw EcartException.usage("store.no_workspace", folder);
        }
        return new Workspace(folder, Optional.empty(), passphrase);
    }

    /** Opens a workspace that is not encrypted or makes one. */
    public static Workspace openOrCreate(Path folder) {
        return openOrCreate(folder, Optional.empty());
    }

    /**
     * Opens a workspace or makes one in a folder that is not there yet or empty, encrypted when there is a passphrase.
     *
     * @param passphrase as in {@link #open(Path, Optional)}
     * @throws EcartException usage, when the folder holds something else
     */
    public static Workspace openOrCreate(Path folder, Optional<Passphrase> passphrase) {
        if (exists(folder)) {
            return new Workspace(folder, Optional.empty(), passphrase);
        }
        Optional<Path> made = FreshFolder.uppermostMissing(folder);
        try {
            Files.createDirectories(folder);
            try (Stream<Path> inside = Files.list(folder)) {
                if (!inside.allMatch(KeyFile::isBeginning)) {
                    throw EcartException.usage("store.foreign_folder", folder);
                }
            }
        } catch (IOException notAFolder) {
            throw EcartException.usage("store.no_folder", folder);
        }
        boolean keyMade = passphrase.isPresent() && !KeyFile.exists(folder);
        return new Workspace(folder, Optional.of(new FreshFolder(folder, made, keyMade)), passphrase);
    }

    public Path folder() {
        return folder;
    }

    /** What the extracts mean; none before the first import. */
    public Optional<Codebook> codebook() {
        return database.query("select content from setting where name = 'codebook'", row -> row.getString(1)).stream()
                .findFirst()
                .map(Definitions::codebook);
    }

    /** The published partitions by extract and date. */
    public List<Partition> partitions() {
        return partitions.published();
    }

    /**
     * One file and how it meets the codebook.
     *
     * @param said what is known of how it is written
     * @param as the extract that it must be; none = found by its columns
     * @param period the date of all rows, for a file without a date column
     */
    public record Source(
            Path file, Dialect.Said said, Optional<Mapping> mapping, Optional<String> as, Optional<Period> period) {}

    /**
     * What to read into the workspace, and for the log who does it.
     *
     * @param importedAt UTC, to the second
     */
    public record Import(List<Source> sources, Codebook codebook, Terms terms, String importedBy, String importedAt) {
        public Import {
            sources = List.copyOf(sources);
        }

        /** On the usual terms. */
        public Import(List<Source> sources, Codebook codebook, String importedBy, String importedAt) {
            this(sources, codebook, Terms.USUAL, importedBy, importedAt);
        }

        /** Files that are all read in the same way, on the usual terms. */
        public Import(
                List<Path> files,
                Codebook codebook,
                Dialect.Said said,
                Optional<Mapping> mapping,
                Optional<String> as,
                Optional<Period> period,
                String importedBy,
                String importedAt) {
            this(
                    files.stream()
                            .map(f -> new Source(f, said, mapping, as, period))
                            .toList(),
                    codebook,
                    importedBy,
                    importedAt);
        }
    }

    /**
     * Takes files in: of all of them what passes the checks, or nothing. While it reads, the fraction it tells is the
     * share of the bytes of all files.
     *
     * @param seen is told of each file when it was read, and of a refused one too
     * @return one report a file
     * @throws EcartException when a file, the codebook, a limit or a date that is already there forbids it
     */
    public List<IntakeReport> take(Import request, Progress progress, Consumer<IntakeReport> seen) {
        changing.lock();
        try {
            return takeAlone(request, progress, seen);
        } finally {
            changing.unlock();
        }
    }

    private List<IntakeReport> takeAlone(Import request, Progress progress, Consumer<IntakeReport> seen) {
        if (!partitions.published().isEmpty()) {
            CodebookChange.check(codebook(), request.codebook());
        }
        try {
            Publication publication = new Publication(database, partitions, segments, alignments, request);
            List<IntakeReport> reports = new Importing(database, segments, publication, request).run(progress, seen);
            taken = true;
            return reports;
        } catch (RuntimeException failed) {
            abandon();
            throw failed;
        } finally {
            forgetColumns();
        }
    }

    /** Whether an import was refused because of too many refused rows: on other terms it may be taken. */
    public static boolean isForRejects(EcartException refused) {
        return refused.key().equals(Importing.TOO_MANY_REJECTS);
    }

    /** Takes files in without watching. */
    public List<IntakeReport> take(Import request, Progress progress) {
        return take(request, progress, report -> {});
    }

    /** A database that cannot be written to cannot be tidied up either; that is done when it is opened again. */
    private void abandon() {
        try {
            database.rollback();
            partitions.removeOrphans();
            database.compactAtEnd();
        } catch (EcartException broken) {
            forgetColumns();
        }
    }

    /**
     * Takes the rows of an extract at a date away; its line in the log stays.
     *
     * @param at UTC, to the second
     * @throws EcartException usage, when it is not there
     */
    public void remove(Terms.Held held, String at) {
        changing.lock();
        try {
            partitions.retire(partitions.require(held), at);
            database.commit();
            database.flush();
            database.compactAtEnd();
            forgetColumns();
        } finally {
            changing.unlock();
        }
    }

    private synchronized void forgetColumns() {
        columns = Optional.empty();
    }

    /**
     * The partition of an extract at a date.
     *
     * @throws EcartException usage, when it is not there
     */
    public Partition requireHeld(Terms.Held held) {
        return partitions.require(held);
    }

    /** All that was ever imported, what was replaced or removed too, in the order in which it came. */
    public List<Partition> log() {
        return partitions.log();
    }

    /**
     * The report of the file that a partition came from, as JSON (docs/formats/report.md).
     *
     * @return none when it was imported before reports were kept
     */
    public Optional<String> report(Partition partition) {
        return partitions.report(partition);
    }

    /**
     * Writes a line into the log that stays with the workspace: something that must be answered for later.
     *
     * @param at UTC, to the second
     */
    public void note(String what, String at) {
        // In one go, so that nobody rolls it back in between.
        synchronized (database) {
            database.update("insert into note (noted_at, what) values (?, ?)", at, what);
            database.commit();
        }
    }

    public Ledger ledger() {
        return new Ledger(database);
    }

    @Override
    public Frame frame(Period period, Set<String> variables) {
        return columns().frame(period, variables);
    }

    @Override
    public Map<String, Provenance> provenance(Period period, Set<String> variables) {
        return columns().provenance(period, variables);
    }

    @Override
    public Optional<Persons> persons(Period period) {
        return columns().persons(period);
    }

    @Override
    public Optional<List<CodeSegment>> kept(DerivedKey key) {
        return columns().kept(key);
    }

    @Override
    public void keep(DerivedKey key, List<CodeSegment> column) {
        columns().keep(key, column);
    }

    private synchronized Columns columns() {
        if (columns.isEmpty()) {
            columns = Optional.of(new Columns(requireCodebook(), partitions, segments, alignments, kept, keeper));
        }
        return columns.get();
    }

    /** The codebook of a workspace that holds extracts. */
    public Codebook requireCodebook() {
        return codebook().orElseThrow(() -> EcartException.data("store.nothing_imported", folder));
    }

    @Override
    public void close() {
        keeper.finish();
        changing.lock();
        try {
            database.close();
        } finally {
            changing.unlock();
        }
    }

    /** Closes a workspace that was made only now and takes it away again with its folders; any other is only closed. */
    public void discardIfFresh() {
        // Not asked of the database: on a full disk it no longer answers.
        boolean empty = fresh.isPresent() && !taken;
        try {
            close();
        } finally {
            if (empty) {
                fresh.orElseThrow().takeAway();
            }
        }
    }
}
