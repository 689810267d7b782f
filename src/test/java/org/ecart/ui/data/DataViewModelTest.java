package org.ecart.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.files.Definitions;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Codebook;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.store.Partition;
import org.ecart.store.Terms;
import org.ecart.store.Workspace;
import org.ecart.study.StudyFiles;
import org.ecart.study.Touched;
import org.ecart.ui.task.InlineTasks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of extracts on the sample that is shipped. */
class DataViewModelTest {
    private static final Path SAMPLE = Path.of("sample-data");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-02-01T10:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final Workspace workspace;
    private final List<String> heard = new ArrayList<>();
    private Optional<Study> open = Optional.empty();

    DataViewModelTest(@TempDir Path folder) {
        this.folder = folder;
        this.workspace = Workspace.openOrCreate(folder.resolve("workspace"));
    }

    @BeforeEach
    void fill() {
        take(Terms.USUAL, "population-2014.csv", "kinship.csv", "labour-2014.csv");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theReportOfAnEarlierImportIsShownAsItWas() throws IOException {
        DataViewModel model = model();
        model.selectedProperty().set(Optional.of(line(model, "labour")));
        model.openReport();

        IntakeReport report = model.keptProperty().get().orElseThrow().report().report();
        assertThat(report.extract()).isEqualTo("labour");
        assertThat(report.read()).isEqualTo(report.loaded() + report.rejected());
        assertThat(report.links()).hasSize(1).allSatisfy(link -> {
            assertThat(link.period()).contains(Period.ofYear(2014));
            assertThat(link.matched()).isPositive();
        });
        Path saved = folder.resolve("report.json");
        model.saveReport(saved);
        assertThat(Files.readString(saved)).contains(line(model, "labour").hash());
        assertThat(model.noticeProperty().get())
                .hasValueSatisfying(n -> assertThat(n.key()).isEqualTo("ui.data.report.saved"));
        model.closeReport();
        assertThat(model.keptProperty().get()).isEmpty();
    }

    @Test
    void anExtractIsRemovedOnceTheStudiesTouchedAreTold() {
        Study study = Definitions.file(SAMPLE.resolve("study.json"), Definitions::study);
        new StudyFiles(workspace.folder()).save(study);
        DataViewModel model = model();
        Partition labour = line(model, "labour");
        model.selectedProperty().set(Optional.of(labour));

        model.askRemoval();
        DataViewModel.Removal asked = model.removalProperty().get().orElseThrow();
        assertThat(asked.touched()).extracting(Touched::study).containsExactly(study.id());
        assertThat(asked.touched().get(0).tables()).isNotEmpty();
        model.keep();
        assertThat(model.removalProperty().get()).isEmpty();
        assertThat(workspace.partitions()).contains(labour);

        model.askRemoval();
        model.remove();
        assertThat(workspace.partitions()).extracting(Partition::extract).containsExactly("kinship", "population");
        assertThat(model.lines()).extracting(Partition::extract).containsExactly("kinship", "population");
        assertThat(model.noticeProperty().get())
                .hasValueSatisfying(n -> assertThat(n.key()).isEqualTo("ui.data.removed"));
        assertThat(heard).containsExactly("imported");
    }

    @Test
    void aStudyThatWasNeverKeptIsToldToo() {
        open = Optional.of(Definitions.file(SAMPLE.resolve("study.json"), Definitions::study));
        DataViewModel model = model();
        model.selectedProperty().set(Optional.of(line(model, "labour")));
        model.askRemoval();

        assertThat(model.removalProperty().get().orElseThrow().touched())
                .extracting(Touched::study)
                .containsExactly(open.orElseThrow().id());
    }

    @Test
    void whatWasReplacedOrRemovedIsListedOnDemandAndStaysAsItIs() {
        Terms again = new Terms(1, true, Optional.of(new Terms.Held("labour", Optional.of(Period.ofYear(2014)))));
        take(again, "labour-2014.csv");
        DataViewModel model = model();
        assertThat(model.lines()).hasSize(3);

        model.logShownProperty().set(true);
        assertThat(model.lines())
                .extracting(p -> p.extract() + " " + p.version())
                .containsExactly("kinship 1", "labour 1", "labour 2", "population 1");
        model.selectedProperty().set(Optional.of(model.lines().get(1)));
        assertThat(model.removable()).isFalse();
        model.askRemoval();
        assertThat(model.removalProperty().get()).isEmpty();
        model.openReport();
        assertThat(model.keptProperty().get()).isPresent();
    }

    private DataViewModel model() {
        return new DataViewModel(
                new Touching(workspace, () -> open), new InlineTasks(), () -> heard.add("imported"), NOW);
    }

    private static Partition line(DataViewModel model, String extract) {
        return model.lines().stream()
                .filter(p -> p.extract().equals(extract))
                .findFirst()
                .orElseThrow();
    }

    private void take(Terms terms, String... names) {
        Codebook codebook = Definitions.file(SAMPLE.resolve("codebook.json"), Definitions::codebook);
        workspace.take(
                new Workspace.Import(
                        List.of(names).stream()
                                .map(n -> new Workspace.Source(
                                        SAMPLE.resolve(n),
                                        Dialect.Said.NOTHING,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))
                                .toList(),
                        codebook,
                        terms,
                        "test",
                        "2026-01-01T00:00:00Z"),
                Progress.NONE);
    }
}
