package org.ecart.batch;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ecart.files.Definitions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ecart validate}: what is wrong with a definition file, and where. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description =
                "Says what is wrong with a study, codebook, rules, groups, policy, mapping or indicators file, and where.")
final class ValidateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A JSON file that names its format.")
    private Path file = Path.of("");

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.say("batch.valid", file, Definitions.file(file, Definitions::validate));
        return 0;
    }
}
