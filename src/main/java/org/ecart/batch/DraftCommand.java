package org.ecart.batch;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ecart.files.Definitions;
import org.ecart.intake.CodebookDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ecart codebook draft}: a first codebook from a file. */
@Command(
        name = "draft",
        mixinStandardHelpOptions = true,
        description = "Prints a first codebook for a delimited file: variables, guessed roles, codes, counts.")
final class DraftCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "EXTRACT", description = "A delimited file with a header.")
    private Path extract = Path.of("");

    DraftCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CodebookDraft draft = CodebookDraft.of(extract);
        console.data().print(Definitions.draft(draft.codebook(), draft.counts()));
        console.say("batch.drafted", draft.codebook().variables().size());
        return 0;
    }
}
