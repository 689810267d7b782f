package org.ecart.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ecart.files.BreakdownJson;
import org.ecart.files.Definitions;
import org.ecart.intake.IntakeReport;
import org.ecart.model.Codebook;
import org.ecart.model.Mapping;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ecart import}: files into a workspace. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Takes files into a workspace, made where it is not there yet: all of them or nothing.")
final class ImportCommand implements Callable<Integer> {
    /** Faults and codes that are named one by one; the rest is counted. */
    private static final int NAMED = 20;

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace;

    @Option(names = "--encrypt", description = "A new workspace is encrypted; also when a passphrase is given.")
    private boolean encrypt;

    @Option(names = "--codebook", required = true, paramLabel = "FILE", description = "What the columns mean.")
    private Path codebook = Path.of("");

    @Option(names = "--map", paramLabel = "FILE", description = "How renamed columns meet the codebook.")
    private Optional<Path> map = Optional.empty();

    @Option(names = "--as", paramLabel = "EXTRACT", description = "The extract of the codebook that the files are.")
    private Optional<String> as = Optional.empty();

    @Option(names = "--period", paramLabel = "P", description = "The date of all rows: a year, or a day.")
    private Optional<String> period = Optional.empty();

    @Mixin
    private final DialectOptions dialect = new DialectOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Delimited files with a header.")
    private List<Path> files = List.of();

    ImportCommand(Console console) {
        this.console = console;
        this.workspace = new WorkspaceOption(console);
    }

    @Override
    public Integer call() {
        Codebook meaning = Definitions.file(codebook, Definitions::codebook);
        Optional<Mapping> mapping = map.map(file -> Definitions.file(file, Definitions::mapping));
        Optional<Period> date = period.map(BreakdownJson::period);
        boolean fresh = !workspace.exists();
        Workspace open = workspace.openOrCreate(encrypt);
        try {
            Workspace.Import request = new Workspace.Import(
                    files,
                    meaning,
                    dialect.said(),
                    mapping,
                    as,
                    date,
                    System.getProperty("user.name", "-"),
                    Console.now());
            open.take(request, Progress.NONE).forEach(this::tell);
            if (fresh && workspace.isEncrypted()) {
                console.say("batch.encrypted", workspace.folder());
            }
        } finally {
            open.discardIfFresh();
        }
        return 0;
    }

    private void tell(IntakeReport report) {
        console.say(
                "batch.import.done",
                report.file(),
                report.extract(),
                report.read(),
                report.loaded(),
                report.rejected());
        report.byReason().forEach((reason, count) -> console.say("batch.import.reason", reason(reason), count));
        report.rejects().stream()
                .limit(NAMED)
                .forEach(r -> console.say(
                        "batch.import.line", r.line(), r.column().isEmpty() ? "-" : r.column(), reason(r.reason())));
        if (!report.unmatched().isEmpty()) {
            console.say("batch.import.unmatched", String.join(", ", report.unmatched()));
        }
        if (!report.absent().isEmpty()) {
            console.say("batch.import.absent", String.join(", ", report.absent()));
        }
        report.unmapped().forEach(this::tellUnmapped);
    }

    private String reason(IntakeReport.Reason reason) {
        return console.text("intake.reason." + reason.name().toLowerCase(Locale.ROOT));
    }

    private void tellUnmapped(String variable, Map<String, Long> codes) {
        String listed = String.join(
                ", ",
                codes.entrySet().stream()
                        .limit(NAMED)
                        .map(e -> e.getKey() + " (" + e.getValue() + ")")
                        .toList());
        console.say("batch.import.unmapped", variable, codes.size(), listed);
    }
}
