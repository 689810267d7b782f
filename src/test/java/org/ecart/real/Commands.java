package org.ecart.real;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ecart.batch.Batch;
import org.ecart.batch.Secrets;
import org.ecart.i18n.Messages;
import org.ecart.model.Language;

/** Runs commands as a script would and keeps what they print. */
public final class Commands {
    private static final Messages MESSAGES = Messages.load();

    private final Path state;
    private final Language language;
    private final Secrets secrets;

    /** @param state where the log of defects goes */
    public Commands(Path state) {
        this(state, Language.EN);
    }

    public Commands(Path state, Language language) {
        this(state, language, Secrets.NONE);
    }

    /** @param secrets the environment and the terminal */
    public Commands(Path state, Language language, Secrets secrets) {
        this.state = state;
        this.language = language;
        this.secrets = secrets;
    }

    /** What one command did. */
    public record Outcome(int exitCode, String out, String err) {}

    public Outcome run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Batch.Surroundings surroundings = new Batch.Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                MESSAGES,
                language,
                Path.of("").toAbsolutePath(),
                state,
                secrets);
        int exitCode = Batch.run(List.of(arguments), surroundings, new NoDesktop());
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static final class NoDesktop implements Batch.Desktop {
        @Override
        public int open(Path workspace) {
            throw new IllegalStateException("no test opens a window by a command");
        }

        @Override
        public int start() {
            throw new IllegalStateException("no test opens a window by a command");
        }
    }
}
