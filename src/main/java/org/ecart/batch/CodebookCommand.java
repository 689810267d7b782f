package org.ecart.batch;

import org.ecart.model.EcartException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ecart codebook}: a family of commands. */
@Command(name = "codebook", mixinStandardHelpOptions = true, description = "Works on codebooks; see its commands.")
final class CodebookCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw EcartException.usage(
                "batch.use",
                EcartException.usage("batch.use.no_command", WrongUse.commands(spec.commandLine())),
                spec.qualifiedName() + " --help");
    }
}
