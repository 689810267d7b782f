package org.ecart.batch;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ecart.files.BreakdownJson;
import org.ecart.files.Definitions;
import org.ecart.intake.IntakeReport;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Mapping;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.store.ReportJson;
import org.ecart.store.Terms;
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

    @Option(
            names = "--max-rejects",
            paramLabel = "PERCENT",
            defaultValue = "1",
            description = "With more refused rows in a file than this, nothing is taken in; default: 1.")
    private double mostRejects;

    @Option(names = "--again", description = "Takes in bytes that the workspace holds already.")
    private boolean again;

    @Option(
            names = "--replace",
            arity = "2",
            paramLabel = "EXTRACT PERIOD",
            hideParamSyntax = true,
            description = "EXTRACT PERIOD: takes the place of what is there; - for one without a date.")
    private List<String> replace = List.of();

    @Option(names = "--report", paramLabel = "FILE", description = "Writes the reports as JSON, also when refused.")
    private Optional<Path> report = Optional.empty();

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
        Terms terms = terms();
        boolean fresh = !workspace.exists();
        Workspace open = workspace.openOrCreate(encrypt);
        try {
            terms.replaced().ifPresent(held -> HeldText.tellTouched(held, open, console));
            take(open, new Workspace.Import(sources(), meaning, terms, user(), Console.now()));
            if (fresh && workspace.isEncrypted()) {
                console.say("batch.encrypted", workspace.folder());
            }
        } finally {
            open.discardIfFresh();
        }
        return 0;
    }

    private List<Workspace.Source> sources() {
        Optional<Mapping> mapping = map.map(file -> Definitions.file(file, Definitions::mapping));
        Optional<Period> date = period.map(BreakdownJson::period);
        return files.stream()
                .map(file -> new Workspace.Source(file, dialect.said(), mapping, as, date))
                .toList();
    }

    private Terms terms() {
        if (!(mostRejects >= 0 && mostRejects <= 100)) {
            throw EcartException.usage("batch.percent", "--max-rejects");
        }
        Optional<Terms.Held> held =
                replace.isEmpty() ? Optional.empty() : Optional.of(HeldText.read(replace.get(0), replace.get(1)));
        // By its digits: 0.7 / 100 in binary would be a little less than 0.007.
        double share = BigDecimal.valueOf(mostRejects).movePointLeft(2).doubleValue();
        return new Terms(share, again, held);
    }

    private static String user() {
        return System.getProperty("user.name", "-");
    }

    /** Of an import that is refused for its rejects it is told what they were. */
    private void take(Workspace open, Workspace.Import request) {
        List<IntakeReport> read = new ArrayList<>();
        try {
            List<IntakeReport> taken = open.take(request, Progress.NONE, read::add);
            read.clear();
            read.addAll(taken);
            taken.forEach(this::tell);
            taken.forEach(r -> r.links().forEach(this::tellLink));
        } catch (EcartException refused) {
            if (Workspace.isForRejects(refused)) {
                tell(read.get(read.size() - 1));
            }
            throw refused;
        } finally {
            report.ifPresent(file -> write(file, read));
        }
    }

    private void tellLink(IntakeReport.Link link) {
        console.say(
                "batch.import.link",
                link.extract(),
                link.population(),
                link.period().map(Period::toString).orElse("-"),
                link.matched(),
                link.populationOnly(),
                link.extractOnly());
    }

    private static void write(Path file, List<IntakeReport> reports) {
        try {
            Files.writeString(file, ReportJson.text(reports), StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw EcartException.usage("batch.not_written", file);
        }
    }

    private void tell(IntakeReport report) {
        console.say(
                "batch.import.dialect",
                report.file(),
                console.text("intake.delimiter." + DialectOptions.delimiter(report.dialect())),
                console.text("intake.encoding." + lower(report.dialect().encoding())),
                console.text("intake.decimal." + lower(report.dialect().decimalSign())));
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
        report.doubts().forEach(d -> console.say(d.verdict().warning(d.column())));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
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
