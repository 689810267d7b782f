package org.ecart.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.model.Departure;
import org.ecart.model.EcartException;
import org.ecart.model.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger outlives the program. */
class KeptReleasesTest {
    private static final String MORNING = "2026-01-31T08:00:00Z";
    private static final String NOON = "2026-01-31T12:00:00Z";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    Path folder;

    private static Departure release(String id) {
        Departure.Cell printed = new Departure.Cell(
                Period.ofYear(2014), List.of("F", "_T"), true, Map.of("persons", "7"), Optional.empty());
        Departure.Cell leftOut = new Departure.Cell(
                Period.ofYear(2014), List.of("M", "_T"), false, Map.of(), Optional.of(Period.ofYear(2013)));
        return new Departure(
                id,
                "{\"the\": \"study\"}",
                Map.of("origin", "hash of rules"),
                Map.of("people 2014", "hash of extract"),
                Map.of("T01.csv", "hash of file"),
                List.of(new Departure.Table("T01", List.of(printed, leftOut))));
    }

    @Test
    void whatHasLeftIsThereWhenTheWorkspaceIsOpenedAgain() {
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            workspace.ledger().add(release("aa1"), MORNING);
            workspace.ledger().add(release("ab2"), NOON);
            workspace.ledger().forget("aa", "a test", NOON);
        }
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            assertThat(workspace.ledger().standing()).containsExactly(release("ab2"));
            Ledger.Entry forgotten = workspace.ledger().all().get(0);
            assertThat(forgotten.departure()).isEqualTo(release("aa1"));
            assertThat(forgotten.at()).isEqualTo(MORNING);
            assertThat(forgotten.forgotten()).contains(new Ledger.Forgotten(NOON, "a test"));
        }
    }

    @Test
    void aReleaseIsNamedByABeginningThatNoOtherHas() {
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"))) {
            Ledger ledger = workspace.ledger();
            ledger.add(release("aa1"), MORNING);
            ledger.add(release("ab2"), MORNING);
            for (String wrong : List.of("a", "b", "")) {
                assertThatThrownBy(() -> ledger.forget(wrong, "a test", NOON))
                        .isInstanceOfSatisfying(
                                EcartException.class, e -> assertThat(e.key()).startsWith("store.release."));
            }
            assertThat(ledger.standing()).hasSize(2);
        }
    }

    /** As the version before this one left it. */
    @Test
    void anOlderWorkspaceGetsALedger() {
        Workspace.openOrCreate(folder.resolve("w")).close();
        try (Database database = Database.open(folder.resolve("w"), false)) {
            database.update("drop table departure");
            database.update("update setting set content = '3' where name = 'schema'");
            database.commit();
        }
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            workspace.ledger().add(release("aa1"), NOON);
            assertThat(workspace.ledger().standing()).hasSize(1);
        }
    }
}
