package org.ecart.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.i18n.Messages;
import org.ecart.intake.GuardVerdict.Kind;
import org.ecart.model.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierGuardTest {
    /** What a test says of a guard: "none", "warn NATIONAL_NUMBER 1", "refuse EMAIL 5". */
    private static String said(IdentifierGuard guard) {
        GuardVerdict verdict = guard.verdict();
        return verdict.kind()
                .map(kind -> (verdict.refuses() ? "refuse " : "warn ") + kind + " " + verdict.count())
                .orElse("none");
    }

    private static String said(String column, List<String> fields) {
        return said(guard(column, fields));
    }

    private static IdentifierGuard guard(String column, List<String> fields) {
        IdentifierGuard guard = new IdentifierGuard(column);
        for (String field : fields) {
            // As in a file: other fields stand before and after.
            byte[] line = ("85073003328;" + field + ";85073003328").getBytes(StandardCharsets.UTF_8);
            guard.look(line, 12, line.length - 12);
        }
        return guard;
    }

    private static List<String> times(int count, String field) {
        return Collections.nCopies(count, field);
    }

    @SafeVarargs
    private static List<String> together(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "85073003328",
                "88022999990",
                "98472899765",
                "01490700185",
                "1490700185",
                "85.07.30-033.28",
                "85.07.30.033.28",
                "85-07-30-033-28",
                "85/07/30/033/28",
                "85 07 30 033 28",
                "85.07.30 - 033.28",
                "850730/033-28",
                "850730-03328",
                "85 073 003 328",
                "85.073.003.328,00",
                "85073003328.0",
                "85073003328,0",
                "85073003328.00",
                "85073003328.",
                "1490700185.0",
                "8.5073003328E10",
                "8,5073003328E10",
                "8.5073003328e+10",
                "8.50730033280E10",
                "0.85073003328E11",
                "1.490700185E9",
                "  85073003328 ",
                "'85073003328",
                "\"85073003328\"",
                "85000003306",
                "85270003301"
            })
    void aNationalNumberIsKnownInWhateverFormItComes(String number) {
        assertThat(said("key", List.of(number))).isEqualTo("warn NATIONAL_NUMBER 1");
        assertThat(said("key", times(5, number))).isEqualTo("refuse NATIONAL_NUMBER 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901",
                "85073003329",
                "85133003370",
                "85073303335",
                "8507300332",
                "850730033280",
                "-85073003328",
                "85073003328.5",
                "8507300.3328",
                "8.5073E10",
                "8.5073003328E11",
                "8.5073003328E",
                "0475123456",
                "2014-12-31",
                "2014-12-31 00:00:00",
                "00000000000",
                "99999999999",
                "P577923675",
                "577923675",
                "BE85073003328",
                "85073003328 and more",
                "",
                "        "
            })
    void otherNumbersAreNone(String number) {
        assertThat(said("key", times(100, number))).isEqualTo("none");
    }

    @Test
    void fiveValidNumbersOverTwoPercentRefuseTheColumn() {
        List<String> five = times(5, "85073003328");
        assertThat(said("key", together(five, times(244, "12345678901")))).isEqualTo("refuse NATIONAL_NUMBER 5");
        assertThat(said("key", together(five, times(245, "12345678901")))).isEqualTo("warn NATIONAL_NUMBER 5");
        assertThat(said("key", together(times(4, "85073003328"), List.of("")))).isEqualTo("warn NATIONAL_NUMBER 4");
    }

    @Test
    void fieldsThatAreNoSuchNumbersDoNotThinThemOut() {
        List<String> others = List.of("unknown person", "7", "", "2014-12-31", "577923675");
        List<String> many =
                Collections.nCopies(1000, others).stream().flatMap(List::stream).toList();
        assertThat(said("key", together(times(5, "85073003328"), many))).isEqualTo("refuse NATIONAL_NUMBER 5");
    }

    @Test
    void aLostZeroIsJudgedAmongNumbersOfTenDigitsAndAddsToThoseOfEleven() {
        List<String> lost = times(5, "1490700185");
        assertThat(said("key", together(lost, times(244, "5123456789")))).isEqualTo("refuse NATIONAL_NUMBER 5");
        assertThat(said("key", together(lost, times(245, "5123456789")))).isEqualTo("warn NATIONAL_NUMBER 5");
        // Ten digits do not hide what eleven say.
        assertThat(said("key", together(times(5, "85073003328"), times(9999, "5123456789"))))
                .isEqualTo("refuse NATIONAL_NUMBER 5");
        assertThat(said("key", together(times(3, "85073003328"), times(2, "1490700185"))))
                .isEqualTo("refuse NATIONAL_NUMBER 5");
    }

    @Test
    void enterprisesHaveTheSameCheckAndAreNotTakenForBirths() {
        // Establishments: ten digits, the last two 97 - (the first eight mod 97).
        List<String> establishments = IntStream.range(0, 10_000)
                .mapToObj(i -> 20_000_000L + i * 3571L)
                .map(eight -> "%d%02d".formatted(eight, 97 - eight % 97))
                .toList();
        assertThat(said("unit", establishments)).startsWith("warn NATIONAL_NUMBER");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomPseudonymsOfElevenDigitsAreNotRefused(long seed) {
        Random random = new Random(seed);
        IdentifierGuard guard = new IdentifierGuard("pseudonym");
        for (int i = 0; i < 100_000; i++) {
            look(guard, "%011d".formatted(random.nextLong(100_000_000_000L)));
        }
        GuardVerdict verdict = guard.verdict();
        assertThat(verdict.warns()).as("seed " + seed + ": " + verdict).isTrue();
        assertThat(verdict.count()).as("about 0.26 %, seed " + seed).isBetween(200L, 330L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ordinaryPseudonymsPassWithoutAWord(long seed) {
        Random random = new Random(seed);
        for (int bytes : new int[] {6, 8, 12, 16, 20, 32}) {
            IdentifierGuard hex = new IdentifierGuard("pid");
            IdentifierGuard base64 = new IdentifierGuard("person_id");
            byte[] drawn = new byte[bytes];
            for (int i = 0; i < 20_000; i++) {
                random.nextBytes(drawn);
                look(hex, String.format("%0" + 2 * bytes + "x", new BigInteger(1, drawn)));
                look(base64, Base64.getEncoder().encodeToString(drawn));
            }
            // Twelve signs of which ten or eleven are digits: a handful of such are hexadecimal powers of ten.
            assertThat(hex.verdict().refuses())
                    .as(bytes + " bytes as hex, seed " + seed)
                    .isFalse();
            assertThat(said(base64))
                    .as(bytes + " bytes in base 64, seed " + seed)
                    .isEqualTo("none");
        }
        for (int digits : new int[] {8, 9, 12, 13, 15, 18}) {
            IdentifierGuard guard = new IdentifierGuard("pid");
            for (int i = 0; i < 20_000; i++) {
                look(guard, ("%0" + digits + "d").formatted(random.nextLong((long) Math.pow(10, digits))));
            }
            assertThat(said(guard)).as(digits + " digits, seed " + seed).isEqualTo("none");
        }
    }

    private static void look(IdentifierGuard guard, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        guard.look(bytes, 0, bytes.length);
    }

    @ParameterizedTest
    @CsvSource({
        "jan@example.be, 1",
        "Jan.Peeters+work@mail.example.co.uk, 1",
        "Jan Peeters <jan@example.be>, 1",
        "mailto:jan@example.be, 1",
        "andré@exämple.de, 1",
        "jan@example, 0",
        "@example.be, 0",
        "3 apples @ 2.50 a kilo, 0",
        "user@10.0.0.1, 0",
        "jan at example.be, 0"
    })
    void fiveAddressesRefuseAndFewerWarn(String field, int hit) {
        assertThat(said("remark", times(5, field))).isEqualTo(hit == 1 ? "refuse EMAIL 5" : "none");
        assertThat(said("remark", List.of(field))).isEqualTo(hit == 1 ? "warn EMAIL 1" : "none");
    }

    @ParameterizedTest
    @CsvSource({
        "BE68539007547034, 1",
        "BE68 5390 0754 7034, 1",
        "be68539007547034, 1",
        "IBAN BE68 5390 0754 7034, 1",
        "NL91ABNA0417164300, 1",
        "DE89370400440532013000, 1",
        "FR1420041010050500013M02606, 1",
        "GB29NWBK60161331926819, 1",
        "LU280019400644750000, 1",
        "MT84MALT011000012345MTLCAST001S, 1",
        "IT60X0542811101000000123456, 1",
        "MA64011519000001205000534921, 1",
        "TR330006100519786457841326, 1",
        "BE68539007547035, 0",
        "BE6853900754703, 0",
        "Be68539007547034, 0",
        "BE685390075470341, 0",
        "XX68539007547034, 0",
        "NL91ABN10417164300, 0"
    })
    void accountNumbersAreKnownByCountryLengthFormAndCheck(String field, int hit) {
        assertThat(said("account", times(5, field))).isEqualTo(hit == 1 ? "refuse IBAN 5" : "none");
        assertThat(said("account", times(4, field))).isEqualTo(hit == 1 ? "warn IBAN 4" : "none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1985-07-30",
                "30/07/1985",
                "30.07.1985",
                "30-07-1985",
                "3/7/1985",
                "07/30/1985",
                "30/07/85",
                "1985/07/30",
                "19850730",
                "30071985",
                "19850730.0",
                "1985-07-30T00:00:00",
                "1985-07-30 00:00:00.0",
                "30JUL1985",
                "30-Jul-1985",
                "30 février 1985"
            })
    void fullDatesOfBirthAreRefusedAndOtherDatesAreNot(String date) {
        assertThat(said("datNaissance", times(5, date))).isEqualTo("refuse BIRTH_DATE 5");
        assertThat(said("geboortedatum", times(4, date))).isEqualTo("warn BIRTH_DATE 4");
        assertThat(said("registered_on", times(100, date))).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1985", "1985-07", "07/1985", "198507", "31/12", "12345678", "150-0000", "Belgique", "1985.0"})
    void aYearOrPlaceOfBirthIsNoDate(String field) {
        assertThat(said("BirthYear", times(100, field))).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "niss",
                "INSZ",
                "rrn",
                "NISS_1",
                "id_niss",
                "c_niss",
                "nissConjoint",
                "Rijksregister",
                "rijksregisternummer",
                "Registre national",
                "num_registre_national",
                "RegistreNational",
                "Numéro national",
                "SSIN",
                "ENSS",
                "naam",
                "Nom",
                "NAME",
                "name",
                "nom_prenom",
                "prénom",
                "Voornaam",
                "familienaam",
                "Vorname",
                "Nachname",
                "first name",
                "lastName",
                "LAST_NAME",
                "nom de famille",
                "Nom usuel",
                "naam van de vader",
                "adres",
                "adresse",
                "Adresse postale",
                "homeAddress",
                "Anschrift",
                "e-mail",
                "E_mail",
                "email",
                "adresse e-mail",
                "iban"
            })
    void aNameThatSaysAnIdentifierRefusesTheColumn(String column) {
        assertThat(said(column, List.of())).isEqualTo("refuse NAME_OF_COLUMN 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nom_commune",
                "country_name",
                "sectorName",
                "naam_gemeente",
                "sector_name_fr",
                "niss_pseudo",
                "NISSHash",
                "date_registre_national",
                "name_en",
                "adresse_statut",
                "mail_received"
            })
    void aNameWithAnotherMeaningIsDoubtful(String column) {
        assertThat(said(column, List.of("1", "2"))).isEqualTo("warn NAME_OF_COLUMN 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "person",
                "pid",
                "pseudonym",
                "gender",
                "birth_year",
                "country_of_birth",
                "nationality_at_birth",
                "nombre",
                "nomenclature",
                "namespace",
                "dynamic",
                "administration",
                "gemeentenaam",
                "position",
                "registered_on",
                "acquired_on",
                "joint_committee",
                "unemployment",
                "tournament",
                "économie"
            })
    void aNameIsReadInWholeWords(String column) {
        assertThat(said(column, List.of("1", "2"))).isEqualTo("none");
    }

    @Test
    void valuesGoBeforeTheNameAndRefusalsBeforeDoubts() {
        assertThat(said("niss", times(5, "85073003328"))).isEqualTo("refuse NATIONAL_NUMBER 5");
        assertThat(said("niss", List.of("85073003328"))).isEqualTo("refuse NAME_OF_COLUMN 0");
        assertThat(said("x", together(List.of("85073003328"), times(5, "jan@example.be"))))
                .isEqualTo("refuse EMAIL 5");
    }

    @Test
    void theOrderOfRowsAndThreadsChangesNothing() {
        long seed = 20_140_731;
        Random random = new Random(seed);
        List<String> fields = new ArrayList<>(together(
                times(7, "85073003328"), times(3, "1490700185"), times(300, "12345678901"), times(9, "1985-07-30")));
        Collections.shuffle(fields, random);
        IdentifierGuard whole = guard("birth", fields);
        int cut = random.nextInt(fields.size());
        IdentifierGuard halves = guard("birth", fields.subList(cut, fields.size()));
        halves.add(guard("birth", fields.subList(0, cut)));
        assertThat(halves.verdict()).as("seed " + seed).isEqualTo(whole.verdict());
    }

    @Test
    void windows1252IsReadAsWell() {
        IdentifierGuard guard = new IdentifierGuard("contact_point");
        byte[] field = "Andr\u00e9 <andre@example.be>".getBytes(Charset.forName("windows-1252"));
        guard.look(field, 0, field.length);
        assertThat(said(guard)).isEqualTo("warn EMAIL 1");
    }

    @Test
    void noiseNeverStopsIt() {
        long seed = 4;
        Random random = new Random(seed);
        byte[] alphabet = "0123456789.,-/ +eE@abBE\"'\u00e9\0".getBytes(StandardCharsets.UTF_8);
        IdentifierGuard guard = new IdentifierGuard("birth");
        for (int i = 0; i < 200_000; i++) {
            byte[] field = new byte[random.nextInt(40)];
            for (int b = 0; b < field.length; b++) {
                field[b] = random.nextInt(20) == 0
                        ? (byte) random.nextInt(256)
                        : alphabet[random.nextInt(alphabet.length)];
            }
            guard.look(field, 0, field.length);
        }
        assertThat(guard.verdict()).isNotNull();
    }

    @Test
    void theSentencesNameColumnAndKindAndNeverAValue() {
        Messages messages = Messages.load();
        for (Kind kind : Kind.values()) {
            for (Language language : Language.values()) {
                String refused =
                        messages.text(language, GuardVerdict.refuse(kind, 71).refusal("col_x"));
                String doubtful =
                        messages.text(language, GuardVerdict.warn(kind, 3).warning("col_x"));
                assertThat(refused).contains("col_x").doesNotContain("intake.guard");
                assertThat(doubtful).contains("col_x").doesNotContain("intake.guard");
                if (kind != Kind.NAME_OF_COLUMN) {
                    assertThat(refused).contains("71");
                    assertThat(doubtful).contains("3");
                }
            }
        }
        String said = messages.text(
                Language.EN, guard("key", times(5, "85073003328")).verdict().refusal("key"));
        assertThat(said).contains("national numbers", ": 5").doesNotContain("85073003328");
    }
}
