package org.ecart.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ecart.export.PlainCsv;
import org.ecart.files.Definitions;
import org.ecart.model.Departure;
import org.ecart.model.EcartException;
import org.ecart.store.Ledger;
import org.ecart.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ecart releases}: the ledger of what has left. */
@Command(
        name = "releases",
        mixinStandardHelpOptions = true,
        description = "Lists the releases of a workspace as CSV; new ones are protected together with them.")
final class ReleasesCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final WorkspaceOption workspace;

    @Option(
            names = "--forget",
            paramLabel = "ID",
            description = "Marks a release that never left the house, by its id or the beginning of it.")
    private Optional<String> forget = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is forgotten; stays in the ledger.")
    private Optional<String> reason = Optional.empty();

    ReleasesCommand(Console console) {
        this.console = console;
        this.workspace = new WorkspaceOption(console);
    }

    @Override
    public Integer call() {
        boolean said = reason.filter(text -> !text.isBlank()).isPresent();
        if (forget.isPresent() != said) {
            throw EcartException.usage("batch.ledger.reason");
        }
        try (Workspace open = workspace.open()) {
            if (forget.isPresent()) {
                Departure departure = open.ledger().forget(forget.get(), reason.orElse(""), Console.now());
                console.say("batch.ledger.forgotten", departure.id(), study(departure));
            } else {
                console.data().print(list(open.ledger()));
            }
        }
        return 0;
    }

    private static String study(Departure departure) {
        return Definitions.study(departure.study()).id();
    }

    private static String list(Ledger ledger) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("id", "study", "left_at", "tables", "printed", "left_out", "forgotten_at", "reason"));
        for (Ledger.Entry entry : ledger.all()) {
            List<Departure.Cell> cells = entry.departure().tables().stream()
                    .flatMap(table -> table.cells().stream())
                    .toList();
            long printed = cells.stream().filter(Departure.Cell::printed).count();
            lines.add(List.of(
                    entry.departure().id(),
                    study(entry.departure()),
                    entry.at(),
                    Integer.toString(entry.departure().tables().size()),
                    Long.toString(printed),
                    Long.toString(cells.size() - printed),
                    entry.forgotten().map(Ledger.Forgotten::at).orElse(""),
                    entry.forgotten().map(Ledger.Forgotten::because).orElse("")));
        }
        return PlainCsv.text(lines);
    }
}
