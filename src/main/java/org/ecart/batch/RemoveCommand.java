package org.ecart.batch;

import java.util.concurrent.Callable;
import org.ecart.store.Terms;
import org.ecart.store.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ecart remove}: an extract at a date out of a workspace. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        description = "Takes the rows of an extract at a date out of a workspace; its line in the log stays.")
final class RemoveCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final WorkspaceOption workspace;

    @Option(names = "--dry-run", description = "Only lists the studies that are touched.")
    private boolean dryRun;

    @Parameters(index = "0", paramLabel = "EXTRACT", description = "The extract.")
    private String extract = "";

    @Parameters(index = "1", paramLabel = "PERIOD", description = "Its date; - for one that is valid for all dates.")
    private String period = "";

    RemoveCommand(Console console) {
        this.console = console;
        this.workspace = new WorkspaceOption(console);
    }

    @Override
    public Integer call() {
        Terms.Held held = HeldText.read(extract, period);
        try (Workspace open = workspace.open()) {
            HeldText.tellTouched(held, open, console);
            if (!dryRun) {
                open.remove(held, Console.now());
                console.say("batch.removed", held);
            }
        }
        return 0;
    }
}
