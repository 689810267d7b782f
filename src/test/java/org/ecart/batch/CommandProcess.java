package org.ecart.batch;

import java.nio.file.Path;
import java.util.Arrays;
import org.ecart.real.Commands;

/** A command in a process of its own; what it says goes to standard output. */
final class CommandProcess {
    private CommandProcess() {}

    /** Arguments: the folder for the log of defects, then those of the command. */
    public static void main(String[] arguments) {
        Commands.Outcome outcome = new Commands(Path.of(arguments[0]))
                .run(Arrays.stream(arguments).skip(1).toArray(String[]::new));
        System.out.print(outcome.out());
        System.out.print(outcome.err());
        System.out.flush();
        System.exit(outcome.exitCode());
    }
}
