package org.ecart.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecart.intake.Deliveries.codes;
import static org.ecart.intake.Deliveries.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ecart.frame.AmountColumn;
import org.ecart.intake.IntakeReport.Reason;
import org.ecart.intake.IntakeReport.Reject;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
    private static final String HEADER = "person,period,sex,birth,entered,wage,weight\n";

    @Test
    void everyRowReadIsLoadedOrRejectedWithItsReason(@TempDir Path folder) throws IOException {
        String tooLong = "p".repeat(101);
        Intake.Result result = read(
                folder,
                HEADER
                        + "a,2014,F,1980,2001-01-31,12.50,1\n" // line 2: good
                        + "b,2014,F,1980,2001-01-31,12.50\n" // 3: one field short
                        + "c,2014,F,1980,2001-01-31,12.50,1,1\n" // 4: one field more
                        + "d,31/12/2014,F,1980,2001-01-31,12.50,1\n" // 5: no date
                        + "e,2014,F,1980,2001-02-30,12.50,1\n" // 6: no such day
                        + "f,2014,F,198O,2001-01-31,12.50,1\n" // 7: a letter in a number
                        + "g,2014,F,1980,2001-01-31,\"12,50\",1\n" // 8: a decimal comma
                        + "h,2014,F,1980,2001-01-31,12.50,\n" // 9: no weight
                        + "i,2014,F,1980,2001-01-31,12.50,-1\n" // 10: a weight below 0
                        + ",2014,F,1980,2001-01-31,12.50,1\n" // 11: no person
                        + tooLong + ",2014,F,1980,2001-01-31,12.50,1\n" // 12
                        + "j,2014,,,,,0\n"); // 13: good, all empty

        assertThat(result.report().rejects())
                .containsExactly(
                        new Reject(3, "", Reason.FIELDS),
                        new Reject(4, "", Reason.FIELDS),
                        new Reject(5, "period", Reason.DATE),
                        new Reject(6, "entered", Reason.DATE),
                        new Reject(7, "birth", Reason.NUMBER),
                        new Reject(8, "wage", Reason.NUMBER),
                        new Reject(9, "weight", Reason.NUMBER),
                        new Reject(10, "weight", Reason.NUMBER),
                        new Reject(11, "person", Reason.KEY_MISSING),
                        new Reject(12, "person", Reason.KEY_LONG));
        assertThat(result.report().read()).isEqualTo(12);
        assertThat(result.report().loaded()).isEqualTo(2);
        assertThat(result.partitions().get(0).rows()).isEqualTo(2);
        assertThat(result.report().byReason())
                .isEqualTo(Map.of(
                        Reason.FIELDS,
                        2L,
                        Reason.DATE,
                        2L,
                        Reason.NUMBER,
                        4L,
                        Reason.KEY_MISSING,
                        1L,
                        Reason.KEY_LONG,
                        1L));
    }

    @Test
    void allCopiesOfAKeyAreRejectedWithTheirLines(@TempDir Path folder) throws IOException {
        Intake.Result result = read(folder, """
                person,period,sex,weight
                a,2014,F,1
                b,2014,F,1
                a,2014,M,1
                a,2013,F,1
                a,2014,F,1
                """);

        assertThat(result.report().rejects())
                .containsExactly(
                        new Reject(2, "", Reason.KEY_DUPLICATE),
                        new Reject(4, "", Reason.KEY_DUPLICATE),
                        new Reject(6, "", Reason.KEY_DUPLICATE));
        assertThat(result.report().loaded()).isEqualTo(2);
        assertThat(result.partitions())
                .extracting(PartitionDraft::period)
                .containsExactly(Optional.of(Period.ofYear(2013)), Optional.of(Period.ofYear(2014)));
    }

    @Test
    void rowsOfAnotherDateThanTheOneSaidAreRejected(@TempDir Path folder) throws IOException {
        Intake.Result result = read(new Intake.Request(
                Deliveries.file(folder, """
                        person,period,sex,weight
                        a,2014,F,1
                        b,2015,F,1
                        c,2014-12-31,F,1
                        """),
                Deliveries.codebook(),
                Dialect.Said.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Period.ofYear(2014))));

        assertThat(result.report().rejects()).containsExactly(new Reject(3, "period", Reason.PERIOD));
        assertThat(result.partitions()).hasSize(1);
    }

    @Test
    void aFileWithoutDatesTakesTheDateSaid(@TempDir Path folder) throws IOException {
        Intake.Result result = read(new Intake.Request(
                Deliveries.file(folder, "person,sex,weight\na,F,1\n"),
                Deliveries.codebook(),
                Dialect.Said.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Period.ofYear(2014))));

        assertThat(result.partitions().get(0).period()).contains(Period.ofYear(2014));
    }

    @Test
    void aCodeThatNoListHasIsLoadedAndCounted(@TempDir Path folder) throws IOException {
        String text = """
                person,period,sex,weight
                a,2014,F,1
                b,2014,X,1
                c,2014,X,1
                d,2014,9,1
                e,2014,,1
                """;

        assertThat(read(folder, text).report().unmapped()).isEqualTo(Map.of("sex", Map.of("X", 2L)));
        assertThat(codes(folder, text, "sex")).containsExactly("F", "X", "X", "9", "_U");
    }

    @Test
    void aRejectedRowCountsForNothing(@TempDir Path folder) throws IOException {
        Intake.Result result = read(folder, """
                person,period,sex,weight
                a,2014,X,1
                a,2014,X,1
                b,2014,X,1
                """);

        assertThat(result.report().unmapped()).isEqualTo(Map.of("sex", Map.of("X", 1L)));
    }

    @Test
    void codesStayAsDelivered(@TempDir Path folder) throws IOException {
        assertThat(codes(folder, "person,father\na,01\nb,1\nc,1.0\nd, 1\ne,\n", "father"))
                .containsExactly("01", "1", "1.0", " 1", "_U");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsFound(String delimiter, @TempDir Path folder) throws IOException {
        String text = "person,father,mother\na,\"x;y|z\",MA\n".replace(",", delimiter);

        assertThat(codes(folder, text, "father")).containsExactly("x;y|z");
        assertThat(codes(folder, text, "mother")).containsExactly("MA");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName(@TempDir Path folder) throws IOException {
        assertThat(codes(folder, "\uFEFFperson;father\na;MA\n", "father")).containsExactly("MA");
    }

    @ParameterizedTest
    @CsvSource({"'\n'", "'\r\n'", "'\r'"})
    void linesAreCountedThroughQuotedLineBreaks(String end, @TempDir Path folder) throws IOException {
        String text = """
                person,father,mother
                a,MA,"two
                lines"
                b,MA

                c,"x
                y
                z",MA,extra
                d,MA,MA""".replace("\n", end);

        assertThat(read(folder, text).report().rejects())
                .containsExactly(
                        new Reject(4, "", Reason.FIELDS),
                        new Reject(5, "", Reason.FIELDS),
                        new Reject(6, "", Reason.FIELDS));
        assertThat(codes(folder, text, "mother")).containsExactly("two" + end + "lines", "MA");
    }

    @Test
    void amountsAreKeptExactlyAtOneScale(@TempDir Path folder) throws IOException {
        AmountColumn weight = Deliveries.amounts(read(folder, """
                person,period,sex,wage,weight
                a,2014,F,12.5,1.25
                b,2014,F,,2
                c,2014,F,-3,125e-3
                d,2014,F,1e2,.5
                e,2014,F,0.00,5.
                """), "weight");

        assertThat(weight.scale()).isEqualTo(3);
        assertThat(weight.segments().get(0).elements()).containsExactly(1250, 2000, 125, 500, 5000);
    }

    @Test
    void anEmptyAmountIsNotNought(@TempDir Path folder) throws IOException {
        AmountColumn wage = Deliveries.amounts(
                read(folder, "person,period,sex,wage,weight\na,2014,F,,1\nb,2014,F,1e2,1\nc,2014,F,0.00,1\n"), "wage");

        assertThat(wage.scale()).isZero();
        assertThat(wage.segments().get(0).elements()).containsExactly(AmountColumn.UNKNOWN, 100, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,2014,F,1\nb,2014,F,1234.56789012345678901\n", "b,2014,F,1234.56789012345678901\na,2014,F,1\n"
            })
    void decimalsBeyond18DigitsAreCutWhateverTheOrder(String rows, @TempDir Path folder) throws IOException {
        AmountColumn weight = Deliveries.amounts(read(folder, "person,period,sex,weight\n" + rows), "weight");

        assertThat(weight.scale()).isEqualTo(14);
        assertThat(weight.segments().get(0).elements())
                .containsExactlyInAnyOrder(100_000_000_000_000L, 123_456_789_012_345_678L);
    }

    @Test
    void aNumberThatCannotBeKeptIsRejectedUnderTheNameOfItsColumn(@TempDir Path folder) throws IOException {
        Intake.Result result = read(folder, """
                person,period,sex,weight,OLD_wage
                a,2014,F,1,999999999999999
                b,2014,F,1,1000000000000000
                c,2014,F,1,1e99
                """);

        assertThat(result.report().rejects())
                .containsExactly(new Reject(3, "OLD_wage", Reason.NUMBER), new Reject(4, "OLD_wage", Reason.NUMBER));
    }
}
