package org.ecart.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ecart.files.Definitions;
import org.ecart.files.PlainJson;
import org.ecart.model.EcartException.Fault;
import org.ecart.model.Period;
import org.ecart.protect.FilesAudit;
import org.ecart.protect.FilesAudit.Fall;
import org.ecart.protect.FilesAudit.Reason;
import org.ecart.protect.FilesAudit.Verdict;
import org.ecart.study.FolderAudit;
import org.ecart.study.FolderAudit.Beside;
import org.ecart.study.FolderAudit.Different;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ecart audit}: whether a release is safe, from its files alone. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Attacks a release with nothing but its files: what is printed, and what can be computed of what is not.",
            "Exit codes: 0 safe, 3 a cell falls, 2 a file is not as it was written, 1 usage."
        })
final class AuditCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RELEASE", description = "The folder of a release, with or without its internal/.")
    private Path release = Path.of("");

    @Option(names = "--policy", required = true, paramLabel = "FILE", description = "What has to hold, a JSON file.")
    private Path policy = Path.of("");

    @Option(names = "--json", paramLabel = "FILE", description = "The verdict for other programs, a new file.")
    private Optional<Path> json = Optional.empty();

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        FolderAudit.Outcome outcome = FolderAudit.of(release, Definitions.file(policy, Definitions::policy));
        outcome.verdicts().forEach(verdict -> print(verdict, outcome));
        tellUnseen(outcome.seen());
        json.ifPresent(file -> NewFiles.write(Map.of(file, PlainJson.text(tree(outcome)))));
        if (!outcome.altered().isEmpty()) {
            console.say("batch.audit.altered", String.join(", ", outcome.altered()));
        }
        outcome.different().stream()
                .filter(cell -> !cell.told())
                .forEach(cell -> console.say("batch.audit.different", cell.table(), name(cell.period(), cell.codes())));
        if (outcome.falls() > 0) {
            line("batch.audit.verdict.falls", outcome.falls());
            return Fault.DISCLOSURE.exitCode();
        }
        line("batch.audit.verdict.safe", outcome.verdicts().size());
        return outcome.altered().isEmpty() ? 0 : Fault.DATA.exitCode();
    }

    private void line(String key, Object... arguments) {
        console.data().println(console.text(key, arguments));
    }

    private void print(Verdict verdict, FolderAudit.Outcome outcome) {
        int falls = outcome.falls(verdict);
        String word = falls == 0 ? console.text("batch.audit.safe") : console.text("batch.audit.falls", falls);
        line("batch.audit.table", verdict.table(), verdict.printed(), verdict.leftOut(), word);
        for (Fall fall : verdict.falls()) {
            line(
                    key(fall.reason()),
                    name(fall.period(), fall.codes()),
                    fall.less().orElse(""));
        }
        for (Different cell : outcome.told(verdict.table())) {
            line("batch.audit.told", name(cell.period(), cell.codes()), cell.table());
        }
        if (!verdict.rates()) {
            console.say("batch.audit.rates", verdict.table());
        }
        if (verdict.unsolved() > 0) {
            console.say("batch.audit.unsolved", verdict.table(), verdict.unsolved());
        }
    }

    private static String key(Reason reason) {
        return switch (reason) {
            case PRINTED -> "batch.audit.printed";
            case COMPUTED -> "batch.audit.computed";
            case DIFFERENCE -> "batch.audit.difference";
        };
    }

    private static String word(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private static String name(Period period, Map<String, String> codes) {
        List<String> words = new ArrayList<>(List.of(period.toString()));
        codes.forEach((variable, code) -> words.add(variable + " " + code));
        return String.join(", ", words);
    }

    private void tellUnseen(Set<Beside> seen) {
        if (!seen.contains(Beside.MANIFEST)) {
            console.say("batch.audit.no_manifest");
        }
        if (!seen.contains(Beside.STUDY)) {
            console.say("batch.audit.no_study");
        }
        if (!seen.contains(Beside.AUDIT)) {
            console.say("batch.audit.no_audit");
        }
    }

    private static Map<String, Object> tree(FolderAudit.Outcome outcome) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", "ecart/verdict");
        tree.put("version", 1);
        tree.put("safe", outcome.falls() == 0);
        tree.put("altered", outcome.altered());
        tree.put(
                "different",
                outcome.different().stream().map(AuditCommand::tree).toList());
        tree.put("tables", outcome.verdicts().stream().map(AuditCommand::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Different cell) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("table", cell.table());
        tree.put("period", cell.period().toString());
        tree.put("codes", cell.codes());
        tree.put("told", cell.told());
        return tree;
    }

    private static Map<String, Object> tree(FilesAudit.Verdict verdict) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("table", verdict.table());
        tree.put("printed", verdict.printed());
        tree.put("leftOut", verdict.leftOut());
        tree.put("rates", verdict.rates());
        tree.put("unsolved", verdict.unsolved());
        List<Map<String, Object>> falls = new ArrayList<>();
        for (Fall fall : verdict.falls()) {
            Map<String, Object> cell = new LinkedHashMap<>();
            cell.put("period", fall.period().toString());
            cell.put("codes", fall.codes());
            cell.put("because", word(fall.reason()));
            fall.less().ifPresent(table -> cell.put("less", table));
            falls.add(cell);
        }
        tree.put("falls", falls);
        return tree;
    }
}
