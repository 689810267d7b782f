package org.ecart.batch;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecart.model.EcartException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in our words and languages instead of the parser's. */
final class WrongUse {
    private WrongUse() {}

    /** The complaint; it ends with the command that explains more. */
    static EcartException complaint(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help";
        return EcartException.usage("batch.use", reason(failure, command), help);
    }

    private static EcartException reason(ParameterException failure, CommandLine command) {
        if (failure instanceof MissingParameterException missing) {
            return EcartException.usage("batch.use.missing", labels(missing.getMissing()));
        }
        if (failure instanceof OverwrittenOptionException twice
                && twice.getOverwritten() instanceof OptionSpec option) {
            return EcartException.usage("batch.use.twice", option.longestName());
        }
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, command);
        }
        ArgSpec argument = failure.getArgSpec();
        if (argument != null && failure.getValue() != null) {
            return value(argument, failure.getValue());
        }
        // What is left is rare, such as an option without its value; the parser names the option.
        return EcartException.usage("batch.use.other", String.valueOf(failure.getMessage()));
    }

    private static EcartException unmatched(UnmatchedArgumentException failure, CommandLine command) {
        String first =
                failure.getUnmatched().isEmpty() ? "" : failure.getUnmatched().get(0);
        if (failure.isUnknownOption()) {
            // What stands behind the sign may be a passphrase, which must not be repeated.
            String name = first.replaceFirst("=.*", "");
            String options = command.getCommandSpec().options().stream()
                    .map(OptionSpec::longestName)
                    .distinct()
                    .collect(Collectors.joining(", "));
            return EcartException.usage("batch.use.option", name, options);
        }
        if (command.getSubcommands().isEmpty()) {
            return EcartException.usage("batch.use.surplus", first);
        }
        return EcartException.usage("batch.use.command", first, commands(command));
    }

    static String commands(CommandLine family) {
        return String.join(", ", family.getSubcommands().keySet());
    }

    private static EcartException value(ArgSpec argument, String value) {
        Object[] constants = argument.type().getEnumConstants();
        if (constants == null) {
            return EcartException.usage("batch.use.value", value, label(argument));
        }
        String possible = Stream.of(constants).map(String::valueOf).collect(Collectors.joining(", "));
        return EcartException.usage("batch.use.one_of", value, label(argument), possible);
    }

    private static String labels(List<ArgSpec> arguments) {
        return arguments.stream().map(WrongUse::label).collect(Collectors.joining(", "));
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + (option.arity().max() > 0 ? " " + option.paramLabel() : "")
                : argument.paramLabel();
    }
}
