package org.ecart.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ecart.export.PlainCsv;
import org.ecart.model.EcartException;
import org.ecart.model.Period;
import org.ecart.store.Partition;
import org.ecart.store.Terms;
import org.ecart.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ecart extracts}: what a workspace holds. */
@Command(
        name = "extracts",
        mixinStandardHelpOptions = true,
        description = "Lists the extracts of a workspace as CSV: rows, date, file, hash, who and when.")
final class ExtractsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final WorkspaceOption workspace;

    @Option(names = "--all", description = "What was replaced or removed too.")
    private boolean all;

    @Option(
            names = "--report",
            arity = "2",
            paramLabel = "EXTRACT PERIOD",
            hideParamSyntax = true,
            description = "EXTRACT PERIOD: the report of its import instead, as JSON; - for one without a date.")
    private List<String> report = List.of();

    ExtractsCommand(Console console) {
        this.console = console;
        this.workspace = new WorkspaceOption(console);
    }

    @Override
    public Integer call() {
        try (Workspace open = workspace.open()) {
            console.data().print(report.isEmpty() ? list(open) : report(open));
        }
        return 0;
    }

    private String report(Workspace open) {
        Terms.Held held = HeldText.read(report.get(0), report.get(1));
        return open.report(open.requireHeld(held)).orElseThrow(() -> EcartException.data("batch.no_report", held));
    }

    private String list(Workspace open) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "extract",
                "period",
                "rows",
                "read",
                "rejected",
                "file",
                "sha256",
                "imported_at",
                "imported_by",
                "version",
                "retired_at"));
        for (Partition p : all ? open.log() : open.partitions()) {
            lines.add(List.of(
                    p.extract(),
                    p.period().map(Period::toString).orElse(""),
                    Integer.toString(p.rows()),
                    Long.toString(p.read()),
                    Long.toString(p.rejected()),
                    p.file(),
                    p.hash(),
                    p.importedAt(),
                    p.importedBy(),
                    Integer.toString(p.version()),
                    p.retiredAt().orElse("")));
        }
        return PlainCsv.text(lines);
    }
}
