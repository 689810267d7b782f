package org.ecart.protect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.model.Breakdown.Reference;
import org.ecart.model.Caption;
import org.ecart.model.Category;
import org.ecart.model.Decimals;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.model.TableShape.Dimension;
import org.ecart.model.TableShape.Side;
import org.ecart.model.Value;

/** Example tables for the tests of charts and exports. Their figures are drawn, not results. */
public final class ReleasableTables {
    public static final Reference BELGIAN = new Reference("origin", "BE");

    private static final List<Labels> NOTES = List.of(
            labels(
                    "Ages 18–64. Undetermined: at least one parent is unknown (347,120 persons).",
                    "De 18 à 64 ans. Indéterminée : au moins un des parents est inconnu (347.120 personnes).",
                    "18–64 jaar. Onbepaald: minstens één ouder is onbekend (347.120 personen).",
                    "18–64 Jahre. Unbestimmt: mindestens ein Elternteil ist unbekannt (347.120 Personen)."),
            labels(
                    "Officials of the European institutions are missing from the data, which lowers the rates of EU-14 and EU-13, mostly in Brussels.",
                    "Les fonctionnaires des institutions européennes manquent dans les données, ce qui abaisse les taux de l’UE-14 et de l’UE-13, surtout à Bruxelles.",
                    "Ambtenaren van de Europese instellingen ontbreken in de gegevens, wat de graden van EU-14 en EU-13 verlaagt, vooral in Brussel.",
                    "Beamte der europäischen Institutionen fehlen in den Daten; das senkt die Quoten der EU-14 und EU-13, vor allem in Brüssel."));

    private static final Caption CAPTION = new Caption(
            "T03",
            labels(
                    "Employment is 19 to 31 points lower among people of non-EU origin",
                    "L’emploi est de 19 à 31 points plus faible chez les personnes d’origine hors UE",
                    "De werkzaamheid ligt 19 tot 31 punten lager bij personen van buiten de EU",
                    "Die Beschäftigung liegt bei Personen mit Herkunft außerhalb der EU um 19 bis 31 Punkte niedriger"),
            labels(
                    "Employment rate, population of 18–64, Belgium, 31 December 2014",
                    "Taux d’emploi, population de 18 à 64 ans, Belgique, 31 décembre 2014",
                    "Werkzaamheidsgraad, bevolking van 18–64 jaar, België, 31 december 2014",
                    "Beschäftigungsquote, Bevölkerung von 18–64 Jahren, Belgien, 31. Dezember 2014"),
            NOTES,
            List.of(labels(
                    "Employment rate: persons in paid work, in percent of the population of the same age.",
                    "Taux d’emploi : personnes en emploi rémunéré, en pour cent de la population du même âge.",
                    "Werkzaamheidsgraad: personen met betaald werk, in procent van de bevolking van dezelfde leeftijd.",
                    "Beschäftigungsquote: Personen in bezahlter Arbeit, in Prozent der Bevölkerung gleichen Alters.")),
            labels(
                    "Source: Datawarehouse Labour Market and Social Protection, CBSS. Calculations: FPS ELSD.",
                    "Source : Datawarehouse marché du travail et protection sociale, BCSS. Calculs : SPF ETCS.",
                    "Bron: Datawarehouse arbeidsmarkt en sociale bescherming, KSZ. Berekeningen: FOD WASO.",
                    "Quelle: Datawarehouse Arbeitsmarkt und Sozialschutz, ZDSS. Berechnungen: FÖD BASK."),
            Optional.of(labels(
                    "SYNTHETIC DATA, not results",
                    "DONNÉES SYNTHÉTIQUES, pas des résultats",
                    "SYNTHETISCHE GEGEVENS, geen resultaten",
                    "SYNTHETISCHE DATEN, keine Ergebnisse")),
            labels("Employment rate", "Taux d’emploi", "Werkzaamheidsgraad", "Beschäftigungsquote"));

    private static final Dimension ORIGIN = new Dimension(
            "origin",
            labels("Origin", "Origine", "Herkomst", "Herkunft"),
            List.of(
                    group("BE", "Belgian", "Belge", "Belg", "Belgisch"),
                    group("EU14", "EU-14", "UE-14", "EU-14", "EU-14"),
                    group("EU13", "EU-13", "UE-13", "EU-13", "EU-13"),
                    group("CAND", "EU candidate", "Candidats à l’UE", "Kandidaat-EU", "EU-Beitrittskandidaten"),
                    group("OEUR", "Other European", "Autres Européens", "Andere Europeanen", "Andere Europäer"),
                    group("MAGH", "Maghreb", "Maghreb", "Maghreb", "Maghreb"),
                    group(
                            "SSA",
                            "Sub-Saharan African",
                            "Afrique subsaharienne",
                            "Sub-Saharaans Afrika",
                            "Subsahara-Afrika"),
                    group(
                            "NEAR",
                            "Near / Middle East",
                            "Proche / Moyen-Orient",
                            "Nabije / Midden-Oosten",
                            "Naher / Mittlerer Osten"),
                    group(
                            "OCEA",
                            "Oceania / Far East",
                            "Océanie / Extrême-Orient",
                            "Oceanië / Verre Oosten",
                            "Ozeanien / Ferner Osten"),
                    group("OASI", "Other Asian", "Autres Asiatiques", "Andere Aziaten", "Andere Asiaten"),
                    group(
                            "LATI",
                            "Central / South American",
                            "Amérique centrale et Amérique du Sud",
                            "Centraal- en Zuid-Amerikaans",
                            "Mittel- und Südamerika"),
                    group("NAM", "North American", "Amérique du Nord", "Noord-Amerikaans", "Nordamerika"),
                    new Category(
                            "UND", labels("Undetermined", "Indéterminée", "Onbepaald", "Unbestimmt"), true, false)));

    public static final Dimension GENDER = new Dimension(
            "gender",
            labels("Gender", "Genre", "Gender", "Geschlecht"),
            List.of(
                    group("F", "Women", "Femmes", "Vrouwen", "Frauen"),
                    group("M", "Men", "Hommes", "Mannen", "Männer")));

    private static final Dimension REGION = new Dimension(
            "region",
            labels("Region", "Région", "Gewest", "Region"),
            List.of(
                    group("BRU", "Brussels", "Bruxelles", "Brussel", "Brüssel"),
                    group("VLA", "Flanders", "Flandre", "Vlaanderen", "Flandern")));

    private static final String[] RATES = {
        "73.0418",
        "63.9123",
        "60.4499",
        "46.0311",
        "42.2078",
        "44.3333333333333333",
        "42.5412",
        "47.1009",
        "43.9101",
        "50.8312",
        "53.7221",
        "52.2466",
        "55.0"
    };

    private ReleasableTables() {}

    /** The employment gap by origin as in the design: one period, thirteen groups and the total, no columns. */
    public static ReleasableTable gaps() {
        return gaps(Policy.DEFAULT, List.of());
    }

    /** As {@link #gaps}, the figures of these groups confidential. */
    public static ReleasableTable gaps(Policy policy, List<String> confidential) {
        List<List<String>> rows = new ArrayList<>();
        List<Value> rates = new ArrayList<>();
        for (int i = 0; i < RATES.length; i++) {
            String code = ORIGIN.categories().get(i).code();
            rows.add(List.of(code));
            rates.add(confidential.contains(code) ? Value.CONFIDENTIAL : Value.of(new BigDecimal(RATES[i])));
        }
        rows.add(List.of(Category.TOTAL));
        rates.add(Value.of(new BigDecimal("68.25")));
        TableShape shape =
                new TableShape(List.of(Period.ofYear(2014)), new Side(List.of(ORIGIN), rows), Side.NONE, Side.NONE);
        return table(shape, rates, Optional.of(BELGIAN), policy);
    }

    /** Three groups, one above the reference; the lowest rates of all at the reference. */
    public static ReleasableTable above() {
        List<List<String>> rows = List.of(List.of("BE"), List.of("EU14"), List.of("EU13"), List.of("MAGH"));
        List<Value> rates = List.of(number("75.8"), number("70.9"), number("76.4"), number("51.34"));
        TableShape shape =
                new TableShape(List.of(Period.ofYear(2022)), new Side(List.of(ORIGIN), rows), Side.NONE, Side.NONE);
        return table(shape, rates, Optional.of(BELGIAN), Policy.DEFAULT);
    }

    /** Rates that are compared with nothing. */
    public static ReleasableTable withoutReference() {
        ReleasableTable gaps = gaps();
        return new ReleasableTable(
                gaps.caption(), gaps.shape(), values(gaps), Optional.empty(), gaps.decimals(), gaps.policy());
    }

    /** The example of docs/formats/table.md. */
    public static ReleasableTable documented() {
        TableShape shape = new TableShape(
                List.of(Period.ofYear(2014)),
                new Side(
                        List.of(ORIGIN),
                        List.of(List.of("BE"), List.of("EU14"), List.of("NAM"), List.of(Category.TOTAL))),
                Side.NONE,
                Side.NONE);
        List<Value> rates = List.of(number("73.0418"), number("63.9123"), Value.CONFIDENTIAL, number("68.25"));
        Map<Measure, List<Value>> values =
                new EnumMap<>(values(table(shape, rates, Optional.of(BELGIAN), Policy.DEFAULT)));
        values.remove(Measure.PERSONS);
        return new ReleasableTable(CAPTION, shape, values, Optional.of(BELGIAN), Decimals.DEFAULT, Policy.DEFAULT);
    }

    private static Map<Measure, List<Value>> values(ReleasableTable table) {
        Map<Measure, List<Value>> values = new EnumMap<>(Measure.class);
        for (Measure measure : table.measures()) {
            values.put(
                    measure,
                    IntStream.range(0, table.shape().size())
                            .mapToObj(cell -> table.value(measure, cell))
                            .toList());
        }
        return values;
    }

    /** Three origins by gender with totals; both genders of EU13 are confidential, one total is not available. */
    public static ReleasableTable byGender() {
        TableShape shape = new TableShape(
                List.of(Period.ofYear(2014)),
                new Side(
                        List.of(ORIGIN),
                        List.of(List.of("BE"), List.of("EU13"), List.of("UND"), List.of(Category.TOTAL))),
                new Side(List.of(GENDER), List.of(List.of("F"), List.of("M"), List.of(Category.TOTAL))),
                Side.NONE);
        List<Value> rates = List.of(
                number("67.8"),
                number("79.71"),
                number("73.05"),
                Value.CONFIDENTIAL,
                Value.CONFIDENTIAL,
                number("60.44999"),
                number("49.5"),
                number("59.2"),
                number("55.0"),
                number("63.1"),
                number("73.2"),
                Value.NOT_AVAILABLE);
        return table(shape, rates, Optional.of(BELGIAN), Policy.DEFAULT);
    }

    /** Two years by origin, without totals anywhere, by gender in columns. */
    public static ReleasableTable withoutTotals() {
        TableShape shape = new TableShape(
                List.of(Period.ofYear(2013), Period.ofYear(2014)),
                new Side(List.of(ORIGIN), List.of(List.of("BE"), List.of("EU14"), List.of("MAGH"))),
                new Side(List.of(GENDER), List.of(List.of("F"), List.of("M"))),
                Side.NONE);
        return table(shape, random(shape, 1), Optional.of(BELGIAN), Policy.DEFAULT);
    }

    /** Every side in use: gender within origin, region by gender stacked, layers, two years; seeded figures and marks. */
    public static ReleasableTable large(long seed) {
        Dimension years = new Dimension(
                "band",
                labels("Age", "Âge", "Leeftijd", "Alter"),
                List.of(
                        group("18", "18–39", "18–39", "18–39", "18–39"),
                        group("40", "40–64", "40–64", "40–64", "40–64")));
        List<List<String>> rows = new ArrayList<>();
        for (String origin : List.of("BE", "LATI", "NAM", Category.TOTAL)) {
            for (String gender : List.of("F", "M", Category.TOTAL)) {
                rows.add(List.of(origin, gender));
            }
        }
        TableShape shape = new TableShape(
                List.of(Period.ofYear(2013), Period.ofYear(2014)),
                new Side(List.of(ORIGIN, GENDER), rows),
                new Side(
                        List.of(REGION, years),
                        List.of(
                                List.of("BRU", "18"),
                                List.of("BRU", "40"),
                                List.of("BRU", Category.TOTAL),
                                List.of("VLA", "18"),
                                List.of("VLA", "40"),
                                List.of("VLA", Category.TOTAL),
                                List.of(Category.TOTAL, Category.TOTAL))),
                new Side(
                        List.of(new Dimension(
                                "level",
                                labels("Level of education", "Niveau d’études", "Onderwijsniveau", "Bildungsniveau"),
                                List.of(
                                        group("1", "Low", "Bas", "Laag", "Niedrig"),
                                        group("2", "High", "Élevé", "Hoog", "Hoch")))),
                        List.of(List.of("1"), List.of("2"), List.of(Category.TOTAL))));
        return table(shape, random(shape, seed), Optional.of(BELGIAN), Policy.DEFAULT);
    }

    /** Thirteen origins by gender with totals; both genders of the North Americans are confidential. */
    public static ReleasableTable allByGender() {
        List<List<String>> rows =
                ORIGIN.categories().stream().map(c -> List.of(c.code())).toList();
        TableShape shape = new TableShape(
                List.of(Period.ofYear(2014)),
                new Side(List.of(ORIGIN), rows),
                new Side(List.of(GENDER), List.of(List.of("F"), List.of("M"), List.of(Category.TOTAL))),
                Side.NONE);
        List<Value> rates = new ArrayList<>();
        for (int row = 0; row < RATES.length; row++) {
            BigDecimal rate = new BigDecimal(RATES[row]);
            boolean small = rows.get(row).equals(List.of("NAM"));
            rates.add(small ? Value.CONFIDENTIAL : Value.of(rate.subtract(new BigDecimal("5.5"))));
            rates.add(small ? Value.CONFIDENTIAL : Value.of(rate.add(new BigDecimal("6.25"))));
            rates.add(Value.of(rate));
        }
        return table(shape, rates, Optional.of(BELGIAN), Policy.DEFAULT);
    }

    /**
     * Four years, given from the last to the first, by these origins; the first rate of MAGH, the one of 2013 of EU13
     * and the last of NAM are confidential.
     */
    public static ReleasableTable years(String... origins) {
        List<Period> periods =
                IntStream.of(2014, 2013, 2012, 2010).mapToObj(Period::ofYear).toList();
        List<List<String>> rows = Stream.of(origins).map(List::of).toList();
        TableShape shape = new TableShape(periods, new Side(List.of(ORIGIN), rows), Side.NONE, Side.NONE);
        List<Value> rates = new ArrayList<>();
        for (Period period : periods) {
            for (List<String> row : rows) {
                String code = row.get(0);
                int group = ORIGIN.categories().stream()
                        .map(Category::code)
                        .toList()
                        .indexOf(code);
                BigDecimal rate = new BigDecimal(RATES[group])
                        .subtract(new BigDecimal("0.7").multiply(BigDecimal.valueOf(2014 - period.year())));
                boolean confidential =
                        List.of("MAGH2010", "EU132013", "NAM2014").contains(code + period.year());
                rates.add(confidential ? Value.CONFIDENTIAL : Value.of(rate));
            }
        }
        return table(shape, rates, Optional.of(BELGIAN), Policy.DEFAULT);
    }

    /** Two origins by so many categories of a column variable. */
    public static ReleasableTable manyColumns(int count) {
        List<Category> levels = IntStream.rangeClosed(1, count)
                .mapToObj(i -> group("L" + i, "Level " + i, "Niveau " + i, "Niveau " + i, "Stufe " + i))
                .toList();
        TableShape shape = new TableShape(
                List.of(Period.ofYear(2014)),
                new Side(List.of(ORIGIN), List.of(List.of("BE"), List.of("EU14"))),
                new Side(
                        List.of(new Dimension("level", labels("Level", "Niveau", "Niveau", "Stufe"), levels)),
                        levels.stream().map(c -> List.of(c.code())).toList()),
                Side.NONE);
        return table(shape, random(shape, 2), Optional.of(BELGIAN), Policy.DEFAULT);
    }

    /** Persons by status and status a year later, with totals; one cell is left out. */
    public static ReleasableTable transition() {
        Category employed = group("employed", "In work", "En emploi", "Werkend", "Erwerbstätig");
        Category unemployed =
                group("unemployed", "Job-seeking", "À la recherche d’un emploi", "Werkzoekend", "Arbeitsuchend");
        Category inactive = group("inactive", "Inactive", "Inactif", "Inactief", "Nicht erwerbstätig");
        Category gone = group("gone", "No longer in the population", "Parti", "Niet meer in de bevolking", "Weg");
        TableShape shape = new TableShape(
                List.of(Period.ofYear(2013)),
                side("status", "Status", List.of(employed, unemployed, inactive)),
                side("status_1y", "Status one year later", List.of(employed, unemployed, inactive, gone)),
                Side.NONE);
        List<Value> persons = new ArrayList<>();
        for (String figure : "80 6 9 c 100 12 14 10 1 37 7 4 50 c 63 99 24 69 8 200".split(" ", -1)) {
            persons.add(figure.equals("c") ? Value.CONFIDENTIAL : number(figure));
        }
        return new ReleasableTable(
                CAPTION,
                shape,
                new EnumMap<>(Map.of(Measure.PERSONS, persons)),
                Optional.empty(),
                Decimals.DEFAULT,
                Policy.DEFAULT);
    }

    private static Side side(String variable, String label, List<Category> categories) {
        List<List<String>> entries =
                new ArrayList<>(categories.stream().map(c -> List.of(c.code())).toList());
        entries.add(List.of(Category.TOTAL));
        return new Side(List.of(new Dimension(variable, Labels.same(label), categories)), entries);
    }

    private static List<Value> random(TableShape shape, long seed) {
        Random random = new Random(seed);
        List<Value> values = new ArrayList<>();
        for (int cell = 0; cell < shape.size(); cell++) {
            int kind = random.nextInt(20);
            values.add(
                    kind == 0 && cell > shape.size() / 2
                            ? Value.CONFIDENTIAL
                            : number(random.nextInt(30_000_000, 90_000_000) + "E-6"));
        }
        return values;
    }

    /** Rates as given; persons, gap and ratio follow, confidential where the rate or its reference is. */
    private static ReleasableTable table(
            TableShape shape, List<Value> rates, Optional<Reference> reference, Policy policy) {
        Map<Measure, List<Value>> values = new EnumMap<>(Measure.class);
        List<Value> persons = new ArrayList<>();
        List<Value> gaps = new ArrayList<>();
        for (int cell = 0; cell < shape.size(); cell++) {
            Value rate = rates.get(cell);
            persons.add(rate.number().isEmpty() ? rate : number(Integer.toString(1_234_567 / (cell + 1))));
            gaps.add(gap(shape, rates, cell));
        }
        values.put(Measure.PERSONS, persons);
        values.put(Measure.RATE, rates);
        values.put(Measure.GAP, gaps);
        return new ReleasableTable(CAPTION, shape, values, reference, Decimals.DEFAULT, policy);
    }

    private static Value gap(TableShape shape, List<Value> rates, int cell) {
        Address address = shape.address(cell);
        List<String> tuple = new ArrayList<>(shape.rows().entries().get(address.row()));
        if (tuple.get(0).equals(BELGIAN.code())) {
            return Value.NOT_APPLICABLE;
        }
        tuple.set(0, BELGIAN.code());
        int at = shape.rows().entries().indexOf(tuple);
        Value own = rates.get(cell);
        Value other = rates.get(shape.index(new Address(address.period(), at, address.column(), address.layer())));
        if (own.number().isEmpty() || other.number().isEmpty()) {
            return own.number().isEmpty() ? own : other;
        }
        return Value.of(own.number().get().subtract(other.number().get()));
    }

    private static Value number(String number) {
        return Value.of(new BigDecimal(number));
    }

    private static Category group(String code, String en, String fr, String nl, String de) {
        return Category.of(code, labels(en, fr, nl, de));
    }

    private static Labels labels(String en, String fr, String nl, String de) {
        return new Labels(Map.of(Language.EN, en, Language.FR, fr, Language.NL, nl, Language.DE, de));
    }
}
