package org.ecart.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ecart.intake.Deliveries;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.EcartException.Fault;
import org.ecart.model.Extract;
import org.ecart.model.Labels;
import org.ecart.model.Progress;
import org.ecart.model.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies on the disk of an encrypted workspace, and who gets in. */
class AtRestTest {
    private static final String RIGHT = "correct horse";
    private static final String DATABASE = "ecart.mv.db";
    private static final String KEY = "ecart.key.json";

    /** Long enough to stand nowhere by chance, and without anything that repeats, which a compressor would hide. */
    private static final String LABEL = "Zyklotronwärterin";

    private static final String CODE = "QXJ7Wbv0Kf9m";
    private static final String PERSON = "hT4nRz81LpXe6Yd";
    private static final String FILE = "kUf3Gq-geliefert";
    private static final String AMONG_THE_KEYS = "PBKDF2WithHmacSHA256";

    private static Optional<Passphrase> passphrase(String text) {
        return Optional.of(Passphrase.of(text.toCharArray()));
    }

    @Test
    void anEncryptedWorkspaceComesBackUnderItsPassphrase(@TempDir Path folder) throws IOException {
        Path place = folder.resolve("w");
        assertThat(Workspace.isEncrypted(place)).isFalse();
        try (Workspace workspace = Workspace.openOrCreate(place, passphrase(RIGHT))) {
            take(workspace, folder, Progress.NONE);
        }

        assertThat(Workspace.isEncrypted(place)).isTrue();
        try (Workspace workspace = Workspace.openOrCreate(place, passphrase(RIGHT))) {
            assertThat(workspace.partitions()).extracting(Partition::extract).containsExactly("kinship");
        }
    }

    @Test
    void nothingThatWasDeliveredLiesPlainInAnEncryptedWorkspace(@TempDir Path folder) throws IOException {
        assertThat(found(folder, passphrase(RIGHT))).isEmpty();
    }

    /** Else the test above would prove nothing. Pages are packed, which hides a longer text that repeats something from a search, and from nobody else. */
    @Test
    void theSameSearchFindsItInAPlainWorkspace(@TempDir Path folder) throws IOException {
        assertThat(found(folder, Optional.empty())).contains(CODE, FILE);
    }

    /** What is found in any file of a workspace, while it takes a delivery and after it is closed. */
    private static Set<String> found(Path folder, Optional<Passphrase> passphrase) throws IOException {
        Path place = folder.resolve("w");
        Set<String> found = new TreeSet<>();
        int[] looks = {0};
        try (Workspace workspace = Workspace.openOrCreate(place, passphrase)) {
            take(workspace, folder, (step, fraction) -> {
                found.addAll(plainIn(place));
                looks[0]++;
            });
            found.addAll(plainIn(place));
        }
        found.addAll(plainIn(place));
        assertThat(looks[0]).as("looks during the import").isPositive();
        if (passphrase.isPresent()) {
            assertThat(found).as("the search reads every file").contains(AMONG_THE_KEYS);
        }
        found.remove(AMONG_THE_KEYS);
        return found;
    }

    private static List<String> plainIn(Path place) {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = Files.readAllBytes(file);
                for (String secret : List.of(LABEL, CODE, PERSON, FILE, AMONG_THE_KEYS)) {
                    for (Charset charset :
                            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                        if (contains(content, secret.getBytes(charset))) {
                            found.add(secret);
                        }
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return found;
    }

    private static boolean contains(byte[] content, byte[] part) {
        for (int at = 0; at + part.length <= content.length; at++) {
            if (Arrays.equals(content, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aWrongPassphraseIsToldAndChangesNothing(@TempDir Path folder) throws IOException {
        made(folder, passphrase(RIGHT));
        byte[] before = Files.readAllBytes(folder.resolve(DATABASE));

        refused(() -> Workspace.open(folder, passphrase("correct hoarse")), "store.passphrase.wrong");
        refused(() -> Workspace.open(folder), "store.passphrase.needed");

        assertThat(folder.resolve(DATABASE)).hasBinaryContent(before);
        Workspace.open(folder, passphrase(RIGHT)).close();
    }

    @Test
    void aPassphraseForAPlainWorkspaceIsRefused(@TempDir Path folder) {
        made(folder, Optional.empty());

        refused(() -> Workspace.open(folder, passphrase(RIGHT)), "store.passphrase.surplus");
        refused(() -> Workspace.openOrCreate(folder, passphrase(RIGHT)), "store.passphrase.surplus");
        assertThat(folder.resolve(KEY)).doesNotExist();
        Workspace.open(folder).close();
    }

    @Test
    void withoutItsKeyFileAWorkspaceStaysShut(@TempDir Path folder) throws IOException {
        made(folder, passphrase(RIGHT));
        Files.move(folder.resolve(KEY), folder.resolve("elsewhere"));

        refused(() -> Workspace.open(folder), "store.key.missing");
        refused(() -> Workspace.open(folder, passphrase(RIGHT)), "store.key.missing");

        Files.move(folder.resolve("elsewhere"), folder.resolve(KEY));
        Workspace.open(folder, passphrase(RIGHT)).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "other salt", "one round", "cut"})
    void aDamagedKeyFileIsToldFromAWrongPassphrase(String damage, @TempDir Path folder) throws IOException {
        made(folder, passphrase(RIGHT));
        String text = Files.readString(folder.resolve(KEY));
        String damaged =
                switch (damage) {
                    case "other salt" -> text.replaceFirst("(\"salt\": \")..", "$100");
                    case "one round" -> text.replace("600000", "1");
                    case "cut" -> text.substring(0, text.length() / 2);
                    default -> damage;
                };
        assertThat(damaged).isNotEqualTo(text);
        Files.writeString(folder.resolve(KEY), damaged);

        refused(() -> Workspace.open(folder, passphrase(RIGHT)), "store.key.damaged");
    }

    @Test
    void aKeyFileOfANewerProgramIsRefused(@TempDir Path folder) throws IOException {
        made(folder, passphrase(RIGHT));
        Files.writeString(folder.resolve(KEY), "{\"format\": \"ecart/key\", \"version\": 2}");

        refused(() -> Workspace.open(folder, passphrase(RIGHT)), "store.newer");
    }

    @Test
    void aFileThatIsNoDatabaseIsDamagedAndNotAWrongPassphrase(@TempDir Path folder) throws IOException {
        made(folder, passphrase(RIGHT));
        Files.writeString(folder.resolve(DATABASE), "no database ".repeat(1024));

        refused(() -> Workspace.open(folder, passphrase(RIGHT)), "store.damaged");
    }

    @Test
    void theKeyFileHoldsTheRoundsAndASaltOfItsOwn(@TempDir Path folder) throws IOException {
        made(folder.resolve("a"), passphrase(RIGHT));
        made(folder.resolve("b"), passphrase(RIGHT));

        String first = Files.readString(folder.resolve("a").resolve(KEY));
        assertThat(first)
                .matches(
                        "(?s)\\{\\s+\"format\": \"ecart/key\",\\s+\"version\": 1,\\s+\"derivation\": \""
                                + AMONG_THE_KEYS
                                + "\",\\s+\"rounds\": 600000,\\s+\"salt\": \"[0-9a-f]{64}\",\\s+\"checksum\": \"[0-9a-f]{64}\"\\s+}\n")
                .isNotEqualTo(Files.readString(folder.resolve("b").resolve(KEY)));
    }

    /** A kill between the key file and the database: the next try goes on with the salt that is there. */
    @Test
    void aKeyFileAloneIsTheBeginningOfAnEncryptedWorkspace(@TempDir Path folder) throws IOException {
        made(folder, passphrase(RIGHT));
        String key = Files.readString(folder.resolve(KEY));
        Files.delete(folder.resolve(DATABASE));
        Files.writeString(folder.resolve(KEY + ".part"), "{");

        refused(() -> Workspace.openOrCreate(folder), "store.passphrase.needed");
        made(folder, passphrase(RIGHT));
        assertThat(folder.resolve(KEY)).hasContent(key);
        Workspace.open(folder, passphrase(RIGHT)).close();
    }

    @Test
    void aFreshEncryptedWorkspaceIsTakenAwayWhole(@TempDir Path folder) {
        Workspace.openOrCreate(folder.resolve("new/w"), passphrase(RIGHT)).discardIfFresh();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPassphraseNeverShowsItself() {
        Passphrase passphrase = Passphrase.of(RIGHT.toCharArray());
        assertThat(passphrase).hasToString("Passphrase");
        assertThat(passphrase.reads(Passphrase.of(RIGHT.toCharArray()))).isTrue();
        passphrase.clear();
        assertThat(passphrase.reads(Passphrase.of(RIGHT.toCharArray()))).isFalse();
        assertThatThrownBy(() -> Passphrase.of(new char[0]))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.fault()).isEqualTo(Fault.USAGE));
    }

    @Test
    void withinOneProcessItIsOpenedOnce(@TempDir Path folder) {
        try (Workspace workspace = Workspace.openOrCreate(folder.resolve("w"), passphrase(RIGHT))) {
            refused(() -> Workspace.open(workspace.folder(), passphrase(RIGHT)), "store.locked");
            refused(() -> Workspace.open(workspace.folder(), passphrase("correct hoarse")), "store.locked");
            assertThat(workspace.partitions()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", RIGHT})
    void aSecondProcessIsToldThatItIsOpen(String text, @TempDir Path folder) throws Exception {
        Optional<Passphrase> passphrase = text.isEmpty() ? Optional.empty() : passphrase(text);
        made(folder.resolve("w"), passphrase);
        ProcessBuilder other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.resolve("w").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        other.environment().put("HELD_UNDER", text);
        Process holder = other.start();
        try {
            assertThat(holder.getInputStream().read()).as("it is open there").isEqualTo('!');

            refused(() -> Workspace.open(folder.resolve("w"), passphrase), "store.locked");
        } finally {
            holder.getOutputStream().close();
            assertThat(holder.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        Workspace.open(folder.resolve("w"), passphrase).close();
    }

    /** Another process: opens a workspace, says so, and closes it at the end of its input. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            Optional<Passphrase> passphrase = Optional.ofNullable(System.getenv("HELD_UNDER"))
                    .filter(p -> !p.isEmpty())
                    .flatMap(AtRestTest::passphrase);
            try (Workspace workspace = Workspace.open(Path.of(arguments[0]), passphrase)) {
                assertThat(workspace.partitions()).isEmpty();
                System.out.write('!');
                System.out.flush();
                System.in.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }

    private static void made(Path folder, Optional<Passphrase> passphrase) {
        Workspace.openOrCreate(folder, passphrase).close();
    }

    private static void refused(ThrowingCallable call, String key) {
        assertThatThrownBy(call).isInstanceOfSatisfying(EcartException.class, e -> {
            assertThat(e.key()).isEqualTo(key);
            assertThat(e.fault()).isEqualTo(Fault.DATA);
            assertThat(e.toString()).doesNotContain(RIGHT);
        });
    }

    private static void take(Workspace workspace, Path folder, Progress progress) throws IOException {
        Path file = Files.writeString(
                folder.resolve(FILE + ".csv"), "person,father,mother\n" + PERSON + "," + CODE + ",FR\n");
        workspace.take(
                new Workspace.Import(
                        List.of(file),
                        codebook(),
                        Dialect.Said.NOTHING,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "an analyst",
                        "2026-01-01T00:00:00Z"),
                progress);
    }

    /** The codebook of all tests, with a label that can be searched for. */
    private static Codebook codebook() {
        Codebook codebook = Deliveries.codebook();
        List<Variable> variables = codebook.variables().stream()
                .map(v -> v.id().equals("father")
                        ? new Variable(v.id(), Labels.same(LABEL), v.role(), v.type(), v.codeList())
                        : v)
                .toList();
        List<Extract> extracts = codebook.extracts();
        return new Codebook(
                codebook.id(),
                codebook.edition(),
                codebook.labels(),
                codebook.source(),
                codebook.notice(),
                codebook.codeLists(),
                variables,
                extracts);
    }
}
