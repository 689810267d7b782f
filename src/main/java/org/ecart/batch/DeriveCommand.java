package org.ecart.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ecart.files.BreakdownJson;
import org.ecart.files.Catalogue;
import org.ecart.files.ConditionText;
import org.ecart.files.Definitions;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.ecart.model.Span;
import org.ecart.model.Study;
import org.ecart.study.RuleComparison;
import org.ecart.study.RuleReport;
import org.ecart.study.Session;
import org.ecart.study.Unconfirmed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ecart derive}: what the rules of a derived variable do. */
@Command(
        name = "derive",
        mixinStandardHelpOptions = true,
        description = {
            "Counts what the rules of a derived variable do: persons for each rule, conflicts, codes in no group.",
            "An internal look, not protected: see docs/rules.md."
        },
        footer = {
            "",
            "RULES is a variable, or one of its rule sets: origin, origin=monitoring@2017 or origin@2017. A and B are"
                    + " editions of it, sets (statbel@2022), or rule sets of other variables."
        })
final class DeriveCommand implements Callable<Integer> {
    private static final String WORKSPACE = "--workspace";

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "RULES", description = "The rules to count; origin if left out.")
    private String rules = "origin";

    @Mixin
    private final WorkspaceOption workspace;

    @Option(names = "--study", paramLabel = "FILE", description = "Policy, rules and indicators to use.")
    private Optional<Path> study = Optional.empty();

    @Option(
            names = "--period",
            split = ",",
            paramLabel = "P",
            description = "Years (2011-2014 too) or days; all there are if left out.")
    private List<String> periods = List.of();

    @Option(names = "--filter", paramLabel = "C", description = "Who is counted.")
    private Optional<String> filter = Optional.empty();

    @Option(names = "--span", paramLabel = "FROM-TO", description = "The ages that are counted.")
    private Optional<String> span = Optional.empty();

    @Option(
            names = "--compare",
            arity = "2",
            paramLabel = "A B",
            hideParamSyntax = true,
            description = "A B: two rule sets side by side: who moves, and what that does to the indicator.")
    private List<String> compare = List.of();

    @Option(names = "--indicator", paramLabel = "ID", description = "To compare by; employment_rate if left out.")
    private String indicator = RuleComparison.Question.USUAL_INDICATOR;

    @Option(
            names = "--reference",
            paramLabel = "CODE",
            description = "What gaps are measured against; BE, or the first.")
    private Optional<String> reference = Optional.empty();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "As JSON to a new file instead, inside a folder called internal.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--list", description = "The rule sets there are, instead; needs no workspace.")
    private boolean list;

    private DeriveCommand(Console console) {
        this.console = console;
        this.workspace = new WorkspaceOption(console);
    }

    /** The command; its workspace is needed for everything but the list. */
    static CommandLine line(Console console) {
        CommandLine line = new CommandLine(new DeriveCommand(console));
        OptionSpec needed = line.getCommandSpec().findOption(WORKSPACE);
        line.getCommandSpec().remove(needed);
        line.getCommandSpec()
                .addOption(OptionSpec.builder(needed).required(false).build());
        return line;
    }

    @Override
    public Integer call() {
        Study within =
                study.map(file -> Definitions.file(file, Definitions::study)).orElseGet(Study::bare);
        if (list) {
            console.data().print(list(within));
            return 0;
        }
        if (!workspace.isNamed()) {
            throw EcartException.usage(
                    "batch.use", EcartException.usage("batch.use.missing", WORKSPACE + " DIR"), "ecart derive --help");
        }
        Optional<InternalFile> file = json.map(InternalFile::new);
        try (Session session = workspace.session()) {
            Outcome outcome = compare.isEmpty() ? count(session, within) : compare(session, within);
            if (file.isPresent()) {
                file.get().write(outcome.json());
                session.workspace().note("derive " + outcome.rules() + ", counts to an internal file", Console.now());
            } else {
                console.data().print(outcome.text());
            }
        }
        return 0;
    }

    /** What is printed or written. */
    private record Outcome(String rules, String text, String json) {}

    private Outcome count(Session session, Study within) {
        RuleReport.Question question = new RuleReport.Question(rules, periods(session, within), filter(), span());
        RuleReport report = session.tables().counts(within, question, Progress.NONE);
        return new Outcome(
                report.rules().key(), new RuleText(console).report(report, question), json().report(report, question));
    }

    private Outcome compare(Session session, Study within) {
        RuleComparison.Question question = new RuleComparison.Question(
                side(compare.get(0)),
                side(compare.get(1)),
                periods(session, within),
                filter(),
                indicator,
                span(),
                reference);
        RuleComparison made = session.tables().compare(within, question, Progress.NONE);
        return new Outcome(
                made.a().rules().key() + " and " + made.b().rules().key(),
                new RuleText(console).comparison(made),
                json().comparison(made, question));
    }

    private RuleJson json() {
        return new RuleJson(console.text("batch.derive.internal"));
    }

    /** An edition or set is one of the variable that is asked for. */
    private String side(String word) {
        return word.contains("=") ? word : rules + "@" + word;
    }

    private List<Period> periods(Session session, Study within) {
        return periods.isEmpty() ? session.offer(within).periods() : PeriodText.read(periods);
    }

    private Condition filter() {
        return filter.map(ConditionText::parse).orElse(Condition.ALL);
    }

    private Optional<Span> span() {
        return span.map(BreakdownJson::span);
    }

    private String list(Study within) {
        TextTable table = new TextTable()
                .text(console.text("batch.derive.rules"))
                .text(console.text("batch.derive.variable"))
                .text(console.text("batch.derive.used"))
                .text(console.text("batch.derive.open"));
        Catalogue all = Catalogue.shipped().with(within);
        for (Rules there : all.rules()) {
            boolean used = all.rulesFor(
                            there.variable(),
                            Optional.ofNullable(within.ruleSets().get(there.variable())))
                    .filter(there::equals)
                    .isPresent();
            int open = Unconfirmed.of(there).size();
            table.add(List.of(
                    there.key(),
                    there.labels().in(console.language()),
                    used ? "x" : "",
                    open == 0 ? "" : Integer.toString(open)));
        }
        return table.print();
    }
}
