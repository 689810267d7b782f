package org.ecart.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ecart.i18n.Messages;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.store.Partition;
import org.ecart.store.Passphrase;
import org.ecart.store.Workspace;
import org.ecart.study.SampleStudy;
import org.ecart.study.Session;

/**
 * Opens workspaces: the sample, or one by its folder.
 *
 * @param sample what the sample is made from
 * @param state the folder that holds the sample workspace
 */
public record Workspaces(SampleStudy sample, Path state, Messages messages) {
    /**
     * A workspace that was opened.
     *
     * @param study to begin with
     * @param rows over all its extracts
     */
    record Opened(Session session, Study study, String name, long rows) {}

    /** Opens a workspace that is not encrypted. */
    Opened open(Optional<Path> folder, Progress progress) {
        return open(folder, Optional.empty(), progress);
    }

    /**
     * Opens a workspace; the sample is imported where that has not been done.
     *
     * @param folder none = the sample, which is not encrypted
     * @param passphrase of an encrypted workspace; the caller clears it
     */
    Opened open(Optional<Path> folder, Optional<Passphrase> passphrase, Progress progress) {
        Session session = folder.map(f -> Session.of(Workspace.open(f, passphrase), messages))
                .orElseGet(() -> sample.open(state.resolve("sample"), messages, now(), progress));
        try {
            boolean shippedStudy = folder.isEmpty() && session.studies().ids().isEmpty();
            Study study = shippedStudy ? sample.study() : session.firstStudy();
            return new Opened(session, study, name(session.workspace().folder()), rows(session));
        } catch (RuntimeException noStudy) {
            session.close();
            throw noStudy;
        }
    }

    /** The rows of all extracts of a workspace. */
    static long rows(Session session) {
        return session.workspace().partitions().stream()
                .mapToLong(Partition::rows)
                .sum();
    }

    /** What a workspace is called on screen: the name of its folder. */
    static String name(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        return Optional.ofNullable(whole.getFileName()).orElse(whole).toString();
    }

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
