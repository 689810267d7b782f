package org.ecart;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ecart.batch.Batch;
import org.ecart.batch.Secrets;
import org.ecart.i18n.Messages;
import org.ecart.model.Language;

/** Where the program starts: it picks the face and wires everything by hand. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        // Charts are drawn into memory; nothing ever asks AWT for a window.
        System.setProperty("java.awt.headless", "true");
        // From Java 22 on there is a console without a terminal too, unless this is said: no passphrase comes from a
        // pipe.
        System.setProperty("jdk.console", "java.base");
        Path home = Path.of(System.getProperty("ecart.home", "."));
        Path state = Path.of(
                Optional.ofNullable(System.getenv("ECART_HOME")).orElse(System.getProperty("user.home") + "/Ecart"));
        Batch.Surroundings surroundings = new Batch.Surroundings(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Messages.load(),
                language(),
                home,
                state,
                Secrets.OF_THIS_PROCESS);
        System.exit(Batch.run(List.of(args), surroundings, new MainJob(surroundings)));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** The system's language where it is one of ours, else English. */
    private static Language language() {
        String system = Locale.getDefault().getLanguage();
        return Arrays.stream(Language.values())
                .filter(l -> l.code().equals(system))
                .findFirst()
                .orElse(Language.EN);
    }
}
