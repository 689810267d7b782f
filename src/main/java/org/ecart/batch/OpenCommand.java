package org.ecart.batch;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ecart open}: the workbench on a workspace. */
@Command(name = "open", mixinStandardHelpOptions = true, description = "Opens the workbench on a workspace.")
final class OpenCommand implements Callable<Integer> {
    private final Batch.Desktop desktop;

    @Parameters(paramLabel = "WORKSPACE", description = "The folder of the workspace.")
    private Path workspace = Path.of("");

    OpenCommand(Batch.Desktop desktop) {
        this.desktop = desktop;
    }

    @Override
    public Integer call() {
        return desktop.open(workspace);
    }
}
