package org.ecart.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ecart.intake.Deliveries.extract;
import static org.ecart.intake.Deliveries.variable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.EcartException.Fault;
import org.ecart.model.Labels;
import org.ecart.model.Mapping;
import org.ecart.model.Variable;
import org.ecart.model.Variable.Role;
import org.ecart.model.Variable.Type;
import org.junit.jupiter.api.Test;

class FileMatchTest {
    @Test
    void aHeaderIsOneExtract() {
        FileMatch match = match(List.of("mother", "person", "father"));

        assertThat(match.extract().id()).isEqualTo("kinship");
        assertThat(match.variables())
                .extracting(v -> v.orElseThrow().id())
                .containsExactly("mother", "person", "father");
        assertThat(match.unmatched()).isEmpty();
        assertThat(match.absent()).isEmpty();
    }

    @Test
    void moreAndFewerColumnsAreTold() {
        FileMatch match = match(List.of("person", "father", "height"));

        assertThat(match.extract().id()).isEqualTo("kinship");
        assertThat(match.unmatched()).containsExactly("height");
        assertThat(match.absent()).containsExactly("mother");
    }

    @Test
    void anAliasIsAsGoodAsTheName() {
        assertThat(match(List.of("OLD_person", "OLD_father")).extract().id()).isEqualTo("kinship");
    }

    @Test
    void ofTwoColumnsForOneVariableTheFirstCounts() {
        assertThat(match(List.of("person", "father", "OLD_father")).unmatched()).containsExactly("OLD_father");
    }

    @Test
    void aFileThatIsNoExtractIsRefusedWithWhatEachLacks() {
        assertThatThrownBy(() -> match(List.of("person", "job"))).isInstanceOfSatisfying(EcartException.class, e -> {
            assertThat(e.fault()).isEqualTo(Fault.DATA);
            assertThat(e.key()).isEqualTo("intake.no_match");
            assertThat(e.arguments())
                    .containsExactly("population: period, weight; kinship: father, mother; work: period");
        });
    }

    @Test
    void withTheDateSaidNoDateColumnIsNeeded() {
        FileMatch match =
                FileMatch.of(Deliveries.codebook(), List.of("person", "job"), Optional.empty(), Optional.empty(), true);

        assertThat(match.extract().id()).isEqualTo("work");
    }

    @Test
    void aFileThatMayBeSeveralExtractsIsRefusedUntilOneSaysWhich() {
        List<String> header = List.of("person", "job");

        assertThatThrownBy(() -> FileMatch.of(twins(), header, Optional.empty(), Optional.empty(), false))
                .isInstanceOfSatisfying(EcartException.class, e -> {
                    assertThat(e.key()).isEqualTo("intake.several_match");
                    assertThat(e.arguments()).containsExactly("first, second");
                });
        assertThat(FileMatch.of(twins(), header, Optional.empty(), Optional.of("second"), false)
                        .extract()
                        .id())
                .isEqualTo("second");
    }

    @Test
    void anExtractWithAllItsColumnsGoesBeforeOneThatLacksSome() {
        assertThat(FileMatch.of(twins(), List.of("person", "job", "sector"), Optional.empty(), Optional.empty(), false)
                        .extract()
                        .id())
                .isEqualTo("second");
    }

    @Test
    void aMappingNamesTheColumnsOfOneDelivery() {
        Mapping mapping = new Mapping("kinship", Map.of("NN", "person", "NATPERE", "father"));

        FileMatch match = FileMatch.of(
                Deliveries.codebook(),
                List.of("NN", "NATPERE", "mother"),
                Optional.of(mapping),
                Optional.empty(),
                false);

        assertThat(match.variables())
                .extracting(v -> v.orElseThrow().id())
                .containsExactly("person", "father", "mother");
    }

    @Test
    void anExtractThatIsNotInTheCodebookIsRefused() {
        assertThatThrownBy(() -> FileMatch.of(
                        Deliveries.codebook(), List.of("person"), Optional.empty(), Optional.of("work2"), false))
                .isInstanceOfSatisfying(EcartException.class, e -> {
                    assertThat(e.fault()).isEqualTo(Fault.USAGE);
                    assertThat(e.key()).isEqualTo("intake.no_extract");
                    assertThat(e.arguments()).containsExactly("work2", "population, kinship, work");
                });
    }

    private static FileMatch match(List<String> header) {
        return FileMatch.of(Deliveries.codebook(), header, Optional.empty(), Optional.empty(), false);
    }

    /** Two extracts that both may have the columns person and job. */
    private static Codebook twins() {
        List<Variable> variables = List.of(
                variable("person", Role.PERSON, Type.CODE),
                variable("sex", Role.DIMENSION, Type.CODE),
                variable("job", Role.DIMENSION, Type.CODE),
                variable("sector", Role.DIMENSION, Type.CODE),
                variable("hours", Role.DIMENSION, Type.INTEGER));
        return new Codebook(
                "twins",
                "1",
                Labels.same("Twins"),
                Labels.same("Source"),
                Optional.empty(),
                List.of(),
                variables,
                List.of(
                        extract("population", true, false, "person", "sex"),
                        extract("first", false, false, "person", "job", "hours"),
                        extract("second", false, false, "person", "job", "sector")));
    }
}
