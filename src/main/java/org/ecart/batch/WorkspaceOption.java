package org.ecart.batch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.ecart.model.EcartException;
import org.ecart.store.Passphrase;
import org.ecart.store.Workspace;
import org.ecart.study.Session;
import picocli.CommandLine.Option;

/** The workspace of a command, with what opens it: the same on every command that has one. */
final class WorkspaceOption {
    private final Console console;
    private final Passphrases passphrases;

    @Option(names = "--workspace", required = true, paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder = Path.of("");

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Its first line opens an encrypted workspace. Else " + Passphrases.VARIABLE
                    + " in the environment does, else you are asked.")
    private Optional<Path> passphraseFile = Optional.empty();

    WorkspaceOption(Console console) {
        this.console = console;
        this.passphrases = new Passphrases(console);
    }

    Path folder() {
        return folder;
    }

    /** Whether the command line names one, on a command that can do without. */
    boolean isNamed() {
        return !folder.toString().isEmpty();
    }

    boolean exists() {
        return Workspace.exists(folder);
    }

    boolean isEncrypted() {
        return Workspace.isEncrypted(folder);
    }

    /** Opens the workspace. */
    Workspace open() {
        return with(toOpen(), passphrase -> Workspace.open(folder, passphrase));
    }

    /** Opens the workspace with everything that makes tables from it. */
    Session session() {
        return Session.of(open(), console.messages());
    }

    /**
     * Opens the workspace or makes it.
     *
     * @param encrypt whether a new one must be encrypted; with a passphrase given it is in any case
     */
    Workspace openOrCreate(boolean encrypt) {
        if (encrypt && exists() && !isEncrypted()) {
            throw EcartException.data("store.passphrase.surplus", folder);
        }
        boolean askNew = encrypt && !exists();
        return with(
                askNew ? Optional.of(toMake()) : toOpen(), passphrase -> Workspace.openOrCreate(folder, passphrase));
    }

    private Optional<Passphrase> toOpen() {
        Optional<Passphrase> given = passphrases.given(passphraseFile);
        return given.isEmpty() && exists() && isEncrypted() ? passphrases.ask(folder) : given;
    }

    private Passphrase toMake() {
        return passphrases
                .given(passphraseFile)
                .or(() -> passphrases.askTwice(folder))
                .orElseThrow(() -> EcartException.usage("batch.passphrase.none"));
    }

    private static Workspace with(Optional<Passphrase> passphrase, Function<Optional<Passphrase>, Workspace> open) {
        try {
            return open.apply(passphrase);
        } finally {
            passphrase.ifPresent(Passphrase::clear);
        }
    }
}
