package org.ecart.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.ecart.intake.GuardVerdict.Kind;

/**
 * What the name of a column gives away. It is cut into words at whatever is no letter and where small letters meet
 * capitals; case and accents do not matter.
 *
 * <p>A column is <b>refused</b> by name when one of its words says a direct identifier (niss, naam, adresse ...) and
 * every other word only says of whom or which one: persons, numbering, small words ({@code nom_de_famille},
 * {@code NISS du conjoint}, {@code lastName2}). With any other word beside, the name is <b>doubtful</b> and warns:
 * {@code nom_commune}, {@code country_name}, {@code naam_gemeente} are labels of codes, {@code niss_pseudo} has been
 * replaced, {@code date_registre_national} is a date, {@code name_en} a label in a language. Values are looked at all
 * the same, whatever the name.
 *
 * @param speaksOfBirth whether full dates in it would be dates of birth
 */
record TellingName(GuardVerdict verdict, boolean speaksOfBirth) {
    /** Words that say a direct identifier, in the languages of Belgium and English. */
    private static final Set<String> IDENTIFIERS = Set.of(
            // national number, social security number
            "niss",
            "insz",
            "inss",
            "enss",
            "ssin",
            "rrn",
            "rijksregister",
            "rijksregisternummer",
            "rijksregisternr",
            "nationalregister",
            "nationalregisternummer",
            "nationaalnummer",
            "nationalnummer",
            // names
            "naam",
            "namen",
            "nom",
            "noms",
            "name",
            "names",
            "prenom",
            "prenoms",
            "voornaam",
            "voornamen",
            "vorname",
            "vornamen",
            "familienaam",
            "achternaam",
            "roepnaam",
            "meisjesnaam",
            "nachname",
            "familienname",
            "geburtsname",
            "firstname",
            "lastname",
            "surname",
            "forename",
            "fullname",
            "patronyme",
            "nomprenom",
            "naamvoornaam",
            // addresses
            "adres",
            "adressen",
            "adresse",
            "adresses",
            "address",
            "anschrift",
            "woonadres",
            "thuisadres",
            "postadres",
            "wohnadresse",
            "postanschrift",
            // mail, account
            "email",
            "mail",
            "courriel",
            "emailadres",
            "mailadres",
            "emailadresse",
            "emailaddress",
            "iban");

    /** Two words that are one. */
    private static final List<List<String>> IDENTIFIERS_OF_TWO = List.of(
            List.of("registre", "national"),
            List.of("national", "register"),
            List.of("national", "number"),
            List.of("numero", "national"),
            List.of("nationaal", "nummer"),
            List.of("e", "mail"));

    /** Words beside an identifier that leave it one: of whom, which one, and small words. One letter is one too. */
    private static final Set<String> NO_OTHER_MEANING = Set.of(
            // numbering
            "num",
            "numero",
            "no",
            "nr",
            "nummer",
            "number",
            "nbr",
            "id",
            "ident",
            "identifiant",
            "identificatie",
            "code",
            "key",
            "cle",
            "van",
            "de",
            "du",
            "des",
            "la",
            "le",
            "les",
            "der",
            "het",
            "een",
            "et",
            "en",
            "of",
            "the",
            "and",
            "und",
            "von",
            "op",
            "full",
            "complet",
            "complete",
            "volledig",
            "volledige",
            // which
            "first",
            "last",
            "middle",
            "family",
            "famille",
            "familie",
            "given",
            "maiden",
            "jeune",
            "fille",
            "usuel",
            "usage",
            "legal",
            "official",
            "officiel",
            "birth",
            "naissance",
            "geboorte",
            "home",
            "private",
            "prive",
            "domicile",
            "residence",
            "residentie",
            "woonplaats",
            "wohn",
            "postal",
            "postale",
            "current",
            "actuel",
            // whom
            "person",
            "persons",
            "persoon",
            "personne",
            "personnes",
            "pers",
            "individu",
            "individual",
            "human",
            "employee",
            "worker",
            "werknemer",
            "travailleur",
            "salarie",
            "arbeitnehmer",
            "user",
            "client",
            "customer",
            "patient",
            "member",
            "membre",
            "student",
            "citizen",
            "burger",
            "citoyen",
            "holder",
            "titulaire",
            "father",
            "mother",
            "parent",
            "pere",
            "mere",
            "vader",
            "moeder",
            "ouder",
            "vater",
            "mutter",
            "kind",
            "child",
            "enfant",
            "partner",
            "spouse",
            "conjoint",
            "conjointe",
            "echtgenoot",
            "contact",
            "owner");

    /** Languages that are small words elsewhere; at the end of a name they are languages. */
    private static final Set<String> LANGUAGES = Set.of("en", "de");

    private static final List<String> BIRTHS = List.of("birth", "naiss", "geboort", "geburt");
    private static final Set<String> BIRTH_WORDS = Set.of("dob", "ddn", "gebdat", "gebdatum", "birthday");

    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    static TellingName of(String column) {
        List<String> words = words(column);
        List<String> others = new ArrayList<>(words);
        others.removeAll(IDENTIFIERS);
        for (List<String> two : IDENTIFIERS_OF_TWO) {
            for (int i = 0; i + 1 < others.size(); i++) {
                if (others.subList(i, i + 2).equals(two)) {
                    others.subList(i, i + 2).clear();
                }
            }
        }
        boolean identifier = others.size() < words.size();
        boolean labels = words.size() > 1 && LANGUAGES.contains(words.get(words.size() - 1));
        others.removeIf(w -> !labels && (w.length() == 1 || NO_OTHER_MEANING.contains(w)));
        GuardVerdict verdict = GuardVerdict.NONE;
        if (identifier) {
            verdict = others.isEmpty()
                    ? GuardVerdict.refuse(Kind.NAME_OF_COLUMN, 0)
                    : GuardVerdict.warn(Kind.NAME_OF_COLUMN, 0);
        }
        boolean birth = words.stream()
                .anyMatch(w -> BIRTH_WORDS.contains(w) || BIRTHS.stream().anyMatch(w::contains));
        return new TellingName(verdict, birth);
    }

    private static List<String> words(String column) {
        String plain = ACCENTS.matcher(Normalizer.normalize(column, Normalizer.Form.NFD))
                .replaceAll("");
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(plain)) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT).replace("ß", "ss"));
            }
        }
        return words;
    }
}
