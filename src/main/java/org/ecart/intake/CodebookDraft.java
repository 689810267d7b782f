package org.ecart.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ecart.intake.delivery.Delivery;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Category;
import org.ecart.model.CodeList;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Extract;
import org.ecart.model.Identifiers;
import org.ecart.model.Labels;
import org.ecart.model.Variable;
import org.ecart.model.Variable.Role;
import org.ecart.model.Variable.Type;

/**
 * A first codebook from a delivered file, for the analyst to correct: variables, guessed roles, codes with counts.
 *
 * @param counts for each code list the rows with each code
 */
public record CodebookDraft(Codebook codebook, Map<String, Map<String, Long>> counts) {
    /** A column with more distinct values than this gets no code list. */
    private static final int MOST_CODES = 200;
    /** Distinct values that are remembered for a column; beyond, it is only known to have many. */
    private static final int MOST_REMEMBERED = 100_000;

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,8})");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+\\.[0-9]+([eE][+-]?[0-9]{1,2})?");
    /** More dates than this are no reference dates. */
    private static final int MOST_DATES = 50;

    /** Names that say what a column is for. The last three of the weights are those of the European surveys. */
    private static final Pattern WEIGHT = Pattern.compile("weight|wgt|gewicht|poids|^(rb050|pb040|db090)$");

    private static final Pattern COUNT = Pattern.compile("count(?!ry)|persons|freq|aantal|nombre|anzahl");
    private static final Pattern PERSON =
            Pattern.compile("(^|[^a-z])(pid|id|person|persoon|personne|pseudo[a-z]*)($|[^a-z])");
    private static final Pattern YEAR_NAME = Pattern.compile("year|period|annee|jaar|jahr");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

    /**
     * Reads a file and guesses.
     *
     * @throws EcartException when the file cannot be read
     */
    public static CodebookDraft of(Path file) {
        List<ColumnSeen> columns = new ArrayList<>();
        long rows;
        try (Delivery delivery = new Delivery(file, Dialect.Said.NOTHING)) {
            delivery.header().forEach(name -> columns.add(new ColumnSeen(name)));
            rows = delivery.forEachRow(Long.MAX_VALUE, fields -> {
                for (int c = 0; c < Math.min(columns.size(), fields.size()); c++) {
                    columns.get(c).add(fields.get(c));
                }
            });
        }
        if (rows == 0) {
            throw EcartException.data("intake.no_rows", file);
        }
        return draft(identifier(baseName(file)), columns, rows);
    }

    private static CodebookDraft draft(String id, List<ColumnSeen> columns, long rows) {
        List<CodeList> lists = new ArrayList<>();
        List<Variable> variables = new ArrayList<>();
        List<Extract.Column> described = new ArrayList<>();
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        Set<Role> taken = new HashSet<>();
        Set<String> ids = new HashSet<>();
        long dates = columns.stream()
                .filter(c -> c.isPeriod(rows))
                .mapToLong(c -> c.values.size())
                .findFirst()
                .orElse(1);
        for (ColumnSeen column : columns) {
            String variable = distinct(identifier(column.name), ids);
            Role role = column.role(rows, dates, taken);
            Optional<String> list = Optional.empty();
            boolean listed = role == Role.DIMENSION
                    && column.type() == Type.CODE
                    && column.values.size() <= MOST_CODES
                    && !column.tellsPersonsApart(dates);
            if (listed) {
                list = Optional.of(variable);
                lists.add(new CodeList(variable, column.categories()));
                counts.put(variable, column.values);
            }
            variables.add(new Variable(variable, Labels.same(column.name), role, column.type(role), list));
            described.add(new Extract.Column(column.name, variable, List.of()));
        }
        // A survey without a date column is dated all the same: the date is said when it is imported.
        Extract population = new Extract(id, Labels.same(id), true, true, described);
        return new CodebookDraft(
                new Codebook(
                        id,
                        "1",
                        Labels.same(id),
                        Labels.same(id),
                        Optional.empty(),
                        lists,
                        variables,
                        List.of(population)),
                counts);
    }

    private static String baseName(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The nearest valid identifier to a column name. */
    private static String identifier(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.]+", "_");
        return Identifiers.valid(plain) ? plain : "v_" + plain;
    }

    private static String distinct(String id, Set<String> ids) {
        String candidate = id;
        for (int n = 2; !ids.add(candidate); n++) {
            candidate = id + "_" + n;
        }
        return candidate;
    }

    /** What was seen of one column. */
    private static final class ColumnSeen {
        private final String name;
        private final Map<String, Long> values = new LinkedHashMap<>();
        private boolean whole = true;
        private boolean decimal = true;
        private boolean date = true;
        private boolean negative;
        private long filled;

        ColumnSeen(String name) {
            this.name = name;
        }

        void add(String value) {
            if (value.isEmpty()) {
                return;
            }
            filled++;
            if (values.size() < MOST_REMEMBERED || values.containsKey(value)) {
                values.merge(value, 1L, Long::sum);
            }
            boolean isWhole = WHOLE.matcher(value).matches();
            whole &= isWhole;
            decimal &= isWhole || DECIMAL.matcher(value).matches();
            date = date && isDate(value);
            negative |= value.startsWith("-");
        }

        Role role(long rows, long dates, Set<Role> taken) {
            Role role = guess(rows, dates);
            boolean once = role == Role.PERSON || role == Role.PERIOD || role == Role.WEIGHT || role == Role.COUNT;
            return once && !taken.add(role) ? Role.DIMENSION : role;
        }

        private Role guess(long rows, long dates) {
            boolean everyRow = filled == rows;
            if (everyRow && decimal && !negative && WEIGHT.matcher(lowerName()).find()) {
                return Role.WEIGHT;
            }
            if (everyRow && whole && !negative && COUNT.matcher(lowerName()).find()) {
                return Role.COUNT;
            }
            if (isPeriod(rows)) {
                return Role.PERIOD;
            }
            boolean many = rows > MOST_CODES && tellsPersonsApart(dates);
            if (everyRow
                    && (whole || !decimal)
                    && !date
                    && (many || PERSON.matcher(lowerName()).find())) {
                return Role.PERSON;
            }
            boolean manyNumbers = decimal && !whole && values.size() > MOST_CODES;
            return manyNumbers ? Role.AMOUNT : Role.DIMENSION;
        }

        boolean isPeriod(long rows) {
            boolean years = YEAR_NAME.matcher(lowerName()).find()
                    && values.keySet().stream().allMatch(v -> YEAR.matcher(v).matches());
            return filled == rows && values.size() <= MOST_DATES && (date || years);
        }

        /**
         * Whether nearly every row of a date has a value of its own here. Then the values are persons, or as good as
         * persons, and their list would be a list of persons.
         */
        boolean tellsPersonsApart(long dates) {
            boolean alone = values.size() >= MOST_REMEMBERED || values.size() * dates >= filled * 0.8;
            return (alone && values.size() > 2) || PERSON.matcher(lowerName()).find();
        }

        Type type(Role role) {
            return switch (role) {
                case DIMENSION -> type();
                case PERSON -> Type.CODE;
                case PERIOD -> Type.DATE;
                case COUNT -> Type.INTEGER;
                case WEIGHT, AMOUNT -> Type.DECIMAL;
            };
        }

        /** Whole numbers with many values are numbers; with few they are more likely codes. */
        Type type() {
            if (filled == 0) {
                return Type.CODE;
            }
            if (date) {
                return Type.DATE;
            }
            return whole && values.size() > 20 ? Type.INTEGER : Type.CODE;
        }

        List<Category> categories() {
            return values.keySet().stream()
                    .sorted()
                    .map(code -> Category.of(code, Labels.same(code)))
                    .toList();
        }

        private String lowerName() {
            return name.strip().toLowerCase(Locale.ROOT);
        }

        private static boolean isDate(String value) {
            try {
                LocalDate.parse(value);
                return true;
            } catch (DateTimeParseException notADate) {
                return false;
            }
        }
    }
}
