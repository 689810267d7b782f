package org.ecart.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ecart.intake.IntakeReport.Reason;
import org.ecart.intake.IntakeReport.Reject;
import org.ecart.model.Period;

/**
 * The whole text read by Commons CSV in one go and checked row by row with strings: what the import must come to, written
 * without anything of it. It knows the population of {@link Deliveries} only.
 */
final class PlainReading {
    private static final List<String> CODED = List.of("sex", "birth", "entered");
    private static final List<String> NUMBERS = List.of("wage", "weight");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+\\.?[0-9]*");

    private record Row(long line, Period period, int person, Map<String, String> values) {}

    private final List<String> header;
    private final boolean comma;
    private final Map<String, Set<String>> dictionaries = new LinkedHashMap<>();
    private final List<String> persons = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Reject> rejects = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private long read;

    private PlainReading(List<String> header, boolean comma) {
        this.header = header;
        this.comma = comma;
        CODED.forEach(v -> dictionaries.put(v, new LinkedHashSet<>()));
    }

    /** The text as {@link ReadingText} writes a reading down. */
    static String of(RandomText delivery) {
        String text = delivery.text();
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delivery.dialect().delimiter())
                .get()
                .parse(new StringReader(text))) {
            List<CSVRecord> records = parser.getRecords();
            PlainReading reading =
                    new PlainReading(records.get(0).toList(), delivery.dialect().decimal() == ',');
            int at = 0;
            long line = 1;
            for (CSVRecord row : records) {
                line += lineEnds(text.substring(at, (int) row.getCharacterPosition()));
                at = (int) row.getCharacterPosition();
                if (at > 0) {
                    reading.take(line, row.toList());
                }
            }
            return reading.result();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static long lineEnds(String text) {
        return Pattern.compile("\r\n|\r|\n").matcher(text).results().count();
    }

    private void take(long line, List<String> fields) {
        read++;
        if (fields.size() != header.size()) {
            rejects.add(new Reject(line, "", Reason.FIELDS));
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int f = 0; f < fields.size(); f++) {
            String column = header.get(f);
            Optional<Reason> against = against(column, fields.get(f));
            if (against.isPresent()) {
                rejects.add(new Reject(line, column, against.get()));
                return;
            }
            values.put(column, fields.get(f));
        }
        String person = values.getOrDefault("person", "");
        numbers.computeIfAbsent(person, p -> {
            persons.add(p);
            return persons.size() - 1;
        });
        dictionaries.forEach((variable, met) -> {
            String value = values.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                met.add(value);
            }
        });
        Period period = Period.parse(values.getOrDefault("period", "")).orElseThrow();
        rows.add(new Row(line, period, numbers.getOrDefault(person, -1), values));
    }

    private Optional<Reason> against(String column, String value) {
        return switch (column) {
            case "person" ->
                value.isEmpty()
                        ? Optional.of(Reason.KEY_MISSING)
                        : wrongIf(value.getBytes(StandardCharsets.UTF_8).length > 100, Reason.KEY_LONG);
            case "period" -> wrongIf(Period.parse(value).isEmpty(), Reason.DATE);
            case "birth" -> wrongIf(!value.isEmpty() && !INTEGER.matcher(value).matches(), Reason.NUMBER);
            case "entered" -> wrongIf(!value.isEmpty() && !date(value), Reason.DATE);
            case "wage" ->
                wrongIf(!value.isEmpty() && !NUMBER.matcher(pointed(value)).matches(), Reason.NUMBER);
            case "weight" ->
                wrongIf(value.startsWith("-") || !NUMBER.matcher(pointed(value)).matches(), Reason.NUMBER);
            default -> Optional.empty();
        };
    }

    private static Optional<Reason> wrongIf(boolean wrong, Reason reason) {
        return wrong ? Optional.of(reason) : Optional.empty();
    }

    private static boolean date(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException notADate) {
            return false;
        }
    }

    private String pointed(String value) {
        return comma ? value.replace('.', ' ').replace(',', '.') : value;
    }

    private String result() {
        Map<String, List<Row>> byKey = new TreeMap<>();
        rows.forEach(r -> byKey.computeIfAbsent(r.period() + " " + r.person(), k -> new ArrayList<>())
                .add(r));
        Map<String, TreeMap<Integer, Row>> partitions = new TreeMap<>();
        rows.forEach(r -> partitions.computeIfAbsent(r.period().toString(), p -> new TreeMap<>()));
        byKey.values().forEach(same -> {
            if (same.size() > 1) {
                same.forEach(r -> rejects.add(new Reject(r.line(), "", Reason.KEY_DUPLICATE)));
            } else {
                Row only = same.get(0);
                Optional.ofNullable(partitions.get(only.period().toString()))
                        .orElseThrow()
                        .put(only.person(), only);
            }
        });
        ReadingText text = new ReadingText();
        text.counts(read, rejects);
        text.persons(persons);
        dictionaries.forEach((variable, values) -> text.dictionary(variable, List.copyOf(values)));
        partitions.forEach((period, byPerson) -> {
            text.partition(period, List.copyOf(byPerson.keySet()));
            CODED.forEach(v -> text.column(
                    v,
                    byPerson.values().stream()
                            .map(r -> r.values().getOrDefault(v, ""))
                            .toList()));
            NUMBERS.forEach(v -> text.column(
                    v, byPerson.values().stream().map(r -> number(r, v)).toList()));
        });
        return text.toString();
    }

    private String number(Row row, String variable) {
        String value = row.values().getOrDefault(variable, "");
        return value.isEmpty() ? "" : ReadingText.number(new BigDecimal(pointed(value)));
    }
}
