package org.ecart.batch;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ecart.i18n.Messages;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Progress;

/** Talks to the user of a command: data to standard output, messages to standard error. */
final class Console {
    private final Batch.Surroundings surroundings;

    Console(Batch.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Where data go. */
    PrintStream data() {
        return surroundings.out();
    }

    /** Says a sentence on standard error. */
    void say(String key, Object... arguments) {
        surroundings.err().println(text(key, arguments));
    }

    /** Says something that is wrong and does not end the command. */
    void say(EcartException warning) {
        surroundings.err().println(surroundings.messages().text(surroundings.language(), warning));
    }

    String text(String key, Object... arguments) {
        return surroundings.messages().text(surroundings.language(), key, arguments);
    }

    Language language() {
        return surroundings.language();
    }

    Secrets secrets() {
        return surroundings.secrets();
    }

    Messages messages() {
        return surroundings.messages();
    }

    /** Tells a failure and gives its exit code; a defect goes to the log with its trace, never to the screen. */
    int failed(Throwable failure) {
        if (failure instanceof EcartException expected) {
            surroundings.err().println(surroundings.messages().text(surroundings.language(), expected));
        } else if (failure instanceof Progress.Cancelled) {
            say("batch.cancelled");
        } else {
            say("batch.defect", log(failure));
        }
        return Batch.exitCode(failure);
    }

    /** Now, in UTC to the second, for the import log. */
    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Path log(Throwable failure) {
        Path log = surroundings.state().resolve("ecart.log");
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(surroundings.state());
            Files.writeString(log, now() + "\n" + trace + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException noLog) {
            surroundings.err().println(trace);
        }
        return log;
    }
}
