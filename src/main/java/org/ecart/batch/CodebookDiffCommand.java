package org.ecart.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ecart.files.ConditionText;
import org.ecart.files.Definitions;
import org.ecart.model.CodebookDiff;
import org.ecart.model.CodebookDiff.Change;
import org.ecart.model.CodebookDiff.Edit;
import org.ecart.model.CodebookDiff.Property;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ecart codebook diff}: what came, went and changed. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Says what came (+), went (-) and changed (~) from one codebook to another, one line each.")
final class CodebookDiffCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "A codebook in JSON.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "AFTER", description = "Another, to compare it with.")
    private Path after = Path.of("");

    @Option(names = "--json", description = "Prints JSON for other programs; see docs/formats/codebook-diff.md.")
    private boolean json;

    CodebookDiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CodebookDiff diff = CodebookDiff.between(
                Definitions.file(before, Definitions::codebook),
                Definitions.file(after, Definitions::codebook),
                ConditionText::print);
        if (json) {
            console.data().print(Definitions.text(diff));
        } else if (diff.changes().isEmpty()) {
            console.data().println(console.text("batch.diff.none"));
        } else {
            diff.changes().forEach(change -> console.data().print(line(change) + "\n"));
        }
        return 0;
    }

    /** {@code + code country/XK "Kosovo"} or {@code ~ variable age, label en: "Age" -> "Years"}. */
    private String line(Change change) {
        String sign =
                switch (change.kind()) {
                    case ADDED -> "+";
                    case REMOVED -> "-";
                    case CHANGED -> "~";
                };
        List<String> words = new ArrayList<>(List.of(sign, word("batch.diff.part.", change.part())));
        if (!change.path().isEmpty()) {
            words.add(String.join("/", change.path()));
        }
        change.labels().ifPresent(labels -> words.add(console.text("batch.diff.called", labels)));
        return String.join(" ", words) + change.edit().map(this::edit).orElse("");
    }

    private String edit(Edit edit) {
        String property = word("batch.diff.property.", edit.property())
                + edit.language().map(language -> " " + language.code()).orElse("");
        boolean order = edit.property() == Property.ORDER;
        return ", " + property + (order ? "" : ": " + quoted(edit.before()) + " -> " + quoted(edit.after()));
    }

    private String word(String family, Enum<?> constant) {
        return console.text(family + constant.name().toLowerCase(Locale.ROOT));
    }

    private String quoted(Optional<String> text) {
        return text.map(t -> "\"" + t + "\"").orElseGet(() -> console.text("batch.diff.nothing"));
    }
}
