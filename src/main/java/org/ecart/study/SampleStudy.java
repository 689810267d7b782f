package org.ecart.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Codebook;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.store.Workspace;

/**
 * The synthetic sample that comes with the program: what a first start shows.
 *
 * @param data the folder with the sample's extracts, codebook and study
 */
public record SampleStudy(Path data) {
    /** The study of the sample. */
    public Study study() {
        return Definitions.file(data.resolve("study.json"), Definitions::study);
    }

    /**
     * Opens the sample workspace, importing the sample's extracts where that has not been done.
     *
     * @param importedAt UTC, to the second
     */
    public Session open(Path workspace, Messages messages, String importedAt, Progress progress) {
        if (!Workspace.exists(workspace)) {
            Codebook codebook = Definitions.file(data.resolve("codebook.json"), Definitions::codebook);
            Workspace fresh = Workspace.openOrCreate(workspace);
            try {
                fresh.take(
                        new Workspace.Import(
                                extracts(),
                                codebook,
                                Dialect.Said.NOTHING,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "sample",
                                importedAt),
                        progress);
            } finally {
                fresh.discardIfFresh();
            }
        }
        return Session.open(workspace, messages);
    }

    private List<Path> extracts() {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
