package org.ecart.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ecart.files.Definitions;
import org.ecart.intake.ByteIndex;
import org.ecart.intake.Intake;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Codebook;
import org.ecart.model.Extract;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleCodebookTest {
    private final Codebook codebook = Definitions.file(Path.of("sample-data/codebook.json"), Definitions::codebook);

    @Test
    void theCodebookExplainsEveryColumnAndCodeOfTheGenerator(@TempDir Path folder) throws IOException {
        new SyntheticPopulation().write(new SyntheticPopulation.Spec(20_000, 2013, 2014, 7), folder, Progress.NONE);
        Map<String, String> extracts = new TreeMap<>();
        Map<String, Set<String>> unmapped = new TreeMap<>();
        ByteIndex persons = ByteIndex.large();
        for (Path file : files(folder)) {
            Intake.Result result = Intake.read(
                    new Intake.Request(
                            file, codebook, Dialect.Said.NOTHING, Optional.empty(), Optional.empty(), Optional.empty()),
                    new Intake.Known(persons, new HashMap<>()),
                    Progress.NONE);
            String name = file.getFileName().toString();
            extracts.put(name, result.match().extract().id());
            assertThat(result.match().unmatched()).as(name).isEmpty();
            assertThat(result.match().absent()).as(name).isEmpty();
            assertThat(result.report().rejects()).as(name).isEmpty();
            result.report().unmapped().forEach((variable, codes) -> unmapped.computeIfAbsent(
                            variable, v -> new HashSet<>())
                    .addAll(codes.keySet()));
        }
        assertThat(extracts)
                .containsExactlyEntriesOf(new TreeMap<>(Map.of(
                        "kinship.csv", "kinship",
                        "labour-2013.csv", "labour",
                        "labour-2014.csv", "labour",
                        "population-2013.csv", "population",
                        "population-2014.csv", "population")));
        // QX is in no list on purpose: the sample shows how an unknown code is loaded and counted.
        assertThat(unmapped)
                .allSatisfy((variable, codes) -> assertThat(codes).as(variable).containsExactly("QX"));
    }

    @Test
    void everyLabelIsThereInFourLanguages() {
        codebook.variables()
                .forEach(v -> assertThat(v.labels().texts()).as(v.id()).hasSize(4));
        codebook.codeLists().forEach(list -> list.categories()
                .forEach(c -> assertThat(c.labels().texts())
                        .as(list.id() + " " + c.code())
                        .hasSize(4)));
        assertThat(codebook.extracts()).extracting(Extract::id).containsExactly("population", "kinship", "labour");
        assertThat(codebook.notice()).isPresent();
    }

    @Test
    void theStudyReleasesThreeTablesAndThreeChartsInFourLanguages() {
        Study study = Definitions.file(Path.of("sample-data/study.json"), Definitions::study);
        assertThat(study.outputs()).hasSize(4);
        assertThat(study.tables()).hasSize(3);
        assertThat(study.charts()).hasSize(3);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
