package org.ecart.batch;

import java.util.Arrays;
import java.util.Optional;
import org.ecart.intake.delivery.Dialect;
import picocli.CommandLine.Option;

/** What a command can be told of how a file is written; the rest is found out. */
final class DialectOptions {
    /** What stands between fields. */
    private enum Delimiter {
        comma(','),
        semicolon(';'),
        tab('\t'),
        pipe('|');

        private final char sign;

        Delimiter(char sign) {
            this.sign = sign;
        }
    }

    /** What stands before decimals. */
    private enum Decimal {
        point(Dialect.DecimalSign.POINT),
        comma(Dialect.DecimalSign.COMMA);

        private final Dialect.DecimalSign sign;

        Decimal(Dialect.DecimalSign sign) {
            this.sign = sign;
        }
    }

    /** How characters are written. */
    private enum Encoding {
        utf8(Dialect.Encoding.UTF_8),
        windows1252(Dialect.Encoding.WINDOWS_1252);

        private final Dialect.Encoding encoding;

        Encoding(Dialect.Encoding encoding) {
            this.encoding = encoding;
        }
    }

    @Option(
            names = "--delimiter",
            paramLabel = "D",
            description = "${COMPLETION-CANDIDATES}; found out where it is not said.")
    private Optional<Delimiter> delimiter = Optional.empty();

    @Option(
            names = "--encoding",
            paramLabel = "E",
            description = "${COMPLETION-CANDIDATES}; found out where it is not said.")
    private Optional<Encoding> encoding = Optional.empty();

    @Option(
            names = "--decimal",
            paramLabel = "D",
            description = "${COMPLETION-CANDIDATES}, before decimals; found out where it is not said.")
    private Optional<Decimal> decimal = Optional.empty();

    /** The name of a delimiter. */
    static String delimiter(Dialect dialect) {
        return Arrays.stream(Delimiter.values())
                .filter(d -> d.sign == dialect.delimiter())
                .findFirst()
                .orElseThrow()
                .name();
    }

    Dialect.Said said() {
        return new Dialect.Said(delimiter.map(d -> d.sign), encoding.map(e -> e.encoding), decimal.map(d -> d.sign));
    }
}
