package org.ecart.batch;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ecart.files.Definitions;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.study.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ecart run}: the release of a study. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Makes the release of a study: tables, charts and files. The same input gives the same bytes.")
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "STUDY", description = "The study, a JSON file.")
    private Path study = Path.of("");

    @Mixin
    private final WorkspaceOption workspace;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder that is new or empty.")
    private Path out = Path.of("");

    RunCommand(Console console) {
        this.console = console;
        this.workspace = new WorkspaceOption(console);
    }

    @Override
    public Integer call() {
        Study wanted = Definitions.file(study, Definitions::study);
        try (Session session = workspace.session()) {
            if (wanted.policy().isNone()) {
                String reason = wanted.policy().reason().orElse("-");
                session.workspace().note("run " + wanted.id() + ", policy none: " + reason, Console.now());
                console.say("i18n.internal", reason);
            }
            session.release()
                    .write(wanted, out, Console.now(), Progress.NONE)
                    .warnings()
                    .forEach(console::say);
            session.workspace().requireCodebook().notice().ifPresent(n -> console.say("batch.note", n));
        }
        console.say(
                "batch.released",
                wanted.id(),
                wanted.tables().size(),
                wanted.charts().size(),
                out);
        return 0;
    }
}
