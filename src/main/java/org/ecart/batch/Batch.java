package org.ecart.batch;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.ecart.i18n.Messages;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Progress;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Runs one command and gives its exit code. */
public final class Batch {
    /** The exit code of a defect of the program. */
    private static final int DEFECT = 4;

    private static final int CANCELLED = 130;
    private static final int USAGE = EcartException.Fault.USAGE.exitCode();

    private Batch() {}

    /**
     * Runs a command.
     *
     * @param desktop what {@code ecart open} and {@code ecart} alone start where there is a display
     */
    public static int run(List<String> arguments, Surroundings surroundings, Desktop desktop) {
        Console console = new Console(surroundings);
        CommandLine line = new CommandLine(new EcartCommand(desktop));
        line.addSubcommand(new GenerateCommand(console))
                .addSubcommand(new CommandLine(new CodebookCommand())
                        .addSubcommand(new DraftCommand(console))
                        .addSubcommand(new CodebookImportCommand(console))
                        .addSubcommand(new CodebookExportCommand(console))
                        .addSubcommand(new CodebookDiffCommand(console)))
                .addSubcommand(new ImportCommand(console))
                .addSubcommand(new ExtractsCommand(console))
                .addSubcommand(new RemoveCommand(console))
                .addSubcommand(new TabulateCommand(console))
                .addSubcommand(DeriveCommand.line(console))
                .addSubcommand(new RunCommand(console))
                .addSubcommand(new ReleasesCommand(console))
                .addSubcommand(new AuditCommand(console))
                .addSubcommand(new ValidateCommand(console))
                .addSubcommand(new OpenCommand(desktop));
        prepare(line, surroundings);
        line.setExecutionExceptionHandler((failure, command, parsed) -> console.failed(failure));
        line.setParameterExceptionHandler((failure, args) -> console.failed(WrongUse.complaint(failure)));
        return line.execute(arguments.toArray(String[]::new));
    }

    private static void prepare(CommandLine line, Surroundings surroundings) {
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.getCommandSpec().exitCodeOnInvalidInput(USAGE);
        line.registerConverter(Path.class, Batch::path);
        line.getSubcommands().values().forEach(sub -> prepare(sub, surroundings));
    }

    /** An empty path is a variable that a script forgot to set, not the folder it runs in. */
    private static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("empty");
        }
        return Path.of(text);
    }

    /** The desktop, as far as a command needs it. */
    public interface Desktop {
        /**
         * Opens the workbench on a workspace and waits until it is closed.
         *
         * @return the exit code
         */
        int open(Path workspace);

        /**
         * Does the main job: the workbench on the sample where there is a display, else the sample study in batch.
         *
         * @return the exit code
         */
        int start();
    }

    /**
     * Where a command runs.
     *
     * @param home the folder of the program, with its sample data
     * @param state the folder that holds the sample workspace and the log
     */
    public record Surroundings(
            PrintStream out,
            PrintStream err,
            Messages messages,
            Language language,
            Path home,
            Path state,
            Secrets secrets) {}

    /** How a failure ends a command. */
    static int exitCode(Throwable failure) {
        if (failure instanceof EcartException expected) {
            return expected.fault().exitCode();
        }
        return failure instanceof Progress.Cancelled ? CANCELLED : DEFECT;
    }
}
