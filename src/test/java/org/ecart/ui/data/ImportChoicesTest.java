package org.ecart.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.intake.Deliveries;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.IntakeReport.Reason;
import org.ecart.intake.delivery.Dialect;
import org.ecart.intake.delivery.Dialect.DecimalSign;
import org.ecart.intake.delivery.Dialect.Said;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Mapping;
import org.ecart.model.Period;
import org.ecart.store.Partition;
import org.ecart.store.Terms;
import org.ecart.store.Workspace;
import org.ecart.study.Touched;
import org.ecart.ui.data.ImportViewModel.Step;
import org.ecart.ui.task.InlineTasks;
import org.ecart.ui.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst can overrule in an import, and the ways on after a refusal. */
class ImportChoicesTest {
    private static final String PERSONS = """
            person,period,sex,wage,weight
            a,2014,F,12.50,1
            b,2014,M,9.00,1
            c,2014,F,9.00,1
            d,2014,F,none,1
            """;

    private final Path folder;
    private final Workspace workspace;
    private final List<String> heard = new ArrayList<>();

    ImportChoicesTest(@TempDir Path folder) {
        this.folder = folder;
        this.workspace = Workspace.openOrCreate(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void howAFileIsWrittenCanBeOverruledAndThePreviewFollows() throws IOException {
        // Two fields either way: what stands between them is a guess.
        ImportViewModel model = looking("person;father,mother\na;BE,MA\nb;BE,BE\n");
        Dialect found = look(model).found();

        model.say(new Said(Optional.of(','), Optional.empty(), Optional.empty()));
        assertThat(look(model).preview().header()).containsExactly("person;father", "mother");
        model.say(new Said(Optional.of(';'), Optional.empty(), Optional.of(DecimalSign.COMMA)));
        assertThat(look(model).preview().header()).containsExactly("person", "father,mother");
        assertThat(look(model).preview().rows().get(0)).containsExactly("a", "BE,MA");
        assertThat(look(model).preview().dialect().decimalSign()).isEqualTo(DecimalSign.COMMA);
        assertThat(look(model).seeming()).isEqualTo(found);
        assertThat(model.plan().orElseThrow().source().said().delimiter()).contains(';');

        model.say(Said.NOTHING);
        assertThat(look(model).preview().dialect()).isEqualTo(found);
    }

    @Test
    void whatIsSaidByHandOfTheColumnsOutlivesAnotherDecimalSign() throws IOException {
        ImportViewModel model = looking("person;period;SEXE;wage\na;2014;F;1.234,50\nb;2014;M;9.000\n");
        model.chooseVariable("SEXE", "sex");

        model.say(new Said(Optional.empty(), Optional.empty(), Optional.of(DecimalSign.POINT)));
        assertThat(model.plan().orElseThrow().byHand()).containsEntry("SEXE", "sex");
        model.say(new Said(Optional.of(','), Optional.empty(), Optional.empty()));
        assertThat(model.plan().orElseThrow().byHand()).isEmpty();
    }

    @Test
    void whatCannotBeReadAsItIsSaidStaysAsItWas() throws IOException {
        Path file = folder.resolve("west.csv");
        Files.write(file, "person,fath\u00e9r\na,BE\n".getBytes(StandardCharsets.ISO_8859_1));
        ImportViewModel model = looking(file);
        Look before = look(model);

        model.say(new Said(Optional.empty(), Optional.of(Dialect.Encoding.UTF_8), Optional.empty()));

        assertThat(key(model)).isEqualTo("intake.not_utf8");
        assertThat(look(model)).isEqualTo(before);
    }

    @Test
    void aPackedFileIsLookedAtAndTakenIn() throws IOException {
        Path file = folder.resolve("persons.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(PERSONS.replace("none", "").getBytes(StandardCharsets.UTF_8));
        }
        ImportViewModel model = looking(file);

        assertThat(look(model).preview().rows()).hasSize(4);
        model.run();
        assertThat(model.stepProperty().get()).isEqualTo(Step.REPORT);
        assertThat(model.refusedProperty().get()).isFalse();
    }

    @Test
    void moreRefusedRowsThanAllowedAreShownAndTheWayBackIsOpen() throws IOException {
        ImportViewModel model = looking(PERSONS);
        model.mostRejectedProperty().set(2.5);
        model.run();

        assertThat(model.stepProperty().get()).isEqualTo(Step.REPORT);
        assertThat(model.refusedProperty().get()).isTrue();
        FileReport told = model.reportsProperty().get().get(0);
        assertThat(told.byReason()).containsExactly(Map.entry(Reason.NUMBER, 1L));
        assertThat(told.first()).containsExactly(new IntakeReport.Reject(5, "wage", Reason.NUMBER));
        assertThat(sentence(model))
                .contains("1 of 4 rows were refused", "The limit is 2.5 %")
                .doesNotContain("--");
        assertThat(workspace.partitions()).isEmpty();
        assertThat(heard).isEmpty();
        Path kept = folder.resolve("report.json");
        model.saveReport(kept);
        assertThat(Files.readString(kept)).contains("\"rejected\" : 1");

        model.back();
        assertThat(model.stepProperty().get()).isEqualTo(Step.COLUMNS);
        model.mostRejectedProperty().set(25);
        model.run();
        assertThat(model.refusedProperty().get()).isFalse();
        assertThat(model.stepProperty().get()).isEqualTo(Step.REPORT);
        assertThat(heard).containsExactly("imported");
    }

    @Test
    void aFileOfWhichNothingIsLeftShowsWhyToo() throws IOException {
        ImportViewModel model = looking("person,period,sex,weight\na,soon,F,1\nb,later,M,1\n");
        model.run();

        assertThat(key(model)).isEqualTo("store.no_rows");
        assertThat(model.stepProperty().get()).isEqualTo(Step.REPORT);
        assertThat(model.reportsProperty().get().get(0).byReason()).containsKey(Reason.DATE);
    }

    @Test
    void whatIsThereAlreadyIsReplacedWhenThatIsChosen() throws IOException {
        take(PERSONS);
        Partition first = workspace.partitions().get(0);
        ImportViewModel model = looking(PERSONS.replace("c,2014,F,9.00,1\n", ""));
        model.run();

        assertThat(model.stepProperty().get()).isEqualTo(Step.COLUMNS);
        assertThat(key(model)).isEqualTo("ui.data.refused.already");
        assertThat(sentence(model)).contains("population, 2014").doesNotContain("--");
        assertThat(model.wayOnProperty().get())
                .contains(new WayOn.Replace(
                        new Terms.Held("population", Optional.of(Period.ofYear(2014))), List.<Touched>of()));
        assertThat(workspace.partitions()).containsExactly(first);

        model.goOn();
        assertThat(model.stepProperty().get()).isEqualTo(Step.REPORT);
        assertThat(model.wayOnProperty().get()).isEmpty();
        assertThat(workspace.partitions()).extracting(Partition::version).containsExactly(2);
        assertThat(workspace.partitions()).extracting(Partition::rows).containsExactly(2);
        assertThat(workspace.log()).extracting(Partition::hash).contains(first.hash());
    }

    @Test
    void theSameBytesAreTakenInAgainWhenThatIsChosen() throws IOException {
        String fathers = "person,father\na,BE\n";
        take(fathers);
        ImportViewModel model = looking(fathers);
        model.run();
        assertThat(key(model)).isEqualTo("ui.data.refused.already");
        model.goOn();

        assertThat(key(model)).isEqualTo("ui.data.refused.same_bytes");
        assertThat(sentence(model)).contains("kinship, all dates").doesNotContain("--");
        assertThat(model.wayOnProperty().get()).contains(new WayOn.Again());
        model.goOn();
        assertThat(model.stepProperty().get()).isEqualTo(Step.REPORT);
        assertThat(workspace.partitions()).extracting(Partition::version).containsExactly(2);
    }

    @Test
    void ofSeveralDatesThatAreThereOnlyOneCanBeReplaced() throws IOException {
        String two = "person,period,sex,weight\na,2013,F,1\na,2014,F,1\n";
        take(two);
        ImportViewModel model = looking(two + "b,2014,M,1\n");
        model.run();
        assertThat(key(model)).isEqualTo("ui.data.refused.already");
        model.goOn();

        assertThat(key(model)).isEqualTo("ui.data.refused.several");
        assertThat(model.wayOnProperty().get()).isEmpty();
        assertThat(workspace.partitions()).extracting(Partition::version).containsExactly(1, 1);
    }

    @Test
    void anotherChoiceTakesTheOfferBack() throws IOException {
        take(PERSONS);
        ImportViewModel model = looking(PERSONS);
        model.run();
        assertThat(model.wayOnProperty().get()).isPresent();

        model.chooseVariable("sex", Mapping.NOT_LOADED);
        assertThat(model.wayOnProperty().get()).isEmpty();
        assertThat(model.failureProperty().get()).isEmpty();
    }

    private void take(String text) throws IOException {
        ImportViewModel model = looking(text);
        model.run();
        assertThat(model.stepProperty().get()).isEqualTo(Step.REPORT);
        heard.clear();
    }

    private ImportViewModel looking(String text) throws IOException {
        return looking(Deliveries.file(folder, text));
    }

    /** An import at the columns of one file, in which half of the rows may be refused. */
    private ImportViewModel looking(Path file) throws IOException {
        ImportViewModel model = new ImportViewModel(
                new Touching(workspace, Optional::empty),
                workspace.codebook(),
                new InlineTasks(),
                Clock.systemUTC(),
                () -> heard.add("imported"),
                () -> heard.add("closed"));
        model.mostRejectedProperty().set(50);
        model.addFiles(List.of(file));
        Path codebook = Files.createTempFile(folder, "codebook", ".json");
        model.chooseCodebook(Files.writeString(codebook, Definitions.text(Deliveries.codebook())));
        model.next();
        assertThat(model.failureProperty().get()).isEmpty();
        assertThat(model.stepProperty().get()).isEqualTo(Step.COLUMNS);
        return model;
    }

    private static Look look(ImportViewModel model) {
        return model.plan().orElseThrow().look();
    }

    private static String key(ImportViewModel model) {
        return ((EcartException) model.failureProperty().get().orElseThrow()).key();
    }

    private static String sentence(ImportViewModel model) {
        return new Wording(new Texts(Messages.load(), Language.EN))
                .failure(model.failureProperty().get().orElseThrow());
    }
}
