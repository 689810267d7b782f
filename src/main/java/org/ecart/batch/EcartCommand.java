package org.ecart.batch;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ecart} alone: the main job. */
@Command(
        name = "ecart",
        mixinStandardHelpOptions = true,
        version = "Ecart 0.1.0",
        description = {
            "Labour-market gaps by origin: import, break down, protect, chart, release.",
            "Without a command: opens the workbench on the sample workspace, or, without a display, runs the sample"
                    + " study and says where the release lies."
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 usage, 2 data refused or workspace locked, 3 disclosure rule cannot be"
                    + " met, 4 defect, 130 cancelled."
        })
final class EcartCommand implements Callable<Integer> {
    private final Batch.Desktop desktop;

    EcartCommand(Batch.Desktop desktop) {
        this.desktop = desktop;
    }

    @Override
    public Integer call() {
        return desktop.start();
    }
}
