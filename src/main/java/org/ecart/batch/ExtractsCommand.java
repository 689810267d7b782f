package org.ecart.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ecart.export.PlainCsv;
import org.ecart.model.Period;
import org.ecart.store.Partition;
import org.ecart.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ecart extracts}: what a workspace holds. */
@Command(
        name = "extracts",
        mixinStandardHelpOptions = true,
        description = "Lists the extracts of a workspace as CSV: rows, date, file, hash, who and when.")
final class ExtractsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final WorkspaceOption workspace;

    ExtractsCommand(Console console) {
        this.console = console;
        this.workspace = new WorkspaceOption(console);
    }

    @Override
    public Integer call() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "extract", "period", "rows", "read", "rejected", "file", "sha256", "imported_at", "imported_by"));
        try (Workspace open = workspace.open()) {
            for (Partition p : open.partitions()) {
                lines.add(List.of(
                        p.extract(),
                        p.period().map(Period::toString).orElse(""),
                        Integer.toString(p.rows()),
                        Long.toString(p.read()),
                        Long.toString(p.rejected()),
                        p.file(),
                        p.hash(),
                        p.importedAt(),
                        p.importedBy()));
            }
        }
        console.data().print(PlainCsv.text(lines));
        return 0;
    }
}
