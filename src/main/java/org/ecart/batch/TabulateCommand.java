package org.ecart.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ecart.export.CsvWriter;
import org.ecart.export.JsonTableWriter;
import org.ecart.files.AxisText;
import org.ecart.files.BreakdownJson;
import org.ecart.files.ConditionText;
import org.ecart.files.Definitions;
import org.ecart.model.Arrangement;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.Counted;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.protect.ReleasableTable;
import org.ecart.study.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ecart tabulate}: one table to standard output. */
@Command(
        name = "tabulate",
        mixinStandardHelpOptions = true,
        description = "Prints one table, protected by the policy in force.",
        footer = {
            "",
            "In E, 'a > b' nests and 'a + b' stacks. C is a condition: region = \"04000\" and known(education)."
        })
final class TabulateCommand implements Callable<Integer> {
    private enum Format {
        csv,
        json
    }

    private enum Shown {
        show,
        hide
    }

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace;

    @Option(names = "--study", paramLabel = "FILE", description = "Policy, rules and indicators to use.")
    private Optional<Path> study = Optional.empty();

    @Option(names = "--period", required = true, split = ",", paramLabel = "P", description = "Years or days.")
    private List<String> periods = List.of();

    @Option(names = "--rows", required = true, paramLabel = "E", description = "Variables on the rows.")
    private String rows = "";

    @Option(names = "--columns", paramLabel = "E", description = "Variables on the columns.")
    private String columns = "";

    @Option(names = "--layers", paramLabel = "E", description = "Variables on the layers.")
    private String layers = "";

    @Option(names = "--filter", paramLabel = "C", description = "Who is counted.")
    private Optional<String> filter = Optional.empty();

    @Option(names = "--indicator", required = true, paramLabel = "ID", description = "For example employment_rate.")
    private String indicator = "";

    @Option(names = "--span", paramLabel = "FROM-TO", description = "Ages, instead of the indicator's own.")
    private Optional<String> span = Optional.empty();

    @Option(names = "--reference", paramLabel = "VAR=CODE", description = "What gaps are measured against.")
    private Optional<String> reference = Optional.empty();

    @Option(names = "--weight", paramLabel = "VAR|none", description = "The weight; else the extract's own.")
    private Optional<String> weight = Optional.empty();

    @Option(names = "--rules", paramLabel = "VAR=SET@EDITION", description = "The rule set of a derived variable.")
    private List<String> rules = List.of();

    @Option(names = "--undetermined", description = "show (default) or hide: undetermined and unknown categories.")
    private Shown undetermined = Shown.show;

    @Option(names = "--totals", description = "With the total of each dimension, code _T.")
    private boolean totals;

    @Option(names = "--measures", split = ",", paramLabel = "M", description = "persons, weighted, numerator, ...")
    private List<String> measures = List.of();

    @Option(
            names = "--share-of",
            split = ",",
            paramLabel = "VAR",
            description = "The variables that the measure share sums over.")
    private List<String> shareOf = List.of();

    @Option(names = "--hide", paramLabel = "VAR=CODE,...", description = "Categories that only totals count.")
    private List<String> hidden = List.of();

    @Option(names = "--order", paramLabel = "VAR=CODE,...", description = "Categories that come first.")
    private List<String> order = List.of();

    @Option(names = "--also", paramLabel = "1y|at2011", description = "Count those too who are only at that date.")
    private Optional<String> also = Optional.empty();

    @Option(names = "--cohort", paramLabel = "P:C", description = "Only those for whom C held at P.")
    private Optional<String> cohort = Optional.empty();

    @Option(names = "--format", description = "csv (default) or json.")
    private Format format = Format.csv;

    TabulateCommand(Console console) {
        this.console = console;
        this.workspace = new WorkspaceOption(console);
    }

    @Override
    public Integer call() throws IOException {
        Study within = withRules(
                study.map(file -> Definitions.file(file, Definitions::study)).orElseGet(Study::bare));
        Breakdown breakdown = breakdown();
        try (Session session = workspace.session()) {
            ReleasableTable table =
                    session.tables().make(within, breakdown, Progress.NONE).releasable();
            if (within.policy().isNone()) {
                String reason = within.policy().reason().orElse("-");
                session.workspace().note("tabulate, policy none: " + reason, Console.now());
                console.say("i18n.internal", reason);
            } else {
                console.say("batch.tabulate.alone", within.policy().id());
            }
            if (format == Format.csv) {
                CsvWriter.write(table, true, console.data());
            } else {
                JsonTableWriter.write(table, true, console.data());
            }
            table.caption().notice().ifPresent(n -> console.say("batch.note", n));
            table.caption().notes().forEach(n -> console.say("batch.note", n));
            // The first defines the indicator; the others say under which rules the series is made.
            table.caption().definitions().stream().skip(1).forEach(d -> console.say("batch.note", d));
        }
        return 0;
    }

    private Study withRules(Study study) {
        Map<String, String> ruleSets = new LinkedHashMap<>(study.ruleSets());
        for (String choice : rules) {
            int sign = choice.indexOf('=');
            if (sign < 1 || choice.indexOf('@', sign) < 0) {
                throw EcartException.usage("batch.rules", choice);
            }
            ruleSets.put(choice.substring(0, sign), choice.substring(sign + 1));
        }
        return study.withRuleSets(ruleSets);
    }

    private Breakdown breakdown() {
        return new Breakdown(
                BreakdownJson.periods(periods),
                option("--rows", () -> AxisText.parse(rows)),
                option("--columns", () -> AxisText.parse(columns)),
                option("--layers", () -> AxisText.parse(layers)),
                option("--filter", () -> filter.map(ConditionText::parse).orElse(Condition.ALL)),
                indicator,
                option("--span", () -> span.map(BreakdownJson::span)),
                reference.map(BreakdownJson::reference),
                weight.map(BreakdownJson::weight).orElseGet(Breakdown.Weight.Default::new),
                undetermined == Shown.show,
                totals,
                measures.stream().map(String::strip).map(BreakdownJson::measure).toList(),
                new Arrangement(codes("--order", order), codes("--hide", hidden), Set.copyOf(shareOf)),
                new Counted(
                        option("--also", () -> also.map(BreakdownJson::shift)),
                        option("--cohort", () -> cohort.map(BreakdownJson::cohort))));
    }

    /** Reads {@code origin=BE,EU} for each variable. */
    private static Map<String, List<String>> codes(String option, List<String> texts) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        for (String text : texts) {
            int sign = text.indexOf('=');
            if (sign < 1 || sign == text.length() - 1) {
                throw EcartException.usage("batch.codes", option, text);
            }
            codes.put(
                    text.substring(0, sign).strip(),
                    List.of(text.substring(sign + 1).split(",", -1)));
        }
        return codes;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read();
    }

    /** Reads an option and gives every complaint its name. */
    private static <T> T option(String name, Reading<T> reading) {
        try {
            return reading.read();
        } catch (EcartException complaint) {
            throw EcartException.usage("files.at", name, complaint);
        }
    }
}
