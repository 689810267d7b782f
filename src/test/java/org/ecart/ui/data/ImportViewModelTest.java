package org.ecart.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecart.files.Definitions;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Frame;
import org.ecart.intake.Deliveries;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.IntakeReport.Reason;
import org.ecart.model.EcartException;
import org.ecart.model.Mapping;
import org.ecart.model.Period;
import org.ecart.real.Commands;
import org.ecart.store.Partition;
import org.ecart.store.Workspace;
import org.ecart.ui.data.ImportViewModel.Step;
import org.ecart.ui.task.InlineTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportViewModelTest {
    private static final String RENAMED = """
            person,period,SEXE,birth,entered,wage,weight,height
            a,2014,F,1980,2001-01-31,12.50,1,170
            b,2014,M,1981,,9.00,1,180
            c,2014,X,1982,,9.00,1,190
            d,2014,F,198O,,9.00,1,160
            """;

    private final Path folder;
    private final Workspace workspace;
    private final List<String> heard = new ArrayList<>();

    ImportViewModelTest(@TempDir Path folder) {
        this.folder = folder;
        this.workspace = Workspace.openOrCreate(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void aFileGoesInByItsNamesAliasesAndByHand() throws IOException {
        ImportViewModel model = looking(RENAMED.replace("birth", "OLD_birth").replace(",wage", ",OLD_wage"));

        assertThat(model.plan().orElseThrow().extract().orElseThrow().id()).isEqualTo("population");
        assertThat(columns(model))
                .containsExactly(
                        "SEXE NOT_LOADED",
                        "height NOT_LOADED",
                        "person EXACT person",
                        "period EXACT period",
                        "OLD_birth ALIAS birth",
                        "entered EXACT entered",
                        "OLD_wage ALIAS wage",
                        "weight EXACT weight");
        assertThat(model.plan().orElseThrow().absent()).containsExactly("sex");

        model.chooseVariable("SEXE", "sex");
        assertThat(columns(model)).startsWith("SEXE BY_HAND sex");
        model.run();

        assertThat(model.stepProperty().get()).isEqualTo(Step.REPORT);
        IntakeReport report = model.reportsProperty().get().get(0).report();
        assertThat(report.read()).isEqualTo(4);
        assertThat(report.loaded()).isEqualTo(3);
        assertThat(report.rejects()).containsExactly(new IntakeReport.Reject(5, "OLD_birth", Reason.NUMBER));
        assertThat(report.unmapped().keySet()).containsExactly("sex");
        assertThat(report.unmatched()).containsExactly("height");
        assertThat(report.absent()).isEmpty();
        assertThat(workspace.partitions()).extracting(Partition::rows).containsExactly(3);
        assertThat(heard).containsExactly("imported");
    }

    @Test
    void aVariableHasOneColumnAndTheLastSaidWins() throws IOException {
        ImportViewModel model = looking(RENAMED);

        model.chooseVariable("SEXE", "sex");
        model.chooseVariable("height", "sex");
        assertThat(columns(model)).startsWith("SEXE NOT_LOADED", "height BY_HAND sex");

        model.chooseVariable("height", "birth");
        assertThat(columns(model)).contains("height BY_HAND birth", "birth NOT_LOADED");

        model.chooseVariable("birth", "birth");
        assertThat(columns(model)).contains("height NOT_LOADED", "birth EXACT birth");

        model.chooseVariable("wage", Mapping.NOT_LOADED);
        model.chooseVariable("entered", Mapping.NOT_LOADED);
        model.run();
        assertThat(model.reportsProperty().get().get(0).report().unmatched())
                .containsExactly("SEXE", "entered", "wage", "height");
    }

    @Test
    void theMappingThatIsSavedMakesTheCommandImportTheSame() throws IOException {
        ImportViewModel model = looking(RENAMED);
        Path kept = folder.resolve("mapping.json");
        model.chooseVariable("SEXE", "sex");
        model.chooseVariable("wage", Mapping.NOT_LOADED);
        model.saveMapping(kept);
        assertThat(model.noticeProperty().get().orElseThrow().key()).isEqualTo("ui.data.mapping.saved");

        ImportViewModel again = looking(RENAMED);
        again.loadMapping(kept);
        assertThat(columns(again)).isEqualTo(columns(model));

        Path codebook = Files.writeString(folder.resolve("codebook.json"), Definitions.text(Deliveries.codebook()));
        Path file = Deliveries.file(folder, RENAMED);
        Commands.Outcome outcome = new Commands(folder)
                .run(
                        "import",
                        "--workspace",
                        folder.resolve("other").toString(),
                        "--codebook",
                        codebook.toString(),
                        "--max-rejects",
                        "50",
                        "--map",
                        kept.toString(),
                        file.toString());
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("read 4 = loaded 3 + rejected 1").contains("height");

        model.run();
        try (Workspace other = Workspace.open(folder.resolve("other"))) {
            assertThat(held(other)).isEqualTo(held(workspace));
        }
    }

    /** Everything that a workspace holds of its one partition: where it comes from, and every value. */
    private static List<String> held(Workspace workspace) {
        Partition partition = workspace.partitions().get(0);
        Frame frame =
                workspace.frame(partition.period().orElseThrow(), Set.of("sex", "birth", "entered", "wage", "weight"));
        List<String> held = new ArrayList<>(
                List.of(partition.extract(), partition.hash(), "" + partition.rows(), "" + partition.rejected()));
        held.add("not there: " + frame.unavailable());
        for (String variable : List.of("sex", "birth", "entered")) {
            CodedColumn column = frame.coded(variable);
            for (CodeSegment segment : column.segments()) {
                for (int row = 0; row < segment.length(); row++) {
                    held.add(column.dictionary().code(segment.at(row)));
                }
            }
        }
        frame.amount("weight").segments().forEach(s -> held.add(Arrays.toString(s.elements())));
        return held;
    }

    @Test
    void aFolderStandsForTheDelimitedFilesInIt() throws IOException {
        Path delivered = Files.createDirectory(folder.resolve("delivered"));
        Files.createDirectory(delivered.resolve("older"));
        for (String name : List.of("b.CSV", "a.txt", "c.csv.gz", "d.ZIP", "read-me.pdf")) {
            Files.writeString(delivered.resolve(name), "person,father\na,BE\n");
        }
        Path single = Deliveries.file(folder, RENAMED);
        ImportViewModel model = model();
        model.addFiles(List.of(single, delivered, single));

        assertThat(model.files())
                .containsExactly(
                        single,
                        delivered.resolve("a.txt"),
                        delivered.resolve("b.CSV"),
                        delivered.resolve("c.csv.gz"),
                        delivered.resolve("d.ZIP"));
        model.addFiles(List.of(delivered.resolve("older")));
        assertThat(model.failureProperty().get()).hasValueSatisfying(why -> assertThat(((EcartException) why).key())
                .isEqualTo("ui.data.fault.folder"));
        assertThat(model.files()).hasSize(5);
    }

    @Test
    void aFileWithoutDatesNeedsOne() throws IOException {
        ImportViewModel model = looking("person,sex,weight\na,F,1\n");

        assertThat(fault(model)).isEqualTo("ui.data.fault.period");
        model.typePeriod("soon");
        assertThat(fault(model)).isEqualTo("ui.data.fault.not_a_period");
        model.typePeriod(" 2014 ");
        assertThat(model.ready()).isTrue();
        model.run();

        assertThat(workspace.partitions())
                .extracting(Partition::period)
                .containsExactly(Optional.of(Period.ofYear(2014)));
    }

    @Test
    void whereTheExtractIsNotFoundItIsChosen() throws IOException {
        ImportViewModel model = looking("NN,PERE,MERE\na,MA,BE\n");
        assertThat(fault(model)).isEqualTo("ui.data.fault.extract");

        model.chooseExtract(Deliveries.codebook().extract("kinship").orElseThrow());
        assertThat(fault(model)).isEqualTo("ui.data.fault.lacking");
        model.chooseVariable("NN", "person");
        model.chooseVariable("PERE", "father");
        assertThat(model.ready()).isTrue();
    }

    @Test
    void whatIsSaidOfOneFileHoldsForAllWithTheSameColumns() throws IOException {
        ImportViewModel model = model();
        String other = "person,period,SEXE,weight\nb,2015,F,1\n";
        model.addFiles(List.of(
                Deliveries.file(folder, other.replace("2015", "2014")),
                Deliveries.file(folder, "person,father\na,BE\n"),
                Deliveries.file(folder, other)));
        useCodebook(model);
        model.next();
        model.select(0);
        model.chooseVariable("SEXE", "sex");
        assertThat(model.ready()).isTrue();
        model.run();

        assertThat(model.reportsProperty().get())
                .extracting(r -> r.report().extract())
                .containsExactly("population", "kinship", "population");
        assertThat(workspace.partitions()).hasSize(3);
    }

    @Test
    void anOlderEncodingIsRecognisedAndRead() throws IOException {
        ImportViewModel model = model();
        Path file = folder.resolve("west.csv");
        Files.write(file, "person,father\na,Curaçao\n".getBytes(Charset.forName("windows-1252")));
        model.addFiles(List.of(file));
        useCodebook(model);
        model.next();

        assertThat(model.plan().orElseThrow().preview().rows()).containsExactly(List.of("a", "Curaçao"));
        model.run();
        assertThat(model.stepProperty().get()).isEqualTo(Step.REPORT);
    }

    @Test
    void anImportThatIsStoppedLeavesTheWorkspaceAsItWas() throws IOException {
        ImportViewModel model = looking(RENAMED);
        model.readingProperty().addListener((o, before, now) -> {
            if (now.orElseThrow().step().equals("store.align")) {
                model.cancel();
            }
        });
        model.run();

        assertThat(model.stepProperty().get()).isEqualTo(Step.COLUMNS);
        assertThat(model.noticeProperty().get().orElseThrow().key()).isEqualTo("ui.data.import.stopped");
        assertThat(workspace.partitions()).isEmpty();
        assertThat(workspace.codebook()).isEmpty();
        model.cancel();
        assertThat(heard).containsExactly("closed");
    }

    @Test
    void rateAndTimeLeftComeFromBytesAndTheClock() {
        Pace pace = new Pace(1_000_000, 50_000, 0);

        assertThat(pace.at("intake.read", 0.001, 400).rowsPerSecond()).isEmpty();
        Pace.Reading quarter = pace.at("intake.read", 0.25, 2_000);
        assertThat(quarter.bytesRead()).isEqualTo(250_000);
        assertThat(quarter.rowsPerSecond()).hasValue(6_250);
        assertThat(quarter.secondsLeft()).hasValue(6);
        // How many rows a packed file has is not known before it is read.
        assertThat(new Pace(1_000_000, 0, 0).at("intake.read", 0.25, 2_000).rowsPerSecond())
                .isEmpty();
    }

    private ImportViewModel model() {
        ImportViewModel model = new ImportViewModel(
                new Touching(workspace, Optional::empty),
                workspace.codebook(),
                new InlineTasks(),
                Clock.systemUTC(),
                () -> heard.add("imported"),
                () -> heard.add("closed"));
        // One of the four rows that are used here cannot be read.
        model.mostRejectedProperty().set(50);
        return model;
    }

    private void useCodebook(ImportViewModel model) throws IOException {
        Path file = Files.createTempFile(folder, "codebook", ".json");
        model.chooseCodebook(Files.writeString(file, Definitions.text(Deliveries.codebook())));
    }

    /** An import at the columns of one file. */
    private ImportViewModel looking(String text) throws IOException {
        ImportViewModel model = model();
        model.addFiles(List.of(Deliveries.file(folder, text)));
        useCodebook(model);
        model.next();
        assertThat(model.failureProperty().get()).isEmpty();
        assertThat(model.stepProperty().get()).isEqualTo(Step.COLUMNS);
        return model;
    }

    private static String fault(ImportViewModel model) {
        return model.plan().orElseThrow().fault().orElseThrow().key();
    }

    private static List<String> columns(ImportViewModel model) {
        return model.plan().orElseThrow().columns().stream()
                .map(c -> (c.name() + " " + c.how() + " "
                                + c.variable().map(v -> v.id()).orElse(""))
                        .strip())
                .toList();
    }
}
