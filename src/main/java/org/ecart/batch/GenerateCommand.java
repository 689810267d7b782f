package org.ecart.batch;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.synthetic.SyntheticPopulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ecart generate}: a synthetic population. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Writes synthetic population, kinship and labour-market extracts: no real persons.")
final class GenerateCommand implements Callable<Integer> {
    private static final Pattern YEARS = Pattern.compile("([0-9]{4})(?:-([0-9]{4}))?");

    private final Console console;

    @Option(names = "--persons", required = true, paramLabel = "N", description = "Persons a year.")
    private long persons;

    @Option(names = "--years", required = true, paramLabel = "FIRST-LAST", description = "For example 2011-2014.")
    private String years = "";

    @Option(names = "--seed", required = true, paramLabel = "S", description = "The same seed gives the same bytes.")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write to.")
    private Path out = Path.of("");

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Matcher matcher = YEARS.matcher(years);
        if (!matcher.matches()) {
            throw EcartException.usage("batch.years", years);
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        new SyntheticPopulation().write(new SyntheticPopulation.Spec(persons, first, last, seed), out, Progress.NONE);
        console.say("batch.generated", persons, years, out);
        return 0;
    }
}
