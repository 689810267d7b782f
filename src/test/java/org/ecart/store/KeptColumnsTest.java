package org.ecart.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.ecart.derive.DerivedFrames;
import org.ecart.files.ConditionText;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.DerivedKey;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.frame.Provenance;
import org.ecart.intake.Deliveries;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Derived columns in a workspace: when they are found again, when not, and when they are taken away. */
class KeptColumnsTest {
    private static final Period YEAR = Period.ofYear(2014);
    private static final String POPULATION = """
            person,period,sex,birth,entered,wage,weight
            a,2014,F,1980,2001-01-31,10.5,1
            b,2014,M,1970,2012-12-31,,2.25
            c,2014,,1960,,7,3
            a,2013,F,1980,2001-01-31,9,1
            """;
    private static final String KINSHIP = """
            person,father,mother
            b,FR,FR
            c,MA,
            a,BE,IT
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "correct horse"})
    void isFoundAgainInALaterSessionWithoutReadingItsInputs(String passphrase) throws IOException {
        List<String> first;
        try (Workspace workspace = filled(passphrase)) {
            first = codes(workspace, YEAR, background(LATELY, "BE"));
        }
        try (Workspace workspace = Workspace.open(place(), KilledImport.passphrase(passphrase))) {
            Watched watched = new Watched(workspace);

            assertThat(codes(watched, YEAR, background(LATELY, "BE"))).isEqualTo(first);
            assertThat(watched.read).isEmpty();
        }
        assertThat(first).containsExactlyInAnyOrder("BE", "NEW", "OUT");
    }

    @Test
    void withinASessionItIsFoundInMemory() throws IOException {
        try (Workspace workspace = filled("")) {
            Watched watched = new Watched(workspace);
            List<String> first = codes(watched, YEAR, background(LATELY, "BE"));
            assertThat(watched.read).containsExactlyInAnyOrder("father", "entered");
            watched.read.clear();

            assertThat(codes(watched, YEAR, background(LATELY, "BE"))).isEqualTo(first);
            assertThat(watched.read).isEmpty();
        }
    }

    @Test
    void anotherRuleGroupMemberOrDateIsDerivedAnew() throws IOException {
        try (Workspace workspace = filled("")) {
            codes(workspace, YEAR, background(LATELY, "BE"));
            Watched watched = new Watched(workspace);

            assertThat(codes(watched, YEAR, background("entered >= reference - 20 years", "BE")))
                    .containsExactlyInAnyOrder("NEW", "NEW", "OUT");
            assertThat(watched.read).contains("father");
            watched.read.clear();
            assertThat(codes(watched, YEAR, background(LATELY, "BE", "MA")))
                    .containsExactlyInAnyOrder("BE", "NEW", "BE");
            assertThat(watched.read).contains("father");
            watched.read.clear();
            assertThat(codes(watched, Period.ofYear(2013), background(LATELY, "BE")))
                    .containsExactly("BE");
            assertThat(watched.read).contains("father");
        }
    }

    @Test
    void whatReadsADerivedVariableFollowsItsRules() throws IOException {
        Rules rollup = new Rules(
                "wide",
                "test",
                "1",
                Labels.same("wide"),
                List.of(Category.of("IN", Labels.same("in")), Category.of("OUT", Labels.same("out"))),
                new Rules.FirstMatch(
                        List.of(new Rules.Rule(
                                "1", ConditionText.parse("sex = 'F' or background = 'OUT'"), new Rules.Code("IN"))),
                        List.of(),
                        "OUT"));
        try (Workspace workspace = filled("")) {
            assertThat(codes(workspace, YEAR, background(LATELY, "BE"), rollup))
                    .containsExactlyInAnyOrder("IN", "OUT", "IN");
            assertThat(codes(workspace, YEAR, background(LATELY, "BE", "MA"), rollup))
                    .containsExactlyInAnyOrder("IN", "OUT", "OUT");
        }
    }

    @Test
    void aReplacedExtractTakesWhatCameFromItAway() throws IOException {
        try (Workspace workspace = filled("")) {
            codes(workspace, YEAR, background(LATELY, "BE"));
        }
        assertThat(kept()).isEqualTo(1);
        try (Workspace workspace = Workspace.open(place())) {
            Terms.Held kinship = new Terms.Held("kinship", Optional.empty());
            take(workspace, new Terms(0.01, true, Optional.of(kinship)), KINSHIP.replace("MA,", "FR,"));
        }
        assertThat(kept()).isZero();
        try (Workspace workspace = Workspace.open(place())) {
            assertThat(codes(workspace, YEAR, background(LATELY, "BE", "MA")))
                    .containsExactlyInAnyOrder("BE", "NEW", "OUT");
            workspace.remove(new Terms.Held("population", Optional.of(YEAR)), "2026-01-03T00:00:00Z");
        }
        assertThat(kept()).isZero();
    }

    @Test
    void theLongestUnusedGoesFirst() throws IOException {
        filled("").close();
        try (Database database = Database.open(place(), false)) {
            KeptColumns kept = new KeptColumns(database, 30);
            kept.write(key("a"), column(9));
            kept.write(key("b"), column(9));
            kept.write(key("c"), column(9));
            kept.touch(key("a"));
            kept.write(key("d"), column(9));

            assertThat(kept.read(key("a"))).isPresent();
            assertThat(kept.read(key("b"))).isEmpty();
            assertThat(kept.read(key("d")).orElseThrow().get(0).length()).isEqualTo(9);

            kept.write(key("e"), column(29));
            assertThat(kept.read(key("d"))).isEmpty();
            assertThat(kept.read(key("e"))).isPresent();
            kept.write(key("f"), column(30));
            assertThat(kept.read(key("f")))
                    .as("larger than all that may be kept")
                    .isEmpty();
        }
    }

    @Test
    void whatIsHalfWrittenIsNotReadAndGoesAtTheNextOpening() throws IOException {
        filled("").close();
        try (Database database = Database.open(place(), false)) {
            KeptColumns kept = new KeptColumns(database, 1000);
            kept.write(key("a"), column(9));
            database.update("update kept set whole = false");
            database.commit();
            assertThat(kept.read(key("a"))).isEmpty();
        }
        Workspace.open(place()).close();
        try (Database database = Database.open(place(), false)) {
            assertThat(database.query("select 1 from kept_segment", row -> 1)).isEmpty();
            assertThat(database.query("select 1 from kept_from", row -> 1)).isEmpty();
        }
    }

    @Test
    void ofRowsThatAreGoneNothingIsWritten() throws IOException {
        filled("").close();
        try (Database database = Database.open(place(), false)) {
            KeptColumns kept = new KeptColumns(database, 1000);
            kept.write(new DerivedKey("a".repeat(64), Set.of(1, 99)), column(9));

            assertThat(database.query("select 1 from kept", row -> 1)).isEmpty();
        }
    }

    @Test
    void nothingIsWrittenDuringAnImport() throws Exception {
        filled("").close();
        try (Database database = Database.open(place(), false)) {
            ReentrantLock changing = new ReentrantLock();
            Keeper keeper = keeper(database, changing);
            changing.lock();
            keeper.keep(key("a"), column(9));
            keeper.finish();
            changing.unlock();

            assertThat(database.query("select 1 from kept", row -> 1)).isEmpty();
        }
    }

    @Test
    void whatCannotBeWrittenIsNotKeptAndBreaksNothing() throws IOException {
        filled("").close();
        Database database = Database.open(place(), false);
        Keeper keeper = keeper(database, new ReentrantLock());
        database.update("drop table kept_segment");
        keeper.keep(key("a"), column(9));
        keeper.finish();
        keeper.keep(key("b"), column(9));

        assertThat(database.query("select 1 from kept", row -> 1)).isEmpty();
        database.close();
    }

    private Keeper keeper(Database database, ReentrantLock changing) {
        return new Keeper(database, new KeptColumns(database, 1000), place().resolve(Workspace.FILE), changing);
    }

    /** A source that tells which variables were read. */
    private static final class Watched implements FrameSource {
        private final FrameSource source;
        private final Set<String> read = new TreeSet<>();

        Watched(FrameSource source) {
            this.source = source;
        }

        @Override
        public Frame frame(Period period, Set<String> variables) {
            read.addAll(variables);
            return source.frame(period, variables);
        }

        @Override
        public Map<String, Provenance> provenance(Period period, Set<String> variables) {
            return source.provenance(period, variables);
        }

        @Override
        public Optional<List<CodeSegment>> kept(DerivedKey key) {
            return source.kept(key);
        }

        @Override
        public void keep(DerivedKey key, List<CodeSegment> column) {
            source.keep(key, column);
        }
    }

    private Path place() {
        return folder.resolve("w");
    }

    private int kept() {
        try (Database database = Database.open(place(), false)) {
            return database.query("select 1 from kept where whole", row -> 1).size();
        }
    }

    private Workspace filled(String passphrase) throws IOException {
        Workspace workspace = Workspace.openOrCreate(place(), KilledImport.passphrase(passphrase));
        take(workspace, Terms.USUAL, POPULATION);
        take(workspace, Terms.USUAL, KINSHIP);
        return workspace;
    }

    private void take(Workspace workspace, Terms terms, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("delivered.csv"), text);
        workspace.take(
                new Workspace.Import(
                        List.of(new Workspace.Source(
                                file, Dialect.Said.NOTHING, Optional.empty(), Optional.empty(), Optional.empty())),
                        Deliveries.codebook(),
                        terms,
                        "an analyst",
                        "2026-01-02T00:00:00Z"),
                Progress.NONE);
    }

    private static final String LATELY = "entered >= reference - 5 years";

    /** Under a condition {@code NEW}, else {@code BE} where the father is of one of some countries, else {@code OUT}. */
    private static Rules background(String isNew, String... belgian) {
        return new Rules(
                "background",
                "test",
                "1",
                Labels.same("background"),
                Stream.of("BE", "OUT", "NEW")
                        .map(c -> Category.of(c, Labels.same(c)))
                        .toList(),
                new Rules.FirstMatch(
                        List.of(
                                new Rules.Rule("1", ConditionText.parse(isNew), new Rules.Code("NEW")),
                                new Rules.Rule("2", Condition.ALL, new Rules.GroupOf("father", "country"))),
                        List.of(new Rules.Grouping("country", List.of(new Rules.Group("BE", List.of(belgian))), "OUT")),
                        "OUT"));
    }

    private static List<String> codes(FrameSource source, Period period, Rules... rules) {
        String last = rules[rules.length - 1].variable();
        CodedColumn column = new DerivedFrames(source, 2)
                .frame(period, Set.of(last), List.of(rules), Condition.ALL)
                .coded(last);
        List<String> codes = new ArrayList<>();
        for (int row = 0; row < column.segments().get(0).length(); row++) {
            codes.add(column.code(row));
        }
        return codes;
    }

    private static DerivedKey key(String letter) {
        return new DerivedKey(letter.repeat(64), Set.of(1));
    }

    private static List<CodeSegment> column(int rows) {
        return List.of(CodeSegment.pack(new int[rows], 0, rows));
    }
}
