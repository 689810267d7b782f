package org.ecart.batch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ecart.files.Definitions;
import org.ecart.intake.CodebookCsv;
import org.ecart.model.Codebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ecart codebook export}: a codebook to CSV files. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes a codebook as CSV files, which \"ecart codebook import\" reads back as the same.")
final class CodebookExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "CODEBOOK", description = "A codebook in JSON.")
    private Path codebook = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder to write to; none of the files may be there yet.")
    private Path out = Path.of("");

    CodebookExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Codebook read = Definitions.file(codebook, Definitions::codebook);
        Map<Path, String> files = new LinkedHashMap<>();
        for (CodebookCsv part : CodebookCsv.values()) {
            files.put(out.resolve(part.fileName()), part.text(read));
        }
        NewFiles.write(files);
        console.say("batch.codebook.written", read.id(), files.size(), out);
        return 0;
    }
}
