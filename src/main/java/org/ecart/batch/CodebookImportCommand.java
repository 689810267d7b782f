package org.ecart.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ecart.files.Definitions;
import org.ecart.intake.CodebookSheets;
import org.ecart.model.Codebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ecart codebook import}: CSV files to a codebook. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Makes a codebook of its CSV files; docs/formats/codebook-csv.md describes them.")
final class CodebookImportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "DIR|FILE",
            arity = "1..*",
            description = "The folder with codebook.csv, variables.csv, codes.csv, extracts.csv and columns.csv; or"
                    + " these files.")
    private List<Path> files = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The codebook to write, a file that is not there yet. Without it, standard output.")
    private Optional<Path> out = Optional.empty();

    CodebookImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Codebook codebook = CodebookSheets.read(files);
        String text = Definitions.text(codebook);
        if (out.isPresent()) {
            NewFiles.write(Map.of(out.get(), text));
        } else {
            console.data().print(text);
        }
        console.say(
                "batch.codebook.read",
                codebook.id(),
                codebook.edition(),
                codebook.variables().size(),
                codebook.codeLists().size(),
                codebook.extracts().size());
        return 0;
    }
}
