package org.ecart.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Frame;
import org.ecart.intake.Deliveries;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.EcartException.Fault;
import org.ecart.model.Extract;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Variable;
import org.ecart.model.Variable.Role;
import org.ecart.model.Variable.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {
    private static final Period YEAR = Period.ofYear(2014);
    private static final String POPULATION = """
            person,period,sex,birth,entered,wage,weight
            a,2014,F,1980,2001-01-31,10.5,1
            b,2014,M,1970,,,2.25
            c,2014,,1960,1999-12-31,7,3
            a,2013,F,1980,2001-01-31,9,1
            """;
    private static final String KINSHIP = """
            person,father,mother
            z,FR,FR
            c,MA,
            a,BE,IT
            """;
    private static final String WORK = """
            person,period,job
            b,2014,22
            a,2014,11
            b,2013,99
            """;

    @Test
    void everythingComesBackAfterCloseAndOpen(@TempDir Path folder) throws IOException {
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            take(workspace, folder, POPULATION);
            take(workspace, folder, KINSHIP);
            take(workspace, folder, WORK);
        }

        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            assertThat(workspace.codebook()).contains(Deliveries.codebook());
            assertThat(workspace.partitions())
                    .extracting(p ->
                            p.extract() + " " + p.period().map(Period::toString).orElse("-") + " " + p.rows())
                    .containsExactly(
                            "kinship - 3", "population 2013 1", "population 2014 3", "work 2013 1", "work 2014 2");
            assertThat(workspace.partitions()).allSatisfy(p -> {
                assertThat(p.importedBy()).isEqualTo("an analyst");
                assertThat(p.importedAt()).isEqualTo("2026-01-01T00:00:00Z");
                assertThat(p.hash()).matches("[0-9a-f]{64}");
            });
            assertThat(codes(workspace, "sex")).containsExactly("F", "M", "_U");
            assertThat(codes(workspace, "birth")).containsExactly("1980", "1970", "1960");
            assertThat(codes(workspace, "entered")).containsExactly("2001-01-31", "_U", "1999-12-31");
            Frame frame = workspace.frame(YEAR, Set.of("wage", "weight"));
            assertThat(frame.amount("wage").segments().get(0).elements())
                    .containsExactly(105, AmountColumn.UNKNOWN, 70);
            assertThat(frame.amount("weight").scale()).isEqualTo(2);
            assertThat(frame.amount("weight").segments().get(0).elements()).containsExactly(100, 225, 300);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKW", "PWK", "KPW", "KWP", "WPK", "WKP"})
    void linkedVariablesArriveOnTheRightPersonsWhateverTheOrder(String order, @TempDir Path folder) throws IOException {
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            for (char extract : order.toCharArray()) {
                take(workspace, folder, extract == 'P' ? POPULATION : extract == 'K' ? KINSHIP : WORK);
            }

            // Persons are numbered as they come, so that their order differs.
            assertThat(rows(workspace, "birth", "father", "mother", "job"))
                    .containsExactlyInAnyOrder("1980 BE IT 11", "1970 _N _N 22", "1960 MA _U _N");
        }
    }

    @Test
    void filesOfOneImportAreLinkedToo(@TempDir Path folder) throws IOException {
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            workspace.take(
                    request(
                            Deliveries.codebook(),
                            Deliveries.file(folder, KINSHIP),
                            Deliveries.file(folder, POPULATION),
                            Deliveries.file(folder, WORK)),
                    Progress.NONE);

            assertThat(rows(workspace, "birth", "father", "job"))
                    .containsExactlyInAnyOrder("1980 BE 11", "1970 _N 22", "1960 MA _N");
        }
    }

    @Test
    void aVariableThatWasNotDeliveredForADateIsUnavailableThere(@TempDir Path folder) throws IOException {
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            take(workspace, folder, POPULATION);
            take(workspace, folder, "person,period,sex,weight\na,2015,F,1\n");
            take(workspace, folder, "person,period,job\na,2015,11\n");

            Frame lacking = workspace.frame(Period.ofYear(2015), Set.of("sex", "birth", "wage", "father", "job"));
            assertThat(lacking.unavailable()).containsExactlyInAnyOrder("birth", "wage", "father");
            assertThat(workspace.frame(YEAR, Set.of("sex", "birth", "job")).unavailable())
                    .containsExactly("job");
        }
    }

    @Test
    void personsWithoutNumbersAreLinkedToNothing(@TempDir Path folder) throws IOException {
        Codebook counts = new Codebook(
                "counts",
                "1",
                Deliveries.codebook().labels(),
                Deliveries.codebook().source(),
                Optional.empty(),
                List.of(),
                List.of(
                        Deliveries.variable("person", Role.PERSON, Type.CODE),
                        Deliveries.variable("sex", Role.DIMENSION, Type.CODE),
                        Deliveries.variable("n", Role.COUNT, Type.INTEGER),
                        Deliveries.variable("father", Role.DIMENSION, Type.CODE)),
                List.of(
                        Deliveries.extract("population", true, false, "sex", "n"),
                        Deliveries.extract("kinship", false, false, "person", "father")));
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            workspace.take(
                    request(
                            counts,
                            Deliveries.file(folder, "sex,n\nF,10\nM,20\nF,5\n"),
                            Deliveries.file(folder, "person,father\na,FR\n")),
                    Progress.NONE);

            Frame frame = workspace.frame(YEAR, Set.of("sex", "father"));
            assertThat(frame.persons().orElseThrow().segments().get(0).elements())
                    .containsExactly(10, 20, 5);
            assertThat(frame.unavailable()).containsExactly("father");
        }
    }

    @Test
    void theSameExtractAndDateTwiceIsRefused(@TempDir Path folder) throws IOException {
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            take(workspace, folder, POPULATION);
            List<Partition> before = workspace.partitions();

            refused(
                    () -> take(workspace, folder, "person,period,sex,weight\nq,2012,F,1\nq,2013,F,1\n"),
                    Fault.DATA,
                    "store.already");

            assertThat(workspace.partitions()).isEqualTo(before);
            assertThat(codes(workspace, "sex")).containsExactly("F", "M", "_U");
        }
    }

    @Test
    void theSameFileTwiceInOneImportIsRefused(@TempDir Path folder) throws IOException {
        Path file = Deliveries.file(folder, KINSHIP);
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            refused(
                    () -> workspace.take(request(Deliveries.codebook(), file, file), Progress.NONE),
                    Fault.DATA,
                    "store.twice");

            assertThat(workspace.partitions()).isEmpty();
        }
    }

    @Test
    void oneBadFileOfSeveralLeavesNothingOfTheOthers(@TempDir Path folder) throws IOException {
        Path good = Deliveries.file(folder, POPULATION);
        Path bad = Deliveries.file(folder, "person,father\na,\"FR\n");
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            refused(
                    () -> workspace.take(request(Deliveries.codebook(), good, bad), Progress.NONE),
                    Fault.DATA,
                    "intake.quote");

            assertThat(workspace.partitions()).isEmpty();
            assertThat(workspace.codebook()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'', DATA, intake.empty",
                "'person,father\n', DATA, intake.no_rows",
                "'person,father\na,\"FR\nb,MA\n', DATA, intake.quote",
                "'person,father\na,FR\na,MA\n', DATA, store.no_rows",
                "'person,person,father\na,a,FR\n', DATA, intake.header.twice",
                "'person,aunt\na,FR\n', DATA, intake.file",
            })
    void aFileThatIsRefusedLeavesNothing(String text, Fault fault, String key, @TempDir Path folder)
            throws IOException {
        Path file = Deliveries.file(folder, text);

        leavesNothing(folder, file, fault, key);
    }

    @Test
    void aFileThatIsNotThereLeavesNothing(@TempDir Path folder) {
        leavesNothing(folder, folder.resolve("absent.csv"), Fault.USAGE, "intake.no_file");
    }

    @Test
    void aFolderInsteadOfAFileLeavesNothing(@TempDir Path folder) {
        leavesNothing(folder, folder, Fault.USAGE, "intake.directory");
    }

    private static void leavesNothing(Path folder, Path file, Fault fault, String key) {
        Path made = folder.resolve("w");
        Workspace workspace = Workspace.openOrCreate(made);
        try {
            refused(() -> workspace.take(request(Deliveries.codebook(), file), Progress.NONE), fault, key);
            assertThat(workspace.partitions()).isEmpty();
        } finally {
            workspace.discardIfFresh();
        }
        assertThat(made).doesNotExist();
    }

    @Test
    void aRefusedFileLeavesAWorkspaceAsItWas(@TempDir Path folder) throws IOException {
        Path place = folder.resolve("w");
        try (Workspace workspace = Workspace.openOrCreate(place)) {
            take(workspace, folder, POPULATION);
        }

        Workspace workspace = Workspace.openOrCreate(place);
        refused(() -> take(workspace, folder, "person,father\na,\"FR\n"), Fault.DATA, "intake.quote");
        workspace.discardIfFresh();

        try (Workspace again = Workspace.open(place)) {
            assertThat(again.partitions()).hasSize(2);
            assertThat(codes(again, "sex")).containsExactly("F", "M", "_U");
        }
    }

    @Test
    void anEmptyFolderThatWasThereStaysThere(@TempDir Path folder) {
        Workspace.openOrCreate(folder).discardIfFresh();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNoWorkspaceIsRefused(@TempDir Path folder) throws IOException {
        Path note = Files.writeString(folder.resolve("note.txt"), "mine");

        refused(() -> Workspace.open(folder), Fault.USAGE, "store.no_workspace");
        refused(() -> Workspace.openOrCreate(folder), Fault.USAGE, "store.foreign_folder");
        refused(() -> Workspace.openOrCreate(note), Fault.USAGE, "store.no_folder");
        refused(() -> Workspace.open(folder.resolve("absent")), Fault.USAGE, "store.no_workspace");
        assertThat(folder).isDirectoryContaining(p -> p.equals(note));
    }

    @Test
    void aDamagedFileIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ecart.mv.db"), "no database ".repeat(1000));

        refused(() -> Workspace.open(folder), Fault.DATA, "store.damaged");
    }

    @Test
    void aWorkspaceOfANewerProgramIsRefusedAndLetGo(@TempDir Path folder) {
        Workspace.openOrCreate(folder.resolve("w")).close();
        try (Database database = Database.open(folder.resolve("w"), false)) {
            database.update("update setting set content = '99' where name = 'schema'");
            database.commit();
        }

        refused(() -> Workspace.open(folder.resolve("w")), Fault.DATA, "store.newer");
        refused(() -> Workspace.open(folder.resolve("w")), Fault.DATA, "store.newer");
    }

    @Test
    void aSecondOpenIsRefusedWhileTheFirstGoesOn(@TempDir Path folder) throws IOException {
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            take(workspace, folder, POPULATION);

            refused(() -> Workspace.open(folder.resolve("w")), Fault.DATA, "store.locked");

            assertThat(codes(workspace, "sex")).containsExactly("F", "M", "_U");
        }
        Workspace.open(folder.resolve("w")).close();
    }

    @Test
    void aWorkspaceThatAnotherProcessHasOpenIsRefused(@TempDir Path folder) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.resolve("w").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('!');

            refused(() -> Workspace.open(folder.resolve("w")), Fault.DATA, "store.locked");
        } finally {
            other.getOutputStream().close();
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        Workspace.open(folder.resolve("w")).close();
    }

    @Test
    void aCodebookThatRedefinesWhatIsKeptIsRefused(@TempDir Path folder) throws IOException {
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            take(workspace, folder, POPULATION);
            Path file = Deliveries.file(folder, KINSHIP);

            for (Codebook changed : List.of(
                    withBirth(Optional.of(Deliveries.variable("birth", Role.DIMENSION, Type.CODE))),
                    withBirth(Optional.of(Deliveries.variable("birth", Role.AMOUNT, Type.INTEGER))),
                    withBirth(Optional.empty()))) {
                refused(() -> workspace.take(request(changed, file), Progress.NONE), Fault.DATA, "store.codebook");
            }
            assertThat(workspace.codebook()).contains(Deliveries.codebook());
        }
    }

    /** The codebook with another variable "birth", or without. */
    private static Codebook withBirth(Optional<Variable> birth) {
        Codebook codebook = Deliveries.codebook();
        List<Variable> variables = new ArrayList<>(codebook.variables());
        variables.removeIf(v -> v.id().equals("birth"));
        birth.ifPresent(variables::add);
        List<Extract> extracts = codebook.extracts().stream()
                .map(e -> new Extract(
                        e.id(),
                        e.labels(),
                        e.population(),
                        e.dated(),
                        e.columns().stream()
                                .filter(c -> birth.isPresent() || !c.variable().equals("birth"))
                                .toList()))
                .toList();
        return new Codebook(
                codebook.id(),
                "2",
                codebook.labels(),
                codebook.source(),
                codebook.notice(),
                codebook.codeLists(),
                variables,
                extracts);
    }

    @Test
    void whatIsNotThereIsRefusedByName(@TempDir Path folder) throws IOException {
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            refused(() -> workspace.frame(YEAR, Set.of("sex")), Fault.DATA, "store.nothing_imported");
            take(workspace, folder, POPULATION);

            refused(() -> workspace.frame(Period.ofYear(2019), Set.of("sex")), Fault.USAGE, "store.period");
            refused(() -> workspace.frame(YEAR, Set.of("height")), Fault.USAGE, "store.variable");
        }
    }

    private static void refused(ThrowingCallable call, Fault fault, String key) {
        assertThatThrownBy(call).isInstanceOfSatisfying(EcartException.class, e -> {
            assertThat(e.key()).isEqualTo(key);
            assertThat(e.fault()).isEqualTo(fault);
        });
    }

    private static List<IntakeReport> take(Workspace workspace, Path folder, String text) throws IOException {
        return workspace.take(request(Deliveries.codebook(), Deliveries.file(folder, text)), Progress.NONE);
    }

    private static Workspace.Import request(Codebook codebook, Path... files) {
        return new Workspace.Import(
                List.of(files),
                codebook,
                Dialect.Said.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "an analyst",
                "2026-01-01T00:00:00Z");
    }

    private static List<String> codes(Workspace workspace, String variable) {
        CodedColumn column = workspace.frame(YEAR, Set.of(variable)).coded(variable);
        List<String> codes = new ArrayList<>();
        for (CodeSegment segment : column.segments()) {
            for (int row = 0; row < segment.length(); row++) {
                codes.add(column.dictionary().code(segment.at(row)));
            }
        }
        return codes;
    }

    /** The codes of several variables, a line a person. */
    private static List<String> rows(Workspace workspace, String... variables) {
        List<String> rows = new ArrayList<>(codes(workspace, variables[0]));
        for (int v = 1; v < variables.length; v++) {
            List<String> codes = codes(workspace, variables[v]);
            for (int row = 0; row < rows.size(); row++) {
                rows.set(row, rows.get(row) + " " + codes.get(row));
            }
        }
        return rows;
    }

    /** Another process: opens a workspace, says so, and closes it at the end of its input. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (Workspace workspace = Workspace.openOrCreate(Path.of(arguments[0]))) {
                assertThat(workspace.partitions()).isEmpty();
                System.out.write('!');
                System.out.flush();
                System.in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }
}
